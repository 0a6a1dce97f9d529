// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/answers.h"

#include <algorithm>
#include <cstdio>

namespace tongxing::forms {
namespace {

using foreign::Field;
using foreign::FieldType;
using foreign::Widget;
using layout::Align;

constexpr auto smallest_usual = Length::pt(6);
constexpr auto smallest_notice = Length::pt(4);

std::string code_point(char32_t c) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(c));
  return text;
}

/// What the field says of itself; the map's style goes before it.
BoxStyle box_style(const Filling& filling, const Field* field, const Widget* widget,
                   page::Size box) {
  const auto& style = filling.style;
  BoxStyle out;
  out.size = box;
  out.role = style.role;
  out.lines = style.lines.value_or(0);
  out.comb = style.comb.value_or(0);
  if (field != nullptr) {
    if (field->font_size > 0) out.font_size = Length::pt(std::min(field->font_size, 144.0));
    out.multiline = field->multiline || field->type == FieldType::list;
    out.align = field->alignment == 1   ? Align::centre
                : field->alignment == 2 ? Align::right
                                        : Align::left;
    if (field->comb && field->max_length && !style.comb) out.comb = *field->max_length;
    if (!widget->border.components.empty())
      out.border = Length::pt(std::clamp(widget->border_width, 0.0, 12.0));
  }
  if (style.size) out.font_size = style.size;
  if (style.align) out.align = *style.align;
  out.smallest = style.smallest.value_or(smallest_usual);
  if (out.font_size && *out.font_size < out.smallest && !style.smallest)
    out.smallest = *out.font_size;
  return out;
}

class Drawer {
 public:
  Drawer(const PreparedForm& prepared, const std::vector<Filling>& fillings, text::Shaper& shaper,
         const ContinuationWords& words)
      : prepared_(prepared), fillings_(fillings), shaper_(shaper), words_(words) {}

  Result<Answers> run() {
    for (const auto& filling : fillings_) look_for_glyphs(filling);
    if (!errors_.empty()) return std::move(errors_);
    answers_.reports.resize(fillings_.size());
    for (std::size_t i = 0; i < fillings_.size(); ++i) answer(i);
    if (!errors_.empty()) return std::move(errors_);
    return std::move(answers_);
  }

 private:
  void look_for_glyphs(const Filling& filling) {
    for (const auto& missing : shaper_.fonts().missing(filling.style.role, filling.text)) {
      if (missing.character == U'\n') continue;
      Diagnostic error{.code = "G001",
                       .what = {"no font has {0} ({1}), which stands in '{2}'",
                                {personal(text::to_utf8(std::u32string(1, missing.character))),
                                 personal(code_point(missing.character)),
                                 {filling.name}}},
                       .where = filling.where,
                       .fault = Fault::glyph};
      error.hints.push_back(
          "install fonts-hanazono and fonts-babelstone-han, which have the rarest characters");
      errors_.push_back(std::move(error));
    }
  }

  void answer(std::size_t index) {
    const auto& filling = fillings_[index];
    auto& report = answers_.reports[index];
    report.name = filling.name;
    const auto first = answers_.all.size();
    if (filling.field) {
      const auto& field = prepared_.form.fields[*filling.field];
      for (std::size_t i = 0; i < field.widgets.size(); ++i) widget(index, field, i);
    } else if (filling.place) {
      Answer answer{.filling = index, .page = filling.place->page, .box = filling.place->box};
      answer.drawing = filling.mark ? draw_mark(answer.box.size, Mark::tick)
                                    : text_in(filling, nullptr, nullptr, answer.box.size);
      if (filling.colour) answer.drawing.colour = *filling.colour;
      answers_.all.push_back(std::move(answer));
    }
    const bool continued =
        std::any_of(answers_.all.begin() + static_cast<std::ptrdiff_t>(first), answers_.all.end(),
                    [](const Answer& answer) { return answer.drawing.step == Step::continued; });
    if (continued) continue_elsewhere(index, first);
    for (auto i = first; i < answers_.all.size(); ++i) {
      const auto& drawing = answers_.all[i].drawing;
      report.step = std::max(report.step, drawing.step);
      if (report.size == Length() || drawing.used < report.size) report.size = drawing.used;
    }
  }

  void widget(std::size_t index, const Field& field, std::size_t number) {
    const auto& filling = fillings_[index];
    const auto& widget = field.widgets[number];
    const bool can_be_seen = !widget.hidden && widget.page < prepared_.form.pages.size() &&
                             widget.box.size.width > Length() && widget.box.size.height > Length();
    if (!can_be_seen) return;
    Answer answer{.filling = index,
                  .field = &field,
                  .widget = &widget,
                  .page = widget.page,
                  .box = widget.box,
                  .rotation = widget.rotation};
    const auto size = upright(widget.box.size, widget.rotation);
    const bool is_round = field.type == FieldType::radio;
    if (!is_button(field)) {
      answer.drawing = text_in(filling, &field, &widget, size);
      answer.drawing.ground = draw_ground(widget, size, false);
    } else {
      const bool on = std::ranges::find(filling.chosen, widget.on_state) != filling.chosen.end();
      if (on) {
        answer.drawing = draw_mark(size, is_round ? Mark::dot : Mark::tick);
      } else {
        answer.drawing.size = size;
      }
      const auto& look = prepared_.blank.looks[*filling.field][number];
      if (field.values.empty() && look && prepared_.keep == foreign::Keep::flat) {
        answer.under = &*look;
      } else {
        answer.drawing.ground = draw_ground(widget, size, is_round);
      }
    }
    answer.drawing.colour = filling.colour.value_or(field.colour);
    if (filling.frame) answer.drawing.ground += draw_frame(size, answer.drawing.colour);
    answers_.all.push_back(std::move(answer));
  }

  Drawing text_in(const Filling& filling, const Field* field, const Widget* widget,
                  page::Size size) {
    if (filling.text.empty()) {
      Drawing nothing;
      nothing.size = size;
      return nothing;
    }
    return draw_text(shaper_, filling.text, box_style(filling, field, widget, size));
  }

  /// The whole value goes to the continuation sheet; every box of the field says so.
  void continue_elsewhere(std::size_t index, std::size_t first) {
    const auto& filling = fillings_[index];
    const auto number = answers_.continued.size() + 1;
    const auto notice = words_.see(number);
    for (auto i = first; i < answers_.all.size(); ++i) {
      auto& answer = answers_.all[i];
      auto style = box_style(filling, answer.field, answer.widget, answer.drawing.size);
      style.comb = 0;
      style.multiline = false;
      style.lines = 0;
      style.smallest = std::min(style.smallest, smallest_usual);
      auto seen = draw_text(shaper_, notice.zh + " " + notice.en, style);
      style.smallest = smallest_notice;
      if (seen.step == Step::continued) seen = draw_text(shaper_, notice.zh, style);
      if (seen.step == Step::continued) {
        errors_.push_back({.code = "M016",
                           .what = {"the box '{0}' holds neither its value nor a word of where it "
                                    "stands: {1} × {2} mm",
                                    {{filling.name},
                                     {std::to_string(static_cast<int>(style.size.width.mm()))},
                                     {std::to_string(static_cast<int>(style.size.height.mm()))}}},
                           .where = filling.where,
                           .fault = Fault::data});
        return;
      }
      seen.step = Step::continued;
      seen.ground = std::move(answer.drawing.ground);
      seen.colour = answer.drawing.colour;
      answer.drawing = std::move(seen);
    }
    answers_.continued.push_back({number, filling.label.empty() ? filling.name : filling.label,
                                  filling.text, filling.style.role});
    answers_.reports[index].continuation = number;
  }

  const PreparedForm& prepared_;
  const std::vector<Filling>& fillings_;
  text::Shaper& shaper_;
  const ContinuationWords& words_;
  Answers answers_;
  Diagnostics errors_;
};

}  // namespace

Result<Answers> draw_answers(const PreparedForm& prepared, const std::vector<Filling>& fillings,
                             text::Shaper& shaper, const ContinuationWords& words) {
  return Drawer(prepared, fillings, shaper, words).run();
}

}  // namespace tongxing::forms
