// SPDX-License-Identifier: GPL-3.0-or-later
// Small forms, filled, and read back by Poppler; files that were damaged on purpose must be caught.
#include "forms/fill.h"

#include <catch2/catch.hpp>

#include "foreign/read_form.h"
#include "forms/match.h"
#include "support/fonts.h"
#include "support/small_pdf.h"
#include "unit/forms/maps.h"
#include "verify/verify.h"

using namespace tongxing;
using foreign::Keep;

namespace {

const text::FontSet& filling_fonts() {
  static const auto opened = text::FontSet::open(tests::debian_catalog());
  REQUIRE(opened);
  return *opened;
}

const forms::ContinuationWords words = {
    {"附页", "Continuation sheet"}, {"见下。", "See below."}, [](std::size_t number) {
      return model::Bilingual{"见附页第" + std::to_string(number) + "条",
                              "see continuation sheet, no. " + std::to_string(number)};
    }};

struct Blank {
  foreign::Normalised file;
  foreign::OfficialForm form;
};

Blank blank_of(const std::string& raw) {
  const foreign::Normaliser normaliser{.program = TONGXING_NORMALISE};
  auto safe = foreign::normalise(raw, "blank.pdf", normaliser);
  if (!safe) FAIL(safe.error().front().code);
  auto form = foreign::read_form(*safe, "blank.pdf");
  if (!form) FAIL(form.error().front().code);
  return {std::move(*safe), std::move(*form)};
}

forms::PreparedForm prepared_of(const Blank& blank, Keep keep) {
  auto taken = foreign::prepare_blank(blank.file, blank.form, keep, "blank.pdf");
  if (!taken) FAIL(taken.error().front().code);
  return forms::prepare(blank.form, std::move(*taken), keep);
}

const std::string widget = "<< /Type /Annot /Subtype /Widget /F 4 ";

/// Text, comb, two radio buttons, a checkbox, a list of options, a note in several lines; the page
/// is turned, has a script, an embedded file and a link.
std::string sample(const std::string& page = "/MediaBox [0 0 300 400]") {
  test::SmallPdf pdf(
      "/AcroForm << /Fields [4 0 R 5 0 R 6 0 R 9 0 R 10 0 R 11 0 R] /XFA (old) /NeedAppearances "
      "true "
      "/DA (/Helv 0 Tf 0 g) >> /OpenAction << /S /JavaScript /JS (app.alert) >> "
      "/Names << /EmbeddedFiles << /Names [] >> >>");
  pdf.add("<< /Type /Page /Parent 2 0 R " + page +
          " /Annots [4 0 R 5 0 R 7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] /Contents 12 0 R "
          "/Resources << /Font << /Helv 13 0 R >> >> >>");
  pdf.add(widget + "/FT /Tx /T (name) /Rect [20 350 160 370] /MK << /BC [0] /BG [0.9 0.9 1] >> >>");
  pdf.add(widget + "/FT /Tx /T (code) /Ff 16777216 /MaxLen 6 /Rect [20 320 140 340] >>");
  pdf.add("<< /FT /Btn /Ff 49152 /T (sex) /Kids [7 0 R 8 0 R] >>");
  pdf.add(widget +
          "/Parent 6 0 R /Rect [20 290 34 304] /MK << /BC [0] >> /AS /Off "
          "/AP << /N << /M 14 0 R /Off 14 0 R >> >> >>");
  pdf.add(widget +
          "/Parent 6 0 R /Rect [60 290 74 304] /MK << /BC [0] >> /AS /Off "
          "/AP << /N << /F 14 0 R /Off 14 0 R >> >> >>");
  pdf.add(widget +
          "/FT /Btn /T (married) /Rect [100 290 114 304] /AP << /N << /Yes 14 0 R >> >> >>");
  pdf.add(widget +
          "/FT /Ch /Ff 131072 /T (country) /Opt [[(CN) (China)] [(FR) (France)]] "
          "/Rect [20 250 160 270] >>");
  pdf.add(widget + "/FT /Tx /Ff 4096 /T (note) /V (kept) /Rect [20 150 160 230] >>");
  const std::string content = "q BT /Helv 9 Tf 20 375 Td (Name) Tj ET";  // leaves a state open
  pdf.add("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
          "\nendstream");
  pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  pdf.add("<< /Type /XObject /Subtype /Form /BBox [0 0 14 14] /Length 0 >>\nstream\n\nendstream");
  return pdf.bytes();
}

forms::Filled filled_of(const forms::PreparedForm& prepared, const std::string& data) {
  Sources sources;
  auto matched = forms::match_fields(prepared.form, test::yaml(data, sources));
  if (!matched) FAIL(english(matched.error().front().what));
  forms::add_stored_values(prepared.form, prepared.blank, matched->fillings);
  text::Shaper shaper(filling_fonts());
  auto filled = forms::fill(prepared, matched->fillings, shaper, words);
  if (!filled) FAIL(english(filled.error().front().what));
  return std::move(*filled);
}

std::string damage(const forms::Filled& filled) {
  const auto read = verify::read_back(filled.bytes, filled.bare, filled.meant);
  std::string all;
  if (!read)
    for (const auto& error : read.error()) {
      CHECK(error.fault == Fault::output);
      all += error.code + " ";
    }
  return all;
}

const std::string all_values =
    "name: 张伟 Zhang\ncode: 京A1234\nsex: F\nmarried: yes\ncountry: CN\nnote: 家住上海。\n";

/// Puts `to` where `from` stands once; both are as long.
void damage(std::string& bytes, const std::string& from, const std::string& to) {
  REQUIRE(from.size() == to.size());
  const auto at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  bytes.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a filled form reads as it was meant, flat and fillable, on turned and cropped pages") {
  for (const std::string page :
       {"/MediaBox [0 0 300 400]", "/MediaBox [0 0 300 400] /Rotate 90",
        "/MediaBox [0 0 300 400] /Rotate 180", "/MediaBox [0 0 300 400] /Rotate 270",
        "/MediaBox [-50 -20 400 500] /CropBox [10 10 300 400] /Rotate 90",
        "/MediaBox [0 0 300 400] /UserUnit 1.5 /Rotate 270"}) {
    const auto blank = blank_of(sample(page));
    REQUIRE(blank.form.fields.size() == 6);
    for (const auto keep : {Keep::flat, Keep::fields}) {
      const auto filled = filled_of(prepared_of(blank, keep), all_values);
      INFO(page << (keep == Keep::flat ? " flat" : " fillable"));
      CHECK(filled.meant.size() == 6);
      CHECK(damage(filled) == "");
    }
  }
}

TEST_CASE("flat leaves no field, no script, no XFA, no embedded file; equal input, equal bytes") {
  const auto blank = blank_of(sample());
  const auto filled = filled_of(prepared_of(blank, Keep::flat), all_values);
  CHECK(filled.bytes == filled_of(prepared_of(blank, Keep::flat), all_values).bytes);
  const auto again = blank_of(filled.bytes);
  CHECK(again.form.fields.empty());
  CHECK(again.form.xfa == foreign::Xfa::none);
  CHECK(!again.form.has_scripts);
  CHECK(!again.form.has_embedded_files);
  for (const char* gone : {"/AcroForm", "/Widget", "/XFA", "JavaScript", "EmbeddedFiles"}) {
    INFO(gone);
    CHECK(again.file.bytes.find(gone) == std::string::npos);
  }
}

TEST_CASE("fillable keeps the fields, with their new values") {
  const auto blank = blank_of(sample());
  const auto filled = filled_of(prepared_of(blank, Keep::fields), all_values);
  const auto again = blank_of(filled.bytes);
  REQUIRE(again.form.fields.size() == 6);
  CHECK(again.form.xfa == foreign::Xfa::none);
  CHECK(!again.form.has_scripts);
  const auto value = [&](std::size_t i) { return again.form.fields[i].values; };
  using Values = std::vector<std::string>;
  CHECK(value(0) == Values{"张伟 Zhang"});
  CHECK(value(1) == Values{"京A1234"});
  CHECK(value(2) == Values{"F"});
  CHECK(value(3) == Values{"Yes"});
  CHECK(value(4) == Values{"CN"});
  CHECK(value(5) == Values{"家住上海。"});
  CHECK(again.form.fields[0].font.starts_with("FilledV"));
}

TEST_CASE("what stands in a field that nobody fills stays, though the blank has no look for it") {
  const auto blank = blank_of(sample());
  const auto filled = filled_of(prepared_of(blank, Keep::flat), "name: 张\n");
  REQUIRE(filled.meant.size() == 2);
  CHECK(filled.meant[1].text == "kept");
  CHECK(damage(filled) == "");
}

TEST_CASE("a value that does not go in stands whole on a sheet behind the form") {
  const auto blank = blank_of(sample());
  std::string value;
  for (int i = 0; i < 40; ++i) value += "上海市徐汇区";
  const auto filled = filled_of(prepared_of(blank, Keep::flat), "name: " + value + "\n");
  CHECK(filled.pages == 3);  // the page is small
  CHECK(filled.reports[0].step == layout::Step::continued);
  CHECK(filled.reports[0].continuation == 1);
  CHECK(filled.meant[0].text.starts_with("见附页第1条"));
  CHECK(damage(filled) == "");
}

TEST_CASE("a character in no font is an error before anything is made") {
  const auto blank = blank_of(sample());
  const auto prepared = prepared_of(blank, Keep::flat);
  Sources sources;
  const auto matched =
      forms::match_fields(prepared.form, test::yaml("name: \"\\uE000\"\n", sources));
  REQUIRE(matched);
  text::Shaper shaper(filling_fonts());
  const auto filled = forms::fill(prepared, matched->fillings, shaper, words);
  REQUIRE(!filled);
  CHECK(filled.error().front().code == "G001");
  CHECK(filled.error().front().fault == Fault::glyph);
}

TEST_CASE("text that moved a row is caught") {
  auto filled = filled_of(prepared_of(blank_of(sample()), Keep::flat), "name: 张伟\nnote: a\n");
  damage(filled.bytes, "1 0 0 1 20 350 cm", "1 0 0 1 20 330 cm");
  CHECK(damage(filled) == "V002 V004 ");
}

TEST_CASE("a last character that is clipped is caught, though its text can be read") {
  auto filled = filled_of(prepared_of(blank_of(sample()), Keep::flat), "name: 张伟明\nnote: a\n");
  // The name reaches from 22 to 58; the overlay now ends at 50, in the middle of the last
  // character.
  for (auto* file : {&filled.bytes, &filled.bare})
    damage(*file, "/BBox[0 0 300 400]", "/BBox[0 0 050 400]");
  CHECK(damage(filled) == "V003 ");
}

TEST_CASE("a Chinese character that was dropped is caught") {
  auto filled = filled_of(prepared_of(blank_of(sample()), Keep::flat), "name: 张张张\nnote: a\n");
  const auto show = filled.bytes.find("]TJ");
  REQUIRE(show != std::string::npos);
  const auto end = filled.bytes.rfind('>', show);
  filled.bytes.replace(end - 4, 4, "    ");
  CHECK(damage(filled) == "V001 ");
}

TEST_CASE("a tick that is not there is caught; so is ink where nothing was meant") {
  auto filled = filled_of(prepared_of(blank_of(sample()), Keep::flat), "married: yes\nnote: a\n");
  CHECK(damage(filled) == "");
  auto hidden = filled;
  damage(hidden.bytes, "1 0 0 1 100 290 cm", "1 0 0 1 999 290 cm");
  CHECK(damage(hidden) == "V003 ");
  auto elsewhere = filled;
  elsewhere.meant.erase(elsewhere.meant.begin());
  CHECK(damage(elsewhere) == "V004 ");
}
