// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/checklist_keys.h"

#include <algorithm>

#include "compose/checklist_case.h"

namespace tongxing::compose {

namespace {

using layout::Decoration;
using layout::Tagged;
using model::Bilingual;
using model::Verdict;
using page::TagType;

void draw(SheetWriter& sheet, const Figure& figure, Length x, Length width) {
  const auto& style = sheet.context().style;
  auto& pen = sheet.pen();
  {
    Decoration decoration(pen);
    pen.rule(x, {}, width, Style::head_rule);
  }
  Tagged paragraph(pen, TagType::p);
  const auto used = pen.line(x, style.mm(2.5), style.total, std::to_string(figure.number));
  const auto label = x + used + style.mm(2.5);
  pair(sheet.context(), pen, label, style.mm(2.5), width - (label - x), style.zh, style.second,
       figure.label);
}

}  // namespace

void draw_figures(SheetWriter& sheet, const std::vector<Figure>& all) {
  const auto& style = sheet.context().style;
  const std::size_t in_a_row = style.large() ? 2 : 4;
  const int span = style.large() ? 6 : 3;
  for (std::size_t from = 0; from < all.size(); from += in_a_row) {
    for (std::size_t i = from; i < std::min(all.size(), from + in_a_row); ++i)
      draw(sheet, all[i], style.column(static_cast<int>(i - from) * span), Style::columns(span));
    sheet.flow().add(style.mm(14.375), true);
  }
}

namespace {

const char* certainty_id(model::Certainty certainty) {
  switch (certainty) {
    case model::Certainty::official:
      return "certainty.official";
    case model::Certainty::published_guide:
      return "certainty.published-guide";
    case model::Certainty::reported:
      return "certainty.reported";
    case model::Certainty::third_party:
      return "certainty.third-party";
    default:
      return "certainty.inferred";
  }
}

LegendEntry entry(const Context& context, const SourceId& id) {
  const auto& source = context.library.rules.sources.at(id);
  LegendEntry entry{context.source_key(id), context.say("source." + id.value + ".short")};
  const auto trust = context.say(certainty_id(source.best));
  const auto undated = context.say("source.undated");
  const bool dated = source.published.year != 0;
  entry.text.zh += "，" + (dated ? source.published.iso() : undated.zh) + "，" + trust.zh;
  entry.text.en += ", " + (dated ? source.published.iso() : undated.en) + ", " + trust.en;
  return entry;
}

std::vector<LegendEntry> entries(const Context& context) {
  auto all = source_entries(context);
  const auto& lines = context.plan.ruling.checklist.lines;
  const auto* day = context.range(plan::PartKind::day);
  if (!context.plan.ruling.checklist.notes.empty() && day)
    all.push_back({{}, context.say("checklist.key_disagree", {{"pages", day->text()}})});
  all.push_back({{}, context.say("checklist.key_inferred")});
  if (std::any_of(lines.begin(), lines.end(), [](const auto& each) { return each.own_number; }))
    all.push_back({{}, context.say("checklist.own_number")});
  all.push_back({{}, context.say("checklist.marks")});
  return all;
}

Length draw(SheetWriter& sheet, const LegendEntry& entry, Length x, Length width) {
  const auto& context = sheet.context();
  const auto& style = context.style;
  auto& pen = sheet.pen();
  auto indent = Length{};
  auto zh = style.note;
  zh.leading = style.second_note.leading;
  Tagged item(pen, TagType::li);
  if (!entry.key.empty()) {
    indent = style.mm(6);
    Tagged label(pen, TagType::lbl);
    auto bold = style.second_bold;
    bold.leading = zh.leading;
    pen.line(x, {}, bold, entry.key);
  }
  Tagged body(pen, TagType::lbody);
  return pair(context, pen, x + indent, {}, width - indent, zh, style.second_note, entry.text);
}

}  // namespace

std::vector<LegendEntry> source_entries(const Context& context) {
  std::vector<LegendEntry> all;
  for (const auto& source : context.sources()) all.push_back(entry(context, source));
  return all;
}

void checklist_totals(SheetWriter& sheet) {
  const auto& context = sheet.context();
  const auto& checklist = context.plan.ruling.checklist;
  std::size_t held = 0, missing = 0;
  for (const auto& each : checklist.lines) {
    held += each.held.satisfied == Verdict::yes;
    missing += is_missing(each);
  }
  const auto* questions = context.range(plan::PartKind::questions);
  sheet.flow().add(context.style.mm(1.875));
  draw_figures(sheet,
               {{checklist.lines.size(), context.say("checklist.papers")},
                {held, context.say("checklist.held")},
                {missing, context.say("checklist.missing")},
                {checklist.questions.size(),
                 questions ? context.say("checklist.questions", {{"pages", questions->text()}})
                           : context.say("checklist.no_questions")}});
}

void checklist_counts(SheetWriter& sheet) {
  const auto& context = sheet.context();
  std::size_t originals = 0, copies = 0, photos = 0;
  for (const auto& each : context.plan.ruling.checklist.lines) {
    if (each.same_as || each.needed != model::Needed::yes) continue;
    const auto count = static_cast<std::size_t>(each.originals);
    const bool photo = context.library.rules.papers.at(each.document).code == "PHOTO";
    (photo ? photos : originals) += count;
    copies += static_cast<std::size_t>(each.copies);
  }
  sheet.flow().space(context.style.gap(6.25));
  draw_figures(sheet, {{originals, context.say("checklist.originals")},
                       {copies, context.say("checklist.copies")},
                       {photos, context.say("checklist.photographs")}});
}

void checklist_legend(SheetWriter& sheet) {
  draw_legend(sheet, entries(sheet.context()));
}

void draw_legend(SheetWriter& sheet, const std::vector<LegendEntry>& all) {
  const auto& style = sheet.context().style;
  auto& pen = sheet.pen();
  auto& flow = sheet.flow();
  flow.space(style.mm(1.25));
  {
    Decoration decoration(pen);
    pen.rule(sheet.left(), {}, sheet.width(), Style::row_rule);
  }
  flow.add(style.mm(1.875), true);
  Tagged list(pen, TagType::l);
  const std::size_t in_a_row = style.large() ? 1 : 2;
  const auto width = Style::columns(12 / static_cast<int>(in_a_row));
  for (std::size_t from = 0; from < all.size(); from += in_a_row) {
    Length height{};
    for (std::size_t i = from; i < std::min(all.size(), from + in_a_row); ++i)
      height = std::max(height,
                        draw(sheet, all[i], style.column(static_cast<int>((i - from) * 6)), width));
    // The keys stand together, with the figures over them; in large print they may be many pages.
    flow.add(height + style.mm(0.625), !style.large() && from + in_a_row < all.size());
  }
}

}  // namespace tongxing::compose
