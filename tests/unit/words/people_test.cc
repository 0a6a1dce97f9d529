// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/people.h"

#include <catch2/catch.hpp>

using namespace tongxing;
using namespace tongxing::words;

namespace {

/// A profile of one person with these facts about the name.
model::Profile profile(const std::vector<std::pair<std::string, std::string>>& facts) {
  model::Profile made;
  made.people.push_back({PersonKey("emma"), {"child"}, {}});
  for (const auto& [rest, text] : facts) {
    model::Fact fact;
    fact.text = text;
    made.facts.emplace(model::fact_path(PersonKey("emma"), "name." + rest), fact);
  }
  return made;
}

}  // namespace

TEST_CASE("a name is what the profile says, part by part") {
  const auto names = people(profile({{"zh.surname", "米"},
                                     {"zh.given", "艾玛"},
                                     {"latin.surname", "Miller"},
                                     {"latin.given", "Emma"},
                                     {"latin.middle", "Rose"},
                                     {"pinyin.surname", "MI"},
                                     {"pinyin.given", "AIMA"},
                                     {"native", "عمر"}}));
  const PersonName& emma = names.at(PersonKey("emma"));
  CHECK(emma.chinese == NameParts{"米", "艾玛"});
  CHECK(emma.latin == NameParts{"Miller", "Emma Rose"});
  CHECK(emma.pinyin == NameParts{"MI", "AIMA"});
  CHECK(emma.native == "عمر");
  CHECK_FALSE(emma.pinyin_derived);
}

TEST_CASE("pinyin is derived only where that is asked for") {
  const PersonKey emma("emma");
  const auto asked = person_name(
      profile({{"zh.surname", "吕"}, {"zh.given", "艾玛"}, {"pinyin.from", "derive"}}), emma);
  CHECK(asked.pinyin == NameParts{"LYU", "AIMA"});
  CHECK(asked.pinyin_derived);
  const auto silent = person_name(profile({{"zh.surname", "吕"}, {"zh.given", "艾玛"}}), emma);
  CHECK(silent.pinyin.empty());
}

TEST_CASE("a given spelling is never changed") {
  // Passports issued before 2012 kept LV or LU; the document is the truth.
  const auto name = person_name(profile({{"zh.surname", "吕"},
                                         {"zh.given", "艾玛"},
                                         {"pinyin.surname", "LV"},
                                         {"pinyin.given", "AI MA"},
                                         {"pinyin.from", "derive"}}),
                                PersonKey("emma"));
  CHECK(name.pinyin == NameParts{"LV", "AI MA"});
  CHECK_FALSE(name.pinyin_derived);
}

TEST_CASE("what cannot be spelled without guessing stays empty") {
  const auto name =
      person_name(profile({{"zh.surname", "覃"}, {"zh.given", "艾玛"}, {"pinyin.from", "derive"}}),
                  PersonKey("emma"));
  CHECK(name.pinyin.empty());
  CHECK_FALSE(name.pinyin_derived);
}

TEST_CASE("a person with one name, and one without any") {
  CHECK(cover_name(person_name(profile({{"latin.given", "Suharto"}}), PersonKey("emma"))).first ==
        "SUHARTO");
  CHECK(cover_name(person_name(profile({}), PersonKey("emma"))).first.empty());
  CHECK(person_name(profile({{"latin.middle", "Rose"}}), PersonKey("emma")).latin.given == "Rose");
}
