// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/font_catalog.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "text/shape.h"

using namespace tongxing;
using namespace tongxing::library;
using text::Role;

namespace {

Result<text::FontCatalog> decode_catalog(const std::string& yaml) {
  Sources sources;
  TRY(const data::Document document, data::read("fonts.yaml", yaml, sources));
  return decode_font_catalog(document.root);
}

std::string shipped_catalog() {
  std::ostringstream text;
  text
      << std::ifstream(std::filesystem::path(TONGXING_SOURCE_DIR) / "fonts" / "fonts.yaml").rdbuf();
  return text.str();
}

text::FontSet shipped_fonts() {
  const auto catalog = decode_catalog(shipped_catalog());
  if (!catalog)
    for (const Diagnostic& one : catalog.error()) UNSCOPED_INFO(english(one.what));
  REQUIRE(catalog);
  auto fonts = text::FontSet::open(*catalog);
  if (!fonts)
    for (const Diagnostic& one : fonts.error()) UNSCOPED_INFO(english(one.what));
  REQUIRE(fonts);
  return *std::move(fonts);
}

const std::string head =
    "folders: [/a, /b]\n"
    "faces:\n"
    "  one: {family: One, file: x/one.ttc, index: 2, package: p, licence: OFL-1.1}\n"
    "  two: {family: Two, file: two.ttf, package: q, licence: OFL-1.1}\n"
    "groups: {both: [one, two]}\n";

/// Roles that all have the same chain.
std::string roles(const std::string& chain) {
  std::string out = "roles:\n";
  for (auto name : text::role_names) out += "  " + std::string(name) + ": {chain: " + chain + "}\n";
  return out;
}

std::string first_error(const std::string& yaml) {
  const auto catalog = decode_catalog(yaml);
  if (catalog) return "";
  return catalog.error().front().code + " " + english(catalog.error().front().what);
}

}  // namespace

TEST_CASE("every face of fonts.yaml is in the packages that are installed") {
  const text::FontSet fonts = shipped_fonts();
  for (std::size_t i = 0; i < fonts.face_count(); ++i) {
    const text::FaceId face{static_cast<std::uint16_t>(i)};
    INFO(fonts.source(face).id);
    CHECK(fonts.is_open(face));
  }
}

TEST_CASE("the shipped faces are those that the design names") {
  const text::FontSet fonts = shipped_fonts();
  struct Case {
    Role role;
    char32_t character;
    const char* face;
  };
  const Case c = GENERATE(values<Case>({
      {Role::sans, U'骨', "NotoSansCJKsc-Regular"},
      {Role::sans_bold, U'骨', "NotoSansCJKsc-Bold"},
      {Role::song, U'骨', "NotoSerifCJKsc-Regular"},
      {Role::song_bold, U'骨', "NotoSerifCJKsc-Bold"},
      {Role::kai, U'骨', "LXGWWenKai-Regular"},
      {Role::mono, U'T', "NotoSansMonoCJKsc-Regular"},
      {Role::latin, U'a', "NotoSans-Regular"},
      {Role::latin_bold, U'a', "NotoSans-Bold"},
      {Role::latin_serif, U'a', "NotoSerif-Regular"},
      {Role::latin_serif_bold, U'a', "NotoSerif-Bold"},
      {Role::sans, U'×', "NotoSans-Regular"},
      {Role::song_bold, U'×', "NotoSerif-Bold"},
      {Role::sans, U'。', "NotoSansCJKsc-Regular"},
      {Role::sans, U'م', "NotoSansArabic-Regular"},
      {Role::sans_bold, U'م', "NotoSansArabic-Bold"},
      {Role::kai, U'ש', "NotoSansHebrew-Regular"},
      {Role::latin, U'བ', "NotoSerifTibetan-Regular"},
      {Role::kai, U'\U0002E8A0', "HanaMinB"},
      {Role::kai, U'\U00031350', "BabelStoneHan"},
  }));
  const auto face = fonts.face_for(c.role, c.character);
  REQUIRE(face);
  CHECK(fonts.metrics(*face).postscript_name == c.face);
}

TEST_CASE("rare characters of names and the scripts of names are in every role") {
  const text::FontSet fonts = shipped_fonts();
  for (std::size_t i = 0; i < text::role_names.size(); ++i) {
    const Role role{static_cast<std::uint8_t>(i)};
    INFO(text::role_names[i]);
    CHECK(fonts.missing(role, "𬭎㼆䶮𫖯𠅤𠮷").empty());
    CHECK(fonts.missing(role, "محمد علي שרה สมชาย राम Ольга Ελένη Nguyễn Łukasz ñ 김민준 たなか")
              .empty());
    CHECK(fonts.missing(role, "བསྟན་འཛིན Հայկ ნინო ትግስት ရဲ សុខ").empty());
  }
}

TEST_CASE("groups are put into chains, folders before files") {
  const auto catalog = decode_catalog(head + roles("[two, both]"));
  REQUIRE(catalog);
  CHECK(catalog->chains[0] == std::vector<std::size_t>{1, 0});
  CHECK(catalog->faces[0].files ==
        std::vector<std::filesystem::path>{"/a/x/one.ttc", "/b/x/one.ttc"});
  CHECK(catalog->faces[0].index == 2);
  CHECK(catalog->faces[1].index == 0);
  CHECK(catalog->faces[1].package == "q");
  CHECK_FALSE(catalog->latin[0]);
}

TEST_CASE("what is wrong with a fonts.yaml is found when it is read") {
  struct Case {
    std::string yaml;
    const char* error;
  };
  const Case c = GENERATE(values<Case>({
      {"[]", "T101 keys and values are expected here"},
      {"faces: {}\nroles: {}\n", "T101 the key 'folders' is missing"},
      {head + roles("[three, both]"), "T103 there is no face or group 'three'"},
      {head + roles("[one]"), "T104 'both' is in no chain"},
      {head + "roles: {sans: {chain: [both]}}", "T104 the role 'sans_bold' has no chain"},
      {head + roles("[both]") + "  fancy: {chain: [one]}\n", "T103 there is no role 'fancy'"},
      {head + roles("[both], lattin: one"), "T101 unknown key 'lattin'"},
      {head + roles("[both], latin: nine"), "T103 there is no face or group 'nine'"},
      {"folders: [/a]\nfaces: {one: {family: One, package: p, licence: l}}\n" + roles("[one]"),
       "T101 the key 'file' is missing"},
      {"folders: [/a]\nfaces: {one: {family: One, file: f, index: -1, package: p, licence: l}}\n" +
           roles("[one]"),
       "T101 the number of a face is not below 0"},
      {"folders: [/a]\nfaces: {one: {family: One, file: f, package: p, licence: l}}\n"
       "groups: {one: [one]}\n" +
           roles("[one]"),
       "T103 'one' is already the name of a face"},
  }));
  CHECK(first_error(c.yaml) == c.error);
}
