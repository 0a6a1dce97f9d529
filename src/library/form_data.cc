// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/form_data.h"

#include <charconv>
#include <map>
#include <numeric>

#include "library/text_reader.h"

namespace tongxing::library {

namespace {

using data::Value;
using model::Cell;
using model::Field;

constexpr double grid_mm = 174, photo_mm = 37.5, comb_cell_mm = 5.5, row_mm = 11.25, date_mm = 48;
constexpr double column_head_mm = 8.75, line_mm = 9;

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
    for (auto& page : form.pages)
      for (auto& section : page.sections)
        for (auto& row : section.rows)
          for (auto& cell : row.cells)
            if (cell.field) call(*cell.field);
    return form;
  }

 private:
  void call(Field& field) {
    if (field.kind == Field::Kind::signature || field.kind == Field::Kind::sign_date ||
        field.kind == Field::Kind::statement || field.kind == Field::Kind::official)
      return;
    const auto name = field.value.name.empty() ? "entry" : field.value.name;
    const auto number = ++names_[name];
    field.name = number == 1 ? name : name + "-" + std::to_string(number);
    for (auto& choice : field.choices)
      for (auto& beside : choice.beside) call(beside);
  }

  model::Bilingual said(const Value& value) {
    auto text = reader_.bilingual(value);
    reader_.check(text, {}, value.where);
    return text;
  }

  model::FormPage read_page(const Value& value) {
    model::FormPage page;
    reader_.only_keys(value, {"sections", "row_height"});
    const auto* height = value.find("row_height");
    row_height_ = height ? Length::mm(mm(*height)) : Length::mm(row_mm);
    if (const auto* sections = reader_.need(value, "sections");
        sections && reader_.need_list(*sections))
      for (const auto& section : sections->items) page.sections.push_back(read_section(section));
    return page;
  }

  model::FormSection read_section(const Value& value) {
    model::FormSection section;
    reader_.only_keys(value, {"title", "photo", "rows", "table"});
    if (const auto* title = value.find("title")) section.title = said(*title);
    section.photo = is_yes(value.find("photo"));
    if (const auto* table = value.find("table")) {
      if (!section.title) reader_.report("T101", {"a table needs a title"}, table->where);
      if (reader_.need_map(*table)) read_table(*table, section);
      return section;
    }
    if (const auto* rows = reader_.need(value, "rows"); rows && reader_.need_list(*rows))
      for (const auto& row : rows->items)
        section.rows.push_back(read_row(row, section.photo ? grid_mm - photo_mm : grid_mm));
    return section;
  }

  // Heads, then as many lines as are printed: each is a row of its own.
  void read_table(const Value& value, model::FormSection& section) {
    reader_.only_keys(value, {"list", "lines", "height", "columns"});
    model::FormTable table;
    if (const auto* list = reader_.need(value, "list")) table.list = reader_.text(*list);
    if (const auto* lines = reader_.need(value, "lines"))
      table.lines = static_cast<std::size_t>(std::max(0, reader_.number(*lines)));
    model::FormRow heads{Length::mm(column_head_mm), {}}, line{Length::mm(line_mm), {}};
    if (const auto* height = value.find("height")) line.height = Length::mm(mm(*height));
    if (const auto* columns = reader_.need(value, "columns");
        columns && reader_.need_list(*columns))
      for (const auto& column : columns->items) read_column(column, table.list, heads, line);
    check_width(line, grid_mm, value.where);
    section.rows.push_back(std::move(heads));
    for (std::size_t i = 0; i < table.lines; ++i) {
      section.rows.push_back(line);
      for (auto& cell : section.rows.back().cells)
        if (cell.field) cell.field->value.line = i;
    }
    section.table = std::move(table);
  }

  void read_column(const Value& value, const std::string& list, model::FormRow& heads,
                   model::FormRow& line) {
    if (!reader_.need_map(value)) return;
    Cell head, cell;
    if (const auto* width = reader_.need(value, "width"))
      head.width = cell.width = Length::mm(mm(*width));
    const auto* label = reader_.need(value, "label");
    head.label = label ? said(*label) : model::Bilingual{};
    cell.field = read_field(value, cell.width);
    cell.field->label = *head.label;
    cell.field->value.name = list + "." + cell.field->value.name;
    cell.field->value.leads = heads.cells.empty();
    heads.cells.push_back(std::move(head));
    line.cells.push_back(std::move(cell));
  }

  void check_width(const model::FormRow& row, double width, Span where) {
    Length sum{};
    for (const auto& cell : row.cells) sum += cell.width;
    if (std::abs(sum.milli() - Length::mm(width).milli()) > 20)
      reader_.report("T110",
                     {"the cells of this row are {0} mm wide, the grid {1} mm",
                      {{number_text(sum.mm())}, {number_text(width)}}},
                     where);
  }

  model::FormRow read_row(const Value& value, double width) {
    model::FormRow row;
    row.height = row_height_;
    const Value* cells = &value;
    if (value.is_map()) {
      reader_.only_keys(value, {"height", "cells"});
      if (const auto* height = reader_.need(value, "height")) row.height = Length::mm(mm(*height));
      cells = reader_.need(value, "cells");
    }
    if (!cells || !reader_.need_list(*cells)) return row;
    for (const auto& cell : cells->items) row.cells.push_back(read_cell(cell));
    check_width(row, width, value.where);
    return row;
  }

  Cell read_cell(const Value& value) {
    Cell cell;
    if (!reader_.need_map(value)) return cell;
    if (const auto* width = reader_.need(value, "width")) cell.width = Length::mm(mm(*width));
    if (const auto* label = value.find("label")) {
      reader_.only_keys(value, {"label", "width"});
      cell.label = said(*label);
    } else {
      cell.field = read_field(value, cell.width);
    }
    return cell;
  }

  Field read_field(const Value& value, Length width) {
    struct Named {
      const char* key;
      Field::Kind kind;
    };
    constexpr Named kinds[] = {
        {"text", Field::Kind::text},           {"comb", Field::Kind::comb},
        {"choice", Field::Kind::choice},       {"choices", Field::Kind::choice},
        {"number", Field::Kind::number},       {"date", Field::Kind::date},
        {"signature", Field::Kind::signature}, {"sign_date", Field::Kind::sign_date},
        {"statement", Field::Kind::statement}, {"official", Field::Kind::official}};
    reader_.only_keys(value, {"label", "width", "text", "comb", "groups", "choice", "choices",
                              "columns", "options", "number", "unit", "date", "signature",
                              "sign_date", "statement", "official", "lines", "optional"});
    Field field;
    field.where = value.where;
    for (const auto& [key, kind] : kinds) {
      const auto* named = value.find(key);
      if (!named) continue;
      field.kind = kind;
      field.several = std::string_view(key) == "choices";
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
    if (const auto* unit = value.find("unit")) field.unit = said(*unit);
    if (field.kind == Field::Kind::date && width < Length::mm(date_mm))
      reader_.report("T110", {"a date needs {0} mm", {{number_text(date_mm)}}}, value.where);
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
        for (const auto& option : options->items) field.choices.push_back(read_option(option));
  }

  model::FieldChoice read_option(const Value& value) {
    model::FieldChoice choice;
    if (!reader_.need_map(value)) return choice;
    reader_.only_keys(value, {"is", "zh", "en", "span", "text"});
    if (const auto* is = reader_.need(value, "is")) choice.is = reader_.text(*is);
    choice.label = said(value);
    if (const auto* span = value.find("span")) choice.span = reader_.number(*span);
    if (const auto* text = value.find("text")) {
      Field beside;
      beside.value = {text->text, true, {}, false};
      beside.label = choice.label;
      beside.where = text->where;
      choice.beside.push_back(std::move(beside));
    }
    return choice;
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
  std::map<std::string, int> names_;        ///< how often each is asked for
  Length row_height_ = Length::mm(row_mm);  ///< of a row that says none, on this page
};

}  // namespace

Result<model::Form> decode_form(FormId id, const Value& root) {
  return FormReader().read(std::move(id), root);
}

}  // namespace tongxing::library
