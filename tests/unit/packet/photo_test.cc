// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a photograph: kinds of files, damage, and the place in its frame.
#include "packet/photo.h"

#include <catch2/catch.hpp>

#include "unit/packet/photo_images.h"

using namespace tongxing;
using test::JpegKind;
using test::make_jpeg;
using test::make_png;
using test::PngKind;

namespace {

const page::Size frame{Length::mm(33), Length::mm(48)};

model::Fact named() {
  model::Fact fact;
  fact.text = "emma.jpg";
  fact.where = {FileId{1}, 70, 78};
  return fact;
}

Result<page::Picture> read(std::string_view bytes) {
  return packet::read_photo(bytes, named(), frame);
}

/// "" where it was read.
std::string code(std::string_view bytes) {
  const auto picture = read(bytes);
  if (picture) return {};
  CHECK(picture.error().size() == 1);
  const auto& found = picture.error().front();
  CHECK(found.where == Span{FileId{1}, 70, 78});
  CHECK(found.fault == Fault::input);
  CHECK_FALSE(found.hints.empty());
  return found.code;
}

std::string exif(char how, bool big = false) {
  return std::string("Exif\0\0", 6) + test::turned(how, big);
}

std::string file_of(unsigned width, unsigned height) {
  return make_png({.width = width, .height = height, .colour = PNG_COLOR_TYPE_GRAY}, "\x80");
}

}  // namespace

TEST_CASE("a JPEG is embedded as it is") {
  struct Case {
    const char* what;
    JpegKind kind;
    unsigned components;
  };
  const Case cases[] = {
      {"colour", {}, 3},
      {"grey", {.components = 1, .colours = JCS_GRAYSCALE}, 1},
      {"progressive", {.progressive = true}, 3},
      {"RGB, said by Adobe's marker", {.stored = JCS_RGB}, 3},
      {"upright, said by Exif", {.app1 = exif(1)}, 3},
      {"an Exif block that is none", {.app1 = std::string("Exif\0\0what", 10)}, 3},
  };
  for (const auto& each : cases) {
    INFO(each.what);
    const auto bytes = make_jpeg(each.kind);
    const auto picture = read(bytes);
    REQUIRE(picture);
    CHECK(picture->jpeg);
    CHECK(picture->width == 33);
    CHECK(picture->height == 48);
    CHECK(picture->components == each.components);
    if (each.kind.app1.empty()) CHECK(*picture->bytes == bytes);
  }
}

TEST_CASE("what a camera notes about the place and the day does not go into the packet") {
  const auto plain = make_jpeg({});
  const auto noted =
      make_jpeg({.app1 = exif(1) + "31.2304N 121.4737E", .comment = "Emma, at home"});
  REQUIRE(noted.size() > plain.size());
  const auto picture = read(noted + "and a second picture behind the end");
  REQUIRE(picture);
  CHECK(*picture->bytes == plain);
}

TEST_CASE("a PNG becomes plain samples") {
  using namespace std::string_literals;
  struct Case {
    const char* what;
    PngKind kind;
    std::string in;
    unsigned components;
    std::string out;
  };
  const Case cases[] = {
      {"grey", {1, 2, PNG_COLOR_TYPE_GRAY}, "\x10\xF0"s, 1, "\x10\xF0"s},
      {"colour", {1, 2, PNG_COLOR_TYPE_RGB}, "abcdef"s, 3, "abcdef"s},
      {"interlaced", {1, 2, PNG_COLOR_TYPE_RGB, 8, true}, "abcdef"s, 3, "abcdef"s},
      {"one bit", {2, 1, PNG_COLOR_TYPE_GRAY, 1}, "\x40"s, 1, "\x00\xFF"s},
      {"palette",
       {2, 1, PNG_COLOR_TYPE_PALETTE, 8, false, {{1, 2, 3}, {4, 5, 6}}},
       "\x01\x00"s,
       3,
       "\x04\x05\x06\x01\x02\x03"s},
      {"16 bits", {1, 1, PNG_COLOR_TYPE_RGB, 16}, "\x10\x10\x80\x80\xF0\xF0"s, 3, "\x10\x80\xF0"s},
      {"clear over white",
       {2, 1, PNG_COLOR_TYPE_RGB_ALPHA},
       "\x01\x02\x03\x00\x01\x02\x03\xFF"s,
       3,
       "\xFF\xFF\xFF\x01\x02\x03"s},
      {"clear grey over white",
       {2, 1, PNG_COLOR_TYPE_GRAY_ALPHA},
       "\x05\x00\x05\xFF"s,
       1,
       "\xFF\x05"s},
  };
  for (const auto& each : cases) {
    INFO(each.what);
    const auto picture = read(make_png(each.kind, each.in));
    REQUIRE(picture);
    CHECK_FALSE(picture->jpeg);
    CHECK(picture->width == each.kind.width);
    CHECK(picture->height == each.kind.height);
    CHECK(picture->components == each.components);
    CHECK(*picture->bytes == each.out);
  }
}

TEST_CASE("the photograph fills its frame as far as its shape allows") {
  struct Case {
    unsigned width, height;
    double width_mm, height_mm;
  };
  const Case cases[] = {
      {330, 480, 33, 48},    // the very shape
      {354, 472, 33, 44},    // 3:4, a digital photograph: wider
      {100, 100, 33, 33},    // square
      {110, 320, 16.5, 48},  // tall
      {600, 60, 33, 3.3},    // a strip
      {1, 2000, 0.024, 48},  // a thread
  };
  for (const auto& each : cases) {
    INFO(each.width << " × " << each.height);
    const auto picture = read(file_of(each.width, each.height));
    REQUIRE(picture);
    CHECK(picture->size.width.mm() == Approx(each.width_mm).margin(0.001));
    CHECK(picture->size.height.mm() == Approx(each.height_mm).margin(0.001));
  }
}

TEST_CASE("files that cannot be used are refused at their place") {
  const auto jpeg = make_jpeg({});
  const auto png = make_png({}, "abc");
  auto huge_jpeg = jpeg, wide_png = png;
  const auto frame_header = huge_jpeg.find("\xFF\xC0");
  REQUIRE(frame_header != std::string::npos);
  huge_jpeg.replace(frame_header + 5, 4, "\xFF\xDC\xFF\xDC");  // height, width: 65 500
  auto changed = jpeg;
  changed.replace(changed.size() - 40, 8, "\xFF\xC4\xFF\xC4\xFF\xC4\xFF\xC4");
  auto spoilt_png = png;
  spoilt_png[spoilt_png.size() - 20] ^= 0x55;
  struct Case {
    const char* what;
    std::string bytes, code;
  };
  const Case cases[] = {
      {"nothing", "", "I001"},
      {"a GIF", "GIF89a……", "I001"},
      {"a PDF", "%PDF-1.7", "I001"},
      {"a JPEG's first bytes", "\xFF\xD8\xFF", "I002"},
      {"a PNG's first bytes", "\x89PNG\r\n\x1A\n", "I002"},
      {"markers in the middle of the picture", changed, "I002"},
      {"a PNG with a wrong check sum", spoilt_png, "I002"},
      {"a JPEG that says it is huge", huge_jpeg, "I003"},
      {"too wide by one", file_of(6001, 1), "I003"},
      {"too high by one", file_of(1, 8001), "I003"},
      {"too many bytes", std::string(10'000'001, ' '), "I003"},
      {"CMYK", make_jpeg({.components = 4, .colours = JCS_CMYK}), "I004"},
      {"YCCK", make_jpeg({.components = 4, .colours = JCS_CMYK, .stored = JCS_YCCK}), "I004"},
      {"RGB that only libjpeg guesses", make_jpeg({.stored = JCS_RGB, .adobe = false}), "I004"},
      {"arithmetic coding", make_jpeg({.arithmetic = true}), "I004"},
      {"animated", test::with_chunk(png, "acTL", std::string("\0\0\0\x01\0\0\0\0", 8)), "I004"},
      {"lying", make_jpeg({.app1 = exif(6)}), "I005"},
      {"mirrored, big-endian", make_jpeg({.app1 = exif(2, true)}), "I005"},
      {"a lying PNG", test::with_chunk(png, "eXIf", test::turned(8)), "I005"},
  };
  for (const auto& each : cases) {
    INFO(each.what);
    CHECK(code(each.bytes) == each.code);
  }
  CHECK(code(file_of(6000, 1)).empty());
  CHECK(code(file_of(1, 8000)).empty());
  CHECK(code(test::with_chunk(png, "eXIf", test::turned(1, true))).empty());
}

TEST_CASE("a file that is cut short anywhere is refused") {
  const std::string files[] = {
      make_jpeg({.width = 120, .height = 170}),
      make_jpeg({.width = 120, .height = 170, .progressive = true}),
      make_png({.width = 60, .height = 80}, "a long and changing row of samples, 47 bytes"),
      make_png({60, 80, PNG_COLOR_TYPE_RGB, 8, true}, "samples"),
  };
  for (const auto& file : files) {
    REQUIRE(code(file).empty());
    for (std::size_t size = 0; size < file.size(); size += 37)
      CHECK_FALSE(code(std::string_view(file).substr(0, size)).empty());
    CHECK_FALSE(code(std::string_view(file).substr(0, file.size() - 1)).empty());
  }
}

TEST_CASE("a JPEG of very many scans is refused before it takes hours") {
  const auto with_more_scans = [](std::size_t more) {
    auto file = make_jpeg({.one_by_one = true});
    const auto last = file.rfind("\xFF\xDA");
    const auto scan = file.substr(last, file.size() - 2 - last);
    for (std::size_t i = 0; i < more; ++i) file.insert(last, scan);
    return file;
  };
  CHECK(code(with_more_scans(0)).empty());
  CHECK(code(with_more_scans(29)).empty());
  CHECK(code(with_more_scans(30)) == "I002");
  CHECK(code(with_more_scans(10'000)) == "I002");
}

TEST_CASE("the applicant's photograph is found among the files") {
  model::Profile profile;
  const PersonKey emma("emma");
  const auto none = packet::applicant_photo(profile, emma, {}, frame);
  REQUIRE(none);
  CHECK_FALSE(*none);
  profile.facts["people.emma.photo.file"] = named();
  const auto there = packet::applicant_photo(profile, emma, {{"emma.jpg", make_jpeg({})}}, frame);
  REQUIRE(there);
  REQUIRE(*there);
  CHECK((*there)->width == 33);
  const auto missing = packet::applicant_photo(profile, emma, {{"liam.jpg", ""}}, frame);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().front().code == "I006");
  CHECK(missing.error().front().where == named().where);
}
