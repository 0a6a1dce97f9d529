// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/form_data.h"

#include <catch2/catch.hpp>

using namespace tongxing;
using namespace tongxing::library;

namespace {

Result<model::Form> decode(const std::string& sections) {
  Sources sources;
  TRY(const data::Document document,
      data::read("form.yaml",
                 "title: {zh: 表, en: form}\nnotice: {zh: 样本, en: sample}\npages:\n"
                 "  - row_height: 10\n    sections:\n" +
                     sections,
                 sources));
  return decode_form(FormId("F"), document.root);
}

std::string first_fault(const std::string& sections) {
  const auto form = decode(sections);
  REQUIRE_FALSE(form);
  return form.error().front().code + " " + english(form.error().front().what);
}

}  // namespace

TEST_CASE("a table is its heads and its lines, written out") {
  const auto form = decode(R"(
      - title: {zh: 家庭, en: family}
        table:
          list: family
          lines: 2
          height: 12
          columns:
            - {label: {zh: 姓名, en: name}, text: name, width: 100}
            - {label: {zh: 关系, en: relation}, text: relation, width: 74}
)");
  REQUIRE(form);
  const auto& section = form->pages[0].sections[0];
  REQUIRE(section.table);
  CHECK(section.table->list == "family");
  CHECK(section.table->lines == 2);
  REQUIRE(section.rows.size() == 3);
  CHECK(section.rows[0].cells[1].label == model::Bilingual{"关系", "relation"});
  const auto& second = section.rows[2].cells;
  CHECK(section.rows[2].height == Length::mm(12));
  CHECK(second[0].field->value.name == "family.name");
  CHECK(second[0].field->value.line == 1);
  CHECK(second[0].field->value.leads);
  CHECK(second[1].field->value.name == "family.relation");
  CHECK_FALSE(second[1].field->value.leads);
  CHECK(second[1].field->label.zh == "关系");
}

TEST_CASE("several may be ticked, and a text stands behind a choice") {
  const auto form = decode(R"(
      - rows:
          - - choices: visa.occupations
              columns: 2
              options: [{is: a, zh: 甲, en: a}, {is: other, zh: 其他, en: other, span: 2, text: applicant.occupation}]
              width: 174
          - - {number: visa.days, unit: {zh: 天, en: days}, width: 174}
)");
  REQUIRE(form);
  const auto& rows = form->pages[0].sections[0].rows;
  CHECK(rows[0].height == Length::mm(10));
  const auto& choices = *rows[0].cells[0].field;
  CHECK(choices.several);
  CHECK(choices.choices[1].span == 2);
  REQUIRE(choices.choices[1].beside.size() == 1);
  CHECK(choices.choices[1].beside[0].value.name == "applicant.occupation");
  CHECK(choices.choices[1].beside[0].value.optional);
  const auto& number = *rows[1].cells[0].field;
  CHECK(number.kind == model::Field::Kind::number);
  CHECK(number.unit == model::Bilingual{"天", "days"});
  CHECK_FALSE(number.several);
}

TEST_CASE("a form that cannot be drawn is an error") {
  CHECK(first_fault("      - rows: [[{date: applicant.birth_date, width: 47}, {text: \"\", width: "
                    "127}]]\n") == "T110 a date needs 48.00 mm");
  CHECK(
      first_fault("      - table: {list: family, lines: 1, columns: [{label: {zh: 姓名, en: name}, "
                  "text: name, width: 174}]}\n") == "T101 a table needs a title");
  CHECK(
      first_fault("      - title: {zh: 家庭, en: family}\n        table: {list: family, lines: 1, "
                  "columns: [{label: {zh: 姓名, en: name}, text: name, width: 170}]}\n") ==
      "T110 the cells of this row are 170.00 mm wide, the grid 174.00 mm");
}
