// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "codes/matrix.h"

using namespace tongxing::codes;

namespace {

/// What zbarimg reads from the symbol drawn as a picture, `scale` pixels a module, with a quiet
/// zone of four modules (ISO/IEC 18004, 6.3.8).
std::string read_back(const Matrix& matrix, std::size_t scale) {
  const std::size_t quiet = 4, side = (matrix.side + 2 * quiet) * scale;
  const auto file = std::filesystem::temp_directory_path() / "tongxing-qr-test.pgm";
  std::ofstream out(file, std::ios::binary);
  out << "P5\n" << side << ' ' << side << "\n255\n";
  for (std::size_t y = 0; y < side; ++y)
    for (std::size_t x = 0; x < side; ++x) {
      const std::size_t row = y / scale, column = x / scale;
      const bool inside = row >= quiet && column >= quiet && row < quiet + matrix.side &&
                          column < quiet + matrix.side;
      out.put(inside && matrix.at(row - quiet, column - quiet) ? '\0' : '\xFF');
    }
  out.close();
  const std::string command =
      "zbarimg --nodbus --quiet --raw -Sdisable -Sqrcode.enable " + file.string();
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  for (int c = 0; (c = std::fgetc(pipe.get())) != EOF;) text += static_cast<char>(c);
  std::filesystem::remove(file);
  if (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("zbarimg reads what was written") {
  const std::string text = GENERATE(values<std::string>(
      {"TX1:TX-2026-00017:3F9A61C2D07B:COVER", "TX1:TX-2026-00017:3F9A61C2D07B:P3", "A",
       "0123456789", "lower case too", std::string(500, 'X')}));
  for (Correction correction : {Correction::medium, Correction::high})
    for (std::size_t scale : {3U, 5U}) CHECK(read_back(qr(text, correction), scale) == text);
}

TEST_CASE("a symbol is as small as ISO/IEC 18004, table 7, allows") {
  struct Case {
    std::size_t length;
    Correction correction;
    std::size_t side;  ///< 21 for version 1, 4 more for each further one
  };
  // Alphanumeric capacity: 1-M 20, 2-M 38, 3-M 61; 1-H 10, 2-H 20, 3-H 35, 4-H 50.
  const Case c = GENERATE(values<Case>({{20, Correction::medium, 21},
                                        {21, Correction::medium, 25},
                                        {38, Correction::medium, 25},
                                        {39, Correction::medium, 29},
                                        {10, Correction::high, 21},
                                        {11, Correction::high, 25},
                                        {35, Correction::high, 29},
                                        {36, Correction::high, 33},
                                        {50, Correction::high, 33}}));
  const Matrix matrix = qr(std::string(c.length, 'A'), c.correction);
  CHECK(matrix.side == c.side);
  CHECK(matrix.dark.size() == c.side * c.side);
}

TEST_CASE("finder patterns stand in three corners, not in the fourth") {
  const Matrix matrix = qr("TX1:TX-2026-00017", Correction::high);
  const auto finder = [&](std::size_t top, std::size_t left) {
    for (std::size_t row = 0; row < 7; ++row)
      for (std::size_t column = 0; column < 7; ++column) {
        const std::size_t ring = std::min(std::min(row, column), std::min(6 - row, 6 - column));
        if (matrix.at(top + row, left + column) != (ring != 1)) return false;
      }
    return true;
  };
  const std::size_t far = matrix.side - 7;
  CHECK(finder(0, 0));
  CHECK(finder(0, far));
  CHECK(finder(far, 0));
  CHECK_FALSE(finder(far, far));
}

TEST_CASE("equal payloads give equal symbols") {
  CHECK(qr("TX1", Correction::medium) == qr("TX1", Correction::medium));
  CHECK_FALSE(qr("TX1", Correction::medium) == qr("TX2", Correction::medium));
}
