// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/fields.h"

#include <algorithm>
#include <cassert>

#include "pdf/content.h"

namespace tongxing::pdf {
namespace {

using page::Fillable;
using Kind = Fillable::Kind;

// Field flags (tables 226 and 228).
constexpr std::int64_t radio = 1 << 15, multiline = 1 << 12, no_spelling = 1 << 22, comb = 1 << 24;

std::int64_t flags(const Fillable& field) {
  if (field.kind == Kind::radio) return radio;
  if (field.kind == Kind::check) return 0;
  return no_spelling | (field.multiline ? multiline : 0) | (field.comb ? comb : 0);
}

}  // namespace

Fields::Fields(const page::Document& document) : document_(document) {
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    const auto& fields = document.pages[page].fields;
    auto& looks = looks_.emplace_back();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto& field = fields[i];
      auto at = top;
      std::string_view rest = field.name;
      for (bool more = true; more;) {
        const auto dot = rest.find('.');
        at = node(rest.substr(0, dot), at);
        more = dot != std::string_view::npos;
        rest.remove_prefix(more ? dot + 1 : rest.size());
      }
      nodes_[at].widgets.push_back({page, i});
      if (field.kind == Kind::text) {
        // Not shared: some viewers write into it.
        looks.push_back({appearances_.size(), 0});
        appearances_.push_back({field.box.size, nullptr, true});
      } else {
        const auto* mark = field.mark ? &*field.mark : nullptr;
        const auto on = appearance(field.box.size, mark);
        looks.push_back({on, appearance(field.box.size, nullptr)});
      }
    }
  }
}

std::size_t Fields::node(std::string_view name, std::size_t parent) {
  assert(!name.empty());
  const auto& siblings = parent == top ? roots_ : nodes_[parent].children;
  for (const auto each : siblings)
    if (nodes_[each].name == name) return each;
  const auto made = nodes_.size();
  nodes_.push_back({std::string(name), parent, {}, {}});
  (parent == top ? roots_ : nodes_[parent].children).push_back(made);
  return made;
}

std::size_t Fields::appearance(page::Size size, const page::Path* mark) {
  const auto same = [&](const Appearance& other) {
    if (other.is_text || other.size != size) return false;
    return mark && other.mark ? *mark == *other.mark : mark == other.mark;
  };
  const auto found = std::find_if(appearances_.begin(), appearances_.end(), same);
  if (found == appearances_.end()) {
    appearances_.push_back({size, mark, false});
    return appearances_.size() - 1;
  }
  return static_cast<std::size_t>(found - appearances_.begin());
}

/// A field with one widget is one object with it (12.7.3.1); a radio field never is.
ObjectNumber Fields::number(std::size_t i, const Numbers& numbers) const {
  const auto& widgets = nodes_[i].widgets;
  if (widgets.size() == 1 && at(widgets.front()).kind != Kind::radio)
    return number(widgets.front(), numbers);
  return numbers.first + 1 + static_cast<ObjectNumber>(i);
}

void Fields::put_references(std::string& out, const std::vector<std::size_t>& nodes,
                            const Numbers& numbers) const {
  out += '[';
  for (const auto each : nodes) {
    put_reference(out, number(each, numbers));
    out += ' ';
  }
  out += ']';
}

/// Entries of the field dictionary that has the last part of the name.
void Fields::put_field(std::string& out, std::size_t i, const Numbers& numbers) const {
  const auto& node = nodes_[i];
  out += "/T";
  put_text(out, node.name);
  if (node.parent != top) {
    out += "/Parent ";
    put_reference(out, number(node.parent, numbers));
  }
  if (node.widgets.empty()) return;
  assert(node.children.empty());
  const auto& field = at(node.widgets.front());
  if (field.kind != Kind::text) {
    out += "/FT/Btn/V/Off";
  } else {
    out += "/FT/Tx/DA(/" + numbers.font_name + ' ';
    put(out, field.size);
    out += " Tf 0 g)";
    if (field.max_length != 0) {
      out += "/MaxLen ";
      put(out, field.max_length);
    }
  }
  if (const auto value = flags(field); value != 0) {
    out += "/Ff ";
    put(out, value);
  }
}

/// Entries of the annotation (12.5.6.19). F 4: it is printed.
void Fields::put_widget(std::string& out, Place place, const Numbers& numbers) const {
  const auto& field = at(place);
  const auto& page = document_.pages[place.page];
  const auto& where = numbers.widgets[place.page];
  const auto look = looks_[place.page][place.field];
  const auto drawn = [&](std::size_t i) {
    put_reference(out, numbers.first + 1 + static_cast<ObjectNumber>(nodes_.size() + i));
  };
  out += "/Type/Annot/Subtype/Widget/F 4/BS<</W 0>>/P ";
  put_reference(out, where.page);
  out += "/Rect";
  put_box(out, field.box, page.size.height);
  out += "/TU";
  put_text(out, field.tooltip);
  out += "/StructParent ";
  put(out, where.first_key + static_cast<std::int64_t>(place.field));
  out += "/AP<</N";
  if (field.kind == Kind::text) {
    out += ' ';
    drawn(look.on);
  } else {
    out += "<<";
    put_name(out, field.option);
    out += ' ';
    drawn(look.on);
    out += "/Off ";
    drawn(look.off);
    out += ">>";
  }
  out += ">>";
  if (field.kind != Kind::text) out += "/AS/Off";
}

void Fields::write_node(PartBuilder& part, std::size_t i, const Numbers& numbers) const {
  const auto& node = nodes_[i];
  const auto itself = number(i, numbers);
  const bool merged = node.widgets.size() == 1 && itself == number(node.widgets.front(), numbers);
  {
    auto& out = part.object(itself);
    out += "<<";
    put_field(out, i, numbers);
    if (merged) {
      put_widget(out, node.widgets.front(), numbers);
    } else if (!node.children.empty()) {
      out += "/Kids";
      put_references(out, node.children, numbers);
    } else {
      out += "/TU";
      put_text(out, at(node.widgets.front()).group);
      out += "/Kids[";
      for (const auto place : node.widgets) {
        put_reference(out, number(place, numbers));
        out += ' ';
      }
      out += ']';
    }
    out += ">>";
  }
  if (merged) return;
  for (const auto place : node.widgets) {
    auto& out = part.object(number(place, numbers));
    out += "<</Parent ";
    put_reference(out, itself);
    put_widget(out, place, numbers);
    out += ">>";
  }
}

void Fields::write_appearance(PartBuilder& part, std::size_t i, const Numbers& numbers) const {
  const auto& look = appearances_[i];
  std::string dictionary = "/Type/XObject/Subtype/Form/BBox";
  put_box(dictionary, {{}, look.size}, look.size.height);
  dictionary += "/Resources<<";
  if (look.is_text) {
    dictionary += "/Font<</" + numbers.font_name + ' ';
    put_reference(dictionary, numbers.font);
    dictionary += ">>";
  }
  dictionary += ">>";
  std::string drawn;
  if (look.is_text) drawn = "/Tx BMC\nEMC\n";
  if (look.mark) drawn = operators(*look.mark, look.size.height);
  part.stream(numbers.first + 1 + static_cast<ObjectNumber>(nodes_.size() + i), dictionary, drawn,
              Packing::stored);
}

void Fields::write(PartBuilder& part, const Numbers& numbers) const {
  {
    auto& out = part.object(numbers.first);
    out += "<</Fields";
    put_references(out, roots_, numbers);
    out += "/DA(/" + numbers.font_name + " 0 Tf 0 g)/DR<</Font<</" + numbers.font_name + ' ';
    put_reference(out, numbers.font);
    out += ">>>>>>";
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) write_node(part, i, numbers);
  for (std::size_t i = 0; i < appearances_.size(); ++i) write_appearance(part, i, numbers);
}

}  // namespace tongxing::pdf
