// SPDX-License-Identifier: GPL-3.0-or-later
// Font programs are taken apart again by HarfBuzz: every glyph must have the outline it had.
#include <harfbuzz/hb.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "support/fonts.h"
#include "text/cff.h"
#include "text/shape.h"

using namespace tongxing;
using namespace tongxing::text;

namespace {

const char* const sample =
    "中国公民出入境证件申请表姓名性别出生日期Emma Rose MILLER 2026-11-23 "
    "ÀÉÎõü（），。《》𠮷𬭎";

std::vector<std::uint16_t> glyphs_of(const FontSet& fonts, Role role, std::string_view utf8,
                                     FaceId& face) {
  Shaper shaper(fonts);
  const Line line = shaper.line(utf8, role);
  face = line.runs.at(0).face;
  std::set<std::uint16_t> ids;
  for (const Run& run : line.runs)
    if (run.face == face)
      for (const Glyph& glyph : run.glyphs) ids.insert(glyph.id);
  return {ids.begin(), ids.end()};
}

/// Outlines as text.
std::string outline(hb_font_t* font, unsigned glyph) {
  std::string path;
  hb_draw_funcs_t* funcs = hb_draw_funcs_create();
  const auto point = [](void* data, char verb, float x, float y) {
    *static_cast<std::string*>(data) +=
        verb + std::to_string(static_cast<int>(x)) + "," + std::to_string(static_cast<int>(y));
  };
  static const auto put = point;
  hb_draw_funcs_set_move_to_func(
      funcs,
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        put(data, 'M', x, y);
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      funcs,
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        put(data, 'L', x, y);
      },
      nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(
      funcs,
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y,
         void*) {
        put(data, 'Q', cx, cy);
        put(data, ' ', x, y);
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      funcs,
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by,
         float x, float y, void*) {
        put(data, 'C', ax, ay);
        put(data, ' ', bx, by);
        put(data, ' ', x, y);
      },
      nullptr, nullptr);
  hb_font_get_glyph_shape(font, glyph, funcs, &path);
  hb_draw_funcs_destroy(funcs);
  return path;
}

/// HarfBuzz wants a bare CFF table to stand in a font: these tables say no more than they must.
struct BareCff {
  std::string cff, maxp, head;
};
hb_blob_t* bare_table(hb_face_t*, hb_tag_t tag, void* data) {
  const auto* font = static_cast<const BareCff*>(data);
  const std::string* table = tag == HB_TAG('C', 'F', 'F', ' ')   ? &font->cff
                             : tag == HB_TAG('m', 'a', 'x', 'p') ? &font->maxp
                             : tag == HB_TAG('h', 'e', 'a', 'd') ? &font->head
                                                                 : nullptr;
  if (table == nullptr) return hb_blob_get_empty();
  return hb_blob_create(table->data(), static_cast<unsigned>(table->size()),
                        HB_MEMORY_MODE_READONLY, nullptr, nullptr);
}

std::size_t differing_outlines(const FontSet& fonts, FaceId id,
                               const std::vector<std::uint16_t>& glyphs, const Subset& subset) {
  const FaceSource& source = fonts.source(id);
  hb_blob_t* blob = hb_blob_create_from_file(source.files.front().c_str());
  hb_face_t* whole = hb_face_create(blob, source.index);
  hb_font_t* whole_font = hb_font_create(whole);

  BareCff bare;
  hb_face_t* small = nullptr;
  std::vector<std::uint16_t> cids;
  if (fonts.metrics(id).cff) {
    cids = cff_cids(subset.program);
    const auto count = static_cast<unsigned>(cids.size());
    bare.cff = subset.program;
    bare.maxp = std::string("\x00\x00\x50\x00", 4) + static_cast<char>(count >> 8) +
                static_cast<char>(count & 0xFF);
    bare.head = std::string(54, '\0');
    hb_blob_t* head = hb_face_reference_table(whole, HB_TAG('h', 'e', 'a', 'd'));
    bare.head.assign(hb_blob_get_data(head, nullptr), 54);
    hb_blob_destroy(head);
    small = hb_face_create_for_tables(bare_table, &bare, nullptr);
  } else {
    hb_blob_t* program =
        hb_blob_create(subset.program.data(), static_cast<unsigned>(subset.program.size()),
                       HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    small = hb_face_create(program, 0);
    hb_blob_destroy(program);
  }
  hb_font_t* small_font = hb_font_create(small);

  std::size_t differing = 0, empty = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    unsigned in_small = subset.codes[i];
    if (!cids.empty())  // the glyph whose CID is the code
      in_small = static_cast<unsigned>(std::find(cids.begin(), cids.end(), subset.codes[i]) -
                                       cids.begin());
    const std::string before = outline(whole_font, glyphs[i]),
                      after = outline(small_font, in_small);
    if (before != after) ++differing;
    if (before.empty()) ++empty;
  }
  CHECK(empty <= 1);  // the space; or nothing was compared
  hb_font_destroy(small_font);
  hb_face_destroy(small);
  hb_font_destroy(whole_font);
  hb_face_destroy(whole);
  hb_blob_destroy(blob);
  return differing;
}

}  // namespace

TEST_CASE("a subset has every glyph that was asked for, with its outline") {
  const FontSet fonts = tests::debian_fonts();
  for (Role role : {Role::sans, Role::sans_bold, Role::latin, Role::song, Role::latin_serif_bold,
                    Role::kai, Role::mono}) {
    FaceId face{};
    const auto glyphs = glyphs_of(fonts, role, sample, face);
    INFO(fonts.metrics(face).postscript_name);
    REQUIRE(glyphs.size() > 20);
    const Subset subset = fonts.subset(face, glyphs);
    REQUIRE(subset.codes.size() == glyphs.size());
    CHECK(differing_outlines(fonts, face, glyphs, subset) == 0);
    CHECK(fonts.subset(face, glyphs).program == subset.program);
    CHECK(fonts.subset(face, glyphs).codes == subset.codes);
  }
}

TEST_CASE("Noto's CIDs are the glyph ids of the whole face, and .notdef is first") {
  const FontSet fonts = tests::debian_fonts();
  for (Role role : {Role::sans, Role::song_bold, Role::mono}) {
    FaceId face{};
    const auto glyphs = glyphs_of(fonts, role, sample, face);
    const Subset subset = fonts.subset(face, glyphs);
    CHECK(subset.codes == glyphs);
    const auto cids = cff_cids(subset.program);
    REQUIRE(cids.size() == glyphs.size() + 1);
    CHECK(cids[0] == 0);
  }
}

TEST_CASE("parts of composite TrueType glyphs come along") {
  const FontSet fonts = tests::debian_fonts();
  FaceId face{};
  const auto glyphs = glyphs_of(fonts, Role::latin, "É", face);
  REQUIRE(glyphs.size() == 1);
  CHECK(differing_outlines(fonts, face, glyphs, fonts.subset(face, glyphs)) == 0);
}

TEST_CASE("a Han glyph takes about as many bytes as was measured") {
  const FontSet fonts = tests::debian_fonts();
  FaceId face{};
  std::string text;
  for (char32_t c = 0x4E00; c < 0x4E00 + 20000; c += 50) text += to_utf8(std::u32string(1, c));
  const auto glyphs = glyphs_of(fonts, Role::sans, text, face);
  REQUIRE(glyphs.size() == 400);
  const Subset subset = fonts.subset(face, glyphs);
  CHECK(subset.program.size() < 400 * 250);  // 236; rarer characters have more strokes
}

TEST_CASE("a set prepared for a batch makes the same subsets") {
  const FontSet plain = tests::debian_fonts();
  FontSet prepared = tests::debian_fonts();
  std::u32string common;
  for (char32_t c = 0x20; c < 0x180; ++c) common += c;
  for (char32_t c = 0x4E00; c < 0x5E00; ++c) common += c;
  prepared.prepare_for_batch(common + U"，。（）《》");
  struct Case {
    Role role;
    const char* text;
  };
  const Case c = GENERATE(values<Case>({
      {Role::sans, "中国公，（Emma É"},
      {Role::song_bold, "中国公，（Emma É"},
      {Role::latin, "Emma Éé"},
      {Role::kai, "中国公，（Emma É"},
      {Role::sans, "中国龙"},  // one that is not among the common ones
      {Role::kai, "中国龙"},
  }));
  FaceId face{};
  const auto glyphs = glyphs_of(plain, c.role, c.text, face);
  const Subset expected = plain.subset(face, glyphs), actual = prepared.subset(face, glyphs);
  CHECK(actual.codes == expected.codes);
  CHECK((actual.program == expected.program));
  CHECK(differing_outlines(prepared, face, glyphs, actual) == 0);
}

TEST_CASE("CIDs are read from damaged programs without harm") {
  const FontSet fonts = tests::debian_fonts();
  FaceId face{};
  const auto glyphs = glyphs_of(fonts, Role::sans, "同行", face);
  const std::string good = fonts.subset(face, glyphs).program;
  for (std::size_t length = 0; length < good.size(); length += 7)
    CHECK(cff_cids(std::string_view(good).substr(0, length)).size() <= 3);
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0xFF);
    CHECK(cff_cids(bad).size() <= 65536);
  }
}
