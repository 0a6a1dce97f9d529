// SPDX-License-Identifier: GPL-3.0-or-later
// The Exit-Entry Permit: which papers, how many. Every number here was typed from DOMAIN.md A3.
#include <catch2/catch.hpp>

#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

struct PaperRow {
  std::string name;
  Changes changes;
  std::string papers;  ///< without those that every case of this city has
};

void check(const std::string& always, const PaperRow& row) {
  INFO(row.name);
  const auto plan = permit_plan(profile_of(changed(plain_family, row.changes)));
  REQUIRE(plan.packets.size() == 1);
  INFO(plan::dump(plan.packets[0]));
  CHECK(papers_of(plan.packets[0]) == words_of(always + ", " + row.papers));
}

const std::string own_hukou = "hukou: {city: shanghai, includes_child: no}";
const std::string no_jzz = "local_residence_permit: no";
const std::string own_wedding =
    "marriage: {status: married, date: 2019-05-20, country: CN, language: zh}";
const std::string certificate = "MILLER EMMA 米艾玛";
const std::string father =
    "    permits: [{kind: residence, valid_until: 2027-05-01}]\n    attends: yes";
const std::string mother = "    settled_abroad_at_birth: no\n    attends: yes";
const std::string no_permits = "previous_permits: none";

}  // namespace

TEST_CASE("Shanghai, first application: the matrix row by row") {
  const std::string always =
      "FORM-CN 1+0, PHOTO 3+0, CH-PP 1+1, CH-BC 1+1, HUKOU 1+1, CP-ID 1+1, FP-PP 1+1, FP-RP 1+1";
  const auto rows = std::vector<PaperRow>{
      {"nothing special", {}, "MARR 1+1"},
      {"hukou elsewhere, valid local residence permit",
       {{own_hukou, "hukou: {city: chengdu, includes_child: no}"},
        {no_jzz, "local_residence_permit: {city: shanghai, valid_until: 2026-11-23}"}},
       "MARR 1+1, CP-JZZ 1+1"},
      {"hukou not told", {{own_hukou, "hukou: {includes_child: no}"}}, "MARR 1+1, CP-JZZ 1+1?"},
      {"certificate not in Chinese",
       {{own_wedding, "marriage: {status: married, date: 2019-05-20, country: US, language: en}"}},
       "MARR 1+1, MARR-TR 1+1, MARR-AUTH 1+1, MARR-NOT 1+1"},
      {"foreign certificate, language not told",
       {{own_wedding, "marriage: {status: married, date: 2019-05-20, country: US}"}},
       "MARR 1+1, MARR-TR 1+1?, MARR-AUTH 1+1?, MARR-NOT 1+1?"},
      {"foreign certificate in Chinese",
       {{own_wedding, "marriage: {status: married, date: 2019-05-20, country: SG, language: zh}"}},
       "MARR 1+1"},
      {"mainland certificate, language not told",
       {{own_wedding, "marriage: {status: married, date: 2019-05-20, country: CN}"}},
       "MARR 1+1"},
      {"names differ, both in Latin letters",
       {{certificate, "SMITH EMMA"}},
       "MARR 1+1, SAME-CONS 1+1, SAME-NOT 1+0~"},
      {"Chinese script against Latin", {{certificate, "米艾玛"}}, "MARR 1+1, SAME-CONS 1+1"},
      {"birth certificate's name not told",
       {{"{document: child-birth-certificate, text: MILLER EMMA 米艾玛}, ", ""}},
       "MARR 1+1, SAME-CONS 1+1?, SAME-NOT 1+0?"},
      {"only Latin letters on both papers",
       {{certificate, "MILLER EMMA"}, {"text: 米艾玛 MILLER EMMA", "text: 'MILLER, EMMA'"}},
       "MARR 1+1, SAME-NOT 1+0~"},
      {"never married", {{own_wedding, "marriage: never"}}, "REL-REPORT 1+1"},
      {"born before the marriage",
       {{own_wedding, "marriage: {status: married, date: 2022-03-19, country: CN, language: zh}"}},
       "MARR 1+1, DNA-AFS 1+1"},
      {"married on the day of birth",
       {{own_wedding, "marriage: {status: married, date: 2022-03-18, country: CN, language: zh}"}},
       "MARR 1+1"},
      {"date of marriage not told",
       {{own_wedding, "marriage: {status: married, country: CN, language: zh}"}},
       "MARR 1+1, DNA-AFS 1+1?"},
      {"divorced: no rule, ask",
       {{own_wedding, "marriage: {status: divorced, date: 2019-05-20, country: CN, language: zh}"}},
       "MARR 1+1?"},
      {"nothing known of the marriage",
       {{own_wedding, "marriage: {}"}},
       "MARR 1+1?, MARR-TR 1+1?, MARR-AUTH 1+1?, MARR-NOT 1+1?, REL-REPORT 1+1?, DNA-AFS 1+1?"},
      {"the father cannot come",
       {{father, "    permits: [{kind: residence, valid_until: 2027-05-01}]\n    attends: no"}},
       "MARR 1+1, POA 1+1"},
      {"neither parent can come",
       {{father, "    permits: [{kind: work, valid_until: 2027-05-01}]\n    attends: no"},
        {mother, "    settled_abroad_at_birth: no\n    attends: no"}},
       "MARR 1+1, POA 1+1, POA 1+1, AGENT-ID 1+1"},
      {"whether the father comes is not known",
       {{father, "    permits: [{kind: residence, valid_until: 2027-05-01}]"}},
       "MARR 1+1, POA 1+1?"},
      {"an earlier travel document is not on the list of a first application",
       {{no_permits, "previous_permits: [{kind: travel-document, on_hand: yes}]"}},
       "MARR 1+1"},
  };
  for (const auto& row : rows) check(always, row);
}

TEST_CASE("Beijing, first application: the matrix row by row") {
  const std::string always =
      "FORM-CN 1+0, PHOTO 1+0, CH-PP 1+1, CH-BC 1+1, HUKOU 1+1, CP-ID 1+1, CP-PP 1+1, FP-PP 1+1";
  auto rows = std::vector<PaperRow>{
      {"nothing special", {}, "MARR 1+1"},
      {"hukou elsewhere",
       {{own_hukou, "hukou: {city: chengdu, includes_child: no}"},
        {no_jzz, "local_residence_permit: {city: beijing, valid_until: 2027-01-01}"}},
       "MARR 1+1, CP-JZZ 1+1"},
      {"not married in China",
       {{own_wedding, "marriage: {status: married, date: 2019-05-20, country: US, language: en}"}},
       "MARR 1+1, MARR-TR 1+1"},
      {"country of the marriage not told",
       {{own_wedding, "marriage: {status: married, date: 2019-05-20}"}},
       "MARR 1+1, MARR-TR 1+1?"},
      {"names differ: Beijing's list is silent", {{certificate, "米艾玛"}}, "MARR 1+1"},
      {"Chinese name newly made",
       {{certificate, "MILLER EMMA"}, {"text: 米艾玛 MILLER EMMA", "text: 'MILLER, EMMA'"}},
       "MARR 1+1, SAME-NOT 1+0~"},
      {"never married", {{own_wedding, "marriage: never"}}, ""},
      {"the father cannot come: not mentioned",
       {{father, "    permits: [{kind: residence, valid_until: 2027-05-01}]\n    attends: no"}},
       "MARR 1+1"},
      {"any earlier document",
       {{no_permits, "previous_permits: [{kind: travel-document, on_hand: yes}]"}},
       "MARR 1+1, CH-PREV 1+1"},
      {"earlier documents not told", {{"    " + no_permits + "\n", ""}}, "MARR 1+1, CH-PREV 1+1?"},
  };
  for (auto& row : rows) {
    row.changes.emplace_back("city: shanghai\nas_of", "city: beijing\nas_of");
    const bool moved = row.name == "hukou elsewhere";
    if (!moved) row.changes.emplace_back(own_hukou, "hukou: {city: beijing, includes_child: no}");
    check(always, row);
  }
}

TEST_CASE("renewal: Shanghai's short list, Beijing's full one") {
  const Changes earlier = {
      {no_permits, "previous_permits: [{kind: exit-entry-permit, on_hand: yes}]"}};
  const auto shanghai = permit_plan(profile_of(changed(plain_family, earlier)));
  REQUIRE(shanghai.packets.size() == 1);
  CHECK(shanghai.packets[0].code == "EEP-RENEW");
  CHECK(papers_of(shanghai.packets[0]) == words_of("FORM-CN 1+0, PHOTO 3+0, CH-PREV 1+1"));
  auto moved = earlier;
  moved.emplace_back("city: shanghai\nas_of", "city: beijing\nas_of");
  moved.emplace_back(own_hukou, "hukou: {city: beijing, includes_child: no}");
  const auto beijing = permit_plan(profile_of(changed(plain_family, moved)));
  REQUIRE(beijing.packets.size() == 1);
  CHECK(papers_of(beijing.packets[0]) ==
        words_of("FORM-CN 1+0, PHOTO 1+0, CH-PP 1+1, CH-BC 1+1, HUKOU 1+1, CP-ID 1+1, CP-PP 1+1, "
                 "FP-PP 1+1, MARR 1+1, CH-PREV 1+1"));
}

TEST_CASE("a city without a source of its own gets the union, marked inferred") {
  for (const char* city : {"shenzhen", "guangzhou", "haikou", "chengdu"}) {
    INFO(city);
    const auto plan = permit_plan(profile_of(
        changed(plain_family,
                {{"city: shanghai\nas_of", std::string("city: ") + city + "\nas_of"},
                 {own_hukou, std::string("hukou: {city: ") + city + ", includes_child: no}"}})));
    REQUIRE(plan.packets.size() == 1);
    CHECK(papers_of(plan.packets[0]) ==
          words_of("FORM-CN 1+0, PHOTO 3+0, CH-PP 1+1, CH-BC 1+1, HUKOU 1+1, CP-ID 1+1, CP-PP 1+1, "
                   "FP-PP 1+1, FP-RP 1+1, MARR 1+1, TICKET 1+0~"));
    for (const auto& line : plan.packets[0].ruling.checklist.lines)
      for (const auto& source : line.sources)
        CHECK(source.certainty >= model::Certainty::third_party);
    const auto advisories = advisories_of(plan.packets[0]);
    CHECK(std::ranges::find(advisories, "W-CITY-UNVERIFIED") != advisories.end());
  }
}
