// SPDX-License-Identifier: GPL-3.0-or-later
// Fields as hostile, careless and clever programs write them.
#include "foreign/read_form.h"

#include <algorithm>

#include "unit/foreign/read.h"

using namespace tongxing;
using namespace tongxing::foreign;
using test::form_of;
using test::small_page;
using test::SmallPdf;

namespace {

/// A page with one widget, which is object 4 and the only field.
OfficialForm one_field(const std::string& entries, const std::string& page = "",
                       const std::string& form = "") {
  SmallPdf pdf("/AcroForm << /Fields [4 0 R] " + form + " >>");
  pdf.add(small_page("4 0 R", page));
  pdf.add("<< /Type /Annot /Subtype /Widget /T (a) /Rect [10 20 60 30] " + entries + " >>");
  return form_of(pdf);
}

Field only(const OfficialForm& form) {
  REQUIRE(form.fields.size() == 1);
  return form.fields.front();
}

std::vector<std::string> names(const OfficialForm& form) {
  std::vector<std::string> all;
  for (const Field& field : form.fields) all.push_back(field.name);
  return all;
}

std::vector<std::string> values(const std::vector<FieldOption>& options) {
  std::vector<std::string> all;
  for (const FieldOption& option : options) all.push_back(option.value);
  return all;
}

page::Rect box(double x, double y, double width, double height) {
  return {{Length::pt(x), Length::pt(y)}, {Length::pt(width), Length::pt(height)}};
}

/// The corner of `box` that is seen top left, back in user space.
std::pair<double, double> user_corner(const OfficialPage& page, const page::Rect& box) {
  const double x = box.at.x.pt(), y = box.at.y.pt();
  const Matrix& m = page.to_user;
  return {m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f};
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("the type of a field is /FT and the flags") {
  struct Row {
    const char* entries;
    FieldType type;
  };
  const std::vector<Row> rows = {
      {"/FT /Tx", FieldType::text},
      {"/FT /Btn", FieldType::checkbox},
      {"/FT /Btn /Ff 32768", FieldType::radio},
      {"/FT /Btn /Ff 65536", FieldType::button},
      {"/FT /Btn /Ff 98304", FieldType::button},
      {"/FT /Ch", FieldType::list},
      {"/FT /Ch /Ff 131072", FieldType::combo},
      {"/FT /Sig", FieldType::signature},
  };
  for (const Row& row : rows) {
    CAPTURE(row.entries);
    CHECK(only(one_field(row.entries)).type == row.type);
  }
  CHECK(one_field("/FT /Xx").fields.empty());
  CHECK(one_field("").fields.empty());
}

TEST_CASE("flags, length and comb") {
  const Field comb = only(one_field("/FT /Tx /Ff 16777218 /MaxLen 9"));
  CHECK(comb.comb);
  CHECK(comb.required);
  CHECK(comb.max_length == 9);
  CHECK_FALSE(only(one_field("/FT /Tx /Ff 16777216")).comb);            // no length
  CHECK_FALSE(only(one_field("/FT /Tx /Ff 16781312 /MaxLen 9")).comb);  // multiline
  CHECK(only(one_field("/FT /Tx /Ff 4097")).multiline);
  CHECK(only(one_field("/FT /Tx /Ff 4097")).read_only);
  CHECK(only(one_field("/FT /Tx /Ff 8192")).password);
  CHECK(only(one_field("/FT /Ch /Ff 393216")).editable);
  CHECK(only(one_field("/FT /Ch /Ff 2097152")).multi_select);
  CHECK_FALSE(only(one_field("/FT /Tx /MaxLen 0")).max_length);
  CHECK_FALSE(only(one_field("/FT /Tx /MaxLen -5")).max_length);
  CHECK_FALSE(only(one_field("/FT /Tx /MaxLen (9)")).max_length);
}

TEST_CASE("attributes are inherited down the tree and from the form") {
  SmallPdf pdf("/AcroForm << /Fields [4 0 R] /DA (/Helv 9 Tf 1 0 0 rg) /Q 2 >>");
  pdf.add(small_page("6 0 R 7 0 R"));
  pdf.add("<< /T (form) /FT /Tx /Ff 2 /MaxLen 5 /TU (all of it) /Kids [5 0 R] >>");
  pdf.add("<< /T (part) /Parent 4 0 R /V (up) /Kids [6 0 R 7 0 R] >>");
  pdf.add("<< /T (x) /Parent 5 0 R /Subtype /Widget /Rect [1 1 9 9] >>");
  pdf.add("<< /T (y) /Parent 5 0 R /Subtype /Widget /Rect [1 1 9 9] /MaxLen 7 /Ff 0 /TU (own) >>");
  const OfficialForm form = form_of(pdf);
  CHECK(names(form) == Strings{"form.part.x", "form.part.y"});
  CHECK(form.fields[0].max_length == 5);
  CHECK(form.fields[0].required);
  CHECK(form.fields[0].tooltip == "all of it");
  CHECK(form.fields[0].values == Strings{"up"});
  CHECK(form.fields[0].font_size == 9);
  CHECK(form.fields[0].alignment == 2);
  CHECK(form.fields[0].colour.components == std::vector<double>{1, 0, 0});
  CHECK(form.fields[1].max_length == 7);
  CHECK_FALSE(form.fields[1].required);
  CHECK(form.fields[1].tooltip == "own");
}

TEST_CASE("kids without a name are boxes of one field, on whatever page they stand") {
  SmallPdf pdf("/AcroForm << /Fields [5 0 R] >>",
               "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>");
  pdf.add(small_page("6 0 R"));
  pdf.add(small_page("7 0 R"));
  pdf.add("<< /T (a) /FT /Tx /Kids [6 0 R 7 0 R] >>");
  pdf.add("<< /Parent 5 0 R /Subtype /Widget /Rect [1 1 9 9] /DA (/F 3 Tf) >>");
  pdf.add("<< /Parent 5 0 R /Subtype /Widget /Rect [1 1 9 9] >>");
  const Field field = only(form_of(pdf));
  CHECK(field.name == "a");
  CHECK(field.object != field.widgets.at(0).object);
  CHECK(field.widgets.at(0).page == 0);
  CHECK(field.widgets.at(1).page == 1);
  CHECK(field.font_size == 3);
}

TEST_CASE("radio buttons: on-states in the order of the boxes, texts from /Opt") {
  SmallPdf pdf("/AcroForm << /Fields [4 0 R] >>");
  pdf.add(small_page("5 0 R 6 0 R 7 0 R"));
  pdf.add(
      "<< /T (sex) /FT /Btn /Ff 32768 /V /0 /Opt [(female) (male) (female)] /Kids [5 0 R 6 0 R 7 0 "
      "R] >>");
  pdf.add("<< /Subtype /Widget /Rect [1 1 9 9] /AP << /N << /0 8 0 R /Off 8 0 R >> >> >>");
  pdf.add("<< /Subtype /Widget /Rect [1 1 9 9] /AP << /N << /1 8 0 R >> >> >>");
  pdf.add("<< /Subtype /Widget /Rect [1 1 9 9] /AP << /N << /0 8 0 R >> >> >>");
  pdf.add("<< /Subtype /Form /BBox [0 0 1 1] /Length 0 >>\nstream\n\nendstream");
  const Field field = only(form_of(pdf));
  CHECK(field.type == FieldType::radio);
  CHECK(values(field.options) == Strings{"0", "1"});
  CHECK(field.options[1].label == "male");
  CHECK(field.values == Strings{"0"});
  CHECK(field.widgets.at(0).on_state == "0");
  CHECK(field.widgets.at(1).on_state == "1");
  CHECK(field.widgets.at(2).on_state == "0");
}

TEST_CASE("a checkbox: the state has any name, a value of Off is none") {
  const std::string drawn = "/FT /Btn /AP << /N << /M#e4nnlich null /Ja << >> /Off << >> >> >> ";
  CHECK(values(only(one_field(drawn + "/V /Off /AS /Off")).options) == Strings{"Ja"});
  CHECK(only(one_field(drawn + "/V /Off /AS /Off")).values.empty());
  CHECK(only(one_field(drawn + "/V /Ja")).values == Strings{"Ja"});
  CHECK(only(one_field("/FT /Btn /AS /Yes")).widgets.at(0).on_state == "Yes");
  CHECK(only(one_field("/FT /Btn")).options.empty());
  CHECK(values(only(one_field("/FT /Btn /AP << /N << /M#e4nnlich << >> >> >>")).options) ==
        Strings{"Männlich"});
}

TEST_CASE("choices: texts, or pairs of export value and text") {
  const Field combo =
      only(one_field("/FT /Ch /Ff 131072 /V (CN) /Opt [[(CN) <FEFF4E2D56FD>] (other) [(x)] [] 7]"));
  REQUIRE(values(combo.options) == Strings{"CN", "other", "x", ""});
  CHECK(combo.options[0].label == "中国");
  CHECK(combo.options[1].label == "other");
  CHECK(combo.values == Strings{"CN"});
  CHECK(only(one_field("/FT /Ch /V [(a) (b)]")).values == Strings{"a", "b"});
}

TEST_CASE("texts in every encoding, UTF-16LE too") {
  const Field field =
      only(one_field("/FT /Tx /V <FFFE205F> /TU (\\377\\376\\040_A\\000B\\000)", "", ""));
  CHECK(field.values == Strings{"张"});
  CHECK(field.tooltip == "张AB");
}

TEST_CASE("boxes are given as seen, whatever the rotation, the crop and the unit") {
  struct Row {
    const char* page;
    page::Size size;
    page::Rect seen;
    int text;  // rotation of text that the file does not turn
  };
  const page::Size upright{200_pt, 100_pt}, lying{100_pt, 200_pt};
  const std::vector<Row> rows = {
      {"", upright, box(10, 70, 50, 10), 0},
      {"/Rotate 90", lying, box(20, 10, 10, 50), 270},
      {"/Rotate 180", upright, box(140, 20, 50, 10), 180},
      {"/Rotate 270", lying, box(70, 140, 10, 50), 90},
      {"/Rotate -90", lying, box(70, 140, 10, 50), 90},
      {"/Rotate 450", lying, box(20, 10, 10, 50), 270},
      {"/CropBox [5 10 105 60]", {100_pt, 50_pt}, box(5, 30, 50, 10), 0},
      {"/CropBox [105 60 5 10]", {100_pt, 50_pt}, box(5, 30, 50, 10), 0},
      {"/CropBox [-900 -900 900 900]", upright, box(10, 70, 50, 10), 0},
      {"/CropBox [300 300 400 400]", upright, box(10, 70, 50, 10), 0},
      {"/UserUnit 2", {400_pt, 200_pt}, box(20, 140, 100, 20), 0},
      {"/Rotate 90 /CropBox [5 10 105 60]", {50_pt, 100_pt}, box(10, 5, 10, 50), 270},
  };
  for (const Row& row : rows) {
    CAPTURE(row.page);
    const OfficialForm form = one_field("/FT /Tx", row.page);
    const Widget widget = only(form).widgets.at(0);
    CHECK(form.pages.at(0).size == row.size);
    CHECK(widget.box == row.seen);
    CHECK(widget.rotation == row.text);
    const auto [x, y] = user_corner(form.pages[0], widget.box);
    CHECK((x == Approx(10) || x == Approx(60)));
    CHECK((y == Approx(20) || y == Approx(30)));
  }
  CHECK(only(one_field("/FT /Tx /MK << /R 90 >>", "/Rotate 90")).widgets[0].rotation == 0);
  CHECK(only(one_field("/FT /Tx /MK << /R 90 >>")).widgets[0].rotation == 90);
}

TEST_CASE("without /R the appearance says how its text is turned") {
  const auto rotation = [](const std::string& matrix, const std::string& entries = "") {
    SmallPdf pdf("/AcroForm << /Fields [4 0 R] >>");
    pdf.add(small_page("4 0 R", "/Rotate 90"));
    pdf.add("<< /Subtype /Widget /T (a) /FT /Tx /Rect [10 20 60 30] /AP << /N 5 0 R >> " + entries +
            " >>");
    pdf.add("<< /Subtype /Form /BBox [0 0 1 1] " + matrix + " /Length 0 >>\nstream\n\nendstream");
    return only(form_of(pdf)).widgets.at(0).rotation;
  };
  CHECK(rotation("") == 270);
  CHECK(rotation("/Matrix [1 0 0 1 5 5]") == 270);
  CHECK(rotation("/Matrix [0 0.5 -0.5 0 90 0]") == 0);
  CHECK(rotation("/Matrix [-1 0 0 -1 0 0]") == 90);
  CHECK(rotation("/Matrix [0 -1 1 0 0 0]") == 180);
  CHECK(rotation("/Matrix [0 1 -1 0 0 0]", "/MK << /R 180 >>") == 90);
  CHECK(rotation("/Matrix [(no)]") == 270);
}

TEST_CASE("how a box looks") {
  const Widget widget =
      only(one_field("/FT /Tx /F 6 /MK << /BG [1] /BC [0 0.5 1] >> /BS << /W 2 /S /U >>"))
          .widgets.at(0);
  CHECK(widget.background.components == std::vector<double>{1});
  CHECK(widget.border.components == std::vector<double>{0, 0.5, 1});
  CHECK(widget.border_width == 2);
  CHECK(widget.border_style == BorderStyle::underline);
  CHECK(widget.hidden);
  CHECK(widget.printed);
  CHECK(only(one_field("/FT /Tx /Border [0 0 3]")).widgets.at(0).border_width == 3);
  CHECK(only(one_field("/FT /Tx")).widgets.at(0).border_width == 1);
}

TEST_CASE("widgets that /Fields does not know of are found on their pages") {
  SmallPdf pdf("/AcroForm << /Fields [] >>");
  pdf.add(small_page("4 0 R 6 0 R 7 0 R 8 0 R"));
  pdf.add("<< /Subtype /Widget /FT /Tx /T (alone) /Rect [1 1 9 9] >>");
  pdf.add("<< /T (group) /FT /Btn /Ff 32768 >>");
  pdf.add("<< /Subtype /Widget /Parent 5 0 R /Rect [1 1 9 9] /AP << /N << /1 << >> >> >> >>");
  pdf.add("<< /Subtype /Widget /Parent 5 0 R /Rect [1 1 9 9] /AP << /N << /2 << >> >> >> >>");
  pdf.add("<< /Subtype /Widget /FT /Tx /Rect [1 1 9 9] >>");  // nobody can name it
  const OfficialForm form = form_of(pdf);
  CHECK(names(form) == Strings{"alone", "group"});
  CHECK(form.fields[1].type == FieldType::radio);
  CHECK(form.fields[1].widgets.size() == 2);
  CHECK(values(form.fields[1].options) == Strings{"1", "2"});
}

TEST_CASE("two fields of one name are one field; of two types they are not") {
  SmallPdf pdf("/AcroForm << /Fields [4 0 R 5 0 R 6 0 R] >>");
  pdf.add(small_page("4 0 R 5 0 R 6 0 R"));
  for (const char* type : {"/Tx", "/Tx", "/Btn"})
    pdf.add("<< /Subtype /Widget /Rect [1 1 9 9] /T (a) /FT " + std::string(type) + " >>");
  const OfficialForm form = form_of(pdf);
  CHECK(names(form) == Strings{"a", "a"});
  CHECK(form.fields[0].widgets.size() == 2);
  CHECK(form.fields[1].type == FieldType::checkbox);
}

TEST_CASE("circles, dangling references and wrong types are cut") {
  SmallPdf pdf("/AcroForm << /Fields [4 0 R 4 0 R 99 0 R 3 null (x) 6 0 R] >>");
  pdf.add(small_page("5 0 R 99 0 R null 7"));
  pdf.add("<< /T (a) /FT /Tx /Kids [4 0 R 5 0 R] >>");
  pdf.add("<< /T (b) /Parent 5 0 R /Subtype /Widget /Rect [1 1] /Kids [4 0 R] >>");
  pdf.add("<< /T 7 /FT /Tx >>");
  CHECK(names(form_of(pdf)) == Strings{"a.b"});

  SmallPdf orphan("");
  orphan.add(small_page("4 0 R"));
  orphan.add("<< /Subtype /Widget /FT /Tx /T (a) /Parent 5 0 R /Rect [1 1 9 9] >>");
  orphan.add("<< /T (b) /Parent 4 0 R >>");
  CHECK(names(form_of(orphan)) == Strings{"b.a"});
}

TEST_CASE("a tree as deep as a well ends somewhere") {
  SmallPdf pdf("/AcroForm << /Fields [4 0 R] >>");
  pdf.add(small_page(""));
  for (int i = 5; i < 2000; ++i)
    pdf.add("<< /T (a) /FT /Tx /Kids [" + std::to_string(i) + " 0 R] >>");
  CHECK(form_of(pdf).fields.empty());
}

TEST_CASE("an absurd /Count is not believed") {
  for (const char* count : {"9999999999", "-1", "0", "(x)"}) {
    CAPTURE(count);
    SmallPdf pdf("", "<< /Type /Pages /Kids [3 0 R] /Count " + std::string(count) + " >>");
    pdf.add(small_page(""));
    CHECK(form_of(pdf).pages.size() == 1);
  }
}

TEST_CASE("a page tree that bites its tail is cut there") {
  SmallPdf pdf("", "<< /Type /Pages /Kids [3 0 R 4 0 R 2 0 R] /Count 3 >>");
  pdf.add(small_page(""));
  pdf.add("<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 5 0 R 4 0 R] /Count 3 >>");
  pdf.add("<< /Type /Page /Parent 4 0 R /MediaBox [0 0 9 9] >>");
  const OfficialForm form = form_of(pdf);
  REQUIRE(form.pages.size() == 2);
  CHECK(form.pages[1].size == page::Size{9_pt, 9_pt});
}

TEST_CASE("millions of items that a small file can hold are more than any form has") {
  std::string numbers;
  for (int i = 0; i < 2'000'100; ++i) numbers += "7 ";
  SmallPdf pdf("/X [" + numbers + "]");
  pdf.add(small_page(""));
  CHECK(test::code_of(pdf.bytes()) == "F033");
}

TEST_CASE("absurd numbers are bounded") {
  const OfficialForm form = one_field(
      "/FT /Tx /MaxLen 9223372036854775807 "
      "/Rect [-9223372036854775807 0 99999999999999999999.5 1]",
      "/Rotate 33 /UserUnit 1000000");
  CHECK(form.pages[0].rotation == 0);
  CHECK_FALSE(only(form).max_length);
  CHECK(only(form).widgets.size() == 1);
}

TEST_CASE("a page without a size is as large as readers take it") {
  SmallPdf pdf("");
  pdf.add("<< /Type /Page /Parent 2 0 R >>");
  CHECK(form_of(pdf).pages[0].size == page::Size{612_pt, 792_pt});
}

TEST_CASE("inherited page attributes") {
  SmallPdf pdf("/AcroForm << /Fields [4 0 R] >>",
               "<< /Type /Pages /Kids [3 0 R] /Count 1 /Rotate 90 /MediaBox [0 0 200 100] >>");
  pdf.add("<< /Type /Page /Parent 2 0 R /Annots [4 0 R] >>");
  pdf.add("<< /Subtype /Widget /T (a) /FT /Tx /Rect [10 20 60 30] >>");
  const OfficialForm form = form_of(pdf);
  CHECK(form.pages[0].rotation == 90);
  CHECK(form.pages[0].size == page::Size{100_pt, 200_pt});
  CHECK(only(form).widgets.at(0).box == box(20, 10, 10, 50));
}

TEST_CASE("XFA: beside fields it is told, alone it is refused") {
  CHECK(one_field("/FT /Tx").xfa == Xfa::none);
  CHECK(one_field("/FT /Tx", "", "/XFA [(a) (b)]").xfa == Xfa::hybrid);
  SmallPdf dynamic("/AcroForm << /Fields [] /XFA 4 0 R >>");
  dynamic.add(small_page(""));
  dynamic.add("<< /Length 0 >>\nstream\n\nendstream");
  CHECK(test::code_of(dynamic.bytes()) == "F036");
}

TEST_CASE("signatures, scripts and files inside are told") {
  const OfficialForm plain = one_field("/FT /Sig");
  CHECK_FALSE(plain.is_signed);
  CHECK_FALSE(plain.has_scripts);
  CHECK_FALSE(plain.has_embedded_files);
  CHECK(one_field("/FT /Sig /V << /Type /Sig >>").is_signed);
  CHECK(one_field("/FT /Tx /AA << /K << /S /JavaScript /JS (1) >> >>").has_scripts);
  CHECK(one_field("/FT /Tx", "/AF << /EF << >> >>").has_embedded_files);
}

TEST_CASE("bytes that are no normalised file are an error, never a crash") {
  for (const char* bytes : {"", "%PDF-1.4", "xref\n0 1\n", "%PDF-1.4\nstartxref\n0\n%%EOF"}) {
    const auto form = read_form({.bytes = bytes}, "blank.pdf");
    REQUIRE_FALSE(form);
    CHECK(form.error().front().code == "F031");
  }
}
