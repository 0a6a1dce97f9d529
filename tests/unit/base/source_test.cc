// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/source.h"

#include <catch2/catch.hpp>

using namespace tongxing;

namespace {

constexpr std::string_view kText =
    "# 林家\npeople:\n  姓名: 林晓雯 # 母亲\n  brith_date: 2026-03-08\n";

Span span_of(FileId file, std::string_view text, std::string_view word) {
  const auto at = text.find(word);
  REQUIRE(at != std::string_view::npos);
  return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
}

}  // namespace

TEST_CASE("a place counts lines from 1 and columns in code points") {
  Sources sources;
  const auto file = sources.add("lin.yaml", std::string(kText));
  const auto [word, line, column] = GENERATE(table<const char*, std::size_t, std::size_t>({
      {"# 林家", 1, 1},
      {"people", 2, 1},
      {"姓名", 3, 3},
      {"林晓雯", 3, 7},
      {"# 母亲", 3, 11},
      {"brith_date", 4, 3},
  }));
  const auto place = sources.place(file, span_of(file, kText, word).begin);
  CHECK(place.line == line);
  CHECK(place.column == column);
}

TEST_CASE("the line of a place has no end of line") {
  Sources sources;
  const auto file = sources.add("a", "one\ntwo");
  CHECK(sources.line(file, 0) == "one");
  CHECK(sources.line(file, 3) == "one");
  CHECK(sources.line(file, 4) == "two");
  CHECK(sources.line(file, 7) == "two");
}

TEST_CASE("a diagnostic is printed as docs/CLI.md shows it") {
  Sources sources;
  const std::string text = std::string(13, '\n') + "      brith_date: 2026-03-08\n";
  const auto file = sources.add("families/lin.yaml", text);
  const Diagnostic one{"P004",
                       {"unknown key '{0}' for a person", {{"brith_date"}}},
                       span_of(file, text, "brith_date"),
                       {"did you mean 'birth_date'?"}};
  CHECK(print(one, sources, {.values = ShowValues::yes}) ==
        "error[P004]: unknown key 'brith_date' for a person\n"
        "  ┌─ families/lin.yaml:14:7\n"
        "14│       brith_date: 2026-03-08\n"
        "  │       ^^^^^^^^^^ did you mean 'birth_date'?\n"
        "  = help: `tongxing explain P004`\n");
}

TEST_CASE("carets stand under Chinese characters, two cells each") {
  Sources sources;
  const auto file = sources.add("lin.yaml", std::string(kText));
  const Diagnostic one{"P005", "no", span_of(file, kText, "林晓雯"), {}};
  CHECK(print(one, sources, {.values = ShowValues::yes}) ==
        "error[P005]: no\n"
        "  ┌─ lin.yaml:3:7\n"
        " 3│   姓名: 林晓雯 # 母亲\n"
        "  │         ^^^^^^\n"
        "  = help: `tongxing explain P005`\n");
}

TEST_CASE("without leave to show values neither line nor personal arguments are printed") {
  Sources sources;
  const auto file = sources.add("lin.yaml", std::string(kText));
  const Diagnostic one{"P006",
                       {"there is no day {0}", {personal("1979-02-29")}},
                       span_of(file, kText, "2026-03-08"),
                       {"look at the document"}};
  CHECK(print(one, sources, {}) ==
        "error[P006]: there is no day …\n"
        "  ┌─ lin.yaml:4:15\n"
        "  = look at the document\n"
        "  = help: `tongxing explain P006`\n");
}

TEST_CASE("a span over several lines is marked to the end of its first") {
  Sources sources;
  const auto file = sources.add("a", "ab\ncd\n");
  const auto printed = print({"P001", "x", {file, 1, 5}, {}}, sources, {.values = ShowValues::yes});
  CHECK(printed.find("  │  ^\n") != std::string::npos);
}

TEST_CASE("a very long line is clipped around the place") {
  Sources sources;
  const std::string text(100'000, 'x');
  const auto file = sources.add("a", text + "here" + text);
  const auto printed =
      print({"P001", "x", {file, 100'000, 100'004}, {}}, sources, {.values = ShowValues::yes});
  CHECK(printed.size() < 600);
  CHECK(printed.find("…" + std::string(50, 'x') + "here") != std::string::npos);
  CHECK(printed.find("^^^^\n") != std::string::npos);
}

TEST_CASE("a terminal is never sent what a file says to it") {
  Sources sources;
  const auto file = sources.add("a", "\x1b[2Jx\ty");
  const auto printed = print({"P013", {"it says {0}", {personal("\x1b[2J")}}, {file, 0, 1}, {}},
                             sources, {.values = ShowValues::yes});
  CHECK(printed.find('\x1b') == std::string::npos);
  CHECK(printed.find('\t') == std::string::npos);
}

TEST_CASE("display width of scripts") {
  const auto [text, cells] = GENERATE(table<const char*, std::size_t>({
      {"", 0},
      {"abc", 3},
      {"姓名", 4},
      {"𠮷", 2},
      {"㼆", 2},
      {"é", 1},
      {"e\u0301", 1},
      {"Ａ：", 4},
      {"…", 1},
      {"مريم", 4},
      {"\u200b", 0},
  }));
  CHECK(display_width(text) == cells);
}

TEST_CASE("the nearest candidate is a slip of the hand away, or none") {
  const auto [word, expected] = GENERATE(table<const char*, const char*>({
      {"brith_date", "birth_date"},
      {"birthdate", "birth_date"},
      {"birth-date", "birth_date"},
      {"Birth_Date", "birth_date"},
      {"sexe", "sex"},
      {"nationality", ""},
      {"zz", ""},
      {"", ""},
  }));
  CHECK(nearest(word, {"birth_date", "sex", "name", "roles"}) == expected);
}

TEST_CASE("edit distance") {
  CHECK(edit_distance("shangai", "shanghai") == 1);
  CHECK(edit_distance("nanjing", "beijing") == 3);
  CHECK(edit_distance("brith", "birth") == 1);
  CHECK(edit_distance("", "abc") == 3);
}
