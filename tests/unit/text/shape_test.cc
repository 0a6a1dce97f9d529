// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/shape.h"

#include <harfbuzz/hb.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/fonts.h"

using namespace tongxing;
using namespace tongxing::text;

namespace {

/// "face-id<text>" for each run, in visual order; a box is "[]", right to left "face-id<text".
std::string runs_of(const FontSet& fonts, const Line& line) {
  std::string out;
  for (const Run& run : line.runs) {
    if (!out.empty()) out += ' ';
    if (run.blank_box) {
      out += "[]";
    } else {
      out += fonts.source(run.face).id + "<" + run.text + (run.right_to_left ? "" : ">");
    }
  }
  return out;
}

/// Names of the glyphs as the font itself has them, left to right.
std::string glyph_names(const FontSet& fonts, const Run& run) {
  const FaceSource& source = fonts.source(run.face);
  hb_blob_t* blob = hb_blob_create_from_file(source.files.front().c_str());
  hb_face_t* face = hb_face_create(blob, source.index);
  hb_font_t* font = hb_font_create(face);
  std::string out;
  for (const Glyph& glyph : run.glyphs) {
    char name[64];
    hb_font_glyph_to_string(font, glyph.id, name, sizeof name);
    if (!out.empty()) out += ' ';
    out += name;
  }
  hb_font_destroy(font);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return out;
}

}  // namespace

TEST_CASE("a line of Chinese is as wide as its characters") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  const Line line = shaper.line("同行", Role::sans);
  REQUIRE(line.runs.size() == 1);
  CHECK(line.width == 2000);
  CHECK(line.width_at(Length::pt(10.5)) == Length::pt(21));
  REQUIRE(line.runs[0].glyphs.size() == 2);
  CHECK(line.runs[0].glyphs[1].cluster == 3);
  CHECK(line.runs[0].text == "同行");
}

TEST_CASE("each character is drawn by the first face that has it") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  struct Case {
    const char* text;
    Role role;
    const char* runs;
  };
  const Case c = GENERATE(values<Case>({
      {"米艾玛 MILLER", Role::sans, "noto-sans-cjk-sc<米艾玛 MILLER>"},
      {"Shanghai (上海)", Role::latin, "noto-sans<Shanghai (> noto-sans-cjk-sc<上海> noto-sans<)>"},
      {"33×48", Role::sans, "noto-sans-cjk-sc<33> noto-sans<×> noto-sans-cjk-sc<48>"},
      {"O’Brien", Role::song, "noto-serif-cjk-sc<O> noto-serif<’> noto-serif-cjk-sc<Brien>"},
      {"称“父”", Role::sans, "noto-sans-cjk-sc<称“父”>"},
      {"买买提·艾力", Role::sans, "noto-sans-cjk-sc<买买提·艾力>"},
      {"李𠮷", Role::kai, "lxgw-wenkai<李𠮷>"},
      {"คน", Role::kai, "noto-sans-thai<คน>"},
      // A mark stays with its letter, spaces with what stands before them.
      {"中x̆中", Role::sans, "noto-sans-cjk-sc<中> noto-sans<x̆> noto-sans-cjk-sc<中>"},
      {"คน คน", Role::sans, "noto-sans-thai<คน คน>"},
      // Spaces that no face has, and characters that draw nothing.
      {"甲\t乙", Role::sans, "noto-sans-cjk-sc<甲\t乙>"},
      {"甲\xE2\x80\x8B乙", Role::sans, "noto-sans-cjk-sc<甲\xE2\x80\x8B乙>"},
      {"\xE2\x80\x8B甲", Role::sans, "noto-sans-cjk-sc<\xE2\x80\x8B甲>"},
      {"\xE2\x80\x8B", Role::sans, ""},
      {"姓￼名", Role::sans, "noto-sans-cjk-sc<姓> [] noto-sans-cjk-sc<名>"},
      {"", Role::sans, ""},
  }));
  CHECK(runs_of(fonts, shaper.line(c.text, c.role)) == c.runs);
}

TEST_CASE("digits are the same glyphs wherever they stand") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  const auto alone = shaper.line("3", Role::sans).runs[0].glyphs[0].id;
  CHECK(shaper.line("第3", Role::sans).runs[0].glyphs[1].id == alone);
  CHECK(shaper.line("Room 3", Role::sans).runs[0].glyphs[5].id == alone);
  CHECK(shaper.line("2027-05-13", Role::sans).runs[0].glyphs[9].id == alone);
}

TEST_CASE("Arabic joins and runs from right to left") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  const Line line = shaper.line("محمد", Role::kai);
  REQUIRE(line.runs.size() == 1);
  CHECK(line.runs[0].right_to_left);
  CHECK(line.runs[0].text == "محمد");
  // From the left: dal final, meem medial, hah medial, meem initial (Unicode names of the
  // presentation forms U+FEAA, U+FEE4, U+FEA4, U+FEE3).
  CHECK(glyph_names(fonts, line.runs[0]) == "uniFEAA uniFEE4 uniFEA4 uniFEE3");
  CHECK(line.runs[0].glyphs.front().cluster == 6);
  CHECK(line.runs[0].glyphs.back().cluster == 0);
}

TEST_CASE("directions mix as UAX #9 has it") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  struct Case {
    const char* text;
    const char* runs;
  };
  const Case c = GENERATE(values<Case>({
      {"父亲：محمد علي。",
       "noto-sans-cjk-sc<父亲：> noto-sans-arabic<محمد علي noto-sans-cjk-sc<。>"},
      {"שרה Cohen", "noto-sans-hebrew<שרה noto-sans-hebrew< > noto-sans-cjk-sc<Cohen>"},
      // Nothing but Hebrew: the whole line runs to the left, its full stop stands at the left.
      {"שרה.", "noto-sans-cjk-sc<. noto-sans-hebrew<שרה"},
      {"שרה 12", "noto-sans-cjk-sc<12> noto-sans-hebrew<שרה "},
  }));
  CHECK(runs_of(fonts, shaper.line(c.text, Role::sans)) == c.runs);
}

TEST_CASE("an eighth of an em stands between Han and Latin letters or digits") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  const auto width = [&](const char* text) { return shaper.line(text, Role::sans).width; };
  const auto gaps = [&](const char* text, std::vector<const char*> parts) {
    int sum = 0;
    for (const char* part : parts) sum += width(part);
    return (width(text) - sum) / 125.0;
  };
  CHECK(gaps("第3条", {"第", "3", "条"}) == 2);
  CHECK(gaps("持E12345678换", {"持", "E12345678", "换"}) == 2);
  CHECK(gaps("（A）", {"（", "A", "）"}) == 0);
  CHECK(gaps("甲 ，A", {"甲", " ，", "A"}) == 0);
  CHECK(width("甲 A") == width("甲") + 224 + width("A"));  // the face's own space is enough
  CHECK(gaps("甲，A", {"甲", "，", "A"}) == 0);
  CHECK(gaps("甲乙", {"甲", "乙"}) == 0);
  CHECK(gaps("甲Ａ", {"甲", "Ａ"}) == 0);  // full-width letters bring their own space
}

TEST_CASE("letters stand for themselves: no ligatures") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  for (Role role : {Role::sans, Role::latin, Role::latin_serif, Role::kai}) {
    const Line line = shaper.line("office fi", role);
    REQUIRE(line.runs.size() == 1);
    CHECK(line.runs[0].glyphs.size() == 9);
  }
}

TEST_CASE("tracking is added after every character") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  CHECK(shaper.line("同行", Role::sans, 40).width == 2080);
  CHECK(shaper.line("x̆", Role::latin, 40).width == shaper.line("x̆", Role::latin).width + 40);
}

TEST_CASE("spaces at the end are kept and not counted") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  const Line line = shaper.line("同行 ", Role::sans);
  CHECK(line.width == 2000);
  CHECK(line.runs[0].text == "同行 ");
  const Line arabic = shaper.line("محمد ", Role::sans), bare = shaper.line("محمد", Role::sans);
  CHECK(arabic.width == bare.width);
  CHECK(arabic.runs[0].width == bare.runs[0].width);  // or it would start a space too far right
}

TEST_CASE("UTF-8 and code points") {
  CHECK(to_utf32("a𠮷") == U"a𠮷");
  CHECK(to_utf8(U"a𠮷é同") == "a𠮷é同");
  CHECK(to_utf32("a\xFF"
                 "b\xE5\x90") == U"a\uFFFDb\uFFFD");
  CHECK(to_utf32("\xED\xA0\x80").front() == U'\uFFFD');
}
