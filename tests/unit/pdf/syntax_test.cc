// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/syntax.h"

#include <catch2/catch.hpp>

using namespace tongxing;

TEST_CASE("numbers are written shortest") {
  const auto [value, expected] = GENERATE(table<int, std::string>({
      {0, "0"},
      {1, ".001"},
      {-1, "-.001"},
      {10, ".01"},
      {500, ".5"},
      {1000, "1"},
      {12340, "12.34"},
      {-12345, "-12.345"},
      {841890, "841.89"},
      {100000, "100"},
  }));
  std::string out;
  pdf::put_thousandths(out, value);
  CHECK(out == expected);
}

TEST_CASE("text strings are ASCII or UTF-16BE, escaped") {
  const auto [utf8, expected] = GENERATE(table<std::string, std::string>({
      {"", "()"},
      {"TX-1", "(TX-1)"},
      {"a(b)\\", "(a\\(b\\)\\\\)"},
      {"中", "(\xFE\xFF\x4E\x2D)"},
      {"𠮷", "(\xFE\xFF\xD8\x42\xDF\xB7)"},
      {"\u010D", "(\xFE\xFF\x01\\r)"},  // U+010D has the byte of a carriage return
      {"\u5C28", "(\xFE\xFF\\\\\\()"},  // … and U+5C28 those of "\("
  }));
  std::string out;
  pdf::put_text(out, utf8);
  CHECK(out == expected);
}

TEST_CASE("boxes stand on their feet") {
  std::string out;
  pdf::put_box(out, {{Length::pt(10), Length::pt(20)}, {Length::pt(30), Length::pt(40)}},
               Length::pt(100));
  CHECK(out == "[10 40 40 80]");
}
