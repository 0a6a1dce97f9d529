// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any text: seeds are fixed, so a failure comes back.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "support/fonts.h"
#include "text/shape.h"

using namespace tongxing;
using namespace tongxing::text;

namespace {

/// Texts as hostile as a profile can bring them: all scripts, marks, controls of direction,
/// variation selectors, spaces, boxes.
class Texts {
 public:
  explicit Texts(unsigned seed) : random_(seed) {}

  std::string next() {
    std::u32string out;
    const std::size_t length = pick(40);
    while (out.size() < length) {
      static const char32_t ranges[][2] = {
          {0x20, 0x7E},     {0x20, 0x7E},       {0x4E00, 0x9FFF}, {0x4E00, 0x9FFF},
          {0x3000, 0x303F}, {0xFF01, 0xFF5E},   {0xC0, 0x24F},    {0x300, 0x36F},
          {0x590, 0x5FF},   {0x600, 0x6FF},     {0x900, 0x97F},   {0xE00, 0xE7F},
          {0x2000, 0x206F}, {0x20000, 0x2A6DF}, {0xFE00, 0xFE0F}, {0xE0100, 0xE01EF},
          {0x3040, 0x30FF}, {0xAC00, 0xD7A3},   {0x1100, 0x11FF}, {0xFFFC, 0xFFFC},
          {0x400, 0x4FF},   {0x1F1E6, 0x1F1FF}, {0x30, 0x39},     {0x2F800, 0x2FA1F}};
      const auto& range = ranges[pick(std::size(ranges))];
      const std::size_t run = 1 + pick(5);
      for (std::size_t i = 0; i < run; ++i)
        out += static_cast<char32_t>(range[0] + pick(range[1] - range[0] + 1));
    }
    return to_utf8(out);
  }
  std::size_t pick(std::size_t below) { return below == 0 ? 0 : random_() % below; }
  Role role() { return Role{static_cast<std::uint8_t>(pick(role_names.size()))}; }

 private:
  std::mt19937 random_;
};

/// The text without what no face of the role has.
std::string drawable(const FontSet& fonts, Role role, std::string text) {
  for (auto missing = fonts.missing(role, text); !missing.empty();
       missing = fonts.missing(role, text))
    for (std::size_t i = missing.size(); i-- > 0;)
      text.erase(missing[i].offset, to_utf8(std::u32string(1, missing[i].character)).size());
  return text;
}

void check_run(const FontSet& fonts, const Run& run) {
  if (run.blank_box) {
    CHECK(run.glyphs.empty());
    CHECK(run.text == "\uFFFC");
    CHECK(run.width == 1000);
    return;
  }
  CHECK(fonts.is_open(run.face));
  int width = 0;
  std::vector<std::uint32_t> clusters;
  for (const Glyph& glyph : run.glyphs) {
    CHECK(glyph.id != 0);
    width += glyph.advance;
    clusters.push_back(glyph.cluster);
  }
  CHECK(run.width == width);
  REQUIRE_FALSE(run.glyphs.empty());
  // Clusters climb (or fall) and cut the text between characters, from its very beginning.
  if (run.right_to_left) std::ranges::reverse(clusters);
  CHECK(std::ranges::is_sorted(clusters));
  CHECK(clusters.front() == 0);
  CHECK(clusters.back() < run.text.size());
  for (std::uint32_t cluster : clusters)
    CHECK((static_cast<unsigned char>(run.text[cluster]) & 0xC0) != 0x80);
}

std::string sorted(std::string text) {
  std::u32string characters = to_utf32(text);
  std::ranges::sort(characters);
  return to_utf8(characters);
}

}  // namespace

TEST_CASE("any text: no missing glyph, true widths, clusters that give the text back") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  Texts texts(1);
  std::size_t mixed = 0;
  for (int round = 0; round < 1500; ++round) {
    const Role role = texts.role();
    const std::string text = drawable(fonts, role, texts.next());
    CAPTURE(round, text);
    const Line line = shaper.line(text, role);
    std::int32_t width = 0;
    std::string all;
    for (const Run& run : line.runs) {
      check_run(fonts, run);
      width += run.width;
      all += run.text;
      if (run.right_to_left) ++mixed;
    }
    CHECK(line.width <= width);
    // Only text that draws nothing at all may be left out, and only by whole stretches.
    if (all.size() == text.size()) CHECK(sorted(all) == sorted(text));
    CHECK(shaper.line(text, role) == line);
  }
  CHECK(mixed > 100);
}

TEST_CASE("a paragraph never loses or adds a character") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  Texts texts(2);
  std::size_t lines_in_all = 0;
  for (int round = 0; round < 1500; ++round) {
    std::vector<text::Span> spans;
    std::string all;
    for (std::size_t i = 0, count = 1 + texts.pick(3); i < count; ++i) {
      const Role role = texts.role();
      spans.push_back({drawable(fonts, role, texts.next()), role});
      all += spans.back().text;
    }
    const Length width = Length::pt(5 + static_cast<double>(texts.pick(120)));
    CAPTURE(round, all, width.pt());
    std::string back;
    for (const Line& line : shaper.paragraph(spans, Length::pt(10), width)) {
      ++lines_in_all;
      for (const Run& run : line.runs) {
        check_run(fonts, run);
        back += run.text;
      }
    }
    if (back.size() == all.size()) {
      CHECK(sorted(back) == sorted(all));
    } else {
      CHECK(back.size() < all.size());
      for (char32_t c : to_utf32(all))
        if (back.find(to_utf8(std::u32string(1, c))) == std::string::npos)
          CHECK(fonts.missing(Role::sans, to_utf8(std::u32string(1, c))).empty());
    }
  }
  CHECK(lines_in_all > 5000);
}

TEST_CASE("lines of Chinese and Latin give the text back in order") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  Texts texts(3);
  const std::vector<std::string> words = {
      "出入境",    "，", "。", "（", "）", "《", "》",  "permit ", "“",  "”", "2027-05-01",
      "E12345678", "·",  "、", "的", "×",  " ",  "3份", "O’Brien", "：", "/", "一"};
  for (int round = 0; round < 1500; ++round) {
    std::string all;
    for (std::size_t i = 0, count = texts.pick(30); i < count; ++i)
      all += words[texts.pick(words.size())] + "的";
    const Length width = Length::pt(100 + static_cast<double>(texts.pick(100)));
    CAPTURE(round, all, width.pt());
    std::string back;
    const auto lines = shaper.paragraph({{all, Role::sans}}, Length::pt(10), width);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      CHECK(lines[i].width_at(Length::pt(10)) <= width);
      std::string line;
      for (const Run& run : lines[i].runs) line += run.text;
      back += line;
      // No overlong word is among them: nothing is broken where it should not be.
      const char32_t first = line.empty() ? U' ' : to_utf32(line).front();
      if (i > 0)
        CHECK(std::u32string_view(U"，。）》、：·”").find(first) == std::u32string_view::npos);
      const char32_t last = line.empty() ? U' ' : to_utf32(line).back();
      if (i + 1 < lines.size())
        CHECK(std::u32string_view(U"（《“").find(last) == std::u32string_view::npos);
    }
    CHECK(back == all);
  }
}

TEST_CASE("threads share the fonts and come to the same result") {
  const FontSet alone = tests::debian_fonts(), shared = tests::debian_fonts();
  const auto work = [](const FontSet& fonts) {
    std::vector<Line> out;
    Shaper shaper(fonts);
    Texts texts(4);
    for (int i = 0; i < 150; ++i) {
      const Role role = texts.role();
      const std::string text = texts.next();
      out.push_back(shaper.line(drawable(fonts, role, text), role));
      for (Line& line : shaper.paragraph({{text, role}}, Length::pt(10), Length::pt(50)))
        out.push_back(std::move(line));
    }
    return out;
  };
  const std::vector<Line> expected = work(alone);
  std::vector<std::vector<Line>> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) threads.emplace_back([&] { result = work(shared); });
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) CHECK(result == expected);

  const std::vector<std::uint16_t> glyphs = {100, 2000, 20000};
  const FaceId face{0};
  const Subset subset = alone.subset(face, glyphs);
  std::vector<Subset> subsets(4);
  threads.clear();
  for (auto& result : subsets) threads.emplace_back([&] { result = shared.subset(face, glyphs); });
  for (auto& thread : threads) thread.join();
  for (const auto& result : subsets) CHECK(result.program == subset.program);
}
