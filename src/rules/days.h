// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of which only the year or the month is known, compared in three values.
#pragma once

#include "base/date.h"
#include "model/verdict.h"

namespace tongxing::rules {

/// All days that a date can be; both ends belong to it.
struct Days {
  Date first, last;
};

Days days_of(const PartialDate& date);
/// yes where every day of `a` is before every day of `b`, no where none is.
model::Verdict is_before(const Days& a, const Days& b);
/// Has somebody born on `birth` not yet reached `years` on `day`?
model::Verdict younger_than(int years, const PartialDate& birth, Date day);

}  // namespace tongxing::rules
