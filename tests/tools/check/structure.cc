// SPDX-License-Identifier: GPL-3.0-or-later
#include "structure.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "table.h"

namespace tongxing::check {
namespace {

using Names = std::set<std::string>;

/// Parents that a type may stand in; types that are not here stand anywhere.
const std::map<std::string, Names> parents = {
    {"/TR", {"/Table", "/THead", "/TBody"}},
    {"/THead", {"/Table"}},
    {"/TBody", {"/Table"}},
    {"/TH", {"/TR"}},
    {"/TD", {"/TR"}},
    {"/LI", {"/L"}},
    {"/Lbl", {"/LI", "/Note", "/TOCI"}},
    {"/LBody", {"/LI"}},
    {"/TOCI", {"/TOC"}},
};
/// Children that a type is limited to.
const std::map<std::string, Names> children = {
    {"/Table", {"/THead", "/TBody", "/TR"}},
    {"/THead", {"/TR"}},
    {"/TBody", {"/TR"}},
    {"/TR", {"/TH", "/TD"}},
    {"/L", {"/LI"}},
    {"/LI", {"/Lbl", "/LBody"}},
    {"/TOC", {"/TOCI", "/TOC"}},
};
/// Nothing in them is an accident. An empty TD completes its row.
const Names never_empty = {"/P",  "/H1",    "/H2", "/H3",   "/L",      "/LI",   "/Lbl", "/LBody",
                           "/TR", "/Table", "/TH", "/TOCI", "/Figure", "/Link", "/Note"};
const Names others = {"/Document", "/Sect",      "/TD",   "/THead", "/TBody",
                      "/TOC",      "/Reference", "/Form", "/Span"};

class Walker {
 public:
  Walker(QPDF& pdf, const std::vector<QPDFObjectHandle>& pages,
         const std::vector<Content>& contents, Findings& findings)
      : root_(pdf.getRoot().getKey("/StructTreeRoot")),
        pages_(pages),
        contents_(contents),
        findings_(findings) {
    for (std::size_t i = 0; i < pages.size(); ++i) page_index_[pages[i].getObjGen()] = i;
  }

  const std::vector<QPDFObjectHandle>& widgets() const { return widgets_; }

  void run() {
    if (!root_.isDictionary()) {
      wrong("ua 7.1", "no structure tree");
      return;
    }
    read_parent_tree();
    auto top = root_.getKey("/K");
    if (top.isArray() && top.getArrayNItems() == 1) top = top.getArrayItem(0);
    if (!top.isDictionary() || !top.getKey("/S").isNameAndEquals("/Document")) {
      wrong("pdf 14.8.4.2", "the root element is not one Document");
      return;
    }
    element(top, root_, "");
    every_mark_has_an_owner();
    every_annotation_has_an_owner();
  }

 private:
  void wrong(const char* clause, const std::string& text) { findings_.push_back({clause, text}); }

  static std::string name(QPDFObjectHandle element) {
    return element.getKey("/S").isName() ? element.getKey("/S").getName() : "?";
  }
  static std::string label(QPDFObjectHandle element) {
    return name(element) + " (object " + std::to_string(element.getObjectID()) + ")";
  }

  void read_parent_tree() {
    auto tree = root_.getKey("/ParentTree");
    auto numbers = tree.isDictionary() ? tree.getKey("/Nums") : tree;
    if (!numbers.isArray()) {
      wrong("pdf 14.7.4.4", "no parent tree");
      return;
    }
    for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2) {
      const auto key = static_cast<int>(numbers.getArrayItem(i).getIntValue());
      if (!owners_.empty() && key <= owners_.rbegin()->first)
        wrong("pdf 7.9.7", "keys are unsorted");
      owners_[key] = numbers.getArrayItem(i + 1);
    }
    auto next = root_.getKey("/ParentTreeNextKey");
    if (!owners_.empty() && next.isInteger() &&
        static_cast<int>(next.getIntValue()) <= owners_.rbegin()->first) {
      wrong("pdf 14.7.2", "/ParentTreeNextKey is in use");
    }
  }

  void element(QPDFObjectHandle element, QPDFObjectHandle parent, const std::string& parent_name) {
    if (!seen_.insert(element.getObjGen()).second) {
      wrong("pdf 14.7.2", label(element) + " stands twice in the tree");
      return;
    }
    const auto type = name(element);
    if (element.getKey("/P").getObjGen() != parent.getObjGen()) {
      wrong("pdf 14.7.2", label(element) + ": /P is not its parent");
    }
    if (never_empty.count(type) == 0 && others.count(type) == 0) {
      wrong("ua 7.1", label(element) + " is no standard type that we use");
    }
    if (const auto allowed = parents.find(type);
        allowed != parents.end() && allowed->second.count(parent_name) == 0) {
      wrong("ua 7.2", label(element) + " must not stand in " + parent_name);
    }
    if (const auto allowed = children.find(parent_name);
        allowed != children.end() && allowed->second.count(type) == 0) {
      wrong("ua 7.2", label(element) + " must not stand in " + parent_name);
    }
    properties(element, type);
    kids(element, type);
  }

  void properties(QPDFObjectHandle element, const std::string& type) {
    auto language = element.getKey("/Lang");
    if (language.isString() && !is_language(language.getUTF8Value())) {
      wrong("ua 7.2", label(element) + ": /Lang is no language tag");
    }
    if (type.size() == 3 && type[1] == 'H' && type[2] >= '1' && type[2] <= '3')
      heading(element, type);
    if (type == "/Figure") figure(element);
    if (type == "/TH" && !attribute(element, "/Scope").isName()) {
      wrong("ua 7.5", label(element) + " has no Scope");
    }
    if (type == "/Note") note(element);
    if (type == "/Form") form(element);
    if (type == "/Table") check_table(element, findings_);
  }

  void heading(QPDFObjectHandle element, const std::string& type) {
    const int level = type[2] - '0';
    if (level > heading_ + 1) wrong("ua 7.4.2", label(element) + " skips a level");
    heading_ = level;
  }

  void figure(QPDFObjectHandle element) {
    const auto said = [&](const char* key) {
      auto value = element.getKey(key);
      return value.isString() && !value.getUTF8Value().empty();
    };
    if (!said("/Alt") && !said("/ActualText")) wrong("ua 7.3", label(element) + " has no Alt");
    auto box = attribute(element, "/BBox");
    if (!box.isArray() || box.getArrayNItems() != 4) {
      wrong("pdf 14.8.5.4", label(element) + " has no BBox");
    }
  }

  void note(QPDFObjectHandle element) {
    auto id = element.getKey("/ID");
    if (!id.isString() || !note_ids_.insert(id.getStringValue()).second) {
      wrong("ua 7.9", label(element) + " has no ID of its own");
    }
  }

  /// A field on the screen is all that its Form has; one drawn as ink says what it is.
  void form(QPDFObjectHandle element) {
    auto role = attribute(element, "/Role");
    auto kid = element.getKey("/K");
    const bool widget = kid.isDictionary() && kid.getKey("/Type").isNameAndEquals("/OBJR");
    if (widget && role.isNull()) return;
    if (widget) wrong("pdf 14.8.4.5", label(element) + " is both a widget and ink");
    static const Names roles = {"/rb", "/cb", "/pb", "/tv"};
    if (!role.isName() || roles.count(role.getName()) == 0) {
      wrong("pdf 14.8.5.6", label(element) + " has no PrintField role");
    }
  }

  void kids(QPDFObjectHandle element, const std::string& type) {
    auto kids = element.getKey("/K");
    std::vector<QPDFObjectHandle> list;
    if (kids.isArray()) {
      list = kids.getArrayAsVector();
    } else if (!kids.isNull()) {
      list.push_back(kids);
    }
    if (list.empty() && never_empty.count(type) != 0) {
      wrong("ua 7.1", label(element) + " is empty");
    }
    bool annotated = false;
    for (auto& kid : list) {
      if (kid.isInteger()) {
        mark(element, element.getKey("/Pg"), kid);
      } else if (!kid.isDictionary()) {
        wrong("pdf 14.7.2", label(element) + ": a kid is nothing");
      } else if (kid.getKey("/Type").isNameAndEquals("/MCR")) {
        mark(element, kid.hasKey("/Pg") ? kid.getKey("/Pg") : element.getKey("/Pg"),
             kid.getKey("/MCID"));
      } else if (kid.getKey("/Type").isNameAndEquals("/OBJR")) {
        annotated = true;
        annotation(element, kid.getKey("/Obj"));
      } else {
        this->element(kid, element, type);
      }
    }
    if (type == "/Link" && !annotated) wrong("ua 7.18.5", label(element) + " has no annotation");
  }

  void mark(QPDFObjectHandle element, QPDFObjectHandle page, QPDFObjectHandle number) {
    const auto found = page_index_.find(page.getObjGen());
    if (found == page_index_.end() || !number.isInteger()) {
      wrong("pdf 14.7.4", label(element) + ": its content is on no page");
      return;
    }
    const auto mcid = static_cast<int>(number.getIntValue());
    const auto index = found->second;
    const auto where = "MCID " + std::to_string(mcid) + " of page " + std::to_string(index + 1);
    const auto& marks = contents_[index].marks;
    const auto written = marks.find(mcid);
    if (written == marks.end()) {
      wrong("pdf 14.7.4", label(element) + ": " + where + " is not there");
    } else if (written->second != name(element)) {
      wrong("pdf 14.7.4", label(element) + ": " + where + " was written as " + written->second);
    }
    if (!claimed_.insert({index, mcid}).second) {
      wrong("pdf 14.7.4", label(element) + ": " + where + " has two owners");
    }
    auto list = owner(pages_[index].getKey("/StructParents"));
    if (!list.isArray() || mcid >= list.getArrayNItems() ||
        list.getArrayItem(mcid).getObjGen() != element.getObjGen()) {
      wrong("pdf 14.7.4.4", label(element) + ": the parent tree does not know " + where);
    }
  }

  void annotation(QPDFObjectHandle element, QPDFObjectHandle annotation) {
    if (!annotation.isDictionary()) {
      wrong("pdf 14.7.4.3", label(element) + ": its annotation is nothing");
      return;
    }
    claimed_annotations_.insert(annotation.getObjGen());
    if (owner(annotation.getKey("/StructParent")).getObjGen() != element.getObjGen()) {
      wrong("pdf 14.7.4.4", label(element) + ": the parent tree does not know its annotation");
    }
    if (annotation.getKey("/Subtype").isNameAndEquals("/Widget")) {
      widgets_.push_back(annotation);
      if (name(element) != "/Form") wrong("ua 7.18.4", label(element) + " holds a widget");
      return;
    }
    const bool link = annotation.getKey("/Subtype").isNameAndEquals("/Link");
    if (link != (name(element) == "/Link")) {
      wrong("ua 7.18.5", label(element) + " holds a link annotation, or a Link another kind");
    }
  }

  QPDFObjectHandle owner(QPDFObjectHandle key) {
    if (!key.isInteger()) return QPDFObjectHandle::newNull();
    const auto found = owners_.find(static_cast<int>(key.getIntValue()));
    return found == owners_.end() ? QPDFObjectHandle::newNull() : found->second;
  }

  void every_mark_has_an_owner() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const auto page = "page " + std::to_string(i + 1);
      for (const auto& [mcid, tag] : contents_[i].marks) {
        if (claimed_.count({i, mcid}) == 0) {
          wrong("ua 7.1", page + ": no element owns MCID " + std::to_string(mcid));
        }
      }
      auto list = owner(pages_[i].getKey("/StructParents"));
      const auto count = static_cast<int>(contents_[i].marks.size());
      if (!list.isArray() || list.getArrayNItems() != count) {
        wrong("pdf 14.7.4.4",
              page + ": the parent tree's list is not as long as its marks are many");
      }
      if (i > 0 && list.isArray() && list.getObjGen() == last_list_) {
        wrong("pdf 14.7.4.4", page + ": shares its key with another page");
      }
      last_list_ = list.getObjGen();
    }
  }

  void every_annotation_has_an_owner() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const auto page = "page " + std::to_string(i + 1);
      auto list = pages_[i].getKey("/Annots");
      if (!list.isArray()) continue;
      if (!pages_[i].getKey("/Tabs").isNameAndEquals("/S"))
        wrong("ua 7.18.3", page + ": Tabs is not S");
      for (auto& annotation : list.getArrayAsVector()) {
        if (claimed_annotations_.count(annotation.getObjGen()) == 0) {
          wrong("ua 7.18.5", page + ": an annotation that no element refers to (OBJR)");
        }
        auto contents = annotation.getKey("/Contents");
        const bool widget = annotation.getKey("/Subtype").isNameAndEquals("/Widget");
        if (!widget && (!contents.isString() || contents.getUTF8Value().empty())) {
          wrong("ua 7.18.5", page + ": an annotation without Contents");
        }
        auto flags = annotation.getKey("/F");
        if (!flags.isInteger() || (flags.getIntValue() & 0x27) != 4) {
          wrong("a 6.3.2", page + ": an annotation that is hidden or not printed");
        }
      }
    }
  }

  QPDFObjectHandle root_;
  std::vector<QPDFObjectHandle> pages_;
  const std::vector<Content>& contents_;
  Findings& findings_;
  std::map<QPDFObjGen, std::size_t> page_index_;
  std::map<int, QPDFObjectHandle> owners_;
  std::set<QPDFObjGen> seen_, claimed_annotations_;
  std::vector<QPDFObjectHandle> widgets_;
  std::set<std::pair<std::size_t, int>> claimed_;
  std::set<std::string> note_ids_;
  QPDFObjGen last_list_;
  int heading_ = 0;
};

}  // namespace

std::vector<QPDFObjectHandle> check_structure(QPDF& pdf, const std::vector<QPDFObjectHandle>& pages,
                                              const std::vector<Content>& contents,
                                              Findings& findings) {
  Walker walker(pdf, pages, contents, findings);
  walker.run();
  return walker.widgets();
}

}  // namespace tongxing::check
