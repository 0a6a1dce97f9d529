// SPDX-License-Identifier: GPL-3.0-or-later
#include "form.h"

#include <set>
#include <string>

#include "font.h"

namespace tongxing::check {
namespace {

constexpr long long multiline = 1 << 12, password = 1 << 13, radio = 1 << 15, push = 1 << 16,
                    file_select = 1 << 20, comb = 1 << 24;

class Form {
 public:
  Form(QPDF& pdf, Findings& findings)
      : form_(pdf.getRoot().getKey("/AcroForm")), findings_(findings) {}

  void run(const std::vector<QPDFObjectHandle>& pages, const std::vector<QPDFObjectHandle>& read) {
    if (form_.isDictionary()) {
      whole();
      auto fields = form_.getKey("/Fields");
      if (!fields.isArray()) {
        wrong("pdf 12.7.2", "no /Fields");
      } else {
        for (auto& field : fields.getArrayAsVector())
          this->field(field, QPDFObjectHandle::newNull(), {});
      }
    }
    compare(on(pages), "the pages");
    compare(read, "the structure");
  }

 private:
  struct Inherited {
    std::string name, tooltip;
    QPDFObjectHandle type, appearance, flags, length;
  };

  void wrong(const char* clause, const std::string& text) { findings_.push_back({clause, text}); }

  void whole() {
    if (form_.hasKey("/NeedAppearances")) wrong("a 6.4.1", "/NeedAppearances");
    if (form_.hasKey("/XFA")) wrong("a 6.4.2", "/XFA");
    auto fonts = form_.getKey("/DR").isDictionary() ? form_.getKey("/DR").getKey("/Font")
                                                    : QPDFObjectHandle::newNull();
    if (!fonts.isDictionary()) {
      wrong("pdf 12.7.3.3", "no font to type in");
      return;
    }
    for (const auto& name : fonts.getKeys()) {
      fonts_.insert(name);
      const auto font = read_font(fonts.getKey(name), findings_);
      // A viewer finds the code of what is typed here, so each character has one.
      std::set<std::u16string> texts;
      for (const auto& [code, text] : font.unicode)
        if (!texts.insert(text).second) wrong("pdf 9.10.3", name + ": two codes for one text");
    }
  }

  static std::string text(QPDFObjectHandle dictionary, const char* key) {
    auto value = dictionary.getKey(key);
    return value.isString() ? value.getUTF8Value() : std::string();
  }

  void field(QPDFObjectHandle field, QPDFObjectHandle parent, Inherited given) {
    if (!field.isDictionary() || !seen_.insert(field.getObjGen()).second) {
      wrong("pdf 12.7.3.1", "a field is nothing, or stands twice in the tree");
      return;
    }
    const auto object = ", object " + std::to_string(field.getObjectID());
    const auto label = "field '" + given.name +
                       (given.name.empty() || !field.hasKey("/T") ? "" : ".") + text(field, "/T") +
                       "'" + object;
    const bool same = field.getKey("/Parent").getObjGen() == parent.getObjGen();
    if (!same && !(parent.isNull() && field.getKey("/Parent").isNull()))
      wrong("pdf 12.7.3.1", label + ": /Parent is not its parent");
    if (field.hasKey("/T")) {
      const auto part = text(field, "/T");
      if (part.empty() || part.find('.') != std::string::npos)
        wrong("pdf 12.7.3.2", label + ": no name, or one with a dot");
      given.name += (given.name.empty() ? "" : ".") + part;
      if (!names_.insert(given.name).second) wrong("pdf 12.7.3.2", label + ": a name twice");
    }
    if (const auto said = text(field, "/TU"); !said.empty()) given.tooltip = said;
    for (const auto& [key, value] : {std::pair{"/FT", &given.type},
                                     {"/DA", &given.appearance},
                                     {"/Ff", &given.flags},
                                     {"/MaxLen", &given.length}})
      if (field.hasKey(key)) *value = field.getKey(key);
    auto kids = field.getKey("/Kids");
    if (kids.isArray()) {
      for (auto& kid : kids.getArrayAsVector()) this->field(kid, field, given);
    } else {
      widget(field, given, label);
    }
  }

  void widget(QPDFObjectHandle widget, Inherited given, const std::string& label) {
    widgets_.push_back(widget);
    if (!widget.getKey("/Subtype").isNameAndEquals("/Widget"))
      wrong("pdf 12.5.6.19", label + ": no widget");
    if (given.tooltip.empty()) wrong("ua 7.18.1", label + ": no /TU");
    if (widget.hasKey("/A") || widget.hasKey("/AA")) wrong("a 6.4.1", label + ": an action");
    const auto flags = given.flags.isInteger() ? given.flags.getIntValue() : 0;
    if (given.type.isNameAndEquals("/Tx")) {
      text_field(given, flags, label);
    } else if (!given.type.isNameAndEquals("/Btn") || (flags & push) != 0) {
      wrong("pdf 12.7.3.1", label + ": a kind that we do not make");
    }
    look(widget, given.type.isNameAndEquals("/Btn"), label);
    if ((flags & radio) != 0 && !widget.getKey("/Parent").getKey("/Kids").isArray())
      wrong("pdf 12.7.4.2", label + ": a radio field of one button");
  }

  void text_field(Inherited given, long long flags, const std::string& label) {
    const auto appearance = given.appearance.isString() ? given.appearance.getStringValue() : "";
    const auto name = appearance.substr(0, appearance.find(' '));
    if (fonts_.count(name) == 0 || appearance.find(" Tf") == std::string::npos)
      wrong("pdf 12.7.3.3", label + ": its font is not in /DR");
    const bool plain = (flags & (multiline | password | file_select)) == 0;
    if ((flags & comb) != 0 && (!plain || !given.length.isInteger()))
      wrong("pdf 12.7.4.3", label + ": a comb without MaxLen, or of several lines");
  }

  void look(QPDFObjectHandle widget, bool button, const std::string& label) {
    auto looks = widget.getKey("/AP");
    auto normal = looks.isDictionary() ? looks.getKey("/N") : QPDFObjectHandle::newNull();
    if (!looks.isDictionary() || looks.getKeys().size() != 1 ||
        !(button ? normal.isDictionary() : normal.isStream())) {
      wrong("a 6.3.3", label + ": no appearance, or not of the kind");
      return;
    }
    if (!button) {
      if (!drawn_.insert(normal.getObjGen()).second)
        wrong("pdf 12.5.5", label + ": shares the stream that a viewer writes into");
      return;
    }
    auto state = widget.getKey("/AS");
    const auto states = normal.getKeys();
    if (!state.isName() || states.count(state.getName()) == 0)
      wrong("pdf 12.5.5", label + ": its state has no appearance");
    if (states.size() != 2 || states.count("/Off") == 0)
      wrong("pdf 12.7.4.2", label + ": not one way to be on, and Off");
    for (const auto& each : states)
      if (!normal.getKey(each).isStream()) wrong("a 6.3.3", label + ": a state without a stream");
  }

  static std::vector<QPDFObjectHandle> on(const std::vector<QPDFObjectHandle>& pages) {
    std::vector<QPDFObjectHandle> found;
    for (auto page : pages) {
      auto list = page.getKey("/Annots");
      if (!list.isArray()) continue;
      for (auto& each : list.getArrayAsVector())
        if (each.getKey("/Subtype").isNameAndEquals("/Widget")) found.push_back(each);
    }
    return found;
  }

  /// Whoever goes through the fields with the tab key, by the form or by the structure, meets each
  /// once and in one order.
  void compare(const std::vector<QPDFObjectHandle>& others, const std::string& where) {
    std::set<QPDFObjGen> here;
    for (auto& each : widgets_) here.insert(each.getObjGen());
    bool same = others.size() == widgets_.size();
    for (auto each : others) same = same && here.count(each.getObjGen()) != 0;
    if (!same) wrong("pdf 12.7.2", "not the same widgets in the form and in " + where);
    order_.push_back({});
    for (auto each : others) order_.back().push_back(each.getObjGen());
    if (order_.size() == 2 && order_[0] != order_[1])
      wrong("ua 7.18.3", "widgets stand in another order than the structure");
  }

  QPDFObjectHandle form_;
  Findings& findings_;
  std::set<std::string> fonts_, names_;
  std::set<QPDFObjGen> seen_, drawn_;
  std::vector<QPDFObjectHandle> widgets_;
  std::vector<std::vector<QPDFObjGen>> order_;
};

}  // namespace

void check_form(QPDF& pdf, const std::vector<QPDFObjectHandle>& pages,
                const std::vector<QPDFObjectHandle>& read, Findings& findings) {
  Form(pdf, findings).run(pages, read);
}

}  // namespace tongxing::check
