// SPDX-License-Identifier: GPL-3.0-or-later
// What the visas issued abroad look at beside the cases of tests/cases/v-*: the passport (pages on
// visa practice: six months, two blank pages), the onward ticket (Regulations on foreigners, art. 7
// (4)), and whose invitation it is.
#include <catch2/catch.hpp>

#include "rules/facts.h"
#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

const std::string ann =
    "as_of: 2026-11-23\npeople:\n  ann:\n    roles: [applicant]\n    nationalities: [BR]\n"
    "    in_mainland_china: no\n    declarations: {refused: no}\n";

std::string value(const std::string& fact, const std::string& told) {
  const auto profile = profile_of(ann + told);
  const auto& book = shipped_rules();
  const auto opened = rules::open_case(profile, book, book.procedures.begin()->second,
                                       PersonKey("ann"), CityId("other"), day("2026-11-23"));
  REQUIRE(opened);
  rules::Trace trace;
  const auto found = rules::Facts(*opened).get(fact, std::nullopt, trace);
  CHECK(found.has_value() == trace.missing.empty());
  return found ? found->text : "?";
}

const model::Requirement& line(const plan::FamilyPlan& plan, std::string_view document) {
  REQUIRE(plan.packets.size() == 1);
  const auto& lines = plan.packets[0].ruling.checklist.lines;
  const auto found =
      std::ranges::find(lines, document, [](const auto& one) { return one.document.value; });
  REQUIRE(found != lines.end());
  return *found;
}

}  // namespace

TEST_CASE("six months and two blank pages") {
  struct Row {
    std::string passport, short_of_time, short_of_pages;
  };
  const Row rows[] = {
      {"{country: BR, valid_until: 2027-05-22, blank_pages: 0}", "yes", "yes"},
      {"{country: BR, valid_until: 2027-05-23, blank_pages: 1}", "no", "yes"},
      {"{country: BR, valid_until: 2027-05-24, blank_pages: 2}", "no", "no"},
      {"{country: BR}", "?", "?"},
  };
  for (const auto& row : rows) {
    INFO(row.passport);
    const auto told = "    passports: [" + row.passport + "]\n";
    CHECK(value("applicant.passport_short", told) == row.short_of_time);
    CHECK(value("applicant.pages_short", told) == row.short_of_pages);
  }
  CHECK(value("applicant.pages_short", "") == "?");
}

TEST_CASE("an onward ticket does with its date and its seat") {
  using model::Verdict;
  const std::pair<std::string, Verdict> rows[] = {
      {"", Verdict::unknown},
      {", onward: {date: 2026-12-20}", Verdict::unknown},
      {", onward: {seat_confirmed: yes}", Verdict::unknown},
      {", onward: {seat_confirmed: no}", Verdict::no},
      {", onward: {date: 2026-12-20, seat_confirmed: no}", Verdict::no},
      {", onward: {date: 2026-12-20, seat_confirmed: yes}", Verdict::yes},
  };
  for (const auto& [told, held] : rows) {
    INFO(told);
    const auto plan =
        plan_of(profile_of("case: T\n" + ann + "    visa: {purpose: transit" + told + "}\n"));
    CHECK(line(plan, "onward-ticket").held.satisfied == held);
  }
}

TEST_CASE("where nobody else invites, the one who is visited does") {
  const std::string visit = "case: T\n" + ann + "    visa: {purpose: family-visit, days: 30}\n";
  const std::string host =
      "  hugo: {roles: [host], nationalities: [FR], permits: none, relation: spouse}\n";
  const std::string inviter = "  ines: {roles: [inviter], nationalities: [FR], permits: none}\n";
  CHECK(line(plan_of(profile_of(visit + host)), "invitation-letter").whose == PersonKey("hugo"));
  CHECK(line(plan_of(profile_of(visit + host + inviter)), "invitation-letter").whose ==
        PersonKey("ines"));
}

TEST_CASE("the one who is visited is the host, and the inviter where nobody is the host") {
  const std::string host = "  hugo: {roles: [host], nationalities: [FR], relation: spouse}\n";
  const std::string inviter = "  chen: {roles: [inviter], nationalities: [CN], relation: parent}\n";
  CHECK(value("visited.relation", host) == "spouse");
  CHECK(value("visited.relation", inviter) == "parent");
  CHECK(value("visited.relation", inviter + host) == "spouse");
  CHECK(value("visited.chinese", inviter) == "yes");
  CHECK(value("visited.chinese", inviter + host) == "no");
  CHECK(value("visited.chinese", "") == "?");
}
