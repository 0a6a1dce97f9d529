// SPDX-License-Identifier: GPL-3.0-or-later
// Counting working days: public holidays do not count, weekends on which offices work do.
#pragma once

#include <map>

#include "base/date.h"
#include "model/rulebook.h"

namespace tongxing::rules {

struct WorkingDay {
  Date day;
  int year_missing = 0;  ///< a year without a table was touched; only weekends count there
};

/// The `count`th working day after `start`; the day of submission itself is not counted.
/// Requires: count > 0.
WorkingDay working_days_after(Date start, int count,
                              const std::map<int, model::CalendarYear>& calendar);

}  // namespace tongxing::rules
