// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/form_data.h"

#include <charconv>
#include <numeric>

#include "library/text_reader.h"

namespace tongxing::library {

namespace {

using data::Value;
using model::Cell;
using model::Field;

constexpr double grid_mm = 174, photo_mm = 37.5, comb_cell_mm = 5.5, row_mm = 11.25;

class FormReader {
 public:
  Result<model::Form> read(FormId id, const Value& root) {
    model::Form form;
    form.id = std::move(id);
    if (reader_.need_map(root)) {
      reader_.only_keys(root, {"id", "title", "notice", "sources", "pages"});
      if (const auto* title = reader_.need(root, "title")) form.title = said(*title);
      if (const auto* notice = reader_.need(root, "notice")) form.notice = said(*notice);
      form.sources = reader_.sources(root.find("sources"));
      if (const auto* pages = reader_.need(root, "pages"); pages && reader_.need_list(*pages))
        for (const auto& page : pages->items) form.pages.push_back(read_page(page));
    }
    if (!reader_.found().empty()) return reader_.take();
    return form;
  }

 private:
  model::Bilingual said(const Value& value) {
    auto text = reader_.bilingual(value);
    reader_.check(text, {}, value.where);
    return text;
  }

  model::FormPage read_page(const Value& value) {
    model::FormPage page;
    if (const auto* sections = reader_.need(value, "sections");
        sections && reader_.need_list(*sections))
      for (const auto& section : sections->items) page.sections.push_back(read_section(section));
    return page;
  }

  model::FormSection read_section(const Value& value) {
    model::FormSection section;
    reader_.only_keys(value, {"title", "photo", "rows"});
    if (const auto* title = value.find("title")) section.title = said(*title);
    section.photo = is_yes(value.find("photo"));
    if (const auto* rows = reader_.need(value, "rows"); rows && reader_.need_list(*rows))
      for (const auto& row : rows->items)
        section.rows.push_back(read_row(row, section.photo ? grid_mm - photo_mm : grid_mm));
    return section;
  }

  model::FormRow read_row(const Value& value, double width) {
    model::FormRow row;
    row.height = Length::mm(row_mm);
    const Value* cells = &value;
    if (value.is_map()) {
      reader_.only_keys(value, {"height", "cells"});
      if (const auto* height = reader_.need(value, "height")) row.height = Length::mm(mm(*height));
      cells = reader_.need(value, "cells");
    }
    if (!cells || !reader_.need_list(*cells)) return row;
    Length sum{};
    for (const auto& cell : cells->items) {
      row.cells.push_back(read_cell(cell));
      sum += row.cells.back().width;
    }
    if (sum != Length::mm(width) && std::abs(sum.milli() - Length::mm(width).milli()) > 20)
      reader_.report("T110",
                     {"the cells of this row are {0} mm wide, the grid {1} mm",
                      {{number_text(sum.mm())}, {number_text(width)}}},
                     value.where);
    return row;
  }

  Cell read_cell(const Value& value) {
    Cell cell;
    if (!reader_.need_map(value)) return cell;
    reader_.only_keys(
        value, {"label", "width", "text", "comb", "groups", "choice", "columns", "options", "date",
                "signature", "sign_date", "statement", "official", "lines", "optional"});
    if (const auto* width = reader_.need(value, "width")) cell.width = Length::mm(mm(*width));
    if (const auto* label = value.find("label"))
      cell.label = said(*label);
    else
      cell.field = read_field(value, cell.width);
    return cell;
  }

  Field read_field(const Value& value, Length width) {
    struct Named {
      const char* key;
      Field::Kind kind;
    };
    constexpr Named kinds[] = {
        {"text", Field::Kind::text},           {"comb", Field::Kind::comb},
        {"choice", Field::Kind::choice},       {"date", Field::Kind::date},
        {"signature", Field::Kind::signature}, {"sign_date", Field::Kind::sign_date},
        {"statement", Field::Kind::statement}, {"official", Field::Kind::official}};
    Field field;
    field.where = value.where;
    for (const auto& [key, kind] : kinds) {
      const auto* named = value.find(key);
      if (!named) continue;
      field.kind = kind;
      if (kind == Field::Kind::statement || kind == Field::Kind::official)
        field.statement = said(*named);
      else
        field.value.name = named->text;
      read_details(value, field, width);
      return field;
    }
    reader_.report("T101", {"a cell needs a label or a field"}, value.where);
    return field;
  }

  void read_details(const Value& value, Field& field, Length width) {
    field.value.optional = is_yes(value.find("optional"));
    if (const auto* lines = value.find("lines")) field.lines = reader_.number(*lines);
    if (const auto* columns = value.find("columns")) field.columns = reader_.number(*columns);
    if (field.kind == Field::Kind::comb)
      if (const auto* groups = reader_.need(value, "groups");
          groups && reader_.need_list(*groups)) {
        for (const auto& group : groups->items) field.groups.push_back(reader_.number(group));
        const auto cells = std::accumulate(field.groups.begin(), field.groups.end(), 0);
        if (Length::mm(comb_cell_mm * cells + 2.9) > width)
          reader_.report("T110",
                         {"{0} cells do not go into {1} mm",
                          {{std::to_string(cells)}, {number_text(width.mm())}}},
                         value.where);
      }
    if (field.kind == Field::Kind::choice)
      if (const auto* options = reader_.need(value, "options");
          options && reader_.need_list(*options))
        for (const auto& option : options->items) {
          const auto* is = reader_.need(option, "is");
          field.choices.push_back({is ? reader_.text(*is) : std::string(), said(option)});
        }
  }

  double mm(const Value& value) {
    double number = 0;
    const auto& text = value.text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number <= 0 || number > 1000)
      reader_.report("T101", {"a length in mm is wanted here"}, value.where);
    return number;
  }

  static std::string number_text(double x) {
    auto text = std::to_string(x);
    return text.substr(0, text.find('.') + 3);
  }

  static bool is_yes(const Value* value) {
    return value && (value->text == "true" || value->text == "yes");
  }

  TextReader reader_;
};

}  // namespace

Result<model::Form> decode_form(FormId id, const Value& root) {
  return FormReader().read(std::move(id), root);
}

}  // namespace tongxing::library
