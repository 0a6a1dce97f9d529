// SPDX-License-Identifier: GPL-3.0-or-later
// The samples read without an error, and doubt only what they mean to show.
#include <catch2/catch.hpp>
#include <filesystem>

#include "support/profiles.h"

using namespace tongxing;
using namespace tongxing::test;

TEST_CASE("every sample is a profile with a README") {
  std::size_t samples = 0;
  for (const auto& folder : std::filesystem::directory_iterator(TONGXING_SOURCE_DIR "/samples")) {
    const auto file = folder.path() / "profile.yaml";
    if (!std::filesystem::exists(file)) continue;
    ++samples;
    INFO(file.string());
    CHECK(std::filesystem::exists(folder.path() / "README.md"));
    Sources sources;
    const auto profile = read_profile("profile.yaml", slurp(file.string()), sources);
    if (!profile) FAIL(describe(profile.error(), sources));
    CHECK_FALSE(profile->case_ref.empty());
    CHECK(profile->as_of);
    CHECK(profile->repairs.empty());
    std::string found;
    for (const auto& advisory : profile->advisories)
      found += advisory.code.value + " " + advisory.path + "\n";
    CHECK(found == "");
  }
  CHECK(samples >= 13);
}

TEST_CASE("the Miller sample says what its README says, and leaves open what is not known") {
  Sources sources;
  const auto profile = read_profile(
      "profile.yaml", slurp(TONGXING_SOURCE_DIR "/samples/miller-shanghai/profile.yaml"), sources);
  REQUIRE(profile);
  CHECK(profile->case_ref == "TX-2026-00017");
  CHECK(profile->with_role("applicant") == std::vector{PersonKey("emma")});
  CHECK(profile->find("people.emma.passports.0.number")->text == "567890123");
  CHECK(profile->find("people.xiaowen.hukou.city")->text == "chengdu");
  CHECK(profile->find("people.xiaowen.local_residence_permit.held")->yes_no() == true);
  CHECK(profile->find("people.james.attends")->yes_no() == false);
  CHECK(profile->count("people.emma.previous_permits") == 0);
  for (const auto* unknown :
       {"people.emma.hukou.registered", "people.xiaowen.hukou.includes_child",
        "people.james.passports.0.number", "people.james.passports.0.valid_until",
        "people.james.power_of_attorney.signed_in", "people.james.birth_date", "marriage.place",
        "trip.destination", "delivery.collection"}) {
    INFO(unknown);
    REQUIRE(shipped_schema().find(unknown));
    CHECK_FALSE(profile->find(unknown));
  }
}
