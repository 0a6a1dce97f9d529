// SPDX-License-Identifier: GPL-3.0-or-later
// What an applicant inside China asks for, and until when the stay is lawful. Days counted by hand:
// the stay begins on the day after entry (Regulations on foreigners, art. 36).
#include <catch2/catch.hpp>

#include "rules/facts.h"
#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

struct Known {
  std::string value;  ///< of the fact; "?" where it is not known
  std::string asked;  ///< what would settle it
};

Known known(const std::string& fact, const std::string& told) {
  const auto profile = profile_of("people:\n  ann:\n    roles: [applicant]\n" + told);
  const auto& book = shipped_rules();
  const auto opened = rules::open_case(profile, book, book.procedures.begin()->second,
                                       PersonKey("ann"), CityId("shanghai"), day("2026-11-23"));
  REQUIRE(opened);
  const rules::Facts facts(*opened);
  rules::Trace trace;
  const auto value = facts.get(fact, std::nullopt, trace);
  std::string missing;
  for (const auto& path : trace.missing) missing += (missing.empty() ? "" : ", ") + path;
  return {value ? value->text : "?", missing};
}

}  // namespace

TEST_CASE("what is asked for") {
  struct Row {
    std::string told, visa, stay, residence;
  };
  const Row rows[] = {
      {"", "?", "?", "?"},
      {"    visa: {action: extension}\n", "yes", "no", "no"},
      {"    visa: {purpose: tourism}\n", "yes", "no", "no"},
      {"    residence: {category: work}\n", "no", "no", "yes"},
      {"    residence: {months: 12}\n", "no", "no", "yes"},
      {"    stay: crew\n", "no", "yes", "no"},
      {"    stay: {free_until: 2026-12-01}\n", "no", "yes", "no"},
      {"    visa: {action: change}\n    residence: {action: first}\n", "yes", "no", "yes"},
      {"    lost: stolen\n", "no", "no", "no"},
      {"    endorsements: [hk-3m1]\n", "no", "no", "no"},
      {"    study: {work_note: yes}\n", "no", "no", "no"},
      {"    study: {work_note: no}\n", "?", "?", "?"},
  };
  for (const auto& row : rows) {
    INFO(row.told);
    CHECK(known("applicant.asks_for_visa", row.told).value == row.visa);
    CHECK(known("applicant.asks_for_stay", row.told).value == row.stay);
    CHECK(known("applicant.asks_for_residence", row.told).value == row.residence);
  }
  CHECK(known("applicant.asks_for_visa", "").asked == "people.ann.visa.action");
  CHECK(known("applicant.asks_for_stay", "").asked == "people.ann.stay.reason");
  CHECK(known("applicant.asks_for_residence", "").asked == "people.ann.residence.action");
}

TEST_CASE("the last lawful day and the cap on extensions") {
  const auto visa = [](const std::string& days) {
    return "    permits: [{kind: visa, country: CN, entry_date: 2026-11-01, " + days + "}]\n";
  };
  const std::string free = "    permits: none\n    stay: {reason: visa-free, free_until: ";
  struct Row {
    std::string told, ends, overstayed, left;
  };
  const Row rows[] = {
      // 30 days from 2 November: 2 November to 1 December.
      {visa("stay_days: 30, extended_days: 0"), "2026-12-01", "no", "30"},
      {visa("stay_days: 22, extended_days: 0"), "2026-11-23", "no", "22"},
      {visa("stay_days: 21, extended_days: 0"), "2026-11-22", "yes", "21"},
      {visa("stay_days: 21, extended_days: 1"), "2026-11-23", "no", "20"},
      // More than art. 14 allows was given already: no day is left, never fewer than none.
      {visa("stay_days: 21, extended_days: 25"), "2026-12-17", "no", "0"},
      {visa("stay_days: 30"), "?", "?", "?"},
      {"    permits: [{kind: residence, country: CN, valid_until: 2026-11-23}]\n", "2026-11-23",
       "no", "?"},
      {"    permits: [{kind: stay, country: CN, valid_until: 2026-11-22}]\n", "2026-11-22", "yes",
       "?"},
      {free + "2026-11-23}\n", "2026-11-23", "no", "?"},
      {free + "2026-11-22}\n", "2026-11-22", "yes", "?"},
      {"    permits: none\n    stay: visa-free\n", "?", "?", "?"},
  };
  for (const auto& row : rows) {
    INFO(row.told);
    CHECK(known("applicant.stay_ends", row.told).value == row.ends);
    CHECK(known("applicant.overstayed", row.told).value == row.overstayed);
    CHECK(known("applicant.extension_left", row.told).value == row.left);
  }
  CHECK(known("applicant.overstayed", "    permits: none\n    stay: visa-free\n").asked ==
        "people.ann.stay.free_until");
}

TEST_CASE("months of residence and the age of the health certificate") {
  struct Row {
    std::string months, year, three;
  };
  const Row rows[] = {{"11", "no", "no"},
                      {"12", "yes", "no"},
                      {"35", "yes", "no"},
                      {"36", "yes", "yes"},
                      {"60", "yes", "yes"}};
  for (const auto& row : rows) {
    INFO(row.months);
    const auto told = "    residence: {months: " + row.months + "}\n";
    CHECK(known("applicant.residence_year", told).value == row.year);
    CHECK(known("applicant.residence_three_years", told).value == row.three);
  }
  CHECK(known("applicant.residence_three_years", "").asked == "people.ann.residence.months");
  const auto issued = [](const std::string& on) {
    return known("applicant.health_expired", "    health_certificate: {issued: " + on + "}\n")
        .value;
  };
  CHECK(issued("2026-05-23") == "no");  // six months to the day
  CHECK(issued("2026-05-22") == "yes");
}

TEST_CASE("one of several papers at hand is enough for a line that asks for one of them") {
  const auto proof = [](const std::string& papers) {
    const auto plan =
        plan_of(profile_of("case: TX-4\nrequested: [LOST-REPORT]\ncity: shanghai\npeople:\n  ann: "
                           "{roles: [applicant], "
                           "nationalities: [DE], in_mainland_china: yes, lost: stolen" +
                           papers + "}\n"));
    for (const auto& line : plan.packets.at(0).ruling.checklist.lines) {
      if (line.document.value == "identity-evidence") return line.held;
    }
    return model::Holding{};
  };
  CHECK(proof("").satisfied == model::Verdict::unknown);
  CHECK(proof(", papers: {passport-copy: no}").satisfied == model::Verdict::unknown);
  const auto licence = proof(", papers: {driving-licence: {held: yes, valid_until: 2030-05-01}}");
  CHECK(licence.satisfied == model::Verdict::yes);
  CHECK(licence.valid_until == day("2030-05-01"));
  CHECK(proof(", papers: {passport-copy: no, entry-ticket: yes}").satisfied == model::Verdict::yes);
}

TEST_CASE("two readings of an age are explained to those whom they concern") {
  // Regulations, art. 19 (1): "over 60" in the translation, from 60 on practice pages.
  const auto explained = [](const std::string& born) {
    const auto plan = plan_of(profile_of(
        "case: TX-5\nrequested: [RP-EXT]\ncity: shanghai\nas_of: 2026-11-23\npeople:\n  ann: "
        "{roles: [applicant], nationalities: [DE], in_mainland_china: yes" +
        born + "}\n"));
    for (const auto& note : plan.packets.at(0).ruling.checklist.notes) {
      if (note.id.value == "D21") return true;
    }
    return false;
  };
  CHECK(explained(", birth_date: 1966-11-23"));
  CHECK_FALSE(explained(", birth_date: 1966-11-24"));
  CHECK_FALSE(explained(""));
}

TEST_CASE("what a province allows is told to those who file there, and to nobody else") {
  const auto family = [](const std::string& city, const std::string& asked,
                         const std::string& told) {
    return plan_of(
        profile_of("case: TX-1\ncity: " + city + "\nas_of: 2026-11-23\nrequested: [" + asked +
                   "]\npeople:\n  ann:\n    roles: [applicant]\n    nationalities: [FR]\n    "
                   "in_mainland_china: yes\n" +
                   told));
  };
  struct Row {
    std::string asked, told;
  };
  const Row rows[] = {
      {"P-VISA-REISSUE", "    visa: {action: reissue}\n"},
      {"RP-WORK", "    residence: {action: first, category: work}\n"},
      {"RP-EXT",
       "    residence: {action: extension, category: work}\n"
       "    permits: [{kind: residence, country: CN, valid_until: 2026-12-23}]\n"},
      {"EXIT-PERMIT", "    lost: {cause: lost, mission_can_reissue: no}\n"},
  };
  const auto choice = "any office in the province that takes visa-document applications";
  for (const auto& row : rows) {
    for (const std::string city : {"haikou", "shanghai"}) {
      INFO(row.asked << " " << city);
      const auto plan = family(city, row.asked, row.told);
      REQUIRE(plan.packets.size() == 1);
      int said = 0;
      for (const auto& one : plan.packets[0].ruling.information) {
        const auto& english = shipped_rules().phrases.at(one.text.id).en;
        said += english.find(choice) != std::string::npos ? 1 : 0;
      }
      CHECK(said == (city == "haikou" ? 1 : 0));
    }
  }
}
