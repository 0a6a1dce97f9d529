// SPDX-License-Identifier: GPL-3.0-or-later
// When a procedure is offered to somebody who asked for none, and how far a guide is believed
// elsewhere.
#include <catch2/catch.hpp>

#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

const model::Refusal* refusal(const plan::FamilyPlan& plan, std::string_view code) {
  for (const auto& one : plan.refused) {
    if (one.procedure_code == code) return &one;
  }
  return nullptr;
}

std::string reason(const plan::FamilyPlan& plan, std::string_view code) {
  const auto* one = refusal(plan, code);
  return one ? one->reasons.front().id : "offered";
}

}  // namespace

TEST_CASE("the first reason that holds is the one that is said") {
  const auto abroad = changed(plain_family, {{"in_mainland_china: yes", "in_mainland_china: no"}});
  const auto renew = changed(
      abroad,
      {{"previous_permits: none", "previous_permits: [{kind: travel-document, on_hand: yes}]"}});
  const auto open = changed(abroad, {{"    previous_permits: none\n", ""}});
  struct Row {
    const char* what;
    std::string profile;
    const char* first;
    const char* renew;
  };
  const Row rows[] = {
      {"in the mainland", plain_family, "travel-document-first.offer.no",
       "travel-document-renew.offer.no"},
      {"abroad, none before", abroad, "offered", "travel-document-renew.offer.2.no"},
      {"abroad, one before", renew, "travel-document-first.offer.2.no", "offered"},
      {"abroad, not told", open, "offered", "travel-document-renew.offer.2.unknown"},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    const auto plan = plan_of(profile_of(row.profile));
    CHECK(reason(plan, "TD-FIRST") == row.first);
    CHECK(reason(plan, "TD-RENEW") == row.renew);
  }
}

TEST_CASE("nobody is asked about a loss that nobody spoke of") {
  const auto plan = plan_of(profile_of("case: TX-2\npeople:\n  a: {roles: [applicant]}\n"));
  const auto* report = refusal(plan, "LOST-REPORT");
  REQUIRE(report);
  CHECK(report->eligible == model::Verdict::no);
  CHECK(report->reasons.front().id == "passport-loss-report.offer.no");
  CHECK(report->questions.empty());
  // Told of, the open gates come first again.
  const auto lost =
      plan_of(profile_of("case: TX-2\npeople:\n  a: {roles: [applicant], lost: stolen}\n"));
  REQUIRE(refusal(lost, "LOST-REPORT"));
  CHECK(refusal(lost, "LOST-REPORT")->eligible == model::Verdict::unknown);
  CHECK_FALSE(refusal(lost, "LOST-REPORT")->questions.empty());
}

TEST_CASE("a guide for the whole country is believed in every city, a city's guide in that city") {
  const auto certainty = [](const char* code, const char* city) {
    const auto plan = plan_of(profile_of(
        std::string("case: TX-3\nrequested: [") + code + "]\ncity: " + city +
        "\npeople:\n  a: {roles: [applicant], nationalities: [DE], in_mainland_china: yes, lost: "
        "{cause: lost, mission_can_reissue: no}}\n"));
    return plan.packets.at(0).ruling.checklist.lines.at(0).sources.at(0).certainty;
  };
  CHECK(certainty("EXIT-PERMIT", "chengdu") == model::Certainty::published_guide);
  CHECK(certainty("EXIT-PERMIT", "shanghai") == model::Certainty::published_guide);
  const auto elsewhere =
      plan_of(profile_of(changed(plain_family, {{"\ncity: shanghai\n", "\ncity: chengdu\n"}})));
  for (const auto& line : elsewhere.packets.at(0).ruling.checklist.lines) {
    INFO(line.document.value);
    CHECK(line.sources.at(0).certainty > model::Certainty::published_guide);
  }
}
