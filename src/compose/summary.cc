// SPDX-License-Identifier: GPL-3.0-or-later
// The family summary: all packets of a family on one sheet, every paper once.
#include <algorithm>

#include "compose/checklist_keys.h"
#include "compose/compose.h"
#include "compose/document.h"
#include "compose/questions.h"
#include "compose/summary_sheet.h"

namespace tongxing::compose {

using layout::Decoration;
using layout::Tagged;
using model::Bilingual;
using page::TagType;

Context FamilySheet::packet(plan::PacketIndex index) const {
  const auto& all = context();
  return {family.packets.at(index),
          all.profile,
          all.library,
          all.words,
          all.people,
          all.options,
          all.style,
          all.shaper,
          all.layers,
          all.pages};
}

std::string packet_numbers(std::vector<plan::PacketIndex> packets) {
  std::ranges::sort(packets);
  std::string all;
  for (const auto index : packets) all += (all.empty() ? "" : ", ") + std::to_string(index + 1);
  return all;
}

layout::Box heading(FamilySheet& all, const Bilingual& text) {
  auto& sheet = all.sheet;
  const auto& style = all.context().style;
  const auto height =
      section_heading(all.context(), sheet.pen(), sheet.left(), {}, sheet.width(), text);
  auto box = sheet.pen().take(height + style.mm(1.25));
  box.keep_with_next = true;
  return box;
}

void draw_heading(FamilySheet& all, const Bilingual& text) {
  all.sheet.flow().space(all.context().style.mm(6.25));
  all.sheet.flow().add(heading(all, text));
}

page::Tag head_cell(page::Scope scope, int column_span) {
  page::Tag tag;
  tag.type = TagType::th;
  tag.scope = scope;
  tag.column_span = column_span;
  return tag;
}

std::vector<model::Citation> shared_originals_sources(const library::Library& library) {
  const SourceId guide("shanghai-how-to");
  const auto found = library.rules.sources.find(guide);
  if (found == library.rules.sources.end()) return {};
  return {{guide, found->second.published, found->second.best, {}}};
}

namespace {

class Summary {
 public:
  explicit Summary(FamilySheet all) : all_(all), context_(all.context()), style_(context_.style) {}

  void write() {
    case_number();
    figures();
    draw_packets(all_);
    draw_papers(all_);
    if (!all_.summary.refused.empty()) draw_refused(all_);
    unasked();
    end();
  }

 private:
  layout::Pen& pen() { return all_.sheet.pen(); }
  layout::Flow& flow() { return all_.sheet.flow(); }
  Length left() const { return all_.sheet.left(); }

  /// Returns the height used.
  Length labelled(Length x, Length width, const Bilingual& label, const layout::Type& type,
                  const std::string& value) {
    Tagged paragraph(pen(), TagType::p);
    const auto used = pen().line(x, {}, style_.note, label.zh);
    pen().line(x + used + style_.mm(1.25), {}, style_.second, label.en, context_.second);
    return style_.mm(5) + pen().paragraph(x, style_.mm(5), width, type, value);
  }

  void case_number() {
    const auto height = labelled(left(), Style::columns(8), context_.say("cover.case"),
                                 style_.case_number, context_.plan.case_id);
    labelled(style_.column(8), Style::columns(4), context_.say("summary.filed"), style_.fact,
             context_.plan.as_of.iso());
    flow().add(height + style_.mm(5));
  }

  void figures() {
    std::vector<plan::PacketIndex> asking;
    for (const auto& question : all_.summary.questions)
      for (const auto packet : question.packets)
        if (std::ranges::find(asking, packet) == asking.end()) asking.push_back(packet);
    draw_figures(all_.sheet,
                 {{all_.family.packets.size(), context_.say("summary.packets")},
                  {all_.summary.papers.size(), context_.say("checklist.papers")},
                  {all_.summary.questions.size(),
                   asking.empty() ? context_.say("checklist.no_questions")
                                  : context_.say("summary.questions",
                                                 {{"packets", packet_numbers(asking)}})}});
  }

  // What only decides on procedures that are not offered stands on no packet's sheet.
  void unasked() {
    std::vector<model::Question> questions;
    for (const auto& one : all_.summary.questions)
      if (one.packets.empty()) {
        questions.push_back(one.question);
        if (one.question.whose) questions.back().role.reset();  // which applicant? by name
      }
    if (questions.empty()) return;
    draw_heading(all_, context_.say("summary.other_questions"));
    draw_questions(all_.sheet, questions);
  }

  void end() {
    if (auto sources = source_entries(context_); !sources.empty()) {
      if (has_inferred()) sources.push_back({{}, context_.say("checklist.key_inferred")});
      flow().space(style_.mm(2.5));
      draw_legend(all_.sheet, sources);
    }
    flow().space(style_.mm(3.75));
    said(context_.say("summary.prepared", {{"date", context_.plan.as_of}}));
    for (const auto& text : about_translation(context_)) said(text);
  }

  bool has_inferred() const {
    return std::ranges::any_of(all_.summary.refused, [](const auto& one) {
      return std::ranges::find(one.sources, model::Certainty::inferred,
                               &model::Citation::certainty) != one.sources.end();
    });
  }

  void said(const Bilingual& text) {
    Tagged paragraph(pen(), TagType::p);
    flow().add(
        pair(context_, pen(), left(), {}, all_.sheet.width(), style_.note, style_.second, text) +
        style_.mm(1.25));
  }

  FamilySheet all_;
  const Context& context_;
  const Style& style_;
};

/// The names of all applicants as if they were one person's, for the head of the pages.
words::PersonName everybody(const plan::FamilyPlan& family, const words::People& people) {
  words::PersonName all;
  std::vector<PersonKey> named;
  for (const auto& packet : family.packets) {
    const auto& applicant = packet.ruling.people.applicant;
    if (std::ranges::find(named, applicant) != named.end()) continue;
    named.push_back(applicant);
    const auto name = words::cover_name(people.at(applicant));
    const auto add = [](std::string& to, const std::string& more, const char* between) {
      if (!more.empty()) to += (to.empty() ? "" : between) + more;
    };
    add(all.chinese.surname, name.first, "、");
    add(all.latin.surname, name.second, "; ");
  }
  return all;
}

/// Nobody's packet, that says whose family this is and which sources the summary cites.
plan::PacketPlan stand_in(const plan::FamilyPlan& family, const plan::FamilySummary& summary,
                          const library::Library& library) {
  plan::PacketPlan plan{family.case_id, {}, {}, family.city, family.as_of, 1, {}, {}, {},
                        family.rules};
  if (std::ranges::any_of(summary.papers, &plan::FamilyPaper::is_shared))
    plan.ruling.information.push_back({{}, shared_originals_sources(library)});
  for (const auto& refusal : family.refused)
    plan.ruling.information.push_back({{}, refusal.sources});
  return plan;
}

}  // namespace

page::Document compose_summary(const SummaryJob& job, text::Shaper& shaper) {
  const Style style(job.options.paper, job.options.print);
  const auto summary = plan::summarize(job.family, job.library.rules);
  const auto plan = stand_in(job.family, summary, job.library);
  words::People people = spelled(job.people);
  people[plan.ruling.people.applicant] = everybody(job.family, people);
  const FormLayers layers;
  const std::vector<PageRange> pages;
  const Context context{plan,   job.profile, job.library, job.library.words,
                        people, job.options, style,       shaper,
                        layers, pages};
  const auto write = [&](const Context& each) {
    SheetWriter sheet(each, each.say("summary.title"));
    Summary({sheet, job.family, summary, job.pages}).write();
    return sheet.take();
  };
  std::vector<NamedPart> parts;
  parts.push_back({less_white(context, write(context), write), context.say("summary.title")});
  auto document =
      bind(std::move(parts), {job.family.case_id, job.family.rules.newest, job.options.draft},
           job.options.duplex, job.library.words, style, shaper);
  const auto title = context.say("summary.title");
  document.title = title.zh + " " + title.en;
  document.id = job.family.case_id + ":" + content_hash(document, job.family.rules.sha256);
  return document;
}

}  // namespace tongxing::compose
