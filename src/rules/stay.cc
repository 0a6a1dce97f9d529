// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/stay.h"

#include <algorithm>
#include <string>

namespace tongxing::rules {

using model::Verdict;

namespace {

/// The permit of China that counts, as "people.x.permits.2"; nullopt: none of that kind is told.
std::optional<std::string> permit_that_counts(const Facts& facts, Trace& trace) {
  const auto list = model::fact_path(facts.opened().people.applicant, "permits");
  const auto count = facts.profile().count(list).value_or(0);
  std::optional<std::string> latest;
  std::optional<Date> issued;
  Trace open;
  for (std::size_t i = 0; i < count; ++i) {
    const auto element = list + "." + std::to_string(i);
    const auto* kind = facts.profile().find(element + ".kind");
    if (!kind) open.missed(element + ".kind");
    if (!kind || (kind->text != "visa" && kind->text != "stay" && kind->text != "residence")) {
      continue;
    }
    const auto* country = facts.profile().find(element + ".country");
    if (country && country->text != "CN") continue;
    const auto* when = facts.profile().find(element + ".issued");
    const auto own = when ? when->date() : std::nullopt;
    if (latest && issued && own && *own < *issued) continue;
    latest = element;
    issued = own;
  }
  if (latest) return latest;
  // None of those that are told of: it is the next one that is asked for.
  if (open.missing.empty()) open.missed(list + "." + std::to_string(count) + ".kind");
  trace.add(open);
  return latest;
}

std::optional<int> number(const Facts& facts, const std::string& path, Trace& trace) {
  const auto* fact = facts.profile_fact(path, trace);
  const auto value = fact ? fact->number() : std::nullopt;
  return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<int> number_of(const Facts& facts, std::string_view path, Trace& trace) {
  const auto fact = facts.get(path, std::nullopt, trace);
  const auto value = fact ? fact->number() : std::nullopt;
  return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

}  // namespace

Verdict holds(const Facts& facts, const std::optional<PersonKey>& person, std::string_view kind,
              Trace& trace) {
  if (!person) return Verdict::unknown;
  const auto list = model::fact_path(*person, "permits");
  const auto count = facts.profile().count(list);
  if (!count) {
    trace.missed(list + ".0.kind");
    return Verdict::unknown;
  }
  auto result = Verdict::no;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto* fact = facts.profile_fact(list + "." + std::to_string(i) + ".kind", trace);
    result = either(result, fact ? model::verdict(fact->text == kind) : Verdict::unknown);
  }
  return result;
}

std::optional<Date> stay_ends(const Facts& facts, Trace& trace) {
  Trace untold;  // nobody is asked for this reason only to learn the day
  const auto reason = facts.get("applicant.stay.reason", std::nullopt, untold);
  if (reason && reason->text == "visa-free") {
    return day(facts, "applicant.stay.free_until", trace);
  }
  const auto permit = permit_that_counts(facts, trace);
  if (!permit) return std::nullopt;
  const auto* kind = facts.profile_fact(*permit + ".kind", trace);
  if (kind->text != "visa") {
    const auto* until = facts.profile_fact(*permit + ".valid_until", trace);
    return until ? until->date() : std::nullopt;
  }
  const auto* entered = facts.profile_fact(*permit + ".entry_date", trace);
  const auto days = number(facts, *permit + ".stay_days", trace);
  const auto extended = number(facts, *permit + ".extended_days", trace);
  if (!entered || !entered->date() || !days || !extended) return std::nullopt;
  return entered->date()->plus_days(*days + *extended);
}

Verdict overstayed(const Facts& facts, Trace& trace) {
  const auto last = stay_ends(facts, trace);
  return last ? model::verdict(*last < facts.opened().as_of) : Verdict::unknown;
}

std::optional<int> extension_left(const Facts& facts, Trace& trace) {
  const auto permit = permit_that_counts(facts, trace);
  if (!permit) return std::nullopt;
  const auto days = number(facts, *permit + ".stay_days", trace);
  const auto extended = number(facts, *permit + ".extended_days", trace);
  return days && extended ? std::optional(std::max(0, *days - *extended)) : std::nullopt;
}

Verdict extension_over(const Facts& facts, Trace& trace) {
  const auto left = extension_left(facts, trace);
  const auto wanted = number_of(facts, "applicant.visa.extension_days", trace);
  return left && wanted ? model::verdict(*wanted > *left) : Verdict::unknown;
}

std::optional<Date> extended_to(const Facts& facts, Trace& trace) {
  const auto last = stay_ends(facts, trace);
  const auto wanted = number_of(facts, "applicant.visa.extension_days", trace);
  return last && wanted ? std::optional(last->plus_days(*wanted)) : std::nullopt;
}

Verdict visa_long(const Facts& facts, Trace& trace) {
  const auto days = number_of(facts, "applicant.visa.days", trace);
  return days ? model::verdict(*days > 180) : Verdict::unknown;
}

namespace {

Verdict months_at_least(int least, const Facts& facts, Trace& trace) {
  const auto months = number_of(facts, "applicant.residence.months", trace);
  return months ? model::verdict(*months >= least) : Verdict::unknown;
}

}  // namespace

Verdict residence_year(const Facts& facts, Trace& trace) {
  return months_at_least(12, facts, trace);
}

Verdict residence_three_years(const Facts& facts, Trace& trace) {
  return months_at_least(36, facts, trace);
}

Verdict health_expired(const Facts& facts, Trace& trace) {
  const auto issued = day(facts, "applicant.health_certificate.issued", trace);
  return issued ? model::verdict(issued->plus_months(6) < facts.opened().as_of) : Verdict::unknown;
}

}  // namespace tongxing::rules
