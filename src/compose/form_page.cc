// SPDX-License-Identifier: GPL-3.0-or-later
// The application form: the fixed layer, and this family's answers in its boxes.
#include <algorithm>

#include "compose/blocks.h"
#include "compose/form_layer.h"
#include "compose/form_values.h"
#include "compose/parts.h"
#include "layout/fit.h"

namespace tongxing::compose {

namespace {

using layout::Align;
using layout::Decoration;
using layout::Pen;
using model::Field;
using page::TagType;
using Kind = FieldAnswer::Kind;

constexpr auto smallest_answer = Length::pt(8);

class FormPage {
 public:
  FormPage(const Context& context, layout::Part& part, std::vector<Continued>& continued)
      : context_(context),
        style_(context.style),
        pen_(context.shaper, part.tags),
        part_(part),
        continued_(continued) {}

  void write(const FormLayer& layer) {
    part_.pages.emplace_back();
    auto& page = part_.pages.back();
    page.size = style_.sheet().size;
    page.layer = layer.layer;
    base_ = part_.tags.size();
    page.layer_tags = static_cast<page::TagId>(base_);
    adopt(layer.layer->tags);
    for (const auto& field : layer.fields) answer(field);
    for (const auto& table : layer.tables) surplus(table);
    if (layer.photo) photo(layer);
    key();
    layout::place(page, pen_.take({}), {});
  }

 private:
  page::TagId here(page::TagId local) const {
    return static_cast<page::TagId>(base_ + static_cast<std::size_t>(local));
  }

  void adopt(const std::vector<page::Tag>& tags) {
    for (std::size_t i = 0; i < tags.size(); ++i) {
      auto tag = tags[i];
      const auto parent = static_cast<std::size_t>(tag.parent);
      tag.parent = parent == i ? page::TagId{0} : here(tag.parent);
      part_.tags.push_back(std::move(tag));
    }
  }

  void answer(const PlacedField& placed) {
    const auto& field = *placed.field;
    if (field.kind == Field::Kind::signature || field.kind == Field::Kind::sign_date ||
        field.kind == Field::Kind::statement || field.kind == Field::Kind::official)
      return;
    const auto answer = field_answer(context_, field.value);
    if (field.kind == Field::Kind::choice) return choose(placed, answer);
    if (answer.kind == Kind::blank) return;
    if (answer.kind == Kind::unknown) {
      if (!field.value.optional) question(placed, answer);
      return;
    }
    if (field.kind == Field::Kind::date && answer.kind == Kind::known) return date(placed, answer);
    pen_.enter(here(placed.tag));
    if (field.kind != Field::Kind::comb)
      text(placed, answer, placed.inner);
    else if (answer.kind == Kind::known)
      comb(placed, answer);
    else
      overflow(placed, answer);
    pen_.close();
  }

  static bool ticks(const FieldAnswer& answer, const std::string& choice) {
    return answer.text == choice ||
           std::find(answer.several.begin(), answer.several.end(), choice) != answer.several.end();
  }

  void choose(const PlacedField& placed, const FieldAnswer& answer) {
    const auto& choices = placed.field->choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (answer.kind != Kind::known || !ticks(answer, choices[i].is)) continue;
      const auto& place = placed.choices[i];
      pen_.tag(here(place.tag)).checked = true;
      pen_.enter(here(place.tag));
      pen_.tick(place.box.at.x, place.box.at.y, place.box.size.width);
      pen_.close();
    }
    if (answer.kind != Kind::unknown || placed.field->value.optional) return;
    // After the last choice of the line.
    const auto& last = placed.field->choices.back().label;
    const auto label = std::max(pen_.width(style_.form_option, last.zh),
                                pen_.width(style_.form_label_second, last.en));
    auto beside = placed;
    const auto& box = placed.choices.back().box;
    beside.inner = {box.at, {box.size.width, Length::mm(4.3)}};
    beside.inner.at.x += form_tick + Length::mm(1.4) + label + Length::mm(4);
    question(beside, answer);
  }

  // A blank would mean "write nothing": a missing answer names its question.
  void question(const PlacedField& placed, const FieldAnswer& answer) {
    const auto number = context_.question(answer.fact);
    const auto said = number ? context_.say("form.question", {{"question", std::int64_t(number)}})
                             : context_.say("form.not_told");
    const auto box = Length::mm(4.4), height = Length::mm(7.5);
    const auto area = placed.field->kind == Field::Kind::comb ? placed.box : placed.inner;
    const auto x = placed.inner.at.x + Length::mm(0.4),
               y = area.at.y + (area.size.height - height) / 2;
    Decoration decoration(pen_);
    if (placed.field->kind == Field::Kind::comb) uncomb(placed.inner, {});
    pen_.frame(x, y + Length::mm(1.5), box, box, Style::box_stroke,
               {Length::pt(2), Length::pt(1.5)});
    const auto at = x + Length::mm(6.5);
    pen_.line(at, y, small(text::Role::sans, 9), said.zh);
    pen_.line(at, y + Length::mm(3.75), small(text::Role::latin, 7.5), said.en, context_.second);
  }

  static layout::Type small(text::Role role, double size) {
    return {role, Length::pt(size), Length::mm(3.75), {}, 0};
  }

  void text(const PlacedField& placed, const FieldAnswer& answer, const page::Rect& area) {
    const auto& field = *placed.field;
    auto type = style_.form_value;
    const auto fitted = layout::fit(context_.shaper, answer.text, type, area.size, smallest_answer,
                                    static_cast<std::size_t>(field.lines));
    if (fitted.step == layout::Step::continued) return continued(placed, answer, area);
    const auto height = fitted.type.leading * static_cast<double>(fitted.lines.size());
    auto y = area.at.y + (area.size.height - height) / 2;
    for (const auto& line : fitted.lines) {
      pen_.shaped(area.at.x, y + Pen::baseline(fitted.type), fitted.type, line, {});
      y += fitted.type.leading;
    }
    pen_.expect(area, answer.text, field.value.name);
    if (answer.derived) derived(placed, 0);
  }

  // What is known of 2022-03-18: each part in front of the character that is printed behind it.
  void date(const PlacedField& placed, const FieldAnswer& answer) {
    const auto& type = style_.form_value;
    std::string_view rest = answer.text;
    for (const auto& [room, tag] : placed.parts) {
      const auto dash = rest.find('-');
      const auto part = rest.substr(0, dash);
      const auto y = room.at.y + (room.size.height - type.leading) / 2;
      pen_.enter(here(tag));
      pen_.line(room.at.x, y, type, part, {}, Align::right, room.size.width - Length::mm(0.75));
      pen_.close();
      pen_.expect(room, std::string(part), placed.field->value.name);
      if (dash == std::string_view::npos) break;
      rest.remove_prefix(dash + 1);
    }
  }

  // Lines of a list beyond those that are printed go, one by one, to the continuation sheet.
  void surplus(const PlacedTable& placed) {
    const auto& table = *placed.section->table;
    const auto count = list_lines(context_, table.list);
    if (count <= table.lines) return;
    const auto first = continued_.size() + 1;
    for (auto line = table.lines; line < count; ++line)
      continued_.push_back(
          {*placed.section->title, line_text(*placed.section, line), context_.say("part.form").zh});
    const auto last = continued_.size();
    const auto said = first == last
                          ? context_.say("form.see_continuation", {{"number", std::int64_t(first)}})
                          : context_.say("form.see_continuations", {{"first", std::int64_t(first)},
                                                                    {"last", std::int64_t(last)}});
    Decoration decoration(pen_);
    const auto second = small(text::Role::latin, 7.5);
    const auto right = placed.note.at.x + placed.note.size.width;
    const auto en = pen_.width(second, said.en);
    const auto y = placed.note.at.y + (placed.note.size.height - second.leading) / 2;
    pen_.line(right - en, y, second, said.en, context_.second);
    const auto zh = small(text::Role::sans, 9);
    pen_.line(right - en - Length::mm(2) - pen_.width(zh, said.zh), y, zh, said.zh);
  }

  std::string line_text(const model::FormSection& section, std::size_t line) const {
    std::string all;
    for (const auto& cell : section.rows.at(1).cells) {
      auto value = cell.field->value;
      value.line = line;
      auto answer = field_answer(context_, value);
      for (const auto& choice : cell.field->choices)
        if (answer.kind == Kind::known && ticks(answer, choice.is)) answer.text = choice.label.zh;
      if (answer.kind == Kind::unknown) answer.text = context_.say("form.not_told").zh;
      if (answer.text.empty()) continue;
      all += (all.empty() ? "" : "；") + cell.field->label.zh + "：" + answer.text;
    }
    return all;
  }

  // One character a cell, centred; one run, so that it is read as one word.
  void comb(const PlacedField& placed, const FieldAnswer& answer) {
    const auto& area = placed.inner;
    auto type = style_.form_comb;
    auto line = context_.shaper.line(answer.text, type.role);
    std::size_t glyphs = 0;
    for (const auto& run : line.runs) glyphs += run.blank_box ? 1 : run.glyphs.size();
    const auto cells = static_cast<std::size_t>(area.size.width / comb_cell + 0.5);
    if (glyphs > cells) return overflow(placed, answer);
    const auto cell = static_cast<std::int16_t>(comb_cell / type.size * 1000 + 0.5);
    for (auto& run : line.runs) {
      for (auto& glyph : run.glyphs) {
        glyph.dx = static_cast<std::int16_t>(glyph.dx + (cell - glyph.advance) / 2);
        glyph.advance = cell;
      }
      run.width = cell * static_cast<std::int32_t>(run.blank_box ? 1 : run.glyphs.size());
    }
    pen_.shaped(area.at.x, area.at.y + Length::mm(5.15), type, line, {}, answer.text);
    pen_.expect(area, answer.text, placed.field->value.name);
    if (answer.derived) derived(placed, glyphs);
  }

  // No character a cell: the cells give way to a line of text.
  void overflow(const PlacedField& placed, const FieldAnswer& answer) {
    {
      Decoration decoration(pen_);
      uncomb(placed.inner, {});
    }
    text(placed, answer, placed.inner);
  }

  /// Takes the cells from `kept` on out of a comb.
  void uncomb(const page::Rect& comb, Length kept) {
    const auto stroke = Length::mm(0.3);  // of the frame, and a little
    const auto from = comb.at.x + kept + (kept > Length{} ? stroke : -stroke);
    pen_.fill(from, comb.at.y - stroke, comb.at.x + comb.size.width + stroke - from,
              comb.size.height + stroke * 2, 255);
  }

  void continued(const PlacedField& placed, const FieldAnswer& answer, const page::Rect& area) {
    continued_.push_back({placed.label, answer.text, context_.say("part.form").zh});
    const auto said =
        context_.say("form.see_continuation", {{"number", std::int64_t(continued_.size())}});
    const auto y = area.at.y + (area.size.height - Length::mm(7.5)) / 2;
    pen_.line(area.at.x, y, small(text::Role::sans, 9), said.zh);
    pen_.line(area.at.x, y + Length::mm(3.75), small(text::Role::latin, 7.5), said.en,
              context_.second);
  }

  // That the spelling is ours: at the right, in place of the cells that stay empty. `used` counts
  // the cells that do not; where there is no room the note stands on the line above the box.
  void derived(const PlacedField& placed, std::size_t used) {
    const auto& area = placed.inner;
    const auto said = context_.say("form.derived");
    const auto type = small(text::Role::sans, 9), second = small(text::Role::latin, 7.5);
    const auto width = std::max(pen_.width(type, said.zh), pen_.width(second, said.en));
    const auto right = area.at.x + area.size.width;
    Decoration decoration(pen_);
    if (placed.field->kind == Field::Kind::comb) {
      const auto cells =
          static_cast<std::size_t>((area.size.width - width - Length::mm(1.5)) / comb_cell);
      if (used > cells) return;  // the head of the form names what is ours, too
      uncomb(area, comb_cell * static_cast<double>(cells));
    }
    const auto y = area.at.y + (area.size.height - Length::mm(7.5)) / 2;
    pen_.line(right - width, y, type, said.zh);
    pen_.line(right - width, y + Length::mm(3.75), second, said.en, context_.second);
  }

  void photo(const FormLayer& layer) {
    const auto& frame = *layer.photo;
    pen_.enter(here(layer.photo_tag));
    if (context_.photo) {
      const auto& size = context_.photo->size;
      pen_.picture(frame.at.x + (frame.size.width - size.width) / 2,
                   frame.at.y + (frame.size.height - size.height) / 2, *context_.photo);
      return pen_.close();
    }
    auto y = frame.at.y + Length::mm(15);
    for (const char* id : {"form.photo", "form.photo_size", "form.photo_rules"}) {
      auto said = context_.say(id);
      if (said.en == said.zh) said.en.clear();
      y += pair(context_, pen_, frame.at.x + Length::mm(1.5), y, frame.size.width - Length::mm(3),
                small(text::Role::song, 9), small(text::Role::latin_serif, 7.5), said,
                Align::centre) +
           Length::mm(1);
    }
    pen_.close();
  }

  // Which letters are ours and which are the answers.
  void key() {
    Decoration decoration(pen_);
    const auto said = context_.say("form.kai");
    const auto right = style_.sheet().right, y = style_.sheet().top;
    auto type = Style(Paper::a4).second;
    type.leading = Length::mm(5);
    const auto en = pen_.width(type, said.en);
    pen_.line(right - en, y, type, said.en, context_.second);
    auto bold = Style(Paper::a4).zh_bold;
    pen_.line(right - en - pen_.width(bold, said.zh) - Length::mm(3), y, bold, said.zh);
  }

  const Context& context_;
  const Style& style_;
  Pen pen_;
  layout::Part& part_;
  std::vector<Continued>& continued_;
  std::size_t base_ = 0;
};

}  // namespace

layout::Part compose_form(const Context& context, const model::Form& form, const plan::Part& sheet,
                          std::vector<Continued>& continued) {
  layout::Part part;
  part.tags.resize(1);
  part.tags[0].type = TagType::sect;
  const auto of_sheet = context.of(sheet);
  FormPage page(of_sheet, part, continued);
  for (const auto& layer : context.layers.at(form.id)) page.write(layer);
  return part;
}

}  // namespace tongxing::compose
