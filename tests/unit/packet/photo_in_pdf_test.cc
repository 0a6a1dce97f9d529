// SPDX-License-Identifier: GPL-3.0-or-later
// The three kinds of picture in a real file, as pdfimages and pdftoppm see them.
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <memory>

#include "packet/photo.h"
#include "pdf/pdf.h"
#include "support/catalog.h"
#include "support/temporary_folder.h"
#include "unit/packet/photo_images.h"

using namespace tongxing;

namespace {

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  for (int c = 0; (c = std::fgetc(pipe.get())) != EOF;) text += static_cast<char>(c);
  return text;
}

/// One page with the pictures side by side, 40 mm apart.
page::Document sheet_of(const std::vector<page::Picture>& pictures) {
  page::Document document;
  document.tags.resize(1);
  document.tags[0].type = page::TagType::document;
  document.pages.emplace_back();
  auto& page = document.pages[0];
  page.size = {Length::mm(210), Length::mm(297)};
  for (const auto& picture : pictures) {
    page::Tag figure;
    figure.type = page::TagType::figure;
    figure.alt = "照片";
    const page::Point at{Length::mm(10 + 40 * double(page.items.size())), Length::mm(20)};
    figure.box = page::Rect{at, picture.size};
    document.tags.push_back(figure);
    const auto tag = static_cast<page::TagId>(document.tags.size() - 1);
    page.items.push_back({at, tag, picture});
  }
  return document;
}

/// Grey value of the page at a place in mm; the page is drawn with 10 pixels a mm.
int grey_at(const std::string& pgm, double x, double y) {
  const std::size_t header = pgm.find("\n255\n") + 5;
  const auto at =
      header + static_cast<std::size_t>(y * 10) * 2100 + static_cast<std::size_t>(x * 10);
  return at < pgm.size() ? static_cast<unsigned char>(pgm[at]) : -1;
}

}  // namespace

TEST_CASE("other programs see the photograph, unstretched") {
  const page::Size frame{Length::mm(33), Length::mm(48)};
  std::vector<page::Picture> pictures;
  for (const auto& bytes :
       {test::make_jpeg({.width = 300, .height = 400}),
        test::make_jpeg({.width = 66, .height = 96, .components = 1, .colours = JCS_GRAYSCALE}),
        test::make_png({.width = 40, .height = 40}, std::string("\x20\x20\x20", 3)),
        test::make_png({.width = 33, .height = 48, .colour = PNG_COLOR_TYPE_GRAY}, "\x40")}) {
    const auto picture = packet::read_photo(bytes, {}, frame);
    REQUIRE(picture);
    pictures.push_back(*picture);
  }
  const auto fonts = text::FontSet::open(tests::debian_catalog());
  REQUIRE(fonts);
  const test::TemporaryFolder folder;
  const auto file = (folder / "photo.pdf").string();
  std::ofstream(file, std::ios::binary)
      << pdf::write(sheet_of(pictures), pdf::prepare(*fonts, pdf::FixedText{}), *fonts);

  CHECK(output_of("pdfimages -list " + file + " | awk 'NR > 2 {print $4, $5, $6, $7, $8, $9}'") ==
        "300 400 rgb 3 8 jpeg\n66 96 gray 1 8 jpeg\n40 40 rgb 3 8 image\n33 48 gray 1 8 image\n");
  // Resolutions: 300 px on 33 mm is 231 a inch, the same both ways.
  CHECK(output_of("pdfimages -list " + file + " | awk 'NR > 2 {print $13, $14}'") ==
        "231 231\n51 51\n31 31\n25 25\n");

  const auto drawn = output_of("pdftoppm -gray -scale-to-x 2100 -scale-to-y 2970 " + file);
  REQUIRE(drawn.starts_with("P5\n2100 2970\n255\n"));
  CHECK(grey_at(drawn, 100, 30) == 0x20);  // the PNG in colour: 33 × 33 mm at (90, 20)
  CHECK(grey_at(drawn, 122.7, 52.7) == 0x20);
  CHECK(grey_at(drawn, 122.7, 53.3) == 0xFF);
  CHECK(grey_at(drawn, 123.3, 52.7) == 0xFF);
  CHECK(grey_at(drawn, 162.7, 67.7) == 0x40);  // the grey one: 33 × 48 mm at (130, 20)
  CHECK(grey_at(drawn, 162.7, 68.3) == 0xFF);
}
