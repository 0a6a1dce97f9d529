// SPDX-License-Identifier: GPL-3.0-or-later
// From the words beside a box to a fact, and how sure that is; with the words that we ship.
#include "forms/guess.h"

#include <fstream>
#include <iterator>
#include <set>

#include "forms/starter_map.h"
#include "unit/forms/maps.h"

using namespace tongxing;
using namespace tongxing::forms;
using foreign::FieldType;

namespace {

std::string shipped(const std::string& name) {
  std::ifstream file(std::string(TONGXING_SOURCE_DIR) + "/templates/" + name);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

const Vocabulary& vocabulary() {
  static const Vocabulary words = [] {
    Sources sources;
    auto read = decode_vocabulary(test::yaml(shipped("labels.yaml"), sources));
    if (!read) FAIL(english(read.error().front().what));
    return *std::move(read);
  }();
  return words;
}

foreign::Field text_field(const std::string& name) {
  foreign::Field field;
  field.name = name;
  return field;
}

Guess of(std::string_view label, FieldType type = FieldType::text) {
  foreign::Field field = text_field("f1");
  field.type = type;
  return guess(field, label, vocabulary());
}

}  // namespace

TEST_CASE("words are folded") {
  CHECK(fold("  Date of Birth (MM/DD/YYYY): ") == "date of birth mm dd yyyy");
  CHECK(fold("Pt1Line2_FamilyName") == "pt 1 line 2 family name");
  CHECK(fold("E-mail") == "e mail");
  CHECK(fold("出生日期：（年月日）") == "出生日期 年月日");
  CHECK(fold("") == "");
  CHECK(fold("Mother’s name") == "mother s name");
}

TEST_CASE("what a label asks for") {
  struct Row {
    const char* label;
    const char* path;
    double confidence;
  };
  const std::vector<Row> rows = {
      {"Date of birth", "people.applicant.birth_date", 0.95},
      {"Date of Birth (mm/dd/yyyy)", "people.applicant.birth_date", 0.95},
      {"1. Family Name (Last Name)", "people.applicant.name.latin.surname", 0.8},
      {"Father's date of birth", "people.father.birth_date", 0.95},
      {"Mother's Family Name", "people.mother.name.latin.surname", 0.95},
      {"父亲出生日期", "people.father.birth_date", 0.95},
      {"护照号码", "people.applicant.passports.0.number", 0.95},
      {"Passport Number", "people.applicant.passports.0.number", 0.95},
      {"Your daytime telephone number", "people.applicant.phone", 0.95},
      {"Preparer's email address", "people.agent.email", 0.95},
      {"first entry", "people.applicant.name.latin.given", 0.5},
      {"Emergency contact telephone number", "people.applicant.emergency_contact.phone", 0.95},
      {"Last name, first name", "people.applicant.name.latin.surname", 0.8 * 0.75},
      {"Employer telephone number", "people.applicant.employer.phone", 0.95},
  };
  for (const Row& row : rows) {
    CAPTURE(row.label);
    CHECK(of(row.label).path == row.path);
    CHECK(of(row.label).confidence == Approx(row.confidence));
  }
  for (const char* nothing : {"", "Total", "Signature", "reference", "unisexual", "Amount due"}) {
    CAPTURE(nothing);
    CHECK(of(nothing).path == "");
  }
}

TEST_CASE("tooltip and name speak too, the surest counts") {
  foreign::Field field = text_field("form1[0].#subform[0].Pt1Line3_DateOfBirth[0]");
  CHECK(guess(field, "", vocabulary()).path == "people.applicant.birth_date");
  field.tooltip = "Enter the mother's passport number";
  const Guess both = guess(field, "3.", vocabulary());
  CHECK(both.path == "people.mother.passports.0.number");
  CHECK(both.confidence >= 0.8);
  field.tooltip = "District";
  CHECK(guess(field, "Date of birth", vocabulary()).confidence == Approx(0.95 * 0.75));
}

TEST_CASE("what cannot hold the answer is not guessed") {
  CHECK(of("Date of birth", FieldType::checkbox).path == "");
  CHECK(of("Date of birth", FieldType::radio).path == "");
  CHECK(of("Sex", FieldType::radio).is_choice);
  CHECK(of("Sex", FieldType::radio).path == "people.applicant.sex");
  CHECK(of("Signature", FieldType::signature).path == "");
}

TEST_CASE("each fact that is guessed is one of the schema") {
  const std::string schema = shipped("schema.yaml");
  std::set<std::string> phrases;
  for (const FactWords& fact : vocabulary().facts) {
    CAPTURE(fact.fact);
    CHECK(schema.find("\n  people.*." + fact.fact + ":") != std::string::npos);
    CHECK_FALSE(fact.phrases.empty());
    for (const std::string& phrase : fact.phrases) {
      CAPTURE(phrase);
      CHECK_FALSE(phrase.empty());
      CHECK(phrases.insert(phrase).second);
    }
  }
}

TEST_CASE("a vocabulary that is none") {
  Sources sources;
  const auto faults = [&](const std::string& text) {
    return test::faults(decode_vocabulary(test::yaml(text, sources)), sources);
  };
  CHECK(faults("facts:\n  - {fact: sex}\n") == "M001 2\n");
  CHECK(faults("facts:\n  - {fact: sex, words: [sex], colour: red}\n") == "M001 2\n");
  CHECK(faults("- 1\n") == "M001 1\n");
}

TEST_CASE("a starter map can be read as a map, and says what it is not sure of in comments") {
  foreign::OfficialForm form;
  form.pages.resize(1);
  for (const char* name :
       {"Date of birth", "Last name", "Total\" \\ due: #1", "Last name (2)", "go"}) {
    foreign::Field field = text_field(name);
    foreign::Widget widget;
    widget.box.at.y = Length::mm(static_cast<double>(form.fields.size()) * 10);
    field.widgets = {widget};
    form.fields.push_back(field);
  }
  form.fields[0].tooltip = "Date\nof birth";
  form.fields[4].type = FieldType::button;
  const std::string text = starter_map({"I-1", "abc", form, {}}, vocabulary());
  CHECK(text.find(
            "\n  - { field: \"Date of birth\", value: people.applicant.birth_date }  # 0.95\n") !=
        std::string::npos);
  CHECK(text.find("\n  # - { field: \"Last name\", value: people.applicant.name.latin.surname }  # "
                  "0.71\n") != std::string::npos);
  CHECK(text.find("\n  # - \"go\"\n") != std::string::npos);
  const auto map = test::map_of(text);
  REQUIRE(map);
  REQUIRE(map->entries.size() == 1);
  CHECK(map->entries[0].field == "Date of birth");
  REQUIRE(map->blank);
  CHECK(map->blank->sha256 == "abc");
  REQUIRE(map->blank->fields.size() == 5);
  CHECK(map->blank->fields[2].name == form.fields[2].name);
}

TEST_CASE("a starter map without anything sure is a map all the same") {
  foreign::OfficialForm form;
  form.pages.resize(1);
  form.fields = {text_field("xyz")};
  const auto map = test::map_of(starter_map({"I-1", "abc", form, {}}, vocabulary()));
  REQUIRE(map);
  CHECK(map->entries.empty());
}
