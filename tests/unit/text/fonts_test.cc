// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fonts.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "support/fonts.h"
#include "text/shape.h"

using namespace tongxing;
using namespace tongxing::text;

namespace {

/// A catalogue of one face for one role.
FontCatalog one_face(const std::filesystem::path& file, unsigned index = 0) {
  FontCatalog catalog;
  catalog.faces.push_back({"face", "Some Face", {file}, index, "fonts-some-face", "OFL-1.1"});
  catalog.chains[0] = {0};
  return catalog;
}

/// Removes itself.
struct TemporaryFile {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "tongxing-fonts-test.ttf";
  explicit TemporaryFile(std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
  }
  ~TemporaryFile() { std::filesystem::remove(path); }
};

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const char* const noto_sans = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf";

/// Offset of a table in a font file that is no collection.
std::size_t table_offset(const std::string& font, std::string_view tag) {
  const std::size_t record = font.find(tag);
  std::size_t offset = 0;
  for (std::size_t i = 8; i < 12; ++i)
    offset = offset << 8 | static_cast<unsigned char>(font[record + i]);
  return offset;
}

}  // namespace

TEST_CASE("the rare characters of names have a face in every role") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  for (std::size_t i = 0; i < role_names.size(); ++i) {
    const Role role{static_cast<std::uint8_t>(i)};
    for (char32_t c : U"𬭎㼆䶮𫖯𠅤𠮷") {
      if (c == 0) continue;
      INFO(role_names[i] << " " << to_utf8(std::u32string(1, c)));
      CHECK(fonts.face_for(role, c));
      const Line line = shaper.line(to_utf8(std::u32string(1, c)), role);
      REQUIRE(line.runs.size() == 1);
      REQUIRE(line.runs[0].glyphs.size() == 1);
      CHECK(line.runs[0].glyphs[0].id != 0);
    }
  }
}

TEST_CASE("the Chinese faces are the Simplified Chinese ones") {
  const FontSet fonts = tests::debian_fonts();
  const auto name = [&](Role role) {
    return fonts.metrics(*fonts.face_for(role, U'骨')).postscript_name;
  };
  CHECK(name(Role::sans) == "NotoSansCJKsc-Regular");
  CHECK(name(Role::sans_bold) == "NotoSansCJKsc-Bold");
  CHECK(name(Role::song) == "NotoSerifCJKsc-Regular");
  CHECK(name(Role::song_bold) == "NotoSerifCJKsc-Bold");
  CHECK(name(Role::kai) == "LXGWWenKai-Regular");
  CHECK(name(Role::mono) == "NotoSansMonoCJKsc-Regular");
}

TEST_CASE("metrics are those of the font's own tables") {
  const FontSet fonts = tests::debian_fonts();
  const FaceMetrics& sans = fonts.metrics(*fonts.face_for(Role::sans, U'同'));
  CHECK(sans.cff);
  CHECK(sans.ascent == 1160);  // hhea, as the design says: 1.448 em a line
  CHECK(sans.descent == -288);
  CHECK(sans.cap_height == 733);
  CHECK(sans.box[0] < 0);
  CHECK(sans.box[2] > 1000);
  CHECK(sans.italic_angle == 0);
  const FaceMetrics& latin = fonts.metrics(*fonts.face_for(Role::latin, U'a'));
  CHECK_FALSE(latin.cff);
  CHECK(latin.cap_height == 714);
  // 1024 units to the em in the file, 1000 here.
  const auto rare = fonts.face_for(Role::sans, U'\U00031350');  // in BabelStone Han only
  REQUIRE(rare);
  CHECK(fonts.metrics(*rare).postscript_name == "BabelStoneHan");
  CHECK(Shaper(fonts).line("\U00031350", Role::sans).width == 1000);
}

TEST_CASE("missing characters are named with their place") {
  const FontSet fonts = tests::debian_fonts();
  using Found = std::vector<MissingCharacter>;
  CHECK(fonts.missing(Role::kai, "王小明 MILLER, Emma Rose") == Found{});
  CHECK(fonts.missing(Role::sans, "a\xF3\xB0\x80\x80z") == Found{{0xF0000, 1}});  // private use
  CHECK(fonts.missing(Role::sans, "王\xEE\x80\x80") == Found{{0xE000, 3}});       // private use
  CHECK(fonts.missing(Role::kai, "𒀀王𒀀") == Found{{0x12000, 0}, {0x12000, 7}});
  CHECK(fonts.missing(Role::latin, "a\xFF") == Found{{0xFFFD, 1}});
  CHECK(fonts.missing(Role::latin, "a\xEF\xBF\xBD") == Found{{0xFFFD, 1}});
  CHECK(fonts.missing(Role::latin, std::string_view("a\x01", 2)) == Found{{1, 1}});
  // Spaces of all kinds, invisible characters and the box to write in never count.
  CHECK(fonts.missing(Role::kai, " \u00A0\u2003\u3000\t\u200B\u200D\u200E\uFE00\uFFFC") == Found{});
  // Letter and mark are in no face together: the mark is named.
  CHECK(fonts.missing(Role::sans, "王\u0E31") == Found{{0x0E31, 3}});
}

TEST_CASE("a font that is not there is named with its package") {
  const auto fonts = FontSet::open(one_face("/nowhere/font.ttf"));
  REQUIRE_FALSE(fonts);
  REQUIRE(fonts.error().size() == 1);
  const Diagnostic& error = fonts.error()[0];
  CHECK(error.code == "T001");
  CHECK(error.fault == Fault::glyph);
  CHECK(english(error.what) == "the font Some Face is not installed; it draws the role sans");
  REQUIRE(error.hints.size() == 1);
  CHECK(english(error.hints[0]) == "install it: apt install fonts-some-face");
}

TEST_CASE("a later face of a chain may be absent") {
  FontCatalog catalog = one_face(noto_sans);
  catalog.faces.push_back({"other", "Other", {"/nowhere.ttf"}, 0, "fonts-other", ""});
  catalog.chains[0] = {0, 1};
  const auto fonts = FontSet::open(catalog);
  REQUIRE(fonts);
  CHECK_FALSE(fonts->is_open(FaceId{1}));
  CHECK(fonts->face_for(Role::sans, U'a') == FaceId{0});
  CHECK_FALSE(fonts->face_for(Role::sans, U'同'));
}

TEST_CASE("the next file is tried where the first is not there") {
  FontCatalog catalog = one_face("/nowhere.ttf");
  catalog.faces[0].files.push_back(noto_sans);
  CHECK(FontSet::open(catalog));
}

TEST_CASE("a file that is no font is an error, not a crash") {
  const std::string good = read(noto_sans);
  REQUIRE(good.size() > 100000);
  const std::string content =
      GENERATE_COPY(values<std::string>({"", "no font at all", good.substr(0, 3),
                                         good.substr(0, 200), "ttcf" + std::string(40, '\xFF')}));
  const TemporaryFile file(content);
  const auto fonts = FontSet::open(one_face(file.path));
  REQUIRE_FALSE(fonts);
  CHECK(fonts.error()[0].code == "T002");
  CHECK(fonts.error()[0].path == file.path.string());
}

TEST_CASE("a face number beyond the collection is an error") {
  const auto fonts = FontSet::open(one_face(noto_sans, 1));
  REQUIRE_FALSE(fonts);
  CHECK(fonts.error()[0].code == "T002");
}

TEST_CASE("a licence that forbids embedding is obeyed") {
  struct Case {
    unsigned fs_type;
    bool allowed;
  };
  // OpenType, OS/2: 0 installable, 2 restricted, 4 preview and print, 8 editable, 0x100 no
  // subsetting, 0x200 bitmaps only.
  const Case c = GENERATE(values<Case>({{0x0000, true},
                                        {0x0002, false},
                                        {0x0004, true},
                                        {0x0008, true},
                                        {0x0100, false},
                                        {0x0108, false},
                                        {0x0200, false}}));
  std::string font = read(noto_sans);
  const std::size_t at = table_offset(font, "OS/2") + 8;
  font[at] = static_cast<char>(c.fs_type >> 8);
  font[at + 1] = static_cast<char>(c.fs_type & 0xFF);
  const TemporaryFile file(font);
  const auto fonts = FontSet::open(one_face(file.path));
  INFO(c.fs_type);
  CHECK(fonts.has_value() == c.allowed);
  if (!fonts) {
    CHECK(fonts.error()[0].code == "T003");
    CHECK(fonts.error()[0].fault == Fault::data);
  }
}
