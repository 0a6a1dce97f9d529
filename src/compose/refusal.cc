// SPDX-License-Identifier: GPL-3.0-or-later
// The page for a family to whom nothing can be offered: why, what would settle it, whom to ask.
#include <algorithm>

#include "compose/blocks.h"
#include "compose/compose.h"
#include "compose/document.h"
#include "compose/questions.h"

namespace tongxing::compose {

namespace {

using layout::Decoration;
using layout::Tagged;
using model::Bilingual;
using page::TagType;

class Refusals {
 public:
  Refusals(const Context& context, const plan::FamilyPlan& family)
      : context_(context),
        family_(family),
        style_(context.style),
        sheet_(context, context.say("refused.title")) {}

  layout::Part write() {
    const auto questions = asked();
    said("refused.intro");
    if (!questions.empty()) said("refused.undetermined");
    const auto groups = grouped();
    for (const auto nearest :
         {Near::open, Near::asked, Near::considered, Near::one_of_many, Near::not_asked})
      for (const auto& group : groups)
        if (near(group) == nearest) draw(group);
    if (!questions.empty()) {
      sheet_.flow().space(style_.gap(5));
      sheet_.flow().add(section_heading(context_, sheet_.pen(), sheet_.left(), {}, sheet_.width(),
                                        context_.say("part.questions")),
                        true);
      draw_questions(sheet_, questions);
    }
    const auto translation = about_translation(context_);
    if (!translation.empty()) sheet_.flow().space(style_.mm(5));
    for (const auto& text : translation) said(text);
    return sheet_.take();
  }

 private:
  // Each once, however many procedures hinge on it.
  std::vector<model::Question> asked() const {
    std::vector<model::Question> all;
    for (const auto& refusal : family_.refused)
      for (const auto& question : refusal.questions)
        if (std::none_of(all.begin(), all.end(),
                         [&](const auto& each) { return each.fact == question.fact; }))
          all.push_back(question);
    return all;
  }

  void said(const char* id) { said(context_.say(id)); }
  void said(const Bilingual& text) {
    Tagged paragraph(sheet_.pen(), TagType::p);
    const auto height = pair(context_, sheet_.pen(), sheet_.left(), {}, sheet_.width(), style_.zh,
                             style_.second, text);
    sheet_.flow().add(height + style_.mm(2.5));
  }

  /// Said once: the same person, the same reasons.
  bool together(const model::Refusal& one, const model::Refusal& other) const {
    return one.applicant == other.applicant &&
           std::equal(
               one.reasons.begin(), one.reasons.end(), other.reasons.begin(), other.reasons.end(),
               [&](const auto& a, const auto& b) { return context_.say(a) == context_.say(b); });
  }

  /// Refusals for the same person and the same reasons, in their order.
  using Group = std::vector<const model::Refusal*>;
  static constexpr std::size_t few = 3;  ///< procedures: each has a heading

  std::vector<Group> grouped() const {
    std::vector<Group> all;
    for (const auto& refusal : family_.refused) {
      const auto found = std::find_if(all.begin(), all.end(), [&](const Group& group) {
        return together(*group.front(), refusal);
      });
      if (found == all.end())
        all.push_back({&refusal});
      else
        found->push_back(&refusal);
    }
    return all;
  }

  /// How near a group is to what the family wants: what can still come of it stands first, then
  /// what it asked for.
  enum class Near : std::uint8_t { open, asked, considered, one_of_many, not_asked };

  Near near(const Group& group) const {
    const auto& refusal = *group.front();
    const auto& offers = context_.library.rules.procedures.at(refusal.procedure).offers;
    if (std::any_of(offers.begin(), offers.end(),
                    [&](const auto& offer) { return offer.no.id == refusal.reasons.front().id; }))
      return Near::not_asked;
    if (group.size() > few) return Near::one_of_many;
    if (refusal.eligible == model::Verdict::unknown) return Near::open;
    const bool asked =
        std::any_of(offers.begin(), offers.end(), [](const auto& offer) { return offer.first; });
    return asked ? Near::asked : Near::considered;
  }

  Bilingual title(const model::Refusal& refusal) const {
    const bool abroad = context_.library.rules.procedures.at(refusal.procedure).at_mission;
    return abroad ? context_.say("refused.procedure_mission", {{"procedure", refusal.procedure}})
                  : context_.say_where("refused.procedure", refusal.procedure);
  }

  /// A few stand below each other, many in one paragraph.
  Length titles(const Group& group, Length y) {
    auto& pen = sheet_.pen();
    Length height{};
    if (group.size() <= few) {
      for (const auto* each : group)
        height +=
            section_heading(context_, pen, sheet_.left(), y + height, sheet_.width(), title(*each));
      return height;
    }
    Bilingual all;
    for (const auto* each : group)
      all = context_.words.joined(
          all, words::Mark::semicolon,
          context_.say("summary.procedure", {{"procedure", each->procedure}}));
    Tagged paragraph(pen, TagType::p);
    return pair(context_, pen, sheet_.left(), y, sheet_.width(), style_.zh, style_.second, all);
  }

  bool are_several() const {
    const auto& first = family_.refused.front().applicant;
    return std::any_of(family_.refused.begin(), family_.refused.end(),
                       [&](const auto& each) { return each.applicant != first; });
  }

  // A group stays together: its procedures, whose they are, the reasons.
  void draw(const Group& group) {
    auto& pen = sheet_.pen();
    const auto& refusal = *group.front();
    sheet_.flow().space(style_.gap(3.75));
    {
      Decoration decoration(pen);
      pen.rule(sheet_.left(), {}, sheet_.width(), Style::head_rule);
    }
    auto height = style_.mm(2.5);
    height += titles(group, height);
    if (const auto name = name_line(context_, refusal.applicant); are_several() && !name.empty()) {
      Tagged paragraph(pen, TagType::p);
      height += pen.paragraph(sheet_.left(), height, sheet_.width(), style_.note, name);
    }
    auto head = pen.take(height + style_.gap(1.875));
    head.keep_with_next = head.rule_on_top = true;
    sheet_.flow().add(std::move(head));
    Tagged list(pen, TagType::l);
    for (const auto& reason : refusal.reasons) {
      auto item =
          keyed_item(context_, pen, sheet_.left(), sheet_.width(), "–", context_.say(reason));
      item.keep_with_next = &reason != &refusal.reasons.back();
      sheet_.flow().add(std::move(item));
    }
  }

  const Context& context_;
  const plan::FamilyPlan& family_;
  const Style& style_;
  SheetWriter sheet_;
};

}  // namespace

page::Document compose_refusal(const RefusalJob& job, text::Shaper& shaper) {
  const Style style(job.options.paper, job.options.print);
  plan::PacketPlan nothing{
      job.family.case_id, {}, {}, job.family.city, job.family.as_of, 1, {}, {}, {},
      job.family.rules};
  if (!job.family.refused.empty())
    nothing.ruling.people.applicant = job.family.refused.front().applicant;
  const FormLayers layers;
  const std::vector<PageRange> pages;
  words::People people = spelled(job.people);
  people.try_emplace(nothing.ruling.people.applicant);
  const Context context{nothing, job.profile, job.library, job.library.words,
                        people,  job.options, style,       shaper,
                        layers,  pages};
  std::vector<NamedPart> parts;
  const auto write = [&](const Context& each) { return Refusals(each, job.family).write(); };
  parts.push_back({less_white(context, write(context), write), context.say("part.refused")});
  auto document =
      bind(std::move(parts), {job.family.case_id, job.family.rules.newest, job.options.draft},
           job.options.duplex, job.library.words, style, shaper);
  const auto title = context.say("part.refused");
  document.title = title.zh + " " + title.en;
  document.id = job.family.case_id + ":" + content_hash(document, job.family.rules.sha256);
  return document;
}

}  // namespace tongxing::compose
