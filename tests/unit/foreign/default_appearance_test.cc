// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/default_appearance.h"

#include <catch2/catch.hpp>

using namespace tongxing::foreign;

namespace {

Field read_font(std::string_view operators) {
  Field field;
  read_default_appearance(operators, field);
  return field;
}

}  // namespace

TEST_CASE("font, size and colour are read from /DA") {
  struct Row {
    const char* operators;
    const char* font;
    double size;
    std::vector<double> colour;
  };
  const std::vector<Row> rows = {
      {"/Helv 12 Tf 0 g", "Helv", 12, {0}},
      {"0 0 1 rg /TiRo 0 Tf", "TiRo", 0, {0, 0, 1}},
      {"0.1 0.2 0.3 0.4 k /F1 9.5 Tf", "F1", 9.5, {0.1, 0.2, 0.3, 0.4}},
      {"0 g/Helv 8 Tf", "Helv", 8, {0}},
      {"/A 1 Tf /B 2 Tf", "B", 2, {0}},
      {"\n/Helv\t10\rTf", "Helv", 10, {0}},
      {"/Helv +7. Tf .5 g", "Helv", 7, {0.5}},
      {"/Helv -12 Tf", "Helv", 0, {0}},
      {"/Helv 1e9 Tf", "Helv", 0, {0}},
      {"", "", 0, {0}},
      {"Tf g rg k", "", 0, {0}},
      {"1 0 rg", "", 0, {0}},
      {"7 g", "", 0, {1}},
      {"/ 12 Tf", "", 12, {0}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.operators);
    const Field field = read_font(row.operators);
    CHECK(field.font == row.font);
    CHECK(field.font_size == row.size);
    CHECK(field.colour.components == row.colour);
  }
}
