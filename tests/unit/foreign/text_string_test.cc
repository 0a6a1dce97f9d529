// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/text_string.h"

#include <catch2/catch.hpp>

using namespace tongxing::foreign;
using namespace std::string_literals;

TEST_CASE("text strings become UTF-8") {
  CHECK(text_string("Name") == "Name");
  CHECK(text_string("") == "");
  CHECK(text_string("\xFE\xFF\x5F\x20\x00\x41"s) == "张A");
  CHECK(text_string("\xFE\xFF\xD8\x42\xDF\xB7"s) == "𠮷");
  CHECK(text_string("\xEF\xBB\xBF姓名") == "姓名");
  CHECK(text_string("caf\xE9 \x80 \xA0 \x92") == "café • € ™");
  CHECK(text_string("\x18\x1F") == "˘˜");
}

TEST_CASE(
    "what is no character becomes the replacement character, and nothing is read past the end") {
  CHECK(text_string("\xFE\xFF\xD8\x42"s) == "\uFFFD");
  CHECK(text_string("\xFE\xFF\xDF\xB7\x00\x41"s) ==
        "\uFFFD"
        "A");
  CHECK(text_string("\xFE\xFF\x00\x41\x5F"s) == "A\uFFFD");
  CHECK(text_string("\xFE\xFF") == "");
  CHECK(text_string("\x9F") == "\uFFFD");
  CHECK(text_string("\xEF\xBB\xBF\xC3") == "ï»¿Ã");
}

TEST_CASE("names are UTF-8, or else PDFDocEncoding") {
  CHECK(name_text("Männlich") == "Männlich");
  CHECK(name_text("M\xE4nnlich") == "Männlich");
  CHECK(name_text("\xE5\xBC\xA0") == "张");
  for (const char* bad :
       {"\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE5\xBC", "\xF0\x8F\xBF\xBF"})
    CHECK(name_text(bad) != bad);
}
