// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/fill.h"

#include <algorithm>
#include <cmath>

#include "forms/writer.h"

namespace tongxing::forms {
namespace {

constexpr int prepared_level = 6;
constexpr std::size_t smallest_prepared = 200;

/// Room for what glyphs overhang, and for a border that is drawn on the edge.
constexpr auto slack = Length::pt(1);

/// Poppler's pages are as large as they would be without /UserUnit (7.7.3.3).
void in_user_units(page::ReadBack& one, const foreign::OfficialPage& page) {
  const auto& m = page.to_user;
  const double share = std::hypot(m.a, m.b);
  if (std::abs(share - 1) < 1e-9) return;
  const auto scale = [&](page::Rect& box) {
    box = {{box.at.x * share, box.at.y * share}, {box.size.width * share, box.size.height * share}};
  };
  scale(one.box);
  std::ranges::for_each(one.ink, scale);
}

std::vector<page::ReadBack> meant(const PreparedForm& prepared,
                                  const std::vector<Filling>& fillings, const Answers& answers,
                                  const std::vector<page::Page>& more, const text::FontSet& fonts) {
  std::vector<page::ReadBack> all;
  for (const auto& answer : answers.all) {
    page::ReadBack one;
    one.page = answer.page;
    one.box = {{answer.box.at.x - slack, answer.box.at.y - slack},
               {answer.box.size.width + slack * 2, answer.box.size.height + slack * 2}};
    one.text = answer.drawing.text;
    one.field = fillings[answer.filling].name;
    const auto& page = prepared.form.pages[answer.page];
    for (const auto& ink : ink_of(answer.drawing, fonts))
      one.ink.push_back(on_page(ink, answer.box, answer.rotation, page.size.height));
    in_user_units(one, page);
    if (!one.text.empty() || !one.ink.empty()) all.push_back(std::move(one));
  }
  for (std::size_t i = 0; i < more.size(); ++i)
    for (const auto& expected : more[i].expectations)
      all.push_back(
          {prepared.form.pages.size() + i, expected.box, expected.text, expected.field, {}});
  return all;
}

Result<Filled> fill_boxes(const PreparedForm& prepared, const std::vector<Filling>& fillings,
                          text::Shaper& shaper, const ContinuationWords& words, bool checked) {
  TRY(auto answers, draw_answers(prepared, fillings, shaper, words));
  std::vector<page::Tag> tags(1);
  tags[0].type = page::TagType::document;
  const auto size = prepared.form.pages.empty() ? page::Size{Length::mm(210), Length::mm(297)}
                                                : prepared.form.pages.front().size;
  const auto more = continuation_pages(shaper, size, words, answers.continued, tags);
  Filled filled;
  filled.bytes = write_file(prepared, fillings, answers, more, tags, shaper, true);
  filled.pages = prepared.form.pages.size() + more.size();
  if (checked) {
    filled.bare = write_file(prepared, fillings, answers, more, tags, shaper, false);
    filled.meant = meant(prepared, fillings, answers, more, shaper.fonts());
  }
  filled.reports = std::move(answers.reports);
  return filled;
}

}  // namespace

PreparedForm prepare(foreign::OfficialForm form, foreign::Blank blank, foreign::Keep keep) {
  pdf::Deflater deflater(prepared_level, smallest_prepared);
  pdf::PartBuilder part(deflater);
  part.raw("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
  const auto container = static_cast<pdf::ObjectNumber>(blank.next);
  for (auto& object : blank.objects) {
    const auto number = static_cast<pdf::ObjectNumber>(object.number);
    if (object.stream) {
      part.stream(number, object.text, *object.stream, pdf::Packing::stored);
    } else {
      part.object(number) += object.text;
    }
  }
  auto base = pdf::prepared(part.finish(container));
  blank.objects.clear();
  return {std::move(form), std::move(blank), keep, std::move(base), container + 1};
}

Result<Filled> fill(const PreparedForm& prepared, const std::vector<Filling>& fillings,
                    text::Shaper& shaper, const ContinuationWords& words) {
  return fill_boxes(prepared, fillings, shaper, words, true);
}

Result<Filled> fill_unchecked(const PreparedForm& prepared, const std::vector<Filling>& fillings,
                              text::Shaper& shaper, const ContinuationWords& words) {
  return fill_boxes(prepared, fillings, shaper, words, false);
}

}  // namespace tongxing::forms
