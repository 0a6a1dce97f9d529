// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/derived.h"

#include <array>
#include <cassert>
#include <set>
#include <string>

#include "rules/days.h"
#include "rules/local.h"
#include "rules/names.h"
#include "rules/nationality.h"
#include "rules/working_days.h"

namespace tongxing::rules {
namespace {

using model::Fact;
using model::Verdict;
using Maybe = std::optional<Fact>;

Maybe of(Verdict verdict) {
  if (verdict == Verdict::unknown) return std::nullopt;
  const bool yes = verdict == Verdict::yes;
  return Fact{model::FactType::yes_no, yes ? "yes" : "no", yes, {}, false};
}

Maybe of(std::optional<Date> day) {
  if (!day) return std::nullopt;
  const PartialDate partial{day->year(), day->month(), day->day()};
  return Fact{model::FactType::date, day->iso(), partial, {}, false};
}

/// A yes-no fact of the profile as a verdict.
Verdict told(const Facts& facts, std::string_view path, const Self& self, Trace& trace) {
  const auto fact = facts.get(path, self, trace);
  return fact && fact->yes_no() ? model::verdict(*fact->yes_no()) : Verdict::unknown;
}

std::optional<Date> day(const Facts& facts, std::string_view path, Trace& trace) {
  const auto fact = facts.get(path, std::nullopt, trace);
  return fact ? fact->date() : std::nullopt;
}

Verdict younger(const Facts& facts, int years, Trace& trace) {
  const auto birth = facts.get("child.birth_date", std::nullopt, trace);
  if (!birth || !birth->partial_date()) return Verdict::unknown;
  const auto result = younger_than(years, *birth->partial_date(), facts.opened().as_of);
  if (result == Verdict::unknown) trace.missed(trace.read.back());
  return result;
}

/// Where the child is: told, or lives here. Nobody is asked for an address only to learn this.
Verdict in_mainland(const Facts& facts, Trace& trace) {
  Trace asked, other;
  const auto here = told(facts, "child.in_mainland_china", std::nullopt, asked);
  if (here == Verdict::unknown &&
      told(facts, "child.resides_in_china", std::nullopt, other) == Verdict::yes) {
    other.missing.clear();
    trace.add(other);
    return Verdict::yes;
  }
  trace.add(asked);
  return here;
}

Verdict on_hukou(const Facts& facts, Trace& trace) {
  Trace own, listed;
  const auto child = told(facts, "child.hukou.registered", std::nullopt, own);
  if (child != Verdict::unknown) {
    trace.add(own);
    return child;
  }
  const auto with_parent = told(facts, "chinese_parent.hukou.includes_child", std::nullopt, listed);
  if (with_parent == Verdict::unknown) listed.missing.clear();  // one question is enough
  trace.add(listed);
  if (with_parent == Verdict::unknown) trace.add(own);
  return with_parent;
}

/// Earlier permits of one kind, or of any.
Verdict had_before(const Facts& facts, std::string_view kind, Trace& trace) {
  const auto list = model::fact_path(facts.opened().people.child, "previous_permits");
  const auto count = facts.profile().count(list);
  if (!count) {
    trace.missed(list + ".0.kind");
    return Verdict::unknown;
  }
  auto result = Verdict::no;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto* fact = facts.profile_fact(list + "." + std::to_string(i) + ".kind", trace);
    if (kind.empty()) return Verdict::yes;
    result = either(result, fact ? model::verdict(fact->text == kind) : Verdict::unknown);
  }
  return result;
}

/// A nationality that is there for the asking, and has not been asked for.
Verdict may_claim(const Facts& facts, Trace& trace) {
  const auto list = model::fact_path(facts.opened().people.child, "eligible_nationalities");
  const auto count = facts.profile().count(list);
  if (!count) trace.missed(list + ".0");
  return count ? model::verdict(*count > 0) : Verdict::unknown;
}

/// Does the other parent hold another citizenship? no: both are Chinese.
Verdict has_foreign_parent(const Facts& facts, Trace& trace) {
  auto all_chinese = Verdict::yes;
  for (const char* role : {"father", "mother"}) {
    const auto parent = facts.person(role, std::nullopt);
    if (!parent) {
      trace.missed(facts.path_of(role, "nationalities.0.country", std::nullopt));
      all_chinese = both(all_chinese, Verdict::unknown);
      continue;
    }
    all_chinese =
        both(all_chinese, is_chinese(facts.profile(), *parent, facts.opened().as_of, trace));
  }
  return !all_chinese;
}

Verdict cannot_come(const Facts& facts, const Self& self, Trace& trace) {
  if (!self) {
    return Verdict::unknown;
  }
  const auto* alive = facts.profile().find(model::fact_path(*self, "alive"));
  if (alive && alive->yes_no() == false) {
    trace.saw(model::fact_path(*self, "alive"));
    return Verdict::no;
  }
  return !told(facts, "self.attends", self, trace);
}

Verdict parents_absent(const Facts& facts, Trace& trace) {
  auto result = Verdict::yes;
  for (const char* role : {"father", "mother"}) {
    const auto parent = facts.person(role, std::nullopt);
    if (!parent) trace.missed(facts.path_of(role, "attends", std::nullopt));
    result = both(result, parent ? !told(facts, std::string(role) + ".attends", std::nullopt, trace)
                                 : Verdict::unknown);
    if (result == Verdict::no) return result;
  }
  return result;
}

/// Unknown after a divorce or a death: no source says what is asked for then.
Verdict certificate_asked(const Facts& facts, Trace& trace) {
  const auto status = facts.get("marriage.status", std::nullopt, trace);
  if (!status) return Verdict::unknown;
  if (status->text == "married") return Verdict::yes;
  return status->text == "never" ? Verdict::no : Verdict::unknown;
}

/// A certificate from the mainland is in Chinese; of others the language has to be told.
Verdict not_chinese(const Facts& facts, Trace& trace) {
  Trace asked;
  const auto language = facts.get("marriage.language", std::nullopt, asked);
  if (language) {
    trace.add(asked);
    return model::verdict(language->text != "zh");
  }
  Trace place;
  const auto country = facts.get("marriage.country", std::nullopt, place);
  trace.add(place);
  if (country && country->text == "CN") return Verdict::no;
  if (country) trace.add(asked);
  return Verdict::unknown;
}

Verdict apostille_country(const Facts& facts, Trace& trace) {
  const auto country = facts.get("marriage.country", std::nullopt, trace);
  if (!country) return Verdict::unknown;
  if (!is_foreign(country->text)) return Verdict::no;
  // A country outside the table is not known to be outside the convention.
  return facts.opened().book->apostille.members.contains(country->text) ? Verdict::yes
                                                                        : Verdict::unknown;
}

Verdict country_is(const Facts& facts, std::string_view path, bool (*test)(std::string_view),
                   Trace& trace) {
  const auto country = facts.get(path, std::nullopt, trace);
  return country ? model::verdict(test(country->text)) : Verdict::unknown;
}

std::optional<Date> permit_ready(const Facts& facts) {
  const auto& opened = facts.opened();
  const auto& term = local_term(opened);
  if (term.working_days == 0) return std::nullopt;
  return working_days_after(opened.as_of, term.working_days, opened.book->calendar).day;
}

std::optional<Date> permit_ends(const Facts& facts) {
  const auto validity = local_validity(facts.opened());
  if (!validity) return std::nullopt;
  return facts.opened().as_of.plus_months(validity->months);
}

std::optional<Date> passport_ends(const Facts& facts, Trace& trace) {
  const auto list = model::fact_path(facts.opened().people.child, "passports");
  const auto count = facts.profile().count(list).value_or(0);
  for (std::size_t i = 0; i < count; ++i) {
    const auto element = list + "." + std::to_string(i);
    const auto* country = facts.profile().find(element + ".country");
    if (!country || !is_foreign(country->text)) continue;
    const auto* ends = facts.profile_fact(element + ".valid_until", trace);
    return ends ? ends->date() : std::nullopt;
  }
  trace.missed(list + ".0.valid_until");
  return std::nullopt;
}

/// Countries whose nationality the child holds beside the Chinese one.
std::set<std::string> conflict_countries(const Facts& facts, Trace& trace) {
  std::set<std::string> countries;
  for (const char* name : {"nationalities", "passports"}) {
    const auto list = model::fact_path(facts.opened().people.child, name);
    const auto count = facts.profile().count(list).value_or(0);
    for (std::size_t i = 0; i < count; ++i) {
      const auto path = list + "." + std::to_string(i) + ".country";
      const auto* country = facts.profile().find(path);
      if (!country || !is_foreign(country->text)) continue;
      trace.saw(path);
      countries.insert(country->text);
    }
  }
  return countries;
}

Verdict goes_elsewhere(const Facts& facts, Trace& trace) {
  const auto countries = conflict_countries(facts, trace);
  if (countries.empty()) {
    trace.missed(facts.path_of("child", "passports.0.country", std::nullopt));
    return Verdict::unknown;
  }
  auto result = Verdict::no;
  const auto destination = facts.get("trip.destination", std::nullopt, trace);
  result = destination ? model::verdict(!countries.contains(destination->text)) : Verdict::unknown;
  const auto others = facts.profile().count("trip.other_destinations").value_or(0);
  for (std::size_t i = 0; i < others; ++i) {
    const auto* other = facts.profile().find("trip.other_destinations." + std::to_string(i));
    if (other) result = either(result, model::verdict(!countries.contains(other->text)));
  }
  return result;
}

/// A permit that comes by courier is not in hand on the day on which it is ready.
Verdict leaves_too_soon(const Facts& facts, Trace& trace) {
  const auto ready = permit_ready(facts);
  const auto depart = day(facts, "trip.depart", trace);
  if (!ready || !depart) return Verdict::unknown;
  if (*depart < *ready) return Verdict::yes;
  if (*depart > *ready) return Verdict::no;
  const auto collection = facts.get("delivery.collection", std::nullopt, trace);
  return collection ? model::verdict(collection->text == "courier") : Verdict::unknown;
}

Verdict outlasts_permit(const Facts& facts, Trace& trace) {
  const auto ends = permit_ends(facts);
  Trace asked, leaving;
  const auto back = day(facts, "trip.return", asked);
  const auto depart = day(facts, "trip.depart", leaving);
  if (ends && !back && depart && *depart > *ends) {
    trace.add(leaving);
    return Verdict::yes;
  }
  trace.add(asked);
  return ends && back ? model::verdict(*back > *ends) : Verdict::unknown;
}

bool other_region(std::string_view country) {
  return country != "CN" && !is_foreign(country);
}
bool outside(std::string_view country) {
  return country != "CN";
}

using Work = Maybe (*)(const Facts&, const Self&, Trace&);
struct Row {
  std::string_view path;
  Work work;
};

#define TONGXING_FACT(...)                                                                    \
  [](const Facts& f, [[maybe_unused]] const Self& self, [[maybe_unused]] Trace& t) -> Maybe { \
    return of(__VA_ARGS__);                                                                   \
  }

constexpr std::array rows = {
    Row{"as_of", TONGXING_FACT(std::optional(f.opened().as_of))},
    Row{"child.chinese_by_birth", TONGXING_FACT(chinese_by_birth(f, t))},
    Row{"child.chinese_passport",
        TONGXING_FACT(has_passport(f.profile(), f.opened().people.child, Whether::chinese, t))},
    Row{"child.foreign_nationality", TONGXING_FACT(foreign_nationality(f, t))},
    Row{"child.foreign_passport",
        TONGXING_FACT(has_passport(f.profile(), f.opened().people.child, Whether::foreign, t))},
    Row{"child.in_mainland", TONGXING_FACT(in_mainland(f, t))},
    Row{"child.may_claim_nationality", TONGXING_FACT(may_claim(f, t))},
    Row{"child.minor", TONGXING_FACT(younger(f, 18, t))},
    Row{"child.name_created", TONGXING_FACT(name_created(f, t))},
    Row{"child.names_differ", TONGXING_FACT(names_differ(f, t))},
    Row{"child.on_hukou", TONGXING_FACT(on_hukou(f, t))},
    Row{"child.parent_chinese", TONGXING_FACT(parent_chinese(f, t))},
    Row{"child.passport_ends", TONGXING_FACT(passport_ends(f, t))},
    Row{"child.previous_document", TONGXING_FACT(had_before(f, "", t))},
    Row{"child.previous_permit", TONGXING_FACT(had_before(f, "exit-entry-permit", t))},
    Row{"child.under_16", TONGXING_FACT(younger(f, 16, t))},
    Row{"city.verified", TONGXING_FACT(model::verdict(f.opened().city->verified))},
    Row{"family.applies_here", TONGXING_FACT(applies_here(f, f.opened().people.chinese_parent, t))},
    Row{"family.has_foreign_parent", TONGXING_FACT(has_foreign_parent(f, t))},
    Row{"family.hukou_local", TONGXING_FACT(hukou_local(f, f.opened().people.chinese_parent, t))},
    Row{"family.parents_absent", TONGXING_FACT(parents_absent(f, t))},
    Row{"marriage.apostille_country", TONGXING_FACT(apostille_country(f, t))},
    Row{"marriage.certificate_asked", TONGXING_FACT(certificate_asked(f, t))},
    Row{"marriage.not_chinese", TONGXING_FACT(not_chinese(f, t))},
    Row{"marriage.other_region", TONGXING_FACT(country_is(f, "marriage.country", other_region, t))},
    Row{"marriage.outside", TONGXING_FACT(country_is(f, "marriage.country", outside, t))},
    Row{"permit.ends", TONGXING_FACT(permit_ends(f))},
    Row{"permit.ready", TONGXING_FACT(permit_ready(f))},
    Row{"self.cannot_come", TONGXING_FACT(cannot_come(f, self, t))},
    Row{"trip.elsewhere", TONGXING_FACT(goes_elsewhere(f, t))},
    Row{"trip.leaves_too_soon", TONGXING_FACT(leaves_too_soon(f, t))},
    Row{"trip.outlasts_permit", TONGXING_FACT(outlasts_permit(f, t))},
};

#undef TONGXING_FACT

}  // namespace

std::optional<Fact> derive(std::string_view path, const Facts& facts, const Self& self,
                           Trace& trace) {
  for (const auto& row : rows) {
    if (row.path != path) continue;
    Trace own;
    auto fact = row.work(facts, self, own);
    if (fact) own.missing.clear();
    trace.add(own);
    return fact;
  }
  assert(false && "a derived fact without a row");
  return std::nullopt;
}

}  // namespace tongxing::rules
