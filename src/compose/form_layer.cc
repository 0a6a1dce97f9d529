// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/form_layer.h"

#include <numeric>

namespace tongxing::compose {

namespace {

using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using model::Bilingual;
using model::Cell;
using model::Field;
using page::Tag;
using page::TagType;

constexpr auto photo_column = Length::mm(37.5);
constexpr auto label_leading = Length::mm(7.5);  // both lines of a label

class Drawer {
 public:
  Drawer(text::Shaper& shaper, const Style& style, const words::Words& words, page::Layer& layer,
         FormLayer& placed)
      : pen_(shaper, layer.tags), style_(style), words_(words), placed_(placed) {}

  void page(const model::Form& form, std::size_t number) {
    const auto left = style_.sheet().left, width = style_.sheet().width();
    head(form, number);
    const auto top = y_;
    for (const auto& section : form.pages[number].sections) draw(section);
    Decoration decoration(pen_);
    pen_.frame(left, top, width, y_ - top, Style::form_frame);
  }

  layout::Box take() { return pen_.take(y_); }

 private:
  void head(const model::Form& form, std::size_t number) {
    const auto left = style_.sheet().left, width = style_.sheet().width();
    y_ = style_.sheet().top;
    {
      Tagged notice(pen_, TagType::p);
      const auto used = pen_.line(left, y_, style_.zh_bold, form.notice.zh);
      pen_.line(left + used + Length::mm(3), y_, second(), form.notice.en, words_.second());
    }
    y_ += Length::mm(6.25);
    rule(y_, Style::row_rule);
    y_ += Length::mm(number == 0 ? 4 : 3.75);
    if (number != 0) return;
    Tagged title(pen_, TagType::h1);
    pen_.line(left, y_, style_.form_title, form.title.zh, {}, layout::Align::centre, width);
    pen_.line(left, y_ + Length::mm(10), style_.form_title_second, form.title.en, words_.second(),
              layout::Align::centre, width);
    y_ += Length::mm(18.5);
  }

  void draw(const model::FormSection& section) {
    const auto head = y_;
    if (section.title) section_head(*section.title);
    if (section.table) return table(section, head);
    Tagged list(pen_, TagType::l);
    const auto top = y_;
    for (const auto& row : section.rows) draw(row);
    if (section.photo) photo(top);
    rule(y_, Style::head_rule);
  }

  void table(const model::FormSection& section, Length head) {
    const auto& sheet = style_.sheet();
    const auto half = sheet.width() / 2;
    placed_.tables.push_back(
        {&section, {{sheet.left + half, head}, {half - form_inset, form_head_height}}});
    Tagged table(pen_, TagType::table);
    for (const auto& row : section.rows) {
      Tagged line(pen_, TagType::tr);
      in_table_ = true;
      draw(row);
      in_table_ = false;
    }
    rule(y_, Style::head_rule);
  }

  void section_head(const Bilingual& title) {
    const auto left = style_.sheet().left, width = style_.sheet().width();
    {
      Decoration decoration(pen_);
      pen_.fill(left, y_, width, form_head_height, 237);
    }
    {
      Tagged heading(pen_, TagType::h2);
      const auto x = left + form_inset;
      const auto used = pen_.line(x, y_, style_.form_section, title.zh);
      pen_.line(x + used + Length::mm(2.5), y_, style_.form_section_second, title.en,
                words_.second());
    }
    y_ += form_head_height;
    rule(y_, Style::form_grid);
  }

  void draw(const model::FormRow& row) {
    auto x = style_.sheet().left;
    Length used{};
    for (const auto& cell : row.cells) {
      if (x != style_.sheet().left) {
        Decoration decoration(pen_);
        pen_.upright(x, y_, row.height, Style::form_grid);
      }
      draw(cell, {{x, y_}, {cell.width, row.height}});
      x += cell.width;
      used += cell.width;
    }
    if (item_open_) close_item();
    y_ += row.height;
    Decoration decoration(pen_);
    pen_.rule(style_.sheet().left, y_, used, Style::form_grid);
  }

  void draw(const Cell& cell, const page::Rect& box) {
    if (in_table_) {
      Tag tag;
      tag.type = cell.label ? TagType::th : TagType::td;
      if (cell.label) tag.scope = page::Scope::column;
      Tagged tagged(pen_, std::move(tag));
      return cell.label ? label(*cell.label, box) : answer(*cell.field, box);
    }
    if (cell.label) {
      if (item_open_) close_item();
      open_item();
      label(*cell.label, box);
    } else {
      if (!item_open_) open_item();
      answer(*cell.field, box);
    }
  }

  // Each label with the cells behind it is an item of a list: Lbl and LBody.
  void open_item() {
    pen_.open(TagType::li);
    item_open_ = true;
  }
  void close_item() {
    pen_.close();
    item_open_ = false;
  }

  void label(const Bilingual& text, const page::Rect& box) {
    label_ = text;
    Tagged tag(pen_, in_table_ ? TagType::span : TagType::lbl);
    pair(text, box.at.x + form_inset, box.at.y + (box.size.height - label_leading) / 2,
         box.size.width - form_inset * 1.5);
  }

  void pair(const Bilingual& text, Length x, Length y, Length width) {
    const auto used = pen_.paragraph(x, y, width, style_.form_label, text.zh);
    pen_.paragraph(x, y + used, width, style_.form_label_second, text.en, words_.second());
  }

  void answer(const Field& field, const page::Rect& box) {
    PlacedField placed{&field, named(field), box, inset(box), {}, {}, {}};
    std::vector<PlacedField> beside;
    Tagged body(pen_, in_table_ ? TagType::span : TagType::lbody);
    switch (field.kind) {
      case Field::Kind::choice:
        choices(field, placed, beside);
        break;
      case Field::Kind::statement:
        statement(field, box);
        break;
      case Field::Kind::official:
        official(field, box);
        break;
      case Field::Kind::sign_date:
        sign_date(box);
        break;
      default: {
        if (field.kind == Field::Kind::date) {
          date(placed);
          break;
        }
        if (field.kind == Field::Kind::comb) comb(field, placed);
        placed.tag = pen_.open(print_field("tv", placed.label));
        pen_.close();
        if (field.kind == Field::Kind::number) unit(field, placed);
      }
    }
    placed_.fields.push_back(std::move(placed));
    for (auto& each : beside) placed_.fields.push_back(std::move(each));
  }

  // The label cell before it; in a table the head of the column and the number of the line.
  Bilingual named(const Field& field) const {
    if (field.label.zh.empty()) return label_;
    if (!field.value.line) return field.label;
    const auto number = " " + std::to_string(*field.value.line + 1);
    return {field.label.zh + number, field.label.en + number};
  }

  void date(PlacedField& placed) {
    auto x = placed.inner.at.x;
    const auto baseline = placed.box.at.y +
                          (placed.box.size.height - style_.form_value.leading) / 2 +
                          Pen::baseline(style_.form_value);
    for (const char* unit : {"form.year", "form.month", "form.day"}) {
      const auto room = placed.parts.empty() ? form_year : form_month;
      const auto said = words_.say(unit);
      PlacedChoice part{{{x, placed.inner.at.y}, {room, placed.inner.size.height}}, {}};
      part.tag = pen_.open(
          print_field("tv", {placed.label.zh + " " + said.zh, placed.label.en + " " + said.en}));
      pen_.close();
      placed.parts.push_back(part);
      Tagged text(pen_, TagType::span);
      pen_.line(x + room, baseline - Pen::baseline(style_.form_option), style_.form_option,
                said.zh);
      x += room + form_date_unit;
    }
    placed.tag = placed.parts.front().tag;
  }

  // Behind the number, which has the rest of the cell.
  void unit(const Field& field, PlacedField& placed) {
    const auto width = std::max(pen_.width(style_.form_option, field.unit.zh),
                                pen_.width(style_.form_label_second, field.unit.en));
    const auto x = placed.box.at.x + placed.box.size.width - form_inset - width;
    placed.inner.size.width = x - placed.inner.at.x - Length::mm(1);
    Tagged text(pen_, TagType::span);
    const auto y = placed.box.at.y + (placed.box.size.height - label_leading) / 2;
    pen_.line(x, y, style_.form_option, field.unit.zh);
    pen_.line(x, y + style_.form_option.leading, style_.form_label_second, field.unit.en,
              words_.second());
  }

  static page::Rect inset(const page::Rect& box) {
    return {{box.at.x + form_inset, box.at.y + Length::mm(0.75)},
            {box.size.width - form_inset * 2, box.size.height - Length::mm(1.5)}};
  }

  static Tag print_field(const char* role, const Bilingual& description) {
    Tag tag;
    tag.type = TagType::form;
    tag.print_field = role;
    tag.description = description.zh + " " + description.en;
    return tag;
  }

  void comb(const Field& field, PlacedField& placed) {
    const auto cells = std::accumulate(field.groups.begin(), field.groups.end(), 0);
    const auto& box = placed.box;
    const page::Rect area{{box.at.x + form_inset, box.at.y + (box.size.height - comb_height) / 2},
                          {comb_cell * cells, comb_height}};
    placed.inner = area;
    Decoration decoration(pen_);
    pen_.frame(area.at.x, area.at.y, area.size.width, area.size.height, Style::form_grid);
    int cell = 0;
    for (const auto group : field.groups) {
      for (int i = 0; i < group; ++i, ++cell) {
        if (cell == 0) continue;
        pen_.upright(area.at.x + comb_cell * cell, area.at.y, area.size.height,
                     i == 0 ? Style::form_group : Style::form_grid);
      }
    }
  }

  void choices(const Field& field, PlacedField& placed, std::vector<PlacedField>& beside) {
    const auto& box = placed.box;
    const auto pitch = (box.size.width - form_inset) / field.columns;
    const auto row_pitch = Length::mm(8.75);
    const auto rows = lines_of(field);
    auto y = box.at.y + (box.size.height - row_pitch * (rows - 1) - label_leading) / 2;
    int column = 0;
    for (const auto& choice : field.choices) {
      if (column > 0 && column + choice.span > field.columns) {
        y += row_pitch;
        column = 0;
      }
      const auto x = box.at.x + form_inset + pitch * column;
      column += choice.span;
      PlacedChoice place{{{x, y + Length::mm(0.6)}, {form_tick, form_tick}}, {}};
      auto tag = print_field("cb", choice.label);
      tag.checked = false;
      place.tag = pen_.open(std::move(tag));
      pen_.frame(x, place.box.at.y, form_tick, form_tick, Style::form_box_stroke);
      pen_.close();
      placed.choices.push_back(place);
      const auto at = x + form_tick + Length::mm(1.4);
      {
        Tagged text(pen_, TagType::span);
        pen_.line(at, y, style_.form_option, choice.label.zh);
        pen_.line(at, y + style_.form_option.leading, style_.form_label_second, choice.label.en,
                  words_.second());
      }
      for (const auto& text : choice.beside)
        beside.push_back(behind(text, choice.label, {{at, y}, {x + pitch * choice.span - at, {}}}));
    }
  }

  static int lines_of(const Field& field) {
    int lines = 1, column = 0;
    for (const auto& choice : field.choices) {
      if (column > 0 && column + choice.span > field.columns) ++lines, column = 0;
      column += choice.span;
    }
    return lines;
  }

  // A line to write on, behind the words of a choice.
  PlacedField behind(const Field& field, const Bilingual& label, const page::Rect& choice) {
    const auto used = std::max(pen_.width(style_.form_option, label.zh),
                               pen_.width(style_.form_label_second, label.en)) +
                      Length::mm(1.5);
    const page::Rect line{{choice.at.x + used, choice.at.y},
                          {choice.size.width - used - form_inset, Length::mm(7.2)}};
    {
      Decoration decoration(pen_);
      pen_.rule(line.at.x, line.at.y + line.size.height, line.size.width, Style::form_grid);
    }
    PlacedField placed{&field, label, line, line, {}, {}, {}};
    placed.tag = pen_.open(print_field("tv", label));
    pen_.close();
    return placed;
  }

  void statement(const Field& field, const page::Rect& box) {
    const auto width = box.size.width - form_inset * 2;
    const auto lines = [&](const layout::Type& type, const std::string& text) {
      return type.leading *
             static_cast<double>(
                 pen_.shaper().paragraph({{text, type.role}}, type.size, width).size());
    };
    const auto height = lines(style_.letter, field.statement.zh) +
                        lines(style_.form_label_second, field.statement.en);
    Tagged paragraph(pen_, TagType::p);
    const auto x = box.at.x + form_inset, y = box.at.y + (box.size.height - height) / 2;
    const auto used = pen_.paragraph(x, y, width, style_.letter, field.statement.zh);
    pen_.paragraph(x, y + used, width, style_.form_label_second, field.statement.en,
                   words_.second());
  }

  void sign_date(const page::Rect& box) {
    Tagged paragraph(pen_, TagType::p);
    const auto y = box.at.y + box.size.height - Length::mm(7);
    const auto right = box.at.x + box.size.width - Length::mm(6);
    const char* units[] = {"form.year", "form.month", "form.day"};
    for (int i = 0; i < 3; ++i)
      pen_.line(right - Length::mm(15) * (2 - i), y, style_.letter, words_.say(units[i]).zh);
  }

  // Hatched, so that nobody writes there: 0.15 mm lines every 2.5 mm, 27 % black.
  void official(const Field& field, const page::Rect& box) {
    {
      Decoration decoration(pen_);
      page::Path hatch;
      const auto w = box.size.width, h = box.size.height, step = Length::mm(2.5 * 1.41421356);
      for (auto c = step; c < w + h; c += step) {
        const auto x1 = std::min(c, w), x0 = c - std::min(c, h);
        hatch.verbs.insert(hatch.verbs.end(), {page::Path::Verb::move, page::Path::Verb::line});
        hatch.points.push_back({x0, c - x0});
        hatch.points.push_back({x1, c - x1});
      }
      hatch.stroke = page::Grey{186};
      hatch.width = Length::mm(0.15);
      pen_.path(box.at.x, box.at.y, std::move(hatch));
      const auto width = pen_.width(style_.form_label, field.statement.zh) +
                         pen_.width(style_.form_label_second, field.statement.en);
      pen_.fill(box.at.x + Length::mm(0.75), box.at.y + Length::mm(0.75), width + Length::mm(3.2),
                Length::mm(5), 255);
    }
    Tagged paragraph(pen_, TagType::p);
    const auto x = box.at.x + form_inset, y = box.at.y + Length::mm(0.9);
    const auto used = pen_.line(x, y, style_.form_label, field.statement.zh);
    pen_.line(x + used + Length::mm(1.2), y + Length::mm(0.4), style_.form_label_second,
              field.statement.en, words_.second());
  }

  void photo(Length top) {
    const auto x = style_.sheet().right - photo_column;
    {
      Decoration decoration(pen_);
      pen_.upright(x, top, y_ - top, Style::form_grid);
    }
    constexpr auto size = form_photo;
    const page::Rect frame{
        {x + (photo_column - size.width) / 2, top + (y_ - top - size.height) / 2}, size};
    placed_.photo = frame;
    Tagged item(pen_, TagType::li);
    Tagged body(pen_, TagType::lbody);
    Tag figure;
    figure.type = TagType::figure;
    const auto said = words_.say("spoken.photo_box");
    figure.alt = said.zh + " " + said.en;
    figure.box = frame;
    Tagged tag(pen_, std::move(figure));
    placed_.photo_tag = tag.id();
    pen_.frame(frame.at.x, frame.at.y, size.width, size.height, Style::form_grid);
  }

  void rule(Length y, Length thickness) {
    Decoration decoration(pen_);
    pen_.rule(style_.sheet().left, y, style_.sheet().width(), thickness);
  }

  layout::Type second() const {
    auto type = style_.second;
    type.leading = style_.zh_bold.leading;
    return type;
  }

  Pen pen_;
  const Style& style_;
  const words::Words& words_;
  FormLayer& placed_;
  Length y_{};
  Bilingual label_;
  bool item_open_ = false, in_table_ = false;
};

}  // namespace

FormLayer draw_form_layer(text::Shaper& shaper, const Style& style, const words::Words& words,
                          const model::Form& form, std::size_t number) {
  FormLayer placed;
  auto layer = std::make_shared<page::Layer>();
  layer->tags.resize(1);
  layer->tags[0].type = page::TagType::sect;
  Drawer drawer(shaper, style, words, *layer, placed);
  drawer.page(form, number);
  layer->items = drawer.take().items;
  placed.layer = std::move(layer);
  return placed;
}

}  // namespace tongxing::compose
