// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/attributes.h"

#include <algorithm>

#include "foreign/default_appearance.h"
#include "foreign/text_string.h"

namespace tongxing::foreign {
namespace {

using PoDoFo::PdfArray;
using PoDoFo::PdfObject;

/// Bit `position` of /Ff, counted from 1 as the tables 221, 226, 228 and 230 do.
constexpr bool bit(long flags, int position) {
  return (flags >> (position - 1) & 1) != 0;
}

std::optional<FieldType> type_of(const PdfObject* type, long flags) {
  if (is_name(type, "Tx")) return FieldType::text;
  if (is_name(type, "Sig")) return FieldType::signature;
  if (is_name(type, "Ch")) return bit(flags, 18) ? FieldType::combo : FieldType::list;
  if (!is_name(type, "Btn")) return std::nullopt;
  return bit(flags, 17)   ? FieldType::button
         : bit(flags, 16) ? FieldType::radio
                          : FieldType::checkbox;
}

bool is_toggle(FieldType type) {
  return type == FieldType::checkbox || type == FieldType::radio;
}

void read_flags(long flags, Field& field) {
  field.read_only = bit(flags, 1);
  field.required = bit(flags, 2);
  if (field.type == FieldType::text) {
    field.multiline = bit(flags, 13);
    field.password = bit(flags, 14);
    field.file_select = bit(flags, 21);
    field.rich_text = bit(flags, 26);
    // Table 228: meaningful only with MaxLen and without these three.
    field.comb = bit(flags, 25) && field.max_length && !field.multiline && !field.password &&
                 !field.file_select;
  }
  field.radios_in_unison = field.type == FieldType::radio && bit(flags, 26);
  field.editable = field.type == FieldType::combo && bit(flags, 19);
  field.multi_select = field.type == FieldType::list && bit(flags, 22);
}

/// Choice fields: each entry a text, or a pair of export value and text (12.7.4.4, table 231).
void read_choices(const PdfObject* options, const Objects& objects, Field& field) {
  if (!options || !options->IsArray()) return;
  for (const PdfObject& item : options->GetArray()) {
    const PdfObject* entry = objects.follow(&item);
    if (!entry) continue;
    if (entry->IsArray() && !entry->GetArray().empty()) {
      const PdfArray& pair = entry->GetArray();
      field.options.push_back(
          {text_of(objects.follow(&pair[0])), text_of(objects.follow(&pair[pair.size() - 1]))});
    } else if (!entry->IsArray()) {
      const std::string text = text_of(entry);
      field.options.push_back({text, text});
    }
  }
}

/// The states in which a button is on: the keys of /AP /N but Off.
std::vector<std::string> on_states(const PdfObject* widget, const Objects& objects) {
  std::vector<std::string> states;
  const PdfObject* normal = objects.at(objects.at(widget, "AP"), "N");
  if (normal && normal->IsDictionary() && !normal->HasStream())
    for (const auto& [name, unused] : normal->GetDictionary().GetKeys())
      if (name.GetName() != "Off") states.push_back(name_text(name.GetName()));
  const std::string now = text_of(objects.at(widget, "AS"));
  if (states.empty() && !now.empty() && now != "Off") states.push_back(now);
  return states;
}

/// Buttons: the on-states in the order of the widgets; /Opt has a text for each widget
/// (12.7.4.2.3).
void read_states(const FieldNode& node, const Objects& objects, Field& field) {
  const PdfArray* texts =
      node.options && node.options->IsArray() ? &node.options->GetArray() : nullptr;
  for (std::size_t i = 0; i < node.widgets.size(); ++i)
    for (const std::string& state : on_states(node.widgets[i], objects)) {
      if (std::ranges::find(field.options, state, &FieldOption::value) != field.options.end())
        continue;
      const std::string text =
          texts && i < texts->size() ? text_of(objects.follow(&(*texts)[i])) : "";
      field.options.push_back({state, text.empty() ? state : text});
    }
}

void read_values(const PdfObject* value, const Objects& objects, Field& field) {
  if (!value || field.type == FieldType::signature || field.type == FieldType::button) return;
  const auto add = [&](const PdfObject* each) {
    std::string text = text_of(each);
    if (!text.empty() && !(is_toggle(field.type) && text == "Off"))
      field.values.push_back(std::move(text));
  };
  if (!value->IsArray()) return add(value);
  for (const PdfObject& item : value->GetArray()) add(objects.follow(&item));
}

Colour read_colour(const PdfArray* numbers, const Objects& objects) {
  Colour colour;
  const std::size_t count = numbers ? numbers->size() : 0;
  if (count != 1 && count != 3 && count != 4) return colour;
  for (const PdfObject& item : *numbers)
    colour.components.push_back(std::clamp(objects.number(&item).value_or(0), 0.0, 1.0));
  return colour;
}

BorderStyle border_style(const PdfObject* name) {
  return is_name(name, "D")   ? BorderStyle::dashed
         : is_name(name, "B") ? BorderStyle::beveled
         : is_name(name, "I") ? BorderStyle::inset
         : is_name(name, "U") ? BorderStyle::underline
                              : BorderStyle::solid;
}

/// By how much the widget's own appearance turns its text, counterclockwise.
long turned_by_appearance(const PdfObject* dictionary, const Objects& objects) {
  const auto* normal = objects.at(objects.at(dictionary, "AP"), "N");
  const auto* matrix = objects.array_at(normal, "Matrix");
  if (!matrix || matrix->size() < 2) return 0;
  const double a = objects.number(&(*matrix)[0]).value_or(1);
  const double b = objects.number(&(*matrix)[1]).value_or(0);
  if (std::abs(a) >= std::abs(b)) return a < 0 ? 180 : 0;
  return b > 0 ? 90 : 270;
}

void read_look(const PdfObject* dictionary, const Objects& objects, Widget& widget) {
  const PdfObject* look = objects.at(dictionary, "MK");
  widget.background = read_colour(objects.array_at(look, "BG"), objects);
  widget.border = read_colour(objects.array_at(look, "BC"), objects);
  // Who turns a page with its fields often leaves /R out.
  const long own = objects.at(look, "R") ? objects.integer_at(look, "R", 0) / 90 * 90
                                         : turned_by_appearance(dictionary, objects);
  const long turned = own - widget.rotation;
  widget.rotation = static_cast<int>((turned % 360 + 360) % 360);
  if (const PdfObject* style = objects.at(dictionary, "BS")) {
    widget.border_width = objects.number_at(style, "W").value_or(1);
    widget.border_style = border_style(objects.at(style, "S"));
  } else if (const PdfArray* border = objects.array_at(dictionary, "Border");
             border && border->size() >= 3) {
    widget.border_width = objects.number(&(*border)[2]).value_or(1);
  }
  widget.border_width = std::clamp(widget.border_width, 0.0, 1000.0);
}

std::optional<Widget> read_widget(const PdfObject* dictionary, const Objects& objects,
                                  const Pages& pages) {
  const auto page = pages.page_of.find(number_of(dictionary));
  if (page == pages.page_of.end()) return std::nullopt;
  Widget widget;
  widget.object = number_of(dictionary);
  widget.page = page->second;
  const OfficialPage& where = pages.pages[widget.page];
  widget.box =
      as_seen(where, user_box(objects, objects.at(dictionary, "Rect")).value_or(UserBox{}));
  widget.rotation = where.rotation;  // until read_look has taken /MK /R into account
  read_look(dictionary, objects, widget);
  const long flags = objects.integer_at(dictionary, "F", 0);  // table 165
  widget.hidden = bit(flags, 2) || bit(flags, 6);
  widget.printed = bit(flags, 3);
  return widget;
}

}  // namespace

std::optional<Field> describe(const FieldNode& node, const Objects& objects, const Pages& pages) {
  const long flags =
      node.flags && node.flags->IsNumber() ? static_cast<long>(node.flags->GetNumber()) : 0;
  const auto type = type_of(node.type, flags);
  if (!type) return std::nullopt;
  Field field;
  field.name = node.name;
  field.type = *type;
  field.object = number_of(node.dictionary);
  if (const auto length = objects.number(node.length); length && *length >= 1 && *length < 1e6)
    field.max_length = static_cast<std::size_t>(*length);
  read_flags(flags, field);
  field.tooltip = text_of(node.tooltip);
  const double alignment = objects.number(node.alignment).value_or(0);
  field.alignment = alignment == 1 || alignment == 2 ? static_cast<int>(alignment) : 0;
  read_default_appearance(text_bytes(node.appearance), field);
  if (is_toggle(field.type)) read_states(node, objects, field);
  if (field.type == FieldType::combo || field.type == FieldType::list)
    read_choices(node.options, objects, field);
  read_values(node.value, objects, field);
  for (const PdfObject* dictionary : node.widgets)
    if (auto widget = read_widget(dictionary, objects, pages)) {
      if (is_toggle(field.type))
        if (const auto states = on_states(dictionary, objects); !states.empty())
          widget->on_state = states.front();
      field.widgets.push_back(*std::move(widget));
    }
  return field;
}

}  // namespace tongxing::foreign
