// SPDX-License-Identifier: GPL-3.0-or-later
// Raw bytes → safe bytes, or a refusal that says why.
#include "foreign/normalise.h"

#include "foreign/rewrite.h"
#include "unit/foreign/read.h"

using namespace tongxing;
using foreign::normalise;
using foreign::Normaliser;
using test::SmallPdf;

namespace {

SmallPdf one_page() {
  SmallPdf pdf("");
  pdf.add(test::small_page(""));
  return pdf;
}

Normaliser answering(ChildRun answer) {
  return {.program = "helper", .run = [answer](const ChildProgram&, std::string_view) {
            return Result<ChildRun>(answer);
          }};
}

std::string code(const Normaliser& normaliser) {
  const auto file = normalise("%PDF-1.4", "blank.pdf", normaliser);
  return file ? "" : file.error().front().code;
}

}  // namespace

TEST_CASE("equal input gives equal bytes, and twice normalised is once normalised") {
  const std::string raw = one_page().bytes();
  const auto first = normalise(raw, "blank.pdf", test::normaliser);
  const auto second = normalise(raw, "blank.pdf", test::normaliser);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->bytes == second->bytes);
  CHECK_FALSE(first->was_encrypted);
  CHECK_FALSE(first->was_repaired);
  CHECK(first->bytes.find("\nxref\n") != std::string::npos);
  CHECK(first->bytes == foreign::rewrite(raw).bytes);
}

TEST_CASE("what is no PDF, or none any more, is refused") {
  CHECK(test::code_of("") == "F030");
  CHECK(test::code_of("family: wang\n") == "F030");
  CHECK(test::code_of(std::string(100'000, '\0')) == "F030");
  CHECK(test::code_of("%PDF-1.7\n") == "F031");
  const std::string raw = one_page().bytes();
  CHECK(test::code_of(raw.substr(0, raw.find("2 0 obj"))) == "F031");
  SmallPdf no_page("", "<< /Type /Pages /Kids [] /Count 0 >>");
  CHECK(test::code_of(no_page.bytes()) == "F031");
}

TEST_CASE("a wrong cross-reference table is repaired, and that is told") {
  std::string raw = one_page().bytes();
  raw.replace(raw.find("startxref\n") + 10, 3, "999");
  const auto file = normalise(raw, "blank.pdf", test::normaliser);
  REQUIRE(file);
  CHECK(file->was_repaired);
}

TEST_CASE("annotations and fields that stand inside others get numbers") {
  SmallPdf pdf("/AcroForm << /Fields [ << /FT /Tx /T (a) /Kids [ << /T (b) >> ] >> ] >>");
  pdf.add(test::small_page("<< /Subtype /Widget /FT /Tx /T (c) /Rect [1 1 9 9] >>"));
  const auto form = test::form_of(pdf);
  REQUIRE(form.fields.size() == 2);
  CHECK(form.fields[0].name == "a.b");
  CHECK(form.fields[0].object != 0);
  CHECK(form.fields[1].name == "c");
  REQUIRE(form.fields[1].widgets.size() == 1);
  CHECK(form.fields[1].widgets[0].object == form.fields[1].object);
}

TEST_CASE("how the helper ends decides what is said") {
  using End = ChildRun::End;
  CHECK(code(answering({End::out_of_time, 0, ""})) == "F033");
  CHECK(code(answering({End::too_much_output, 0, "0 0 0\n%PDF"})) == "F033");
  CHECK(code(answering({End::killed, 11, ""})) == "F031");
  CHECK(code(answering({End::exited, 1, ""})) == "F035");
  CHECK(code(answering({End::exited, 0, ""})) == "F035");
  CHECK(code(answering({End::exited, 0, "0 0 0"})) == "F035");
  CHECK(code(answering({End::exited, 0, "x 0 0\n"})) == "F035");
  CHECK(code(answering({End::exited, 0, "9 0 0\n"})) == "F035");
  CHECK(code(answering({End::exited, 0, "1 0 0\n"})) == "F030");
  CHECK(code(answering({End::exited, 0, "2 0 0\n"})) == "F031");
  CHECK(code(answering({End::exited, 0, "3 0 0\n"})) == "F032");
  CHECK(code(answering({End::exited, 0, "4 0 0\n"})) == "F033");
  const auto file = normalise("", "blank.pdf", answering({End::exited, 0, "0 1 1\n%PDF-1.7"}));
  REQUIRE(file);
  CHECK(file->bytes == "%PDF-1.7");
  CHECK(file->was_encrypted);
  CHECK(file->was_repaired);
  CHECK(code({.program = "no/such/program"}) == "F034");
}
