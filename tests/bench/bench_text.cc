// SPDX-License-Identifier: GPL-3.0-or-later
// What fonts and shaping cost: prints milliseconds, judges nothing.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <set>
#include <string>

#include "support/catalog.h"
#include "text/shape.h"

namespace {

using namespace tongxing;

/// Of the processor, not of the clock on the wall: other programs run as well.
double milliseconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
}

/// Memory in use, in kB; 0 where /proc is not.
long resident() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
  return 0;
}

/// Sentences as a packet has them; the number makes each one different.
std::string sentence(int number) {
  static const char* const kinds[] = {
      "申请人的出生医学证明原件及复印件{}份",
      "Original and {} copies of the birth certificate",
      "父亲或者母亲在子女出生时是否已经定居国外",
      "有效期至2027-05-{}，请在此日期之前办理",
      "护照号码 E123456{}",
      "上海市公安局出入境管理局 12367",
      "Exit-Entry Administration, window {}",
      "监护人须在场，并出示本人有效身份证件和户口簿；未满十六周岁的，由监护人陪同办理。",
      "出入境通行证",
      "Miller, Emma Rose {}"};
  std::string out = kinds[number % 10];
  if (const auto at = out.find("{}"); at != std::string::npos)
    out.replace(at, 2, std::to_string(10 + number / 10));
  return out;
}

}  // namespace

int main() {
  std::printf("at the start                      %6ld kB\n", resident());
  auto start = std::clock();
  const auto opened = text::FontSet::open(tests::debian_catalog());
  if (!opened) return 1;
  const text::FontSet& fonts = *opened;
  std::printf("open %2zu faces           %8.2f ms %6ld kB\n", fonts.face_count(),
              milliseconds_since(start), resident());
  start = std::clock();
  text::Shaper shaper(fonts);
  shaper.line("通行 permit", text::Role::sans);
  std::printf("first line              %8.2f ms %6ld kB\n", milliseconds_since(start), resident());

  std::vector<std::set<std::uint16_t>> used(fonts.face_count());
  const auto collect = [&](const text::Line& line) {
    for (const auto& run : line.runs)
      for (const auto& glyph : run.glyphs)
        used[static_cast<std::size_t>(run.face)].insert(glyph.id);
  };
  const text::Role roles[] = {text::Role::sans, text::Role::sans_bold, text::Role::latin,
                              text::Role::song, text::Role::kai};
  for (const char* pass : {"first", "second"}) {
    start = std::clock();
    std::size_t missing = 0;
    for (int i = 0; i < 1000; ++i) missing += fonts.missing(roles[i % 5], sentence(i)).size();
    std::printf("1,000 missing(), %-6s %8.2f ms %6ld kB (%zu)\n", pass, milliseconds_since(start),
                resident(), missing);
    start = std::clock();
    for (int i = 0; i < 1000; ++i) collect(shaper.line(sentence(i), roles[i % 5]));
    std::printf("1,000 lines, %-6s     %8.2f ms %6ld kB\n", pass, milliseconds_since(start),
                resident());
    start = std::clock();
    std::size_t lines = 0;
    for (int i = 0; i < 1000; ++i)
      lines +=
          shaper.paragraph({{sentence(i), roles[i % 5]}}, Length::pt(10), Length::mm(45)).size();
    std::printf("1,000 paragraphs, %-6s%8.2f ms %6ld kB (%zu lines)\n", pass,
                milliseconds_since(start), resident(), lines);
  }

  // 400 Han characters spread over the common ones make a subset of the usual size.
  for (text::Role role : roles)
    for (char32_t c = 0x4E00; c < 0x4E00 + 400 * 50; c += 50)
      if (fonts.face_for(role, c)) collect(shaper.line(text::to_utf8(std::u32string(1, c)), role));
  for (std::size_t face = 0; face < used.size(); ++face) {
    if (used[face].empty()) continue;
    const std::vector<std::uint16_t> glyphs(used[face].begin(), used[face].end());
    const text::FaceId id{static_cast<std::uint16_t>(face)};
    double times[2];
    std::size_t bytes = 0;
    for (double& time : times) {
      start = std::clock();
      bytes = fonts.subset(id, glyphs).program.size();
      time = milliseconds_since(start);
    }
    std::printf(
        "subset %-24s %4zu glyphs %7zu bytes %6.1f a glyph  %6.2f ms, again %6.2f ms %6ld kB\n",
        fonts.metrics(id).postscript_name.c_str(), glyphs.size(), bytes,
        static_cast<double>(bytes) / static_cast<double>(glyphs.size()), times[0], times[1],
        resident());
  }

  text::FontSet batch = *text::FontSet::open(tests::debian_catalog());
  std::u32string common;
  for (char32_t c = 0x20; c < 0x180; ++c) common += c;
  for (char32_t c = 0x4E00; c < 0x4E00 + 8000; ++c) common += c;
  start = std::clock();
  batch.prepare_for_batch(common);
  std::printf("prepare_for_batch       %8.2f ms %6ld kB\n", milliseconds_since(start), resident());
  std::vector<std::uint16_t> few;
  for (char32_t c = 0x4E00; few.size() < 74; c += 100)
    few.push_back(text::Shaper(batch)
                      .line(text::to_utf8(std::u32string(1, c)), text::Role::sans)
                      .runs[0]
                      .glyphs[0]
                      .id);
  std::sort(few.begin(), few.end());
  const text::FaceId sans = *batch.face_for(text::Role::sans, U'中');
  for (const text::FontSet* set : {&fonts, static_cast<const text::FontSet*>(&batch)}) {
    start = std::clock();
    for (int i = 0; i < 50; ++i) set->subset(sans, few);
    std::printf("subset of 74 glyphs     %8.2f ms %s\n", milliseconds_since(start) / 50,
                set == &fonts ? "" : "prepared");
  }
}
