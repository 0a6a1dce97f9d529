// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/field_tree.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace tongxing::foreign {
namespace {

using PoDoFo::PdfArray;
using PoDoFo::PdfObject;

constexpr int deepest = 64;                  // levels; real forms have up to 8
constexpr std::size_t most_nodes = 200'000;  // a form of 100 pages has a few thousand

class Walk {
 public:
  Walk(const Objects& objects, const Pages& pages)
      : objects_(objects), pages_(pages), form_(objects.at(objects.catalog(), "AcroForm")) {}
  std::vector<FieldNode> fields();

 private:
  void visit(const PdfObject* node, FieldNode inherited, int depth);
  void visit_orphan(const PdfObject* widget);
  FieldNode defaults() const;
  void inherit(const PdfObject* node, FieldNode& into) const;
  void ask_widget(const PdfObject* widget, FieldNode& field) const;
  bool is_field(const PdfObject* kid) const;
  bool seen(const PdfObject* node) { return !seen_.insert(node).second; }
  void add(FieldNode field);

  const Objects& objects_;
  const Pages& pages_;
  const PdfObject* form_;
  std::set<const PdfObject*> seen_;
  std::vector<FieldNode> found_;
  std::map<std::pair<std::string, std::string>, std::size_t> index_;  // name, /FT
};

/// What the node says itself stands above what it has inherited.
void Walk::inherit(const PdfObject* node, FieldNode& into) const {
  const auto take = [&](const char* key, const PdfObject*& member) {
    if (const PdfObject* own = objects_.at(node, key)) member = own;
  };
  if (const std::string part = text_of(objects_.at(node, "T")); !part.empty())
    into.name += (into.name.empty() ? "" : ".") + part;
  take("FT", into.type);
  take("Ff", into.flags);
  take("V", into.value);
  take("MaxLen", into.length);
  take("Opt", into.options);
  take("DA", into.appearance);
  take("Q", into.alignment);
  take("TU", into.tooltip);
}

/// What only the box says: how its text looks; and what the field itself has left out.
void Walk::ask_widget(const PdfObject* widget, FieldNode& field) const {
  if (!field.type) return inherit(widget, field);
  if (const PdfObject* own = objects_.at(widget, "DA")) field.appearance = own;
  if (const PdfObject* own = objects_.at(widget, "Q")) field.alignment = own;
  if (!field.tooltip) field.tooltip = objects_.at(widget, "TU");
}

/// A kid without a name is a widget of its parent, but for a group that somebody forgot to name.
bool Walk::is_field(const PdfObject* kid) const {
  return objects_.at(kid, "T") ||
         (objects_.array_at(kid, "Kids") && !is_name(objects_.at(kid, "Subtype"), "Widget"));
}

void Walk::add(FieldNode field) {
  if (field.name.empty() || !field.type || !field.type->IsName()) return;
  const auto [known, is_new] =
      index_.try_emplace({field.name, field.type->GetName().GetName()}, found_.size());
  if (is_new) {
    found_.push_back(std::move(field));
  } else {
    auto& widgets = found_[known->second].widgets;
    widgets.insert(widgets.end(), field.widgets.begin(), field.widgets.end());
  }
}

void Walk::visit(const PdfObject* node, FieldNode inherited, int depth) {
  node = objects_.follow(node);
  if (!node || !node->IsDictionary() || depth > deepest || seen_.size() > most_nodes) return;
  if (seen(node)) return;
  inherit(node, inherited);
  inherited.dictionary = node;
  const PdfArray* kids = objects_.array_at(node, "Kids");
  std::vector<const PdfObject*> fields;
  if (kids)
    for (const PdfObject& item : *kids)
      if (const PdfObject* kid = objects_.follow(&item); kid && kid->IsDictionary()) {
        if (is_field(kid))
          fields.push_back(kid);
        else if (!seen(kid))
          inherited.widgets.push_back(kid);
      }
  for (const PdfObject* kid : fields) {
    FieldNode child = inherited;
    child.widgets.clear();
    visit(kid, std::move(child), depth + 1);
  }
  if (is_name(objects_.at(node, "Subtype"), "Widget"))
    inherited.widgets.insert(inherited.widgets.begin(), node);
  if (!inherited.widgets.empty()) ask_widget(inherited.widgets.front(), inherited);
  if (fields.empty() || !inherited.widgets.empty()) add(std::move(inherited));
}

/// A widget that no one in /Fields knows of: its parents say what it is.
void Walk::visit_orphan(const PdfObject* widget) {
  std::vector<const PdfObject*> line = {widget};
  while (line.size() < deepest)
    if (const PdfObject* parent = objects_.at(line.back(), "Parent");
        parent && parent->IsDictionary() && std::ranges::find(line, parent) == line.end())
      line.push_back(parent);
    else
      break;
  FieldNode field = defaults();
  for (auto node = line.rbegin(); node != line.rend(); ++node) inherit(*node, field);
  const bool has_name = line.size() == 1 || objects_.at(widget, "T");
  field.dictionary = has_name ? widget : line[1];
  field.widgets = {widget};
  add(std::move(field));
}

FieldNode Walk::defaults() const {
  FieldNode top;
  top.appearance = objects_.at(form_, "DA");
  top.alignment = objects_.at(form_, "Q");
  return top;
}

std::vector<FieldNode> Walk::fields() {
  if (const PdfArray* roots = objects_.array_at(form_, "Fields"))
    for (const PdfObject& root : *roots) visit(&root, defaults(), 0);
  for (const PdfObject* page : pages_.dictionaries)
    if (const PdfArray* annotations = objects_.array_at(page, "Annots"))
      for (const PdfObject& item : *annotations)
        if (const PdfObject* each = objects_.follow(&item);
            is_name(objects_.at(each, "Subtype"), "Widget") && !seen(each))
          visit_orphan(each);
  return std::move(found_);
}

}  // namespace

std::vector<FieldNode> find_fields(const Objects& objects, const Pages& pages) {
  return Walk(objects, pages).fields();
}

}  // namespace tongxing::foreign
