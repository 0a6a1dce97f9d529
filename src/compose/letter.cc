// SPDX-License-Identifier: GPL-3.0-or-later
// Our letters: data in a table, paragraph facing paragraph, room to sign. Never signed by us.
#include <algorithm>

#include "compose/blocks.h"
#include "compose/form_layer.h"
#include "compose/letter_values.h"
#include "compose/parts.h"
#include "layout/fit.h"

namespace tongxing::compose {

namespace {

using layout::Align;
using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using model::Bilingual;
using page::TagType;

constexpr auto smallest = Length::pt(8);

/// A letter is one page. Where a family's values make it longer, white space gives way first.
struct Spacing {
  Length row, paragraph, table, signature, notary;
};
constexpr Spacing easy{Length::mm(8.75), Length::mm(1.875), Length::mm(3.75), Length::mm(3.75),
                       Length::mm(25)};
constexpr Spacing tight{Length::mm(8), Length::mm(0.625), Length::mm(2.5), Length::mm(2.5),
                        Length::mm(18.75)};
constexpr Spacing tightest{Length::mm(8), Length::mm(0), Length::mm(1.25), Length::mm(1.25),
                           Length::mm(12.5)};

class LetterSheet {
 public:
  LetterSheet(const Context& context, const model::Letter& letter, const plan::Part& part,
              const Spacing& spacing)
      : spacing_(spacing),
        context_(context),
        style_(context.style),
        letter_(letter),
        people_(context, part),
        sheet_(context, {}),
        arguments_(letter_arguments(context, part)) {}

  layout::Part write() {
    head();
    title();
    for (const auto& block : letter_.blocks)
      std::visit([&](const auto& each) { draw(each); }, block);
    signatures();
    notary();
    footer();
    return sheet_.take();
  }

 private:
  Pen& pen() { return sheet_.pen(); }
  layout::Flow& flow() { return sheet_.flow(); }
  Length left() const { return sheet_.left(); }
  Length width() const { return sheet_.width(); }

  Bilingual fill(const Bilingual& text) const {
    return {context_.words.fill(words::Language::zh, text.zh, arguments_, context_.people),
            context_.words.fill(words::Language::en, text.en, arguments_, context_.people)};
  }

  // Whether it is signed and what to do with it: both in one line, never part of the letter.
  void head() {
    const Style normal(context_.options.paper);
    auto second = normal.second;
    second.leading = normal.zh_bold.leading;
    {
      Tagged paragraph(pen(), TagType::p);
      const auto used = pen().line(left(), {}, normal.zh_bold, letter_.status.zh);
      pen().line(left() + used + Length::mm(3), {}, second, letter_.status.en, context_.second);
    }
    {
      Tagged paragraph(pen(), TagType::p);
      const auto en = pen().width(second, letter_.instruction.en);
      const auto zh = pen().width(normal.zh_bold, letter_.instruction.zh);
      const auto x = sheet_.right() - en - zh - Length::mm(3);
      pen().line(x, {}, normal.zh_bold, letter_.instruction.zh);
      pen().line(x + zh + Length::mm(3), {}, second, letter_.instruction.en, context_.second);
    }
    rule(Length::mm(6.25), Style::row_rule);
    flow().add(Length::mm(8.75));
  }

  void title() {
    Tagged heading(pen(), TagType::h1);
    pen().line(left(), {}, style_.letter_title, letter_.title.zh, {}, Align::centre, width());
    pen().line(left(), Length::mm(10), style_.form_title_second, letter_.title.en, context_.second,
               Align::centre, width());
    flow().add(Length::mm(18.75));
  }

  void rule(Length y, Length thickness) {
    Decoration decoration(pen());
    pen().rule(left(), y, width(), thickness);
  }

  // --- tables ---

  struct Grid {
    Length label;
    std::vector<Length> columns;
  };

  Grid grid(std::size_t columns, Length label) const {
    Grid grid{label, {}};
    const auto rest = width() - label;
    if (columns == 3 && label > Length{})
      grid.columns = {Length::mm(54), Length::mm(48), Length::mm(48)};
    else
      grid.columns.assign(columns, rest / static_cast<double>(columns));
    return grid;
  }

  void table_head(const std::vector<Bilingual>& heads, const Grid& grid, bool corner) {
    Tagged head(pen(), TagType::thead);
    Tagged row(pen(), TagType::tr);
    if (corner) Tagged cell(pen(), TagType::td);
    auto x = left() + grid.label;
    Length height{};
    for (std::size_t i = 0; i < heads.size(); ++i) {
      page::Tag tag;
      tag.type = TagType::th;
      tag.scope = page::Scope::column;
      Tagged cell(pen(), std::move(tag));
      height = std::max(height, pair(context_, pen(), x, {}, grid.columns[i] - Length::mm(3),
                                     style_.letter_bold, style_.form_label_second, heads[i]));
      x += grid.columns[i];
    }
    rule(height + Length::mm(1.5), Style::head_rule);
    flow().add(height + Length::mm(1.5), true);
  }

  void draw(const model::PeopleTable& table) {
    const auto lines = grid(table.columns.size(), Length::mm(24));
    {
      Tagged tag(pen(), TagType::table);
      std::vector<Bilingual> heads;
      for (const auto& column : table.columns) heads.push_back(people_.head(column));
      table_head(heads, lines, true);
      Tagged body(pen(), TagType::tbody);
      for (const auto& row : table.rows) people_row(table, row, lines);
    }
    flow().space(spacing_.table);
  }

  void people_row(const model::PeopleTable& table, const model::PeopleTable::Row& row,
                  const Grid& lines) {
    std::vector<std::vector<std::string>> values;
    std::vector<bool> asked;
    for (const auto& column : table.columns) {
      asked.push_back(std::find(row.parts.begin(), row.parts.end(), column.part) !=
                      row.parts.end());
      values.push_back(asked.back() ? people_.value(column.part, row.value)
                                    : std::vector<std::string>{});
    }
    std::vector<std::vector<layout::Fit>> fits;
    auto height = spacing_.row;
    for (std::size_t i = 0; i < values.size(); ++i) {
      fits.push_back(fit(values[i], lines.columns[i] - Length::mm(3)));
      height = std::max(height, height_of(fits.back()) + Length::mm(2));
    }
    Tagged tag(pen(), TagType::tr);
    {
      page::Tag head;
      head.type = TagType::th;
      head.scope = page::Scope::row;
      Tagged label(pen(), std::move(head));
      const auto pair_height = Length::mm(7.5);
      const auto y = (height - pair_height) / 2;
      pen().line(left(), y, style_.form_label, row.label.zh);
      pen().line(left(), y + style_.form_label.leading, style_.form_label_second, row.label.en,
                 context_.second);
    }
    auto x = left() + lines.label;
    for (std::size_t i = 0; i < values.size(); ++i) {
      Tagged cell(pen(), TagType::td);
      if (asked[i]) value(fits[i], x, lines.columns[i], height);
      x += lines.columns[i];
    }
    rule(height, Style::row_rule);
    flow().add(height);
  }

  std::vector<layout::Fit> fit(const std::vector<std::string>& values, Length room) {
    std::vector<layout::Fit> fits;
    for (const auto& value : values)  // as many lines as it takes: a letter grows, nothing is cut
      fits.push_back(layout::fit(context_.shaper, value, style_.letter_value,
                                 {room, Length::mm(60)}, smallest, 2));
    return fits;
  }

  static Length height_of(const std::vector<layout::Fit>& fits) {
    Length height{};
    for (const auto& each : fits)
      height += each.type.leading * static_cast<double>(each.lines.size());
    return height;
  }

  void value(const std::vector<layout::Fit>& fits, Length x, Length column, Length height) {
    if (fits.empty()) {  // not told: a line to write on
      Decoration decoration(pen());
      pen().rule(x, height - Length::mm(2), column - Length::mm(6), Style::writing_line);
      return;
    }
    auto y = (height - height_of(fits)) / 2;
    for (const auto& each : fits)
      for (const auto& line : each.lines) {
        pen().shaped(x, y + Pen::baseline(each.type), each.type, line, {});
        y += each.type.leading;
      }
  }

  void draw(const model::NamesTable& table) {
    const auto lines = grid(table.columns.size(), {});
    {
      Tagged tag(pen(), TagType::table);
      std::vector<Bilingual> heads;
      for (const auto& column : table.columns) heads.push_back(column.head);
      table_head(heads, lines, false);
      Tagged body(pen(), TagType::tbody);
      auto rows = people_.names(table);
      rows.insert(rows.end(), static_cast<std::size_t>(table.spare_rows),
                  std::vector<std::string>(table.columns.size()));
      for (const auto& row : rows) names_row(row, lines);
    }
    flow().space(spacing_.table);
  }

  void names_row(const std::vector<std::string>& row, const Grid& lines) {
    std::vector<std::vector<layout::Fit>> fits;
    auto height = spacing_.row;
    for (std::size_t i = 0; i < row.size(); ++i) {
      fits.push_back(row[i].empty() ? std::vector<layout::Fit>{}
                                    : fit({row[i]}, lines.columns[i] - Length::mm(3)));
      height = std::max(height, height_of(fits.back()) + Length::mm(2));
    }
    Tagged tag(pen(), TagType::tr);
    auto x = left();
    for (std::size_t i = 0; i < row.size(); ++i) {
      Tagged cell(pen(), TagType::td);
      value(fits[i], x, lines.columns[i], height);
      x += lines.columns[i];
    }
    rule(height, Style::row_rule);
    flow().add(height);
  }

  // --- text ---

  void draw(const model::Paragraph& paragraph) {
    const auto said = fill(paragraph.text);
    const auto half = Style::columns(6);
    Length zh, en;
    {
      Tagged tag(pen(), TagType::p);
      zh = pen().paragraph(left(), {}, half, style_.letter, said.zh);
    }
    {
      page::Tag tag;
      tag.type = TagType::p;
      tag.language = context_.second;
      Tagged second(pen(), std::move(tag));
      en = pen().paragraph(style_.column(6), {}, half, style_.letter_second, said.en,
                           context_.second);
    }
    flow().add(std::max(zh, en) + spacing_.paragraph);
  }

  // Everything that is signed stands on one line.
  void signatures() {
    const auto clear = Length::mm(24), caption = Length::mm(10);
    auto x = left();
    for (const auto& signature : letter_.signatures) {
      const auto used = signature_width(signature.kind);
      sign(signature, x, used, clear);
      x += used + Length::mm(6);
    }
    flow().add(clear + caption);
    flow().space(spacing_.signature);
  }

  static Length signature_width(model::Signature::Kind kind) {
    switch (kind) {
      case model::Signature::Kind::signature:
        return Length::mm(84);
      case model::Signature::Kind::fingerprint:
        return Length::mm(24);
      default:
        return Length::mm(54);
    }
  }

  void sign(const model::Signature& signature, Length x, Length room, Length clear) {
    {
      Decoration decoration(pen());
      if (signature.kind == model::Signature::Kind::fingerprint) {
        pen().frame(x, {}, room, clear, Style::writing_line);
      } else {
        pen().rule(x, clear, room, Style::writing_line);
        if (signature.kind == model::Signature::Kind::date) {
          const char* units[] = {"letter.year", "letter.month", "letter.day"};
          for (int i = 0; i < 3; ++i) {
            const auto said = context_.say(units[i]);
            pen().line(x + Length::mm(17) * (i + 1) - Length::mm(1), clear - Length::mm(5.5),
                       style_.letter, said.zh);
          }
        }
      }
    }
    Tagged caption(pen(), TagType::p);
    const auto said = fill(signature.caption);
    pen().line(x, clear + Length::mm(1.25), style_.form_label, said.zh);
    pen().line(x, clear + Length::mm(5.625), style_.form_label_second, said.en, context_.second);
  }

  void notary() {
    if (letter_.notary.zh.empty()) return;
    const auto height = spacing_.notary;
    {
      Decoration decoration(pen());
      pen().fill(left(), {}, width(), form_head_height, 237);
      pen().frame(left(), {}, width(), height, Style::form_frame);
      pen().rule(left(), form_head_height, width(), Style::form_grid);
    }
    {
      Tagged paragraph(pen(), TagType::p);
      const auto said = fill(letter_.notary);
      const auto x = left() + form_inset;
      const auto used = pen().line(x, {}, style_.form_section, said.zh);
      pen().line(x + used + Length::mm(2.5), {}, style_.form_section_second, said.en,
                 context_.second);
    }
    flow().add(height, !letter_.footer.empty());  // a note is no page of its own
    flow().space(Length::mm(2.5));
  }

  void footer() {
    for (const auto& note : letter_.footer) {
      Tagged paragraph(pen(), TagType::p);
      const auto height = pair(context_, pen(), left(), {}, width(), style_.form_label,
                               style_.form_label_second, fill(note));
      flow().add(height + Length::mm(1.25));
    }
  }

  const Spacing& spacing_;
  const Context& context_;
  const Style& style_;
  const model::Letter& letter_;
  LetterPeople people_;
  SheetWriter sheet_;
  words::Arguments arguments_;
};

}  // namespace

layout::Part compose_letter(const Context& context, const model::Letter& letter,
                            const plan::Part& part) {
  auto written = LetterSheet(context, letter, part, easy).write();
  for (const auto* spacing : {&tight, &tightest})
    if (written.pages.size() > 1) written = LetterSheet(context, letter, part, *spacing).write();
  return written;
}

}  // namespace tongxing::compose
