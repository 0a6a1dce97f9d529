// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/days.h"

namespace tongxing::rules {

using model::Verdict;

Days days_of(const PartialDate& date) {
  const auto month = date.month.value_or(1);
  const auto first = *Date::from(date.year, month, date.day.value_or(1));
  if (date.day) return {first, first};
  if (date.month) return {first, first.plus_months(1).plus_days(-1)};
  return {first, *Date::from(date.year, 12, 31)};
}

Verdict is_before(const Days& a, const Days& b) {
  if (a.last < b.first) return Verdict::yes;
  if (b.last <= a.first) return Verdict::no;
  return Verdict::unknown;
}

Verdict younger_than(int years, const PartialDate& birth, Date day) {
  const auto days = days_of(birth);
  const bool eldest = age_on(days.first, day) < years;  // born as early as can be
  const bool youngest = age_on(days.last, day) < years;
  return eldest == youngest ? model::verdict(eldest) : Verdict::unknown;
}

}  // namespace tongxing::rules
