// SPDX-License-Identifier: GPL-3.0-or-later
// The `when:` of a rule, as YAML's own nesting says it.
//
//   all: [ … ]   any: [ … ]   not: …
//   {fact: child.sex, is: female}           {fact: marriage.country, in: [HK, MO, TW]}
//   {fact: trip.depart, before: 2026-12-02}  {fact: trip.return, after: {fact: permit.ends}}
//   {fact: trip.destination, known: yes}     {fact: applicant.endorsements, has: hk-3m1}
//
// There is no other syntax. What cannot be said so becomes a fact (rules/derived.h). Evaluated in
// Kleene's logic: an absent fact makes `is`, `in`, `has`, `before`, `after` unknown, `known` never
// is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace tongxing::model {

struct Condition {
  enum class Kind : std::uint8_t { always, all, any, negation, is, in, has, before, after, known };

  Kind kind = Kind::always;
  std::vector<Condition> parts;     ///< all, any: at least one; negation: one
  std::string fact;                 ///< path as rules write it: "child.birth_date", "as_of"
  std::vector<std::string> values;  ///< is, has: one; in: some; canonical as in Fact::text
  std::optional<Date> day;          ///< before, after: this day, or
  std::string other;                ///< … the date under this path
  bool expected = true;             ///< known: yes or no
  Span where;
};

}  // namespace tongxing::model
