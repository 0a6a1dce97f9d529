// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/marriage.h"

#include "rules/derived.h"

namespace tongxing::rules {

using model::Verdict;

namespace {

Verdict country_is(const Facts& facts, bool (*test)(std::string_view), Trace& trace) {
  const auto country = facts.get("marriage.country", std::nullopt, trace);
  return country ? model::verdict(test(country->text)) : Verdict::unknown;
}

}  // namespace

Verdict certificate_asked(const Facts& facts, Trace& trace) {
  const auto status = facts.get("marriage.status", std::nullopt, trace);
  if (!status) return Verdict::unknown;
  if (status->text == "married") return Verdict::yes;
  return status->text == "never" ? Verdict::no : Verdict::unknown;
}

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

Verdict other_region(const Facts& facts, Trace& trace) {
  return country_is(
      facts, [](std::string_view country) { return country != "CN" && !is_foreign(country); },
      trace);
}

Verdict outside(const Facts& facts, Trace& trace) {
  return country_is(
      facts, [](std::string_view country) { return country != "CN"; }, trace);
}

}  // namespace tongxing::rules
