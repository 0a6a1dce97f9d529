// SPDX-License-Identifier: GPL-3.0-or-later
// The family summary's list of procedures that are not offered, and why.
#include <algorithm>
#include <utility>

#include "compose/summary_sheet.h"

namespace tongxing::compose {

namespace {

using layout::Box;
using layout::Decoration;
using layout::Tagged;
using model::Bilingual;
using page::TagType;
using plan::RefusedTogether;

using Group = std::vector<const RefusedTogether*>;

/// The people to whom the same is said: twins, as a rule.
struct People {
  std::vector<PersonKey> people;
  Group refused;
};

class Refused {
 public:
  explicit Refused(FamilySheet& all) : all_(all), context_(all.context()), style_(context_.style) {}

  void draw() {
    auto& flow = all_.sheet.flow();
    flow.space(style_.mm(6.25));
    std::vector<Box> heads = {heading(all_, context_.say("part.refused"))};
    for (const auto& one : by_people()) {
      heads.push_back(names(one.people));
      // One box is as wide as the sheet; several fill two columns.
      const bool columns = !style_.large() && one.refused.size() > 1;
      width_ = columns ? Style::columns(6) : all_.sheet.width();
      std::vector<Box> boxes;
      for (const auto* each : one.refused) boxes.push_back(together(*each));
      auto needed = boxes.front().height;
      for (const auto& head : heads) needed += head.height;
      if (flow.room() < needed) flow.new_page();
      for (auto& head : std::exchange(heads, {})) flow.add(std::move(head));
      if (columns)
        two_columns(all_.sheet, std::move(boxes), style_.column(6) - style_.column(0));
      else
        for (auto& box : boxes) flow.add(std::move(box));
      flow.space(style_.mm(2.5));
    }
  }

 private:
  layout::Pen& pen() { return all_.sheet.pen(); }

  /// What is said to the same people stands together; nothing is said twice.
  std::vector<People> by_people() const {
    std::vector<People> all;
    for (const auto& one : all_.summary.refused) {
      const auto people = told(one);
      if (people.front() != one.applicant) continue;
      const auto found = std::ranges::find(all, people, &People::people);
      if (found == all.end())
        all.push_back({people, {&one}});
      else
        found->refused.push_back(&one);
    }
    return all;
  }

  /// The people to whom this is said, in their order.
  std::vector<PersonKey> told(const RefusedTogether& one) const {
    std::vector<PersonKey> people;
    for (const auto& other : all_.summary.refused)
      if (says_same(one, other)) people.push_back(other.applicant);
    return people;
  }

  bool says_same(const RefusedTogether& one, const RefusedTogether& other) const {
    return one.eligible == other.eligible && one.procedures == other.procedures &&
           std::ranges::equal(one.reasons, other.reasons, [&](const auto& x, const auto& y) {
             return context_.say(x) == context_.say(y);
           });
  }

  Box names(const std::vector<PersonKey>& people) {
    std::string text;
    for (const auto& person : people)
      text += (text.empty() ? "" : "，") + name_line(context_, person);
    if (text.empty()) return {.keep_with_next = true};
    Length height{};
    {
      Tagged tag(pen(), TagType::h3);
      height = pen().paragraph(all_.sheet.left(), {}, all_.sheet.width(), style_.zh_bold, text);
    }
    auto box = pen().take(height + style_.mm(1.25));
    box.keep_with_next = true;
    return box;
  }

  /// The procedures, then why.
  Box together(const RefusedTogether& one) {
    const auto x = all_.sheet.left();
    Length height = style_.mm(1.25);
    {
      Decoration decoration(pen());
      pen().rule(x, {}, width_, Style::row_rule);
    }
    {
      Tagged paragraph(pen(), TagType::p);
      const auto& type = one.procedures.size() > 3 ? style_.note : style_.zh_bold;  // a long list
      height += pair(context_, pen(), x, height, width_, type, style_.second_note,
                     procedures(one.procedures));
    }
    if (one.eligible == model::Verdict::unknown) {
      Tagged paragraph(pen(), TagType::p);
      height += pair(context_, pen(), x, height, width_, style_.note, style_.second_note,
                     context_.say("summary.still_open"));
    }
    Tagged list(pen(), TagType::l);
    for (std::size_t i = 0; i < one.reasons.size(); ++i)
      height += reason(one.reasons[i], height,
                       i == 0 ? source_mark(context_, one.sources) : std::string());
    return pen().take(height + style_.mm(1.875));
  }

  Length reason(const model::Sentence& sentence, Length y, const std::string& sources) {
    const auto x = all_.sheet.left(), indent = style_.mm(4);
    Tagged item(pen(), TagType::li);
    {
      Tagged label(pen(), TagType::lbl);
      pen().line(x, y, style_.note, "–");
    }
    Tagged body(pen(), TagType::lbody);
    auto said = context_.say(sentence);
    said.zh += sources;
    return pair(context_, pen(), x + indent, y, width_ - indent, style_.note, style_.second_note,
                said);
  }

  Bilingual procedures(const std::vector<ProcedureId>& procedures) const {
    Bilingual all;
    for (const auto& procedure : procedures)
      all = context_.words.joined(all, words::Mark::semicolon,
                                  context_.say("summary.procedure", {{"procedure", procedure}}));
    return all;
  }

  FamilySheet& all_;
  const Context& context_;
  const Style& style_;
  Length width_{};  ///< of the boxes that are being made
};

}  // namespace

void draw_refused(FamilySheet& all) {
  Refused(all).draw();
}

}  // namespace tongxing::compose
