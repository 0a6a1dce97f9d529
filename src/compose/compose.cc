// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/compose.h"

#include <algorithm>

#include "compose/blocks.h"
#include "compose/document.h"
#include "compose/parts.h"

namespace tongxing::compose {

namespace {

using plan::PartKind;

bool wanted(const Options& options, PartKind kind) {
  return options.only.empty() || options.only.contains(kind);
}

layout::Part compose_one(const Context& context, const plan::Part& part,
                         std::vector<Continued>& continued) {
  switch (part.kind) {
    case PartKind::cover:
      return compose_cover(context);
    case PartKind::checklist:
      return compose_checklist(context);
    case PartKind::day:
      return compose_day(context);
    case PartKind::questions:
      return compose_questions(context);
    case PartKind::form:
      return compose_form(context, context.library.forms.at(part.form), part, continued);
    case PartKind::letter:
      return compose_letter(context, context.library.letters.at(part.letter), part);
  }
  return {};
}

layout::Part compose_part(const Context& context, const plan::Part& part,
                          std::vector<Continued>& continued) {
  auto usual = compose_one(context, part, continued);
  if (part.kind == PartKind::form || part.kind == PartKind::letter) return usual;
  return less_white(context, std::move(usual),
                    [&](const Context& tight) { return compose_one(tight, part, continued); });
}

/// The parts that are wanted; of a packet that has none of them, its cover, which says what it has.
Options printable(const Job& job) {
  auto options = job.options;
  if (std::ranges::none_of(job.plan.parts,
                           [&](const plan::Part& part) { return wanted(options, part.kind); }))
    options.only = {PartKind::cover};
  return options;
}

struct Round {
  std::vector<layout::Part> parts;  ///< empty pages where a part is not wanted
  std::vector<Continued> continued;
  std::vector<PageRange> pages;
};

Round compose_parts(const Context& context) {
  Round round;
  std::size_t next = 1;
  for (const auto& part : context.plan.parts) {
    round.parts.push_back(wanted(context.options, part.kind)
                              ? compose_part(context, part, round.continued)
                              : layout::Part{});
    const auto count = round.parts.back().pages.size();
    round.pages.push_back({next, count});
    next += count;
  }
  return round;
}

/// What most packets need, so that the first round is mostly the last.
std::vector<PageRange> expected_pages(const Job& job, const Options& options) {
  std::vector<PageRange> pages;
  std::size_t next = 1;
  for (const auto& part : job.plan.parts) {
    std::size_t count = wanted(options, part.kind) ? 1 : 0;
    if (count && part.kind == PartKind::checklist) count = 2;
    if (count && part.kind == PartKind::form) count = job.layers.at(part.form).size();
    pages.push_back({next, count});
    next += count;
  }
  return pages;
}

// The code says which packet this is, and nothing about anybody.
void draw_code(page::Document& document, const Context& context, const std::string& hash) {
  const auto payload = cover_payload(context.plan.case_id, hash);
  auto matrix = codes::qr(payload, codes::Correction::high);
  const auto box = cover_code_box(context.style);
  const auto module = box.size.width / static_cast<double>(matrix.side);
  auto& page = document.pages.front();

  layout::Pen pen(context.shaper, document.tags);
  {
    // The cover's Sect; the figure follows what the page says.
    pen.enter(page::TagId{1});
    page::Tag figure;
    figure.type = page::TagType::figure;
    const auto said = context.say("spoken.code");
    figure.alt = said.zh + " " + said.en;
    figure.box = box;
    layout::Tagged tag(pen, std::move(figure));
    pen.code(box.at.x, box.at.y, std::move(matrix), module);
  }
  {
    layout::Tagged echo(pen, page::TagType::p);
    cover_echo(pen, context.style, {box.at.x, box.at.y + box.size.height}, payload);
  }
  layout::place(page, pen.take({}), {});
}

}  // namespace

Composed compose(const Job& job, text::Shaper& shaper) {
  const auto options = printable(job);
  const Style style(options.paper, options.print);
  const auto people = spelled(job.people);
  Composed composed;
  composed.pages = expected_pages(job, options);
  Round round;
  // Parts speak of each other's pages; what they say can change how many there are.
  for (int attempt = 0; attempt < 4; ++attempt) {
    const Context context{job.plan, job.profile, job.library, job.library.words, people,   options,
                          style,    shaper,      job.layers,  composed.pages,    job.photo};
    round = compose_parts(context);
    composed.settled = round.pages == composed.pages;
    if (composed.settled) break;
    composed.pages = round.pages;
  }
  const Context context{job.plan, job.profile, job.library, job.library.words, people,   options,
                        style,    shaper,      job.layers,  composed.pages,    job.photo};
  std::vector<NamedPart> parts;
  for (std::size_t i = 0; i < round.parts.size(); ++i)
    if (!round.parts[i].pages.empty())
      parts.push_back({std::move(round.parts[i]), part_title(context, job.plan.parts[i])});
  if (!round.continued.empty())
    parts.push_back(
        {compose_continuation(context, round.continued), context.say("part.continuation")});
  composed.continued = round.continued.size();

  Footing footing{job.plan.case_id, job.plan.rules.newest, options.draft};
  if (const auto about = about_translation(context);
      !about.empty() && !wanted(options, PartKind::cover))
    footing.about = about.front();
  composed.document =
      compose::bind(std::move(parts), footing, options.duplex, job.library.words, style, shaper);
  composed.hash = content_hash(composed.document, job.plan.rules.sha256);
  if (wanted(options, PartKind::cover) && !job.plan.parts.empty() &&
      job.plan.parts.front().kind == PartKind::cover)
    draw_code(composed.document, context, composed.hash);
  const auto title = context.say("file.title", {{"procedure", job.plan.procedure}});
  composed.document.title = title.zh + " " + title.en;
  composed.document.id = job.plan.case_id + ":" + composed.hash;
  return composed;
}

std::string cover_payload(const std::string& case_id, const std::string& hash) {
  auto capitals = "TX1:" + case_id + ":" + hash + ":COVER";
  std::transform(capitals.begin(), capitals.end(), capitals.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return capitals;
}

Length cover_echo(layout::Pen& pen, const Style& style, page::Point below,
                  const std::string& payload) {
  // The quiet zone; then broken after a colon, never before one. The version stands with the case
  // where that fits.
  auto y = below.y + Length::mm(5);
  const auto width = cover_code_box(style).size.width;
  std::string waiting;
  const auto flush = [&] {
    if (!waiting.empty()) y += pen.paragraph(below.x, y, width, style.machine, waiting);
    waiting.clear();
  };
  std::size_t part = 0;
  for (std::size_t from = 0; from < payload.size(); ++part) {
    auto to = payload.find(':', from);
    to = to == std::string::npos ? payload.size() : to + 1;
    const auto piece = payload.substr(from, to - from);
    if (part != 1 || pen.width(style.machine, waiting + piece) > width) flush();
    waiting += piece;
    from = to;
  }
  flush();
  return y - below.y;
}

model::Bilingual part_title(const Context& context, const plan::Part& part) {
  switch (part.kind) {
    case PartKind::cover:
      return context.say("part.cover");
    case PartKind::checklist:
      return context.say("part.checklist_short");
    case PartKind::day:
      return context.say("part.day");
    case PartKind::questions:
      return context.say("part.questions");
    case PartKind::form:
      return context.say("part.form_short");
    case PartKind::letter:
      return context.library.letters.at(part.letter).title;
  }
  return {};
}

FormLayers prepare_form_layers(const library::Library& library, Paper paper, text::Shaper& shaper) {
  const Style style(paper);
  FormLayers layers;
  for (const auto& [id, form] : library.forms)
    for (std::size_t i = 0; i < form.pages.size(); ++i)
      layers[id].push_back(draw_form_layer(shaper, style, library.words, form, i));
  return layers;
}

}  // namespace tongxing::compose
