// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/blank.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>

#include "foreign/cleaning.h"

namespace tongxing::foreign {
namespace {

using Handle = QPDFObjectHandle;

/// First `b`, then `a`.
Matrix product(const Matrix& a, const Matrix& b) {
  return {a.a * b.a + a.c * b.b, a.b * b.a + a.d * b.b,       a.a * b.c + a.c * b.d,
          a.b * b.c + a.d * b.d, a.a * b.e + a.c * b.f + a.e, a.b * b.e + a.d * b.f + a.f};
}

/// Requires: it has one; pages are turned and moved, never squeezed.
Matrix inverse(const Matrix& m) {
  const double k = m.a * m.d - m.b * m.c;
  return {m.d / k,
          -m.b / k,
          -m.c / k,
          m.a / k,
          (m.c * m.f - m.d * m.e) / k,
          (m.b * m.e - m.a * m.f) / k};
}

/// How many graphics states a content leaves open, and how many it closes that it never opened.
class StateCounter : public Handle::ParserCallbacks {
 public:
  void handleObject(Handle object) override {
    if (!object.isOperator()) return;
    const auto name = object.getOperatorValue();
    if (name == "q") ++open_;
    if (name == "Q") lowest_ = std::min(lowest_, --open_);
  }
  void handleEOF() override {}
  int open() const { return open_; }
  int lowest() const { return lowest_; }

 private:
  int open_ = 0, lowest_ = 0;
};

/// Does a content stream leave ink? The empty looks of empty fields do not.
class InkSeeker : public Handle::ParserCallbacks {
 public:
  void handleObject(Handle object) override {
    static constexpr std::array<std::string_view, 17> painters = {"f",  "F", "f*", "B",  "B*", "b",
                                                                  "b*", "S", "s",  "Do", "sh", "Tj",
                                                                  "TJ", "'", "\"", "BI", "EI"};
    if (object.isInlineImage()) found_ = true;
    if (object.isOperator() &&
        std::ranges::find(painters, object.getOperatorValue()) != painters.end())
      found_ = true;
  }
  void handleEOF() override {}
  bool found() const { return found_; }

 private:
  bool found_ = false;
};

bool rectangle(Handle array, std::array<double, 4>& out) {
  if (!array.isArray() || array.getArrayNItems() != 4) return false;
  for (int i = 0; i < 4; ++i) {
    auto item = array.getArrayItem(i);
    if (!item.isNumber()) return false;
    out[static_cast<std::size_t>(i)] = item.getNumericValue();
  }
  if (out[0] > out[2]) std::swap(out[0], out[2]);
  if (out[1] > out[3]) std::swap(out[1], out[3]);
  return std::ranges::all_of(out, [](double x) { return std::isfinite(x); });
}

Matrix matrix_of(Handle array) {
  std::array<double, 6> m = {1, 0, 0, 1, 0, 0};
  if (!array.isArray() || array.getArrayNItems() != 6) return {};
  for (int i = 0; i < 6; ++i) {
    auto item = array.getArrayItem(i);
    if (!item.isNumber()) return {};
    m[static_cast<std::size_t>(i)] = item.getNumericValue();
  }
  return {m[0], m[1], m[2], m[3], m[4], m[5]};
}

/// From the space of a look to the user space of its page (12.5.5, algorithm 8.1).
std::optional<Matrix> placed(Handle widget, Handle look) {
  std::array<double, 4> rect{}, box{};
  if (!rectangle(widget.getKey("/Rect"), rect)) return std::nullopt;
  if (!rectangle(look.getDict().getKey("/BBox"), box)) return std::nullopt;
  const auto own = matrix_of(look.getDict().getKey("/Matrix"));
  double left = INFINITY, bottom = INFINITY, right = -INFINITY, top = -INFINITY;
  for (const double x : {box[0], box[2]}) {
    for (const double y : {box[1], box[3]}) {
      const double u = own.a * x + own.c * y + own.e, v = own.b * x + own.d * y + own.f;
      left = std::min(left, u), right = std::max(right, u);
      bottom = std::min(bottom, v), top = std::max(top, v);
    }
  }
  const bool has_area = right > left && top > bottom && rect[2] > rect[0] && rect[3] > rect[1];
  if (!has_area) return std::nullopt;
  const double sx = (rect[2] - rect[0]) / (right - left), sy = (rect[3] - rect[1]) / (top - bottom);
  return Matrix{sx, 0, 0, sy, rect[0] - left * sx, rect[1] - bottom * sy};
}

class Preparation {
 public:
  Preparation(QPDF& file, const OfficialForm& form, Keep keep)
      : file_(file), form_(form), keep_(keep), cleaning_(keep == Keep::flat) {}

  Blank run() {
    const auto pages = file_.getAllPages();
    if (pages.size() != form_.pages.size()) throw std::runtime_error("pages");
    for (std::size_t i = 0; i < pages.size(); ++i) page(pages[i], i);
    looks();
    page_tree();
    catalog();
    auto info = file_.getTrailer().getKey("/Info");
    if (!info.isIndirect() || !info.isDictionary())
      info = file_.makeIndirectObject(Handle::newDictionary());
    cleaning_.take(info);
    blank_.info = info.getObjectID();
    blank_.objects = cleaning_.finish();
    blank_.next = static_cast<int>(file_.getObjectCount()) + 1;
    return std::move(blank_);
  }

 private:
  /// A number that the filling gives to an object of its own.
  Handle reserve() {
    auto reserved = file_.makeIndirectObject(Handle::newDictionary());  // null would be no entry
    cleaning_.leave_to_others(reserved);
    return reserved;
  }

  void page(Handle page, std::size_t index) {
    const auto& seen = form_.pages[index];
    const Matrix upward{1, 0, 0, -1, 0, seen.size.height.pt()};
    auto overlay = reserve();
    blank_.pages.push_back({overlay.getObjectID(), product(seen.to_user, upward)});
    blank_.page_objects.push_back(page.getObjectID());

    auto resources = page.getKey("/Resources");
    resources = resources.isDictionary() ? resources.shallowCopy() : Handle::newDictionary();
    auto objects = resources.getKey("/XObject");
    objects = objects.isDictionary() ? objects.shallowCopy() : Handle::newDictionary();
    std::string name = "/Filled";
    while (objects.hasKey(name)) name += '_';
    objects.replaceKey(name, overlay);
    resources.replaceKey("/XObject", objects);
    page.replaceKey("/Resources", resources);
    enclose(page, name);
  }

  /// The page's own content leaves the graphics state as it found it, then the overlay is drawn.
  void enclose(Handle page, const std::string& name) {
    StateCounter states;
    QPDFPageObjectHelper(page).parseContents(&states);
    std::string before, after = "\n";
    for (int i = states.lowest(); i <= 0; ++i) before += "q\n";
    for (int i = states.lowest(); i <= states.open(); ++i) after += "Q\n";
    auto contents = page.getKey("/Contents");
    std::vector<Handle> all = {Handle::newStream(&file_, before)};
    if (contents.isArray()) {
      for (auto& part : contents.getArrayAsVector()) all.push_back(part);
    } else if (contents.isStream()) {
      all.push_back(contents);
    }
    all.push_back(Handle::newStream(&file_, after + "q " + name + " Do Q\n"));
    page.replaceKey("/Contents", Handle::newArray(all));
  }

  void looks() {
    for (const auto& field : form_.fields) {
      auto& looks = blank_.looks.emplace_back();
      for (const auto& widget : field.widgets) looks.push_back(look(widget));
    }
  }

  std::optional<Look> look(const Widget& widget) {
    if (widget.hidden || !widget.printed || widget.page >= form_.pages.size()) return std::nullopt;
    auto object = file_.getObjectByID(widget.object, 0);
    auto look = entry(entry(object, "/AP"), "/N");
    if (look.isDictionary()) {
      auto state = entry(object, "/AS");
      look = state.isName() ? entry(look, state.getName()) : Handle::newNull();
    }
    if (!look.isStream() || !look.isIndirect()) return std::nullopt;
    InkSeeker seeker;
    Handle::parseContentStream(look, &seeker);
    const auto to_user = placed(object, look);
    if (!seeker.found() || !to_user) return std::nullopt;
    look.getDict().replaceKey("/Type", Handle::newName("/XObject"));
    look.getDict().replaceKey("/Subtype", Handle::newName("/Form"));
    if (keep_ == Keep::flat) cleaning_.take(look);
    return Look{look.getObjectID(), product(inverse(blank_.pages[widget.page].to_user), *to_user)};
  }

  void page_tree() {
    auto root = file_.getRoot().getKey("/Pages");
    cleaning_.leave_to_others(root);
    blank_.page_tree = root.getObjectID();
    blank_.page_tree_entries = cleaning_.entries(
        root, [](const std::string& key) { return key != "/Kids" && key != "/Count"; });
    for (auto& page : file_.getAllPages()) cleaning_.take(page);
  }

  void catalog() {
    auto root = file_.getRoot();
    for (const char* key : {"/Perms", "/Legal", "/NeedsRendering", "/Requirements", "/Collection"})
      root.removeKey(key);
    if (auto names = root.getKey("/Names"); names.isDictionary()) {
      names.removeKey("/JavaScript");
      names.removeKey("/EmbeddedFiles");
    }
    auto form = root.getKey("/AcroForm");
    auto needs = entry(form, "/NeedAppearances");
    blank_.needs_appearances = needs.isBool() && needs.getBoolValue();
    root.removeKey("/AcroForm");
    if (keep_ == Keep::fields && form.isDictionary()) acro_form(root, form);
    cleaning_.take(root);
    blank_.catalog = root.getObjectID();
  }

  void acro_form(Handle root, Handle form) {
    for (const auto& field : form_.fields) {  // before anything is written that refers to them
      field_object(field.object);
      for (const auto& widget : field.widgets) field_object(widget.object);
    }
    for (auto& [number, field] : blank_.fields) split(number, field);
    auto reserved = reserve();
    blank_.form = reserved.getObjectID();
    root.replaceKey("/AcroForm", reserved);
    blank_.form_entries = cleaning_.entries(form, [](const std::string& key) {
      return key != "/DR" && key != "/NeedAppearances" && key != "/XFA" && key != "/SigFlags" &&
             key != "/CO";
    });
    auto resources = form.getKey("/DR");
    if (!resources.isDictionary()) return;
    blank_.resources =
        cleaning_.entries(resources, [](const std::string& key) { return key != "/Font"; });
    if (auto fonts = resources.getKey("/Font"); fonts.isDictionary())
      blank_.fonts = cleaning_.entries(fonts, [](const std::string&) { return true; });
  }

  void field_object(int number) {
    if (number == 0 || !blank_.fields.try_emplace(number).second) return;
    auto object = file_.getObjectByID(number, 0);
    if (!object.isDictionary()) throw std::runtime_error("field");
    cleaning_.leave_to_others(object);
  }

  void split(int number, FieldObject& field) {
    auto object = file_.getObjectByID(number, 0);
    const auto changes = [](const std::string& key) {
      return key == "/V" || key == "/AS" || key == "/AP" || key == "/DA" || key == "/I";
    };
    // A signature is void once the file has changed; rich text would contradict the new value.
    const bool is_signature = is_named(object.getKey("/FT"), "/Sig");
    field.always = cleaning_.entries(object, [&](const std::string& key) {
      return !changes(key) && key != "/RV" && key != "/Lock" && key != "/SV";
    });
    field.blank = cleaning_.entries(object, [&](const std::string& key) {
      return changes(key) && !(is_signature && (key == "/V" || key == "/AP"));
    });
  }

  QPDF& file_;
  const OfficialForm& form_;
  Keep keep_;
  Cleaning cleaning_;
  Blank blank_;
};

}  // namespace

Result<Blank> prepare_blank(const Normalised& file, const OfficialForm& form, Keep keep,
                            const std::filesystem::path& shown) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("form", file.bytes.data(), file.bytes.size());
    return Preparation(pdf, form, keep).run();
  } catch (const std::exception&) {
    return Diagnostic{.code = "F037",
                      .what = "the form cannot be taken apart; something in it is broken",
                      .path = shown.string()};
  }
}

}  // namespace tongxing::foreign
