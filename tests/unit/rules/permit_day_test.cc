// SPDX-License-Identifier: GPL-3.0-or-later
// The Exit-Entry Permit: who comes, where, when, for how much, with which letters. Typed from
// DOMAIN.md A3.
#include <catch2/catch.hpp>

#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

plan::PacketPlan packet(const Changes& changes) {
  auto plan = permit_plan(profile_of(changed(plain_family, changes)));
  REQUIRE(plan.packets.size() == 1);
  return plan.packets[0];
}

std::string names(const std::vector<PersonKey>& people) {
  std::string out;
  for (const auto& one : people) out += (out.empty() ? "" : " ") + one.value;
  return out;
}

const Changes in_beijing = {{"city: shanghai\nas_of", "city: beijing\nas_of"},
                            {"hukou: {city: shanghai", "hukou: {city: beijing"}};
const std::pair<std::string, std::string> grown = {"birth_date: 2022-03-18",
                                                   "birth_date: 2010-11-23"};
const std::pair<std::string, std::string> nearly = {"birth_date: 2022-03-18",
                                                    "birth_date: 2010-11-24"};
const std::pair<std::string, std::string> earlier = {
    "previous_permits: none", "previous_permits: [{kind: exit-entry-permit, on_hand: yes}]"};
const std::pair<std::string, std::string> father_absent = {"2027-05-01}]\n    attends: yes",
                                                           "2027-05-01}]\n    attends: no"};
const std::pair<std::string, std::string> no_mother = {"birth: no\n    attends: yes",
                                                       "birth: no\n    attends: no"};

const std::pair<std::string, std::string> by_name = {"delivery: pickup",
                                                     "requested: [EEP-FIRST]\ndelivery: pickup"};

Changes operator+(Changes a, const Changes& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace

TEST_CASE("who comes") {
  struct Row {
    std::string name;
    Changes changes;
    std::string must, one_of, represented;
    model::Verdict child;
  };
  using enum model::Verdict;
  const auto rows = std::vector<Row>{
      {"Shanghai, first: both parents, a small child need not", {}, "james lin", "", "", no},
      {"Shanghai, 16 on the filing day: must", {grown}, "james lin emma", "", "", yes},
      {"Shanghai, 16 the day after: need not", {nearly}, "james lin", "", "", no},
      {"Shanghai, age not told",
       {{"    birth_date: 2022-03-18\n", ""}, by_name},
       "james lin",
       "",
       "",
       unknown},
      {"Shanghai, the father absent", {father_absent}, "lin", "", "james", no},
      {"Shanghai, both absent", {father_absent, no_mother}, "", "", "james lin", no},
      {"Shanghai, renewal: one parent", {earlier}, "", "james lin", "", no},
      {"Shanghai, renewal, the father absent", {earlier, father_absent}, "lin", "", "", no},
      {"Beijing: the child must, parents not stated", in_beijing, "emma", "", "", yes},
      {"Beijing, 16: must", in_beijing + Changes{grown}, "emma", "", "", yes},
      {"Beijing, renewal: not stated", in_beijing + Changes{earlier}, "emma", "", "", yes},
  };
  for (const auto& row : rows) {
    INFO(row.name);
    const auto presence = packet(row.changes).ruling.presence;
    CHECK(names(presence.must) == row.must);
    CHECK(names(presence.one_of) == row.one_of);
    CHECK(names(presence.represented) == row.represented);
    CHECK(presence.applicant == row.child);
  }
}

TEST_CASE("fee, dates, validity, place, flow") {
  const auto shanghai = packet({}).ruling;
  CHECK(shanghai.fee.currency == "CNY");
  CHECK(shanghai.fee.authority == 15);
  CHECK(shanghai.fee.courier == 0);
  CHECK(shanghai.fee.courier_offer == 15);
  CHECK(shanghai.fee.total == 15);
  REQUIRE(shanghai.dates.ready);
  CHECK(shanghai.dates.ready->iso() == "2026-12-02");
  CHECK(shanghai.dates.latest->iso() == "2026-12-08");
  REQUIRE(shanghai.validity);
  CHECK(shanghai.validity->months == 3);
  CHECK(shanghai.validity->entries == 1);
  REQUIRE(shanghai.place);
  CHECK(shipped_rules().phrases.at(shanghai.place->name.id).zh == "民生路1500号");
  CHECK(shanghai.steps.size() == 6);
  REQUIRE(shanghai.photo);
  CHECK(shanghai.photo->prints == 3);

  const auto courier =
      packet({{"delivery: pickup", "delivery: {collection: courier, address: 上海}"}}).ruling;
  CHECK(courier.fee.courier == 15);
  CHECK(courier.fee.total == 30);
  CHECK(courier.steps.size() == 7);

  const auto there = packet(in_beijing).ruling;
  CHECK(there.fee.total == 15);
  CHECK_FALSE(there.fee.courier_offer);
  CHECK(there.dates.ready->iso() == "2026-12-02");
  CHECK(there.validity->months == 3);
  CHECK(there.photo->prints == 1);
  CHECK(shipped_rules().phrases.at(there.place->name.id).zh == "出入境管理部门");

  const auto away =
      packet({{"hukou: {city: shanghai", "hukou: {location: 成都, city: chengdu"}}).ruling;
  CHECK(shipped_rules().phrases.at(away.place->name.id).zh == "户籍地出入境");
}

TEST_CASE("the limit is never before the usual day") {
  const auto holidays = packet({{"as_of: 2026-11-23", "as_of: 2026-02-09"}}).ruling.dates;
  CHECK(holidays.ready->iso() == "2026-02-25");
  CHECK(holidays.latest->iso() == "2026-02-25");
}

TEST_CASE("letters") {
  struct Row {
    std::string name;
    Changes changes;
    std::string letters;
  };
  const std::pair<std::string, std::string> differ = {"MILLER EMMA 米艾玛", "米艾玛"};
  const auto rows = std::vector<Row>{
      {"the statement on nationality", {}, "L-NAT lin emma x1;"},
      {"the father to the mother", {father_absent}, "L-POA james lin x2;L-NAT lin emma x1;"},
      {"the mother to the father", {no_mother}, "L-POA lin james x2;L-NAT james emma x1;"},
      {"both, to nobody known",
       {father_absent, no_mother},
       "L-POA james x2;L-POA lin x2;L-NAT emma x1;"},
      {"both, to the agent, who declares nothing",
       {father_absent, no_mother, {"marriage: {", "  hong: {roles: [agent]}\nmarriage: {"}},
       "L-POA james hong x2;L-POA lin hong x2;L-NAT emma x1;"},
      {"the power of attorney is signed already",
       {father_absent, {"marriage: {", "    papers: {power-of-attorney: yes}\nmarriage: {"}},
       "L-NAT lin emma x1;"},
      {"names differ", {differ}, "L-SAME lin emma x1;L-NAT lin emma x1;"},
      {"something to explain",
       {{"marriage: {", "situation: 我们想说明一件事\nmarriage: {"}},
       "L-NAT lin emma x1;L-SITU lin emma x1;"},
      {"Beijing knows of no power of attorney", in_beijing + Changes{father_absent},
       "L-NAT lin emma x1;"},
      {"Shanghai's renewal asks for neither", {earlier, father_absent, differ}, ""},
  };
  for (const auto& row : rows) {
    INFO(row.name);
    std::string found;
    for (const auto& part : packet(row.changes).parts) {
      if (part.kind != plan::PartKind::letter) continue;
      found += part.code + " " + names(part.subjects) + " x" + std::to_string(part.copies) + ";";
    }
    CHECK(found == row.letters);
  }
}
