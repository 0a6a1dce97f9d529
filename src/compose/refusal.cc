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
    for (auto each = family_.refused.begin(); each != family_.refused.end(); ++each)
      if (std::none_of(family_.refused.begin(), each,
                       [&](const auto& earlier) { return together(earlier, *each); }))
        draw(*each);
    if (!questions.empty()) {
      sheet_.flow().space(style_.mm(5));
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

  void draw(const model::Refusal& refusal) {
    auto& pen = sheet_.pen();
    sheet_.flow().space(style_.mm(3.75));
    {
      Decoration decoration(pen);
      pen.rule(sheet_.left(), {}, sheet_.width(), Style::head_rule);
    }
    const auto top = style_.mm(2.5);
    auto height = top;
    for (const auto& each : family_.refused) {
      if (!together(each, refusal)) continue;
      const bool abroad = context_.library.rules.procedures.at(each.procedure).at_mission;
      const auto procedure =
          abroad ? context_.say("refused.procedure_mission", {{"procedure", each.procedure}})
                 : context_.say_where("refused.procedure", each.procedure);
      height += section_heading(context_, pen, sheet_.left(), height, sheet_.width(), procedure);
    }
    if (const auto name = name_line(context_, refusal.applicant); !name.empty()) {
      Tagged paragraph(pen, TagType::p);
      height += pen.paragraph(sheet_.left(), height, sheet_.width(), style_.note, name);
    }
    sheet_.flow().add(height + style_.mm(1.875), true);
    Tagged list(pen, TagType::l);
    for (const auto& reason : refusal.reasons)
      sheet_.flow().add(
          keyed_item(context_, pen, sheet_.left(), sheet_.width(), "–", context_.say(reason)));
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
  parts.push_back({Refusals(context, job.family).write(), context.say("part.refused")});
  auto document =
      bind(std::move(parts), {job.family.case_id, job.family.rules.newest, job.options.draft},
           job.options.duplex, job.library.words, style, shaper);
  const auto title = context.say("part.refused");
  document.title = title.zh + " " + title.en;
  document.id = job.family.case_id + ":" + content_hash(document, job.family.rules.sha256);
  return document;
}

}  // namespace tongxing::compose
