// SPDX-License-Identifier: GPL-3.0-or-later
// Each advisory of the permit has a family that raises it; the plain family raises none of them.
#include <catch2/catch.hpp>
#include <set>

#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

struct Row {
  std::string advisory;  ///< with ! where it blocks
  std::string name;
  Changes changes;
};

const std::string trip =
    "trip: {destination: US, depart: 2026-12-10, return: 2027-01-10, frequent: no}";
const std::string wedding =
    "marriage: {status: married, date: 2019-05-20, country: CN, language: zh}";
const std::string hukou = "hukou: {city: shanghai, includes_child: no}";
const std::string filed = "as_of: 2026-11-23";
const std::pair<std::string, std::string> beijing = {"city: shanghai\nas_of",
                                                     "city: beijing\nas_of"};
const std::pair<std::string, std::string> to_beijing = {
    hukou, "hukou: {city: beijing, includes_child: no}"};
const std::pair<std::string, std::string> no_father = {"2027-05-01}]\n    attends: yes",
                                                       "2027-05-01}]\n    attends: no"};

const std::vector<Row>& raising() {
  static const std::vector<Row> rows = {
      {"W-CITY-UNVERIFIED", "Haikou", {{"city: shanghai\nas_of", "city: haikou\nas_of"}}},
      {"W-NOT-LOCAL!",
       "registered elsewhere, no local permit",
       {{hukou, "hukou: {city: chengdu, includes_child: no}"}}},
      {"W-NOT-LOCAL!",
       "the local permit ended the day before",
       {{hukou, "hukou: {city: chengdu, includes_child: no}"},
        {"local_residence_permit: no",
         "local_residence_permit: {city: shanghai, valid_until: 2026-11-22}"}}},
      {"W-NOT-LOCAL!",
       "a permit of another city",
       {{hukou, "hukou: {city: chengdu, includes_child: no}"},
        {"local_residence_permit: no",
         "local_residence_permit: {city: beijing, valid_until: 2027-11-22}"}}},
      {"W-CHILD-ON-HUKOU!", "on the child's own answer", {{"    hukou: no\n", "    hukou: yes\n"}}},
      {"W-CHILD-ON-HUKOU!",
       "on the mother's register",
       {{"    hukou: no\n", ""}, {"includes_child: no", "includes_child: yes"}}},
      {"W-CN-PASSPORT!",
       "both passports",
       {{"passports: [{country: US, number: \"567890123\", valid_until: 2030-01-01}]",
         "passports: [{country: US, valid_until: 2030-01-01}, {country: CN}]"}}},
      {"W-DEST-CONFLICT!", "a third country", {{"destination: US", "destination: TH"}}},
      {"W-DEST-CONFLICT!", "Hong Kong", {{"destination: US", "destination: HK"}}},
      {"W-DEST-CONFLICT!",
       "Macao on the way",
       {{"destination: US", "destination: US, other_destinations: [MO]"}}},
      {"W-NAME-MISMATCH!", "Chinese against Latin", {{"MILLER EMMA 米艾玛", "米艾玛"}}},
      {"W-NAME-MISMATCH",
       "Beijing only warns",
       {beijing, to_beijing, {"MILLER EMMA 米艾玛", "米艾玛"}}},
      {"W-APOSTILLE!",
       "an American certificate",
       {{wedding, "marriage: {status: married, date: 2019-05-20, country: US, language: en}"}}},
      {"W-BORN-BEFORE-MARRIAGE!",
       "by a day",
       {{wedding, "marriage: {status: married, date: 2022-03-19, country: CN, language: zh}"}}},
      {"W-BORN-BEFORE-MARRIAGE",
       "Beijing only warns",
       {beijing,
        to_beijing,
        {wedding, "marriage: {status: married, date: 2022-03-19, country: CN, language: zh}"}}},
      {"W-OUT-OF-WEDLOCK!", "never married", {{wedding, "marriage: never"}}},
      {"W-PARENT-ABSENT!", "the father", {no_father}},
      {"W-PARENT-ABSENT", "Beijing only warns", {beijing, to_beijing, no_father}},
      {"W-CHILD-MUST-ATTEND",
       "16 in Shanghai",
       {{"birth_date: 2022-03-18", "birth_date: 2010-11-23"}}},
      {"W-CHILD-MUST-ATTEND", "Beijing at any age", {beijing, to_beijing}},
      // DOMAIN.md A3 rule 5: 13 days abroad, and the permit is dead on the way back.
      {"W-VALIDITY-3M!",
       "back after three months from filing",
       {{trip, "trip: {destination: US, depart: 2027-02-20, return: 2027-03-05, frequent: no}"}}},
      {"W-VALIDITY-3M!",
       "leaves after it, return not told",
       {{trip, "trip: {destination: US, depart: 2027-03-01, frequent: no}"}}},
      {"W-USE-TD",
       "back too late",
       {{trip, "trip: {destination: US, depart: 2027-02-20, return: 2027-03-05, frequent: no}"}}},
      {"W-USE-TD", "frequent travel", {{"frequent: no", "frequent: yes"}}},
      {"W-READY-AFTER-DEPARTURE!",
       "the day before it is ready",
       {{"depart: 2026-12-10", "depart: 2026-12-01"}}},
      {"W-READY-AFTER-DEPARTURE!",
       "on the day, but it comes by courier",
       {{"depart: 2026-12-10", "depart: 2026-12-02"},
        {"delivery: pickup", "delivery: {collection: courier, address: 上海}"}}},
      {"W-PASSPORT-EXPIRY",
       "ends before the return",
       {{"\"567890123\", valid_until: 2030-01-01", "\"567890123\", valid_until: 2027-01-09"}}},
      {"W-EXPIRED-DOC!",
       "the child's passport, ended yesterday",
       {{"\"567890123\", valid_until: 2030-01-01", "\"567890123\", valid_until: 2026-11-22"}}},
      {"W-HOLIDAY-TABLE-MISSING",
       "seven days into 2027",
       {{filed, "as_of: 2026-12-25"},
        {trip, "trip: {destination: US, depart: 2027-01-20, return: 2027-02-10, frequent: no}"}}},
      {"W-MISSING-FACT", "no telephone number", {{"contact: {phone: \"13000000000\"}\n", ""}}},
      {"W-ID-CHECKSUM", "a digit wrong", {{"310100198807040025", "310100198807040024"}}},
      {"W-ID-SEX",
       "digit 17 says female",
       {{"    settled_abroad_at_birth: no", "    sex: male\n    settled_abroad_at_birth: no"}}},
      {"W-ID-DOB",
       "another birthday",
       {{"    settled_abroad_at_birth: no",
         "    birth_date: 1988-07-05\n    settled_abroad_at_birth: no"}}},
  };
  return rows;
}

/// Neighbours that must not raise it.
const std::vector<Row>& silent() {
  static const std::vector<Row> rows = {
      {"W-NOT-LOCAL!",
       "a local permit on its last day",
       {{hukou, "hukou: {city: chengdu, includes_child: no}"},
        {"local_residence_permit: no",
         "local_residence_permit: {city: shanghai, valid_until: 2026-11-23}"}}},
      {"W-NOT-LOCAL!",
       "hukou elsewhere, permit not told",
       {{hukou, "hukou: {city: chengdu, includes_child: no}"},
        {"    local_residence_permit: no\n", ""}}},
      {"W-DEST-CONFLICT!", "destination not told", {{"destination: US, ", ""}}},
      {"W-APOSTILLE!",
       "Hong Kong: another attestation",
       {{wedding, "marriage: {status: married, date: 2019-05-20, country: HK, language: en}"}}},
      {"W-APOSTILLE!",
       "Beijing wants a translation only",
       {beijing,
        to_beijing,
        {wedding, "marriage: {status: married, date: 2019-05-20, country: US, language: en}"}}},
      {"W-BORN-BEFORE-MARRIAGE!",
       "on the day of birth",
       {{wedding, "marriage: {status: married, date: 2022-03-18, country: CN, language: zh}"}}},
      {"W-VALIDITY-3M!",
       "back on the last day",
       {{trip, "trip: {destination: US, depart: 2027-02-20, return: 2027-02-23, frequent: no}"}}},
      {"W-READY-AFTER-DEPARTURE!",
       "on the day it is ready",
       {{"depart: 2026-12-10", "depart: 2026-12-02"}}},
      {"W-PASSPORT-EXPIRY",
       "ends on the day of the return",
       {{"\"567890123\", valid_until: 2030-01-01", "\"567890123\", valid_until: 2027-01-10"}}},
      {"W-EXPIRED-DOC!",
       "the last day is a day",
       {{"\"567890123\", valid_until: 2030-01-01", "\"567890123\", valid_until: 2026-11-23"}}},
      {"W-CHILD-MUST-ATTEND", "15", {{"birth_date: 2022-03-18", "birth_date: 2010-11-24"}}},
      {"W-PARENT-ABSENT!", "not told", {{"2027-05-01}]\n    attends: yes", "2027-05-01}]"}}},
      {"W-CHILD-ON-HUKOU!", "not told", {{"    hukou: no\n", ""}, {", includes_child: no", ""}}},
  };
  return rows;
}

std::vector<std::string> raised(const Changes& changes) {
  const auto plan = permit_plan(profile_of(changed(plain_family, changes)));
  REQUIRE(plan.packets.size() == 1);
  auto list = advisories_of(plan.packets[0]);
  std::erase(list, "W-OBSOLETE");  // the sources of this permit grow old whatever the family
  return list;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::ranges::find(list, one) != list.end();
}

}  // namespace

TEST_CASE("the plain family is warned of nothing") {
  CHECK(raised({}).empty());
}

TEST_CASE("each advisory is raised by the family that it is for") {
  for (const auto& row : raising()) {
    INFO(row.advisory << ": " << row.name);
    CHECK(has(raised(row.changes), row.advisory));
  }
}

TEST_CASE("and not by the family next door") {
  for (const auto& row : silent()) {
    INFO(row.advisory << ": " << row.name);
    const auto found = raised(row.changes);
    CHECK_FALSE(has(found, row.advisory));
  }
}

TEST_CASE("every advisory that a rule of the permit names is tried here") {
  std::set<std::string> tried, named;
  for (const auto& row : raising()) tried.insert(row.advisory.substr(0, row.advisory.find('!')));
  for (const auto& [id, procedure] : permit_rules().procedures)
    for (const auto& rule : procedure.advisories) named.insert(rule.code.value);
  for (const auto& [id, city] : permit_rules().cities)
    for (const auto& [procedure, local] : city.procedures)
      for (const auto& rule : local.advisories) named.insert(rule.code.value);
  for (const auto& code : named) {
    INFO(code);
    CHECK(tried.contains(code));
  }
}

TEST_CASE(
    "authentication: the route of the issuing country, and never an apostille for Hong Kong") {
  struct Seen {
    std::string name, marriage, filed, options, route;
  };
  const std::string member =
      "the issuing country is a member: an apostille, in use since 2023-11-07";
  const std::string either =
      "an apostille where the issuing country is a member, since 2023-11-07; else by the Chinese "
      "mission there";
  const std::string mission = "by the Chinese mission in the issuing country";
  const std::string both = "apostille consular-authentication ";
  const auto rows = std::vector<Seen>{
      {"a member", "country: US, language: en", "2026-11-23", "", member},
      {"its first day", "country: US, language: en", "2023-11-07", "", member},
      {"the day before", "country: US, language: en", "2023-11-06", "", mission},
      {"not known to be one: both routes", "country: EG, language: ar", "2026-11-23", both, either},
      {"the day before, not known to be one", "country: EG, language: ar", "2023-11-06", "",
       mission},
      {"country not told", "language: en", "2026-11-23", both, either},
      {"country not told, the day before", "language: en", "2023-11-06", "", mission},
      {"legalised by the mission already",
       "country: US, language: en, authentication: {method: consular}", "2026-11-23", both, either},
      {"Hong Kong", "country: HK, language: en", "2026-11-23", "",
       "issued in Hong Kong, Macao or Taiwan: ask the office which attestation it takes"},
  };
  for (const auto& row : rows) {
    INFO(row.name);
    const auto plan = permit_plan(profile_of(
        changed(plain_family,
                {{wedding, "marriage: {status: married, date: 2019-05-20, " + row.marriage + "}"},
                 {filed, "as_of: " + row.filed}})));
    REQUIRE(plan.packets.size() == 1);
    const auto& list = plan.packets[0].ruling.checklist;
    std::string options, remarks;
    for (const auto& line : list.lines) {
      if (line.document.value != "marriage-certificate-authentication") continue;
      for (const auto& option : line.options) options += option.document.value + " ";
      for (const auto& remark : line.remarks)
        remarks += shipped_rules().phrases.at(remark.text.id).en;
    }
    CHECK(options == row.options);
    CHECK(remarks == row.route);
    // What an apostille replaces is no question before there is one.
    int open = 0;
    for (const auto& one : list.unstated) {
      open += shipped_rules().phrases.at(one.id).en.find("with an apostille") != std::string::npos;
    }
    CHECK(open ==
          (row.filed < "2023-11-07" || row.name == "Hong Kong" || row.name == "country not told"
               ? 0
               : 1));
  }
}

TEST_CASE("nothing we print tells a family what to answer") {
  for (const auto& [id, text] : shipped_rules().phrases) {
    INFO(id << ": " << text.en);
    for (const char* word :
         {"tell them", "say that you", "third country", "pretend", "better to say"})
      CHECK(text.en.find(word) == std::string::npos);
    for (const char* word : {"第三国", "谎", "建议填写", "就说"})
      CHECK(text.zh.find(word) == std::string::npos);
  }
}
