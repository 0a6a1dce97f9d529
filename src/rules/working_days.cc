// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/working_days.h"

#include <cassert>

namespace tongxing::rules {

WorkingDay working_days_after(Date start, int count,
                              const std::map<int, model::CalendarYear>& calendar) {
  assert(count > 0);
  WorkingDay result{start};
  while (count > 0) {
    result.day = result.day.plus_days(1);
    const auto year = calendar.find(result.day.year());
    bool works = !result.day.is_weekend();
    if (year == calendar.end()) {
      if (result.year_missing == 0) result.year_missing = result.day.year();
    } else if (year->second.workdays.contains(result.day)) {
      works = true;
    } else if (year->second.holidays.contains(result.day)) {
      works = false;
    }
    if (works) --count;
  }
  return result;
}

}  // namespace tongxing::rules
