// SPDX-License-Identifier: GPL-3.0-or-later
// A remark is no more certain than its own source, whatever the line or place it stands at.
#include <catch2/catch.hpp>

#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

/// "source certainty" of the remark that begins so; empty: there is none.
std::string source_of(const std::vector<model::Statement>& remarks, const std::string& beginning) {
  for (const auto& one : remarks) {
    if (!shipped_rules().phrases.at(one.text.id).en.starts_with(beginning)) continue;
    REQUIRE(one.sources.size() == 1);
    const auto certainty = one.sources[0].certainty;
    return one.sources[0].source.value + (certainty == model::Certainty::reported ? " reported"
                                          : certainty == model::Certainty::third_party
                                              ? " third-party"
                                              : " other");
  }
  return {};
}

}  // namespace

TEST_CASE("a remark keeps the source and the certainty that are its own") {
  const auto visa = plan_of(profile_of(
      "case: TX-1\nas_of: 2026-11-23\nrequested: [V-M]\npeople:\n  a: {roles: [applicant], "
      "nationalities: [DE], in_mainland_china: no, visa: {purpose: business}}\n"));
  REQUIRE(visa.packets.size() == 1);
  for (const auto& line : visa.packets[0].ruling.checklist.lines) {
    if (line.document.value != "applicant-passport") continue;
    CHECK(line.sources[0].certainty == model::Certainty::official);
    CHECK(source_of(line.remarks, "usually six months") == "visa-practice-pages third-party");
  }
  const auto abroad = plan_of(profile_of(
      changed(plain_family, {{"in_mainland_china: yes", "in_mainland_china: no"},
                             {"birth_place: {country: CN}", "birth_place: {country: US}"}})));
  REQUIRE(abroad.packets.size() == 1);
  const auto& ruling = abroad.packets[0].ruling;
  CHECK(abroad.packets[0].code == "TD-FIRST");
  CHECK(source_of(ruling.presence.remarks, "a first application may need a video interview") ==
        "beijing-post-comments reported");
  CHECK(source_of(ruling.presence.remarks, "By a page on one consular district") ==
        "travel-document-name-page third-party");
  CHECK(source_of(ruling.place->remarks, "the Foreign Ministry’s office in Hong Kong") ==
        "beijing-post-comments reported");
}
