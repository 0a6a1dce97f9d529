// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/trip.h"

#include <set>
#include <string>

#include "rules/derived.h"
#include "rules/local.h"
#include "rules/working_days.h"

namespace tongxing::rules {

using model::Verdict;

namespace {

/// Countries whose nationality the child holds beside the Chinese one.
std::set<std::string> conflict_countries(const Facts& facts, Trace& trace) {
  std::set<std::string> countries;
  for (const char* name : {"nationalities", "passports"}) {
    const auto list = model::fact_path(facts.opened().people.applicant, name);
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

}  // namespace

std::optional<Date> permit_ready(const Facts& facts) {
  const auto& opened = facts.opened();
  const auto& term = local_term(opened);
  if (term.working_days == 0) return std::nullopt;
  return working_days_after(opened.as_of, term.working_days, opened.book->calendar).day;
}

std::optional<Date> permit_ends(const Facts& facts) {
  const auto validity = local_validity(facts);
  if (!validity) return std::nullopt;
  return facts.opened().as_of.plus_months(validity->months);
}

Verdict goes_elsewhere(const Facts& facts, Trace& trace) {
  const auto countries = conflict_countries(facts, trace);
  if (countries.empty()) {
    // The first passport whose country is not told; where all are, the next one.
    const auto list = facts.path_of("applicant", "passports", std::nullopt);
    const auto path_at = [&](std::size_t i) { return list + "." + std::to_string(i) + ".country"; };
    std::size_t next = 0;
    while (next < facts.profile().count(list).value_or(0) && facts.profile().find(path_at(next))) {
      ++next;
    }
    trace.missed(path_at(next));
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

}  // namespace tongxing::rules
