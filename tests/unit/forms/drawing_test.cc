// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/drawing.h"

#include <catch2/catch.hpp>

#include "support/fonts.h"

using namespace tongxing;
using forms::BoxStyle;
using forms::Drawing;
using layout::Step;

namespace {

const text::FontSet& drawing_fonts() {
  static const auto opened = text::FontSet::open(tests::debian_catalog());
  REQUIRE(opened);
  return *opened;
}

BoxStyle box(double width, double height) {
  BoxStyle style;
  style.size = {Length::pt(width), Length::pt(height)};
  return style;
}

Drawing draw(const char* text, const BoxStyle& style) {
  text::Shaper shaper(drawing_fonts());
  return forms::draw_text(shaper, text, style);
}

/// Everything a drawing covers lies in its box.
void check_inside(const Drawing& drawing) {
  const auto edge = Length::milli(50);
  for (const auto& ink : forms::ink_of(drawing, drawing_fonts())) {
    CHECK(ink.left >= -edge);
    CHECK(ink.bottom >= -edge);
    CHECK(ink.right <= drawing.size.width + edge);
    CHECK(ink.top <= drawing.size.height + edge);
  }
}

}  // namespace

TEST_CASE("a value takes the first step that serves, measured") {
  // Four Han characters of 12 pt are 48 pt wide; the box leaves 2 pt on each side.
  const auto fits = draw("张伟明敏", box(52.1, 20));
  CHECK(fits.step == Step::fits);
  CHECK(fits.used == Length::pt(12));
  check_inside(fits);

  const auto shrunk = draw("张伟明敏", box(40, 20));
  CHECK(shrunk.step == Step::shrunk);
  CHECK(shrunk.used == Length::pt(9));
  REQUIRE(shrunk.lines.size() == 1);
  check_inside(shrunk);

  const auto wrapped = draw("张伟明敏张伟明敏张伟明敏", box(40, 30));
  CHECK(wrapped.step == Step::wrapped);
  CHECK(wrapped.lines.size() > 1);
  check_inside(wrapped);

  const auto continued = draw("张伟明敏张伟明敏张伟明敏张伟明敏", box(40, 12));
  CHECK(continued.step == Step::continued);
  CHECK(continued.lines.empty());
}

TEST_CASE("a size as tall as its box leaves no tail of a letter outside") {
  auto style = box(200, 12);
  style.font_size = Length::pt(12);
  const auto digits = draw("3616", style);
  CHECK(digits.step == Step::fits);
  const auto tails = draw("gypsy", style);  // moved up, not made smaller
  CHECK(tails.step == Step::fits);
  CHECK(tails.lines.at(0).y > digits.lines.at(0).y);
  check_inside(tails);
  const auto tall = draw("Ẫg(Ǘ)", style);  // taller than its size
  CHECK(tall.step == Step::shrunk);
  check_inside(tall);
  style.multiline = true;
  check_inside(draw("gypsy", style));
  style.multiline = false;
  style.comb = 5;
  check_inside(draw("gypsy", style));
  style.smallest = Length::pt(12);
  style.comb = 0;
  CHECK(draw("Ẫg(Ǘ)", style).step == Step::continued);
}

TEST_CASE("narrow letters fit where as many wide ones do not") {
  CHECK(draw("iiiiiiiiiiii", box(52, 20)).step == Step::fits);
  CHECK(draw("MMMMMMMMMMMM", box(52, 20)).step != Step::fits);
}

TEST_CASE("the stated minimum is kept") {
  auto style = box(40, 20);
  style.smallest = Length::pt(10);
  CHECK(draw("张伟明敏", style).step == Step::continued);
  style.size.height = Length::pt(30);
  const auto wrapped = draw("张伟明敏", style);
  CHECK(wrapped.step == Step::wrapped);
  CHECK(wrapped.used >= Length::pt(10));
  check_inside(wrapped);
}

TEST_CASE("a given size is kept, unless the box is lower") {
  auto style = box(200, 20);
  style.font_size = Length::pt(9);
  CHECK(draw("张伟", style).used == Length::pt(9));
  style.font_size = Length::pt(30);
  const auto low = draw("张伟", style);
  CHECK(low.used == Length::pt(20));
  check_inside(low);
}

TEST_CASE("several lines: Chinese breaks between characters, never before a full stop") {
  auto style = box(66, 60);
  style.multiline = true;
  const auto drawing = draw("住上海市徐汇区。家在三楼", style);
  CHECK(drawing.step == Step::fits);
  REQUIRE(drawing.lines.size() > 1);
  for (const auto& line : drawing.lines) CHECK(!line.line.runs.front().text.starts_with("。"));
  check_inside(drawing);
  CHECK(draw("一\n二", style).lines.size() == 2);
}

TEST_CASE("ruled lines: the text stands on them") {
  auto style = box(100, 60);
  style.lines = 3;
  const auto drawing = draw("一\n二\n三", style);
  REQUIRE(drawing.lines.size() == 3);
  CHECK(drawing.lines[0].y - drawing.lines[1].y == Length::pt(20));
  CHECK(draw("一\n二\n三\n四", style).step == Step::continued);
  check_inside(drawing);
}

TEST_CASE("alignment") {
  auto style = box(100, 20);
  style.align = layout::Align::right;
  const auto right = draw("张", style);
  CHECK(right.lines.front().x == Length::pt(86));
  style.align = layout::Align::centre;
  CHECK(draw("张", style).lines.front().x == Length::pt(44));
}

TEST_CASE("a comb has one character in the middle of each cell") {
  auto style = box(80, 20);
  style.comb = 4;
  const auto drawing = draw("2024", style);
  REQUIRE(drawing.lines.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto& line = drawing.lines[i];
    const auto middle = line.x + line.line.width_at(line.size) / 2;
    CHECK(middle.pt() == Approx(20.0 * static_cast<double>(i) + 10).margin(0.01));
  }
  check_inside(drawing);
  CHECK(draw("20245", style).step == Step::continued);
  style.align = layout::Align::right;
  CHECK(draw("24", style).lines.front().x > Length::pt(40));
}

TEST_CASE("marks and turned boxes stand where they should") {
  const page::Rect box = {{Length::pt(100), Length::pt(50)}, {Length::pt(20), Length::pt(60)}};
  const auto page = Length::pt(800);
  // Text that runs upward: its left end is at the bottom of the box.
  const forms::Ink start = {{}, {}, Length::pt(1), Length::pt(1)};
  CHECK(forms::on_page(start, box, 90, page) ==
        page::Rect{{Length::pt(119), Length::pt(109)}, {Length::pt(1), Length::pt(1)}});
  CHECK(forms::on_page(start, box, 0, page) ==
        page::Rect{{Length::pt(100), Length::pt(109)}, {Length::pt(1), Length::pt(1)}});
  CHECK(forms::on_page(start, box, 180, page) ==
        page::Rect{{Length::pt(119), Length::pt(50)}, {Length::pt(1), Length::pt(1)}});
  CHECK(forms::on_page(start, box, 270, page) ==
        page::Rect{{Length::pt(100), Length::pt(50)}, {Length::pt(1), Length::pt(1)}});
  CHECK(forms::upright(box.size, 90) == page::Size{Length::pt(60), Length::pt(20)});
  const auto tick = forms::draw_mark({Length::pt(10), Length::pt(10)}, forms::Mark::tick);
  check_inside(tick);
  CHECK(tick.mark.size() == 1);
}
