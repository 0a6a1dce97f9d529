// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/shape.h"

#include <catch2/catch.hpp>

#include "support/fonts.h"

using namespace tongxing;
using namespace tongxing::text;

TEST_CASE("a line of Chinese is as wide as its characters") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  const Line line = shaper.line("同行", Role::sans);
  REQUIRE(line.runs.size() == 1);
  CHECK(line.width == 2000);
  CHECK(line.runs[0].glyphs.size() == 2);
  CHECK(line.runs[0].glyphs[1].cluster == 3);
}
