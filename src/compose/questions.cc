// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/questions.h"

#include <algorithm>

#include "compose/parts.h"

namespace tongxing::compose {

namespace {

using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using model::Bilingual;
using page::TagType;

class Questions {
 public:
  Questions(SheetWriter& sheet, const std::vector<model::Question>& questions)
      : context_(sheet.context()), style_(context_.style), sheet_(sheet), questions_(questions) {}

  void draw() {
    introduction();
    {
      Tagged list(pen(), TagType::l);
      for (std::size_t i = 0; i < questions_.size(); ++i) question(questions_[i], i + 1);
    }
    signature();
  }

 private:
  Pen& pen() { return sheet_.pen(); }
  layout::Flow& flow() { return sheet_.flow(); }

  Length answer_x() const { return style_.large() ? style_.column(1) : style_.column(6); }
  Length answer_width() const { return sheet_.right() - answer_x(); }

  void introduction() {
    const auto count = static_cast<std::int64_t>(questions_.size());
    const auto said = context_.say("questions.introduction", {{"count", count}});
    Tagged paragraph(pen(), TagType::p);
    const auto top = style_.mm(1.25);
    Length height;
    if (style_.large()) {
      height = top + pair(context_, pen(), sheet_.left(), top, sheet_.width(), style_.zh,
                          style_.second, said);
    } else {
      const auto half = Style::columns(6);
      const auto zh = pen().paragraph(sheet_.left(), top, half, style_.zh, said.zh);
      const auto en =
          pen().paragraph(style_.column(6), top, half, style_.second, said.en, context_.second);
      height = top + std::max(zh, en);
    }
    height += style_.mm(2.5);
    {
      Decoration decoration(pen());
      pen().rule(sheet_.left(), height, sheet_.width(), Style::head_rule);
    }
    flow().add(height, true);
  }

  void question(const model::Question& question, std::size_t number) {
    const auto top = style_.gap(3.125), indent = style_.mm(12);
    Tagged item(pen(), TagType::li);
    {
      Tagged label(pen(), TagType::lbl);
      auto figure = style_.count;
      figure.size = Length::pt(16) * style_.scale();
      pen().line(sheet_.left(), top, figure, std::to_string(number));
    }
    Tagged body(pen(), TagType::lbody);
    const auto x = sheet_.left() + indent;
    const auto width = style_.large() ? sheet_.right() - x : Length::mm(75);
    const auto asked = question_text(context_, question);
    const auto why = question_reason(context_, question);
    auto y = top + pair(context_, pen(), x, top, width, style_.zh_bold, style_.second, asked);
    y += style_.mm(0.625);
    y += pair(context_, pen(), x, y, width, style_.note, style_.second_note, why);
    y += decides(question, x, y, width);
    const auto from = style_.large() ? y + style_.mm(2.5) : top;
    const auto answered = answer(question, from);
    const auto height = std::max(y, answered) + style_.gap(3.125);
    {
      Decoration decoration(pen());
      pen().rule(sheet_.left(), height, sheet_.width(), Style::row_rule);
    }
    flow().add(height, number == questions_.size());  // the line to sign never stands alone
  }

  Length decides(const model::Question& question, Length x, Length y, Length width) {
    std::string lines;
    const auto& all = context_.plan.ruling.checklist.lines;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (const auto& fact : all[i].hinges_on)
        if (fact == question.fact) lines += (lines.empty() ? "" : ", ") + std::to_string(i + 1);
    if (lines.empty()) return {};
    const auto said = context_.say("questions.lines", {{"lines", lines}});
    return pen().paragraph(x, y, width, style_.second_note, said.zh + "  " + said.en);
  }

  Length answer(const model::Question& question, Length y) {
    switch (question.answer) {
      case model::Answer::yes_no:
        return boxes({context_.say("answer.yes"), context_.say("answer.no"),
                      context_.say("answer.not_sure")},
                     y);
      case model::Answer::choice:
        return boxes(choices(question), y);
      case model::Answer::date:
        return date(y);
      case model::Answer::country:
        return labelled_line("questions.country", y);
      case model::Answer::number:
        return writing_lines(1, y);
      default:
        return writing_lines(2, y);
    }
  }

  std::vector<Bilingual> choices(const model::Question& question) const {
    std::vector<Bilingual> labels;
    for (const auto& choice : question.choices)
      labels.push_back(context_.library.choice(question.declared, choice));
    labels.push_back(context_.say("answer.not_sure"));
    return labels;
  }

  Length boxes(const std::vector<Bilingual>& labels, Length y) {
    const auto box = style_.mm(4.4), indent = style_.mm(6.5), gap = style_.mm(7);
    auto x = answer_x();
    auto row = style_.mm(8.75);  // higher where a label takes more lines
    for (const auto& label : labels) {
      const auto width =
          std::max(pen().width(style_.zh, label.zh), pen().width(style_.second, label.en)) + indent;
      if (x > answer_x() && x + width > sheet_.right()) {
        x = answer_x();
        y += row + style_.mm(1.75);
        row = style_.mm(8.75);
      }
      {
        Decoration decoration(pen());
        pen().frame(x, y + style_.mm(0.3), box, box, Style::box_stroke);
      }
      row = std::max(row, pair(context_, pen(), x + indent, y, sheet_.right() - x - indent,
                               style_.zh, style_.second, label));
      x += width + gap;
    }
    return y + row;
  }

  // Cells for a year, a month and a day.
  Length date(Length y) {
    const auto cell = style_.mm(5.5), height = style_.mm(7);
    auto x = answer_x();
    const std::pair<int, const char*> groups[] = {
        {4, "questions.year"}, {2, "questions.month"}, {2, "questions.day"}};
    for (const auto& [cells, unit] : groups) {
      Decoration decoration(pen());
      pen().frame(x, y, cell * cells, height, Style::writing_line);
      for (int i = 1; i < cells; ++i) pen().upright(x + cell * i, y, height, Style::writing_line);
      x += cell * cells + style_.mm(1.5);
      pair(context_, pen(), x, y - style_.mm(0.5), style_.mm(12), style_.zh, style_.second_note,
           context_.say(unit));
      x += style_.mm(10);
    }
    return y + height;
  }

  Length writing_lines(int lines, Length y) {
    Decoration decoration(pen());
    for (int i = 0; i < lines; ++i) {
      y += style_.mm(8.75);
      pen().rule(answer_x(), y, answer_width(), Style::writing_line);
    }
    return y;
  }

  Length labelled_line(const char* id, Length y) {
    const auto said = context_.say(id);
    const auto label =
        std::max(pen().width(style_.note, said.zh), pen().width(style_.second, said.en)) +
        style_.mm(2);
    pair(context_, pen(), answer_x(), y, label, style_.note, style_.second, said);
    y += style_.mm(8.75);
    Decoration decoration(pen());
    pen().rule(answer_x() + label, y, answer_width() - label, Style::writing_line);
    return y;
  }

  void signature() {
    const auto y = style_.mm(6.25), label = style_.mm(18);
    const auto part = [&](Length x, Length width, const char* id) {
      {
        Tagged paragraph(pen(), TagType::p);
        pair(context_, pen(), x, y, label, style_.note, style_.second, context_.say(id));
      }
      Decoration decoration(pen());
      pen().rule(x + label + style_.mm(2), y + style_.mm(7.5), width - label - style_.mm(2),
                 Style::writing_line);
    };
    part(sheet_.left(), Style::columns(6), "questions.answered_by");
    part(style_.column(6), Style::columns(6), "questions.date");
    flow().add(y + style_.mm(8.75));
  }

  const Context& context_;
  const Style& style_;
  SheetWriter& sheet_;
  const std::vector<model::Question>& questions_;
};

}  // namespace

void draw_questions(SheetWriter& sheet, const std::vector<model::Question>& questions) {
  Questions(sheet, questions).draw();
}

layout::Part compose_questions(const Context& context) {
  SheetWriter sheet(context, context.say("part.questions"));
  draw_questions(sheet, context.plan.ruling.checklist.questions);
  return sheet.take();
}

}  // namespace tongxing::compose
