// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/letter_data.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/rules.h"

using namespace tongxing;
using namespace tongxing::library;
using model::Letter;
using model::ListTable;
using model::ListValue;
using model::Paragraph;
using model::Part;
using model::PeopleTable;
using model::PersonValue;

namespace {

Result<Letter> letter_from(const std::string& yaml) {
  Sources sources;
  TRY(const data::Document document, data::read("letter.yaml", yaml, sources));
  static model::RuleBook book = test::shipped_rules();
  return decode_letter(LetterId("sample"), document.root, book);
}

Letter shipped_letter(const std::string& id) {
  std::ostringstream text;
  text << std::ifstream(std::filesystem::path(TONGXING_SOURCE_DIR) / "templates" / "letters" /
                        (id + ".yaml"))
              .rdbuf();
  auto letter = letter_from(text.str());
  if (!letter)
    for (const Diagnostic& one : letter.error()) UNSCOPED_INFO(english(one.what));
  REQUIRE(letter);
  return *std::move(letter);
}

const PeopleTable& people_of(const Letter& letter) {
  return std::get<PeopleTable>(letter.blocks.front());
}

bool asks(const Letter& letter, PersonValue value, Part part) {
  for (const auto& row : people_of(letter).rows)
    if (row.value == value)
      return std::find(row.parts.begin(), row.parts.end(), part) != row.parts.end();
  return false;
}

std::string zh_of(const Letter& letter) {
  std::string all;
  for (const auto& block : letter.blocks)
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) all += paragraph->text.zh + "\n";
  for (const auto& note : letter.footer) all += note.zh + "\n";
  return all;
}

}  // namespace

// What the letters must contain: the domain notes, B5.
TEST_CASE("the power of attorney says all it must") {
  const Letter letter = shipped_letter("power-of-attorney");
  CHECK(letter.code == "L-POA");
  CHECK(letter.title == model::Bilingual{"授权委托书", "Power of Attorney"});
  CHECK(letter.copies == 2);
  for (const Part part : {Part::principal, Part::agent})
    for (const PersonValue value : {PersonValue::name, PersonValue::sex, PersonValue::birth_date,
                                    PersonValue::document_number, PersonValue::address,
                                    PersonValue::telephone, PersonValue::relation})
      CHECK(asks(letter, value, part));
  for (const PersonValue value :
       {PersonValue::name, PersonValue::birth_date, PersonValue::document_number,
        PersonValue::birth_certificate_number})
    CHECK(asks(letter, value, Part::child));
  CHECK_FALSE(asks(letter, PersonValue::telephone, Part::child));
  for (const char* said : {"递交", "签署申请表", "缴纳费用", "补充", "领取", "特别授权",
                           "不得转委托", "自签署之日起", "{term_end}", "使领馆公证"}) {
    INFO(said);
    CHECK(zh_of(letter).find(said) != std::string::npos);
  }
  REQUIRE(letter.signatures.size() == 3);
  CHECK(letter.signatures[0].kind == model::Signature::Kind::signature);
  CHECK(letter.signatures[1].kind == model::Signature::Kind::fingerprint);
  CHECK(letter.signatures[2].kind == model::Signature::Kind::date);
  CHECK_FALSE(letter.notary.zh.empty());
  CHECK(letter.status.zh.find("尚未签署") != std::string::npos);
}

TEST_CASE("the same-person statement says all it must") {
  const Letter letter = shipped_letter("same-person");
  CHECK(letter.code == "L-SAME");
  CHECK(letter.title.zh == "同一人声明");
  const auto names =
      std::find_if(letter.blocks.begin(), letter.blocks.end(),
                   [](const auto& block) { return std::holds_alternative<ListTable>(block); });
  REQUIRE(names != letter.blocks.end());
  std::vector<ListValue> columns;
  for (const auto& column : std::get<ListTable>(*names).columns) columns.push_back(column.value);
  CHECK(columns == std::vector<ListValue>{ListValue::spelling, ListValue::document,
                                          ListValue::number, ListValue::issuer, ListValue::issued});
  for (const char* said :
       {"父母或监护人", "同一人", "出入境管理机构", "复印件", "不能代替领事馆出具的同一人证明"}) {
    INFO(said);
    CHECK(zh_of(letter).find(said) != std::string::npos);
  }
  CHECK(letter.instruction.zh.find("公证员") != std::string::npos);
  CHECK(letter.status.en.find("draft") != std::string::npos);
}

TEST_CASE("a note that states a fact says who said so") {
  std::ostringstream text;
  text << std::ifstream(std::filesystem::path(TONGXING_SOURCE_DIR) / "templates" / "sources.yaml")
              .rdbuf();
  Sources files;
  const auto known = data::read("sources.yaml", text.str(), files);
  REQUIRE(known);
  for (const char* id : {"power-of-attorney", "same-person", "nationality-declaration",
                         "guardian-consent", "invitation-letter", "invitation-letter-organisation",
                         "host-letter", "mission-refusal-request"})
    for (const auto& note : shipped_letter(id).footer) {
      INFO(id);
      CHECK_FALSE(note.sources.empty());
      for (const SourceId& source : note.sources) {
        INFO(source.value);
        CHECK(known->root.find(source.value) != nullptr);
      }
    }
}

TEST_CASE("what is wrong with a letter is found when it is loaded") {
  const std::string head =
      "code: L-X\ncopies: 1\ntitle: {zh: 信, en: letter}\nstatus: {zh: 未签, en: unsigned}\n"
      "instruction: {zh: 签, en: sign}\nsignatures: []\n";
  const auto [rest, message] = GENERATE(table<const char*, const char*>({
      {"", "the key 'blocks' is missing"},
      {"blocks:\n  - paragraph: {zh: \"{day}\", en: \"{day}\"}\n",
       "nothing fills the gap 'day' of the zh text"},
      {"with: {day: date}\nblocks: []\n", "no paragraph has a gap for 'day'"},
      {"with: {day: date}\nblocks:\n  - paragraph: {zh: \"{day}\", en: that day}\n",
       "the en text has no gap for 'day'"},
      {"blocks:\n  - people:\n      columns: {child: {zh: 子女, en: child}}\n      rows:\n"
       "        - {value: name, zh: 姓名, en: name, of: [agent]}\n",
       "the table has no column for 'agent'"},
      {"blocks:\n  - people:\n      columns: {uncle: {zh: 舅, en: uncle}}\n      rows: []\n",
       "'uncle' is none of: principal, agent, declarant, child, applicant, father, mother, "
       "guardian, "
       "second_guardian, inviter, host"},
      {"blocks:\n  - list:\n      of: names\n      columns:\n        - {value: colour, zh: 色, en: "
       "colour}\n",
       "'colour' is none of: spelling, document, number, issuer, issued"},
      {"blocks:\n  - list:\n      of: itinerary\n      columns:\n        - {value: issuer, zh: 色, "
       "en: colour}\n",
       "'issuer' is none of: date, city, address, transport"},
      {"blocks:\n  - facts:\n      - {fact: child.shoe_size, zh: 鞋, en: shoes}\n",
       "there is no fact 'child.shoe_size'"},
      {"blocks:\n  - facts:\n      - {truth: rich, zh: 富, en: rich}\n",
       "there is no condition 'rich' in this letter"},
      {"blocks:\n  - paragraph: {zh: 信, en: letter, when: rich}\n",
       "there is no condition 'rich' in this letter"},
      {"conditions: {rich: {fact: child.sex, is: male}}\nblocks: []\n",
       "nothing hangs on the condition 'rich'"},
      {"conditions: {rich: {fact: child.sex, is: blue}}\nblocks:\n  - facts:\n      - {truth: "
       "rich, zh: 富, en: rich}\n",
       "the fact 'child.sex' is never 'blue'"},
      {"blocks: []\nfooter: yes\n", "a list is expected here"},
      {"blocks: []\nsigned: yes\n", "unknown key 'signed'"},
  }));
  INFO(rest);
  const auto letter = letter_from(head + rest);
  REQUIRE_FALSE(letter);
  const bool said =
      std::any_of(letter.error().begin(), letter.error().end(),
                  [&, message = message](const auto& one) { return english(one.what) == message; });
  for (const auto& one : letter.error()) UNSCOPED_INFO(english(one.what));
  CHECK(said);
}
