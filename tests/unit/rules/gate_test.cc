// SPDX-License-Identifier: GPL-3.0-or-later
// The nationality gate (DOMAIN.md A0) and the choice between first application and renewal.
#include <catch2/catch.hpp>

#include "model/derived.h"
#include "rules/facts.h"
#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

std::string reasons(const model::Refusal& refusal) {
  std::string out;
  for (const auto& one : refusal.reasons) out += one.id + "\n";
  return out;
}

const std::pair<std::string, std::string> abroad = {"birth_place: {country: CN}",
                                                    "birth_place: {country: US}"};
const std::pair<std::string, std::string> settled = {"settled_abroad_at_birth: no",
                                                     "settled_abroad_at_birth: yes"};
const std::pair<std::string, std::string> settled_unknown = {"    settled_abroad_at_birth: no\n",
                                                             ""};
const std::pair<std::string, std::string> both_foreign = {
    "nationalities: [{country: CN, at_birth: yes}]\n    national_id: \"310100198807040025\"",
    "nationalities: [{country: US, at_birth: yes}]"};
const std::string foreign =
    "nationalities: [{country: US, at_birth: yes}]\n    eligible_nationalities: none";
const std::string child_passport =
    "passports: [{country: US, number: \"567890123\", valid_until: 2030-01-01}]";

}  // namespace

TEST_CASE("the gate: who is offered a permit, who is not, and why") {
  struct Row {
    std::string name;
    Changes changes;
    std::string offered;   ///< codes
    model::Verdict first;  ///< of the refusal of EEP-FIRST; yes: there is none
    std::string reason;    ///< of it
  };
  using enum model::Verdict;
  const auto rows = std::vector<Row>{
      {"N1 and N5: born here, one parent Chinese, foreign passport", {}, "EEP-FIRST", yes, ""},
      {"N2: born abroad, the Chinese parent not settled there", {abroad}, "EEP-FIRST", yes, ""},
      {"N3: born abroad, settled, foreign from birth",
       {abroad, settled},
       "",
       no,
       "chinese-by-birth"},
      {"N2 or N3: settled abroad not told",
       {abroad, settled_unknown},
       "",
       unknown,
       "chinese-by-birth.unknown"},
      {"born abroad, settled, but the foreign nationality came later",
       {abroad,
        settled,
        {foreign,
         "nationalities: [{country: US, at_birth: no, since: 2025}]\n    eligible_nationalities: "
         "none"}},
       "EEP-FIRST",
       yes,
       ""},
      {"N4: both parents foreign", {both_foreign}, "", no, "parent-chinese"},
      {"N5b: could claim a nationality, has none",
       {{foreign,
         "nationalities: [{country: CN, at_birth: yes}]\n    eligible_nationalities: [US]"},
        {child_passport, "passports: none"}},
       "",
       unknown,
       "holds-foreign-passport"},
      {"N5, but no foreign passport yet, which the list asks for",
       {{child_passport, "passports: none"}},
       "",
       unknown,
       "holds-foreign-passport"},
      {"N6: no foreign nationality, and none to claim",
       {{foreign,
         "nationalities: [{country: CN, at_birth: yes}]\n    eligible_nationalities: none"},
        {child_passport, "passports: none"}},
       "",
       no,
       "holds-foreign-nationality"},
      {"N7: 18 on the filing day",
       {{"birth_date: 2022-03-18", "birth_date: 2008-11-23"}},
       "",
       no,
       "minor"},
      {"18 the day after",
       {{"birth_date: 2022-03-18", "birth_date: 2008-11-24"}},
       "EEP-FIRST",
       yes,
       ""},
      {"outside the mainland",
       {{"in_mainland_china: yes", "in_mainland_china: no"}},
       "",
       no,
       "in-mainland"},
      {"whether in the mainland is not told",
       {{"    in_mainland_china: yes\n", ""}},
       "EEP-FIRST",
       yes,
       ""},
      {"born in Hong Kong: no source settles it",
       {{"birth_place: {country: CN}", "birth_place: {country: HK}"}, settled},
       "",
       unknown,
       "chinese-by-birth.unknown"},
  };
  for (const auto& row : rows) {
    INFO(row.name);
    const auto plan = permit_plan(profile_of(changed(plain_family, row.changes)));
    INFO(plan::dump(plan));
    std::string offered;
    for (const auto& packet : plan.packets) offered += packet.code;
    CHECK(offered == row.offered);
    auto found = yes;
    for (const auto& refusal : plan.refused) {
      if (refusal.procedure_code != "EEP-FIRST") continue;
      found = refusal.eligible;
      CHECK(refusal.code.value == "W-NOT-ELIGIBLE");
      CHECK(reasons(refusal).find("eligible." + row.reason + "\n") != std::string::npos);
      CHECK(reasons(refusal).find("whom_to_ask") != std::string::npos);
    }
    CHECK(found == row.first);
  }
}

TEST_CASE("an open gate asks its question") {
  const auto plan = permit_plan(profile_of(changed(plain_family, {abroad, settled_unknown})));
  REQUIRE(plan.missing.size() == 1);
  CHECK(plan.missing[0].fact.value == "people.lin.settled_abroad_at_birth");
  CHECK(plan.missing[0].decides == std::vector<std::string>{"EEP-FIRST", "EEP-RENEW"});
  CHECK(plan.missing[0].answer == model::Answer::yes_no);
  CHECK(plan.missing[0].role == model::Role::mother);
}

TEST_CASE("first or renewal") {
  struct Row {
    std::string permits, offered;
  };
  const auto rows = std::vector<Row>{
      {"previous_permits: none", "EEP-FIRST"},
      {"previous_permits: [{kind: exit-entry-permit}]", "EEP-RENEW"},
      {"previous_permits: [{kind: travel-document}]", "EEP-FIRST"},
      {"alive: yes", "EEP-FIRST"},  // not told: the full list, and the question
  };
  for (const auto& row : rows) {
    INFO(row.permits);
    const auto plan =
        permit_plan(profile_of(changed(plain_family, {{"previous_permits: none", row.permits}})));
    REQUIRE(plan.packets.size() == 1);
    CHECK(plan.packets[0].code == row.offered);
    if (row.permits != "alive: yes") continue;
    REQUIRE(plan.refused.size() == 1);
    CHECK(plan.refused[0].eligible == model::Verdict::unknown);
    REQUIRE(plan.refused[0].questions.size() == 1);
    CHECK(plan.refused[0].questions[0].fact.value == "people.emma.previous_permits.0.kind");
  }
}

TEST_CASE("a procedure asked for by name is refused only on a plain no") {
  const std::string asked = "\nrequested: [exit-entry-permit-first]\n";
  const std::string little = "city: shanghai\npeople:\n  kim:\n    roles: [child]\n";
  const auto open = permit_plan(profile_of(little + asked));
  REQUIRE(open.packets.size() == 1);
  CHECK(open.refused.empty());
  // Nothing is known, so nothing is left out for what is not known.
  for (const auto& line : open.packets[0].ruling.checklist.left_out) {
    INFO(line.document.value);
    CHECK((line.reason.id.find("not_asked") != std::string::npos));
  }
  const auto grown = permit_plan(profile_of(little + "    birth_date: 2000-01-01\n" + asked));
  CHECK(grown.packets.empty());
  REQUIRE(grown.refused.size() == 1);
  CHECK(grown.refused[0].eligible == model::Verdict::no);
}

TEST_CASE("before our rules begin there is a reason, not a list") {
  const auto plan =
      permit_plan(profile_of(changed(plain_family, {{"as_of: 2026-11-23", "as_of: 2018-12-31"}})));
  CHECK(plan.packets.empty());
  REQUIRE_FALSE(plan.refused.empty());
  CHECK(plan.refused[0].code.value == "W-RULE-NOT-IN-FORCE");
}

TEST_CASE("a profile that cannot be a case says so") {
  const auto said = [](const std::string& yaml) {
    const auto profile = profile_of(yaml);
    const auto choice =
        rules::choose(profile, shipped_rules(), CityId("shanghai"), day("2026-11-23"));
    REQUIRE_FALSE(choice);
    return choice.error().front().code;
  };
  CHECK(said("people: {lin: {roles: [mother]}}") == "C001");
  CHECK(said("people: {a: {roles: [child]}, b: {roles: [father]}, c: {roles: [father]}}") ==
        "C002");
  CHECK(said("people: {a: {roles: [child]}}\nrequested: [visa-to-the-moon]") == "C003");
}

TEST_CASE("every derived fact can be worked out, whatever is known") {
  for (const std::string& yaml : {plain_family, std::string("people: {kim: {roles: [child]}}\n")}) {
    const auto profile = profile_of(yaml);
    const auto& book = shipped_rules();
    const auto opened =
        rules::open_case(profile, book, book.procedures.begin()->second,
                         profile.with_role("child").front(), CityId("shanghai"), day("2026-11-23"));
    REQUIRE(opened);
    const rules::Facts facts(*opened);
    for (const auto& fact : model::derived_facts()) {
      INFO(fact.path);
      rules::Trace trace;
      const auto value = facts.get(fact.path, opened->people.father, trace);
      if (value) CHECK(value->type == fact.type);
      if (value) CHECK(trace.missing.empty());
      for (const auto& path : trace.missing) CHECK(book.schema.find(path) != nullptr);
    }
  }
}
