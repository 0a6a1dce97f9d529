// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/letter_tables.h"

#include <algorithm>

#include "compose/form_layer.h"

namespace tongxing::compose {

using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using model::Bilingual;
using page::TagType;

namespace {

constexpr auto smallest = Length::pt(8);
constexpr auto label_width = Length::mm(24), gutter = Length::mm(3), padding = Length::mm(2);
/// The cell of a value; alone in a row beside rows of two, it is as wide as the rest of theirs.
page::Tag value_of(bool is_alone, bool wide) {
  page::Tag tag;
  tag.type = TagType::td;
  tag.column_span = is_alone && wide ? 3 : 1;
  return tag;
}

/// A text higher than this is set line by line, so that it can go on on the next page.
constexpr auto longest_cell = Length::mm(90);

page::Tag head_of(page::Scope scope) {
  page::Tag tag;
  tag.type = TagType::th;
  tag.scope = scope;
  return tag;
}

Length height_of(const std::vector<layout::Fit>& fits) {
  Length height{};
  for (const auto& each : fits)
    height += each.type.leading * static_cast<double>(each.lines.size());
  return height;
}

/// How wide a column is beside others: addresses and names want more than days.
double share(model::ListValue value) {
  using model::ListValue;
  switch (value) {
    case ListValue::date:
    case ListValue::issued:
      return 0.75;
    case ListValue::city:
      return 0.7;
    case ListValue::address:
      return 1.9;
    case ListValue::spelling:
    case ListValue::document:
      return 1.15;
    default:
      return 1;
  }
}

}  // namespace

void LetterTables::rule(Length y, Length thickness) {
  Decoration decoration(pen());
  pen().rule(sheet_.left(), y, sheet_.width(), thickness);
}

void LetterTables::end_row(Length height) {
  rule(height, Style::row_rule);
  sheet_.flow().add(height);
}

LetterTables::Cell LetterTables::measure(const LetterValue& value, Length room, int lines) {
  Cell cell;
  cell.choices = value.choices;
  cell.lines = lines;
  for (const auto& line : value.lines)  // as many lines as it takes: nothing is cut
    cell.fits.push_back(layout::fit(context_.shaper, line, style_.letter_value,
                                    {room, Length::mm(100000)}, smallest, 2));
  cell.height = height_of(cell.fits) + padding;
  if (!value.known()) cell.height = spacing_.row * static_cast<double>(lines);
  if (!value.choices.empty()) {
    Length width{};
    for (const auto& choice : value.choices)
      width += form_tick + pen().width(style_.form_option, choice.label.zh) +
               pen().width(style_.form_label_second, choice.label.en) + Length::mm(6);
    cell.height = spacing_.row * (width > room ? static_cast<double>(value.choices.size()) : 1);
  }
  return cell;
}

Length LetterTables::label_height(Length width, const Bilingual& label) {
  const auto lines = [&](const layout::Type& type, const std::string& text) {
    const auto fit =
        layout::fit(context_.shaper, text, type, {width, Length::mm(100)}, type.size, 10);
    return type.leading * static_cast<double>(std::max<std::size_t>(fit.lines.size(), 1));
  };
  return lines(style_.form_label, label.zh) + lines(style_.form_label_second, label.en);
}

void LetterTables::label(Length x, Length width, Length height, const Bilingual& text) {
  const auto y = (height - label_height(width, text)) / 2;
  pair(context_, pen(), x, y, width, style_.form_label, style_.form_label_second, text);
}

void LetterTables::box(Length x, Length y, bool ticked, const Bilingual& what) {
  page::Tag tag;
  tag.type = TagType::form;
  tag.print_field = "cb";
  tag.checked = ticked;
  tag.description = what.zh + " " + what.en;
  Tagged field(pen(), std::move(tag));
  const auto top = y + (style_.form_option.leading - form_tick) / 2;
  pen().frame(x, top, form_tick, form_tick, Style::form_box_stroke);
  if (ticked) pen().tick(x, top, form_tick);
}

Length LetterTables::choice(Length x, Length y, const LetterValue::Choice& choice) {
  box(x, y, choice.ticked, choice.label);
  Tagged text(pen(), TagType::span);
  auto used = form_tick + Length::mm(1.2);
  used += pen().line(x + used, y, style_.form_option, choice.label.zh) + Length::mm(0.8);
  return used + pen().line(x + used, y, style_.form_label_second, choice.label.en, context_.second);
}

void LetterTables::writing_lines(Length x, Length column, Length height, int lines) {
  Decoration decoration(pen());
  const auto step = height / static_cast<double>(lines);
  for (int i = 1; i <= lines; ++i)
    pen().rule(x, step * static_cast<double>(i) - padding, column - Length::mm(6),
               Style::writing_line);
}

void LetterTables::cell(const Cell& cell, Length x, Length column, Length height) {
  if (!cell.choices.empty()) {
    const bool upright = cell.height > spacing_.row;
    const auto step = style_.form_option.leading + Length::mm(2);
    auto y = (height - (upright ? step * static_cast<double>(cell.choices.size())
                                : style_.form_option.leading)) /
             2;
    for (const auto& each : cell.choices) {
      const auto used = choice(x, y, each);
      if (upright)
        y += step;
      else
        x += used + Length::mm(4);
    }
    return;
  }
  if (cell.fits.empty()) return writing_lines(x, column, height, cell.lines);
  auto y = (height - height_of(cell.fits)) / 2;
  for (const auto& each : cell.fits)
    for (const auto& line : each.lines) {
      pen().shaped(x, y + Pen::baseline(each.type), each.type, line, {});
      y += each.type.leading;
    }
}

void LetterTables::table_head(const std::vector<Bilingual>& heads, Length first,
                              const std::vector<Length>& columns) {
  Tagged head(pen(), TagType::thead);
  Tagged row(pen(), TagType::tr);
  if (first > Length{}) Tagged corner(pen(), TagType::td);
  auto x = sheet_.left() + first;
  Length height{};
  for (std::size_t i = 0; i < heads.size(); ++i) {
    Tagged cell(pen(), head_of(page::Scope::column));
    height = std::max(height, pair(context_, pen(), x, {}, columns[i] - gutter, style_.letter_bold,
                                   style_.form_label_second, heads[i]));
    x += columns[i];
  }
  rule(height + Length::mm(1.5), Style::head_rule);
  sheet_.flow().add(height + Length::mm(1.5), true);
}

void LetterTables::draw(const model::PeopleTable& table) {
  std::vector<const model::PeopleTable::Column*> shown;
  std::vector<Bilingual> heads;
  for (const auto& column : table.columns) {
    if (!values_.has(column.part)) continue;
    shown.push_back(&column);
    heads.push_back(column.head);
  }
  const auto rest = sheet_.width() - label_width;
  std::vector<Length> columns(shown.size(), rest / static_cast<double>(shown.size()));
  if (shown.size() == 3) columns = {Length::mm(54), Length::mm(48), Length::mm(48)};
  {
    Tagged tag(pen(), TagType::table);
    table_head(heads, label_width, columns);
    Tagged body(pen(), TagType::tbody);
    for (const auto& row : table.rows) {
      std::vector<Cell> cells;
      auto height =
          std::max(spacing_.row, label_height(label_width - gutter, row.label) + Length::mm(1));
      for (std::size_t i = 0; i < shown.size(); ++i) {
        const bool asked =
            std::find(row.parts.begin(), row.parts.end(), shown[i]->part) != row.parts.end();
        cells.push_back(asked
                            ? measure(values_.value(shown[i]->part, row.value), columns[i] - gutter)
                            : Cell{false});
        height = std::max(height, cells.back().height);
      }
      Tagged line(pen(), TagType::tr);
      {
        Tagged head(pen(), head_of(page::Scope::row));
        label(sheet_.left(), label_width - gutter, height, row.label);
      }
      auto x = sheet_.left() + label_width;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        Tagged data(pen(), TagType::td);
        if (cells[i].asked) cell(cells[i], x, columns[i], height);
        x += columns[i];
      }
      end_row(height);
    }
  }
  sheet_.flow().space(spacing_.table);
}

void LetterTables::draw(const model::FactsTable& table) {
  const bool wide = std::any_of(table.rows.begin(), table.rows.end(),
                                [](const auto& row) { return row.size() > 1; });
  {
    Tagged tag(pen(), TagType::table);
    Tagged body(pen(), TagType::tbody);
    for (const auto& all : table.rows) {
      std::vector<model::LetterFact> row;
      for (const auto& fact : all)
        if (!fact.part || values_.has(*fact.part)) row.push_back(fact);
      if (row.empty()) continue;
      const auto half = style_.column(6) - sheet_.left();
      const auto column = row.size() == 1 ? sheet_.width() - label_width : half - label_width;
      std::vector<Cell> cells;
      auto height = spacing_.row;
      for (const auto& fact : row) {
        cells.push_back(measure(values_.value(fact), column - gutter, fact.lines));
        height = std::max({height, cells.back().height,
                           label_height(label_width - gutter, fact.label) + Length::mm(1)});
      }
      if (row.size() == 1 && height > longest_cell && !cells[0].fits.empty()) {
        long_row(row[0], cells[0], wide);
        continue;
      }
      Tagged line(pen(), TagType::tr);
      for (std::size_t i = 0; i < row.size(); ++i) {
        const auto x = sheet_.left() + (i == 0 ? Length{} : half);
        {
          Tagged head(pen(), head_of(page::Scope::row));
          label(x, label_width - gutter, height, row[i].label);
        }
        Tagged data(pen(), value_of(row.size() == 1, wide));
        cell(cells[i], x + label_width, column, height);
      }
      end_row(height);
    }
  }
  sheet_.flow().space(spacing_.table);
}

/// A long story: line by line, over as many pages as it takes.
void LetterTables::long_row(const model::LetterFact& fact, const Cell& cell, bool wide) {
  Tagged row(pen(), TagType::tr);
  {
    Tagged head(pen(), head_of(page::Scope::row));
    label(sheet_.left(), label_width - gutter, label_height(label_width - gutter, fact.label),
          fact.label);
  }
  Tagged data(pen(), value_of(true, wide));
  for (const auto& each : cell.fits)
    for (const auto& line : each.lines) {
      pen().shaped(sheet_.left() + label_width, Pen::baseline(each.type), each.type, line, {});
      sheet_.flow().add(each.type.leading);
    }
  end_row(padding);
}

void LetterTables::draw(const model::ListTable& table) {
  double all = 0;
  for (const auto& column : table.columns) all += share(column.value);
  std::vector<Length> columns;
  std::vector<Bilingual> heads;
  for (const auto& column : table.columns) {
    columns.push_back(sheet_.width() * (share(column.value) / all));
    heads.push_back(column.head);
  }
  {
    Tagged tag(pen(), TagType::table);
    table_head(heads, {}, columns);
    Tagged body(pen(), TagType::tbody);
    auto rows = values_.rows(table);
    rows.resize(std::max(rows.size() + static_cast<std::size_t>(table.spare_rows),
                         static_cast<std::size_t>(table.at_least)),
                std::vector<std::string>(table.columns.size()));
    for (const auto& row : rows) {
      std::vector<Cell> cells;
      auto height = spacing_.row;
      for (std::size_t i = 0; i < row.size(); ++i) {
        cells.push_back(measure(lines_of(row[i]), columns[i] - gutter));
        height = std::max(height, cells.back().height);
      }
      Tagged line(pen(), TagType::tr);
      auto x = sheet_.left();
      for (std::size_t i = 0; i < cells.size(); ++i) {
        Tagged data(pen(), TagType::td);
        cell(cells[i], x, columns[i], height);
        x += columns[i];
      }
      end_row(height);
    }
  }
  sheet_.flow().space(spacing_.table);
}

}  // namespace tongxing::compose
