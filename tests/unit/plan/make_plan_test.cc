// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/make_plan.h"

#include <catch2/catch.hpp>

#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

std::vector<plan::PartKind> kinds_of(const plan::PacketPlan& packet) {
  std::vector<plan::PartKind> kinds;
  for (const auto& part : packet.parts) kinds.push_back(part.kind);
  return kinds;
}

}  // namespace

TEST_CASE("parts stand in the order of the paper") {
  using enum plan::PartKind;
  const auto known = plan_of(profile_of(plain_family));
  REQUIRE(known.packets.size() == 1);
  CHECK(kinds_of(known.packets[0]) == std::vector{cover, checklist, day, form, letter});
  CHECK(known.missing.empty());
  const auto open = plan_of(profile_of(changed(
      plain_family, {{"2027-05-01}]\n    attends: yes", "2027-05-01}]\n    attends: no"}})));
  REQUIRE(open.packets.size() == 1);
  CHECK(kinds_of(open.packets[0]) ==
        std::vector{cover, checklist, day, questions, form, letter, letter});
  REQUIRE(open.missing.size() == 1);
  CHECK(open.missing[0].fact.value == "people.james.power_of_attorney.signed_in");
}

TEST_CASE("twins get a packet each") {
  auto yaml =
      changed(plain_family,
              {{"  lin:\n", "  tim:\n    roles: [child]\n    birth_date: 2022-03-18\n  lin:\n"}});
  yaml += "requested: [exit-entry-permit-first]\n";
  const auto plan = plan_of(profile_of(yaml));
  REQUIRE(plan.packets.size() == 2);
  CHECK(plan.packets[0].ordinal == 1);
  CHECK(plan.packets[0].ruling.people.applicant.value == "emma");
  CHECK(plan.packets[1].ordinal == 2);
  CHECK(plan.packets[1].ruling.people.applicant.value == "tim");
  CHECK(plan.packets[1].ruling.people.father->value == "james");
}

TEST_CASE("packets stand in the order in which they are done, whatever was asked for first") {
  const auto& book = shipped_rules();
  const auto profile = profile_of(plain_family);
  model::Outcome choice;
  for (const auto& [ordinal, procedure] : std::vector<std::pair<int, const char*>>{
           {2, "permit-to-leave"}, {1, "permit-to-leave"}, {1, "passport-loss-report"}}) {
    model::Case opened{&book,
                       &profile,
                       &book.procedures.at(ProcedureId(procedure)),
                       &book.cities.at(CityId("shanghai")),
                       {},
                       day("2026-11-23"),
                       {},
                       ordinal};
    opened.people.applicant = PersonKey("emma");
    choice.offered.push_back({opened, {}});
  }
  std::vector<std::string> order;
  for (const auto& packet :
       plan::make_plan(profile, book, choice, CityId("shanghai"), day("2026-11-23")).packets)
    order.push_back(packet.code + " " + std::to_string(packet.ordinal));
  CHECK(order == std::vector<std::string>{"LOST-REPORT 1", "EXIT-PERMIT 1", "EXIT-PERMIT 2"});
}

TEST_CASE("equal profiles give equal plans") {
  const auto once = plan::dump(plan_of(profile_of(plain_family)));
  CHECK(once == plan::dump(plan_of(profile_of(plain_family))));
  CHECK_FALSE(once.empty());
}
