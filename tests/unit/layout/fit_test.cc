// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/fit.h"

#include <catch2/catch.hpp>

#include "support/fonts.h"

using namespace tongxing;
using layout::Step;

namespace {

std::string joined(const std::vector<text::Line>& lines) {
  std::string all;
  for (const auto& line : lines)
    for (const auto& run : line.runs) all += run.text;
  return all;
}

}  // namespace

TEST_CASE("a value goes into its box: as it is, smaller, in more lines, or on a sheet of its own") {
  const auto fonts = tests::debian_fonts();
  text::Shaper shaper(fonts);
  const layout::Type type{text::Role::kai, Length::pt(13), Length::mm(6.25), {}, 0};
  // Ten Han of 13 pt are 130 pt wide; of 8 pt, 80 pt.
  const auto [count, width, height, step] = GENERATE(table<int, double, double, Step>({
      {10, 131, 30, Step::fits},
      {10, 129, 30, Step::shrunk},
      {10, 81, 30, Step::shrunk},
      {20, 81, 30, Step::wrapped},    // two lines of 8 pt
      {60, 81, 30, Step::continued},  // six lines of 10 pt are more than 30 pt
  }));
  std::string value;
  for (int i = 0; i < count; ++i) value += "林";
  const auto fit =
      layout::fit(shaper, value, type, {Length::pt(width), Length::pt(height)}, Length::pt(8));
  CHECK(fit.step == step);
  CHECK(fit.type.size >= Length::pt(8));
  if (step == Step::continued) {
    CHECK(fit.lines.empty());
  } else {
    CHECK(joined(fit.lines) == value);
    for (const auto& line : fit.lines) CHECK(line.width_at(fit.type.size) <= Length::pt(width));
  }
}

TEST_CASE("a field meant for two lines uses them before it shrinks") {
  const auto fonts = tests::debian_fonts();
  text::Shaper shaper(fonts);
  const layout::Type type{text::Role::kai, Length::pt(13), Length::mm(6.25), {}, 0};
  const auto fit = layout::fit(shaper, "上海市浦东新区民生路一千五百号", type,
                               {Length::pt(120), Length::pt(36)}, Length::pt(8), 2);
  CHECK(fit.step == Step::fits);
  CHECK(fit.lines.size() == 2);
  CHECK(fit.type.size == Length::pt(13));
}
