// SPDX-License-Identifier: GPL-3.0-or-later
// Who is who: Nationality Law art. 4 and 5, as far as a profile can tell.
#include "rules/nationality.h"

#include <string>

#include "rules/days.h"
#include "rules/derived.h"

namespace tongxing::rules {
namespace {

using model::Profile;
using model::Verdict;

std::string element(const PersonKey& person, std::string_view list, std::size_t index,
                    std::string_view rest) {
  return model::fact_path(person, std::string(list) + "." + std::to_string(index) +
                                      (rest.empty() ? "" : ".") + std::string(rest));
}

const model::Fact* look(const Profile& profile, std::string path, Trace& trace) {
  const auto* fact = profile.find(path);
  if (fact) trace.saw(std::move(path));
  return fact;
}

/// Was this entry of the list of nationalities held on `day`?
Verdict held_on(const Profile& profile, const PersonKey& person, std::size_t index, Date day,
                Trace& trace) {
  const auto at = [&](std::string_view rest) {
    return look(profile, element(person, "nationalities", index, rest), trace);
  };
  const Days that_day{day, day};
  if (const auto* until = at("until"); until && until->partial_date()) {
    const auto ended = is_before(days_of(*until->partial_date()), that_day);
    if (ended == Verdict::unknown) trace.missed(element(person, "nationalities", index, "until"));
    if (ended != Verdict::no) return !ended;
  }
  if (const auto* since = at("since"); since && since->partial_date()) {
    const auto later = is_before(that_day, days_of(*since->partial_date()));
    if (later == Verdict::unknown) trace.missed(element(person, "nationalities", index, "since"));
    return !later;
  }
  const auto* at_birth = at("at_birth");
  const auto* how = at("how");
  const bool acquired = (at_birth && at_birth->yes_no() == false) ||
                        (how && (how->text == "naturalisation" || how->text == "marriage"));
  if (!acquired) return Verdict::yes;
  trace.missed(element(person, "nationalities", index, "since"));
  return Verdict::unknown;
}

}  // namespace

Verdict has_nationality(const Profile& profile, const PersonKey& person, Whether wanted, Date day,
                        Trace& trace) {
  const auto count = profile.count(model::fact_path(person, "nationalities"));
  if (!count) {
    trace.missed(element(person, "nationalities", 0, "country"));
    return Verdict::unknown;
  }
  auto result = Verdict::no;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto* country = look(profile, element(person, "nationalities", i, "country"), trace);
    if (!country) {
      trace.missed(element(person, "nationalities", i, "country"));
      result = either(result, Verdict::unknown);
    } else if ((country->text == "CN") == (wanted == Whether::chinese) &&
               (wanted == Whether::chinese || is_foreign(country->text))) {
      result = either(result, held_on(profile, person, i, day, trace));
    }
  }
  return result;
}

Verdict has_passport(const Profile& profile, const PersonKey& person, Whether wanted,
                     Trace& trace) {
  const auto count = profile.count(model::fact_path(person, "passports"));
  if (!count) {
    trace.missed(element(person, "passports", 0, "country"));
    return Verdict::unknown;
  }
  auto result = Verdict::no;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto* country = look(profile, element(person, "passports", i, "country"), trace);
    if (!country) {
      trace.missed(element(person, "passports", i, "country"));
      result = either(result, Verdict::unknown);
    } else if (wanted == Whether::chinese ? country->text == "CN" : is_foreign(country->text)) {
      result = Verdict::yes;
    }
  }
  return result;
}

Verdict is_chinese(const Profile& profile, const PersonKey& person, Date day, Trace& trace) {
  Trace asked;
  const auto told = has_nationality(profile, person, Whether::chinese, day, asked);
  if (told != Verdict::unknown) {
    trace.add(asked);
    return told;
  }
  if (look(profile, model::fact_path(person, "national_id"), trace)) return Verdict::yes;
  const auto* hukou = look(profile, model::fact_path(person, "hukou.registered"), trace);
  if (hukou && hukou->yes_no() == true) return Verdict::yes;
  Trace passports;
  if (has_passport(profile, person, Whether::chinese, passports) == Verdict::yes) {
    trace.add(passports);
    return Verdict::yes;
  }
  trace.add(asked);
  return Verdict::unknown;
}

bool is_foreign(std::string_view country) {
  return country != "CN" && country != "HK" && country != "MO" && country != "TW";
}

namespace {

/// Is the Chinese nationality of this person told as one that began or ended?
bool changed(const Profile& profile, const PersonKey& person) {
  const auto count = profile.count(model::fact_path(person, "nationalities")).value_or(0);
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = [&](std::string_view rest) {
      return profile.find(element(person, "nationalities", i, rest));
    };
    if (const auto* country = at("country"); country && country->text != "CN") continue;
    const auto* at_birth = at("at_birth");
    const bool from_birth = at_birth && at_birth->yes_no() == true;
    if (at("since") || at("until") || at("how") || (at_birth && !from_birth)) return true;
  }
  return false;
}

/// Was this parent a Chinese citizen when the child was born?
Verdict chinese_at_birth(const Facts& facts, std::string_view role, Trace& trace) {
  const auto parent = facts.person(role, std::nullopt);
  if (!parent) {
    trace.missed(facts.path_of(role, "nationalities.0.country", std::nullopt));
    return Verdict::unknown;
  }
  Trace asked;
  const auto birth = facts.get("child.birth_date", std::nullopt, asked);
  const bool dated = birth && birth->partial_date();
  if (!dated && changed(facts.profile(), *parent)) {
    trace.add(asked);
    return Verdict::unknown;
  }
  const auto day = dated ? days_of(*birth->partial_date()).last : facts.opened().as_of;
  const auto told = has_nationality(facts.profile(), *parent, Whether::chinese, day, asked);
  if (told == Verdict::unknown &&
      !facts.profile().count(model::fact_path(*parent, "nationalities"))) {
    return is_chinese(facts.profile(), *parent, facts.opened().as_of, trace);
  }
  trace.add(asked);
  return told;
}

/// Were the Chinese parents (all of them) settled abroad?
Verdict settled_abroad(const Facts& facts, Trace& trace) {
  auto result = Verdict::yes;
  bool any = false;
  for (const char* role : {"father", "mother"}) {
    Trace unused;
    if (chinese_at_birth(facts, role, unused) == Verdict::no) continue;
    any = true;
    const auto fact =
        facts.get(std::string(role) + ".settled_abroad_at_birth", std::nullopt, trace);
    const auto settled =
        fact && fact->yes_no() ? model::verdict(*fact->yes_no()) : Verdict::unknown;
    result = both(result, settled);
  }
  return any ? result : Verdict::no;
}

/// Did the child have a foreign nationality from birth?
Verdict foreign_at_birth(const Facts& facts, Trace& trace) {
  const auto& profile = facts.profile();
  const auto& child = facts.opened().people.applicant;
  const auto count = profile.count(model::fact_path(child, "nationalities"));
  if (!count) {
    trace.missed(element(child, "nationalities", 0, "country"));
    return Verdict::unknown;
  }
  auto result = Verdict::no;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto* country = look(profile, element(child, "nationalities", i, "country"), trace);
    if (country && !is_foreign(country->text)) continue;
    const auto path = element(child, "nationalities", i, "at_birth");
    const auto* at_birth = look(profile, path, trace);
    if (country && at_birth && at_birth->yes_no()) {
      result = either(result, model::verdict(*at_birth->yes_no()));
    } else {
      trace.missed(country ? path : element(child, "nationalities", i, "country"));
      result = either(result, Verdict::unknown);
    }
  }
  return result;
}

}  // namespace

Verdict parent_chinese(const Facts& facts, Trace& trace) {
  Trace asked;
  const auto result =
      either(chinese_at_birth(facts, "father", asked), chinese_at_birth(facts, "mother", asked));
  if (result != Verdict::unknown) asked.missing.clear();
  trace.add(asked);
  return result;
}

Verdict chinese_by_birth(const Facts& facts, Trace& trace) {
  Trace parents, place, abroad;
  const auto parent = parent_chinese(facts, parents);
  const auto country = facts.get("child.birth_place.country", std::nullopt, place);
  auto here = Verdict::unknown;
  // Article 4 says "born in China"; no source of ours says how offices read it for a birth in Hong
  // Kong, Macao or Taiwan, so that stays open.
  if (country && country->text == "CN") here = Verdict::yes;
  if (country && is_foreign(country->text)) here = Verdict::no;
  auto stays = Verdict::unknown;  // not (settled abroad and foreign from birth)
  if (here != Verdict::yes) {
    stays = !both(settled_abroad(facts, abroad), foreign_at_birth(facts, abroad));
    if (stays != Verdict::unknown) abroad.missing.clear();
  }
  const auto result = both(parent, either(here, stays));
  for (auto* part : {&parents, &place, &abroad}) {
    if (result != Verdict::unknown) part->missing.clear();
  }
  trace.add(parents);
  trace.add(place);
  // Whether the family was settled abroad is asked only of a child known to be born abroad.
  if (here == Verdict::no) trace.add(abroad);
  return result;
}

Verdict foreign_nationality(const Facts& facts, Trace& trace) {
  const auto& child = facts.opened().people.applicant;
  Trace asked;
  auto result =
      has_nationality(facts.profile(), child, Whether::foreign, facts.opened().as_of, asked);
  Trace passports;
  const auto passport = has_passport(facts.profile(), child, Whether::foreign, passports);
  if (passport == Verdict::yes) {
    trace.add(passports);
    return Verdict::yes;
  }
  trace.add(asked);
  return result;
}

}  // namespace tongxing::rules
