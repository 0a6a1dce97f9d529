// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/working_days.h"

#include <catch2/catch.hpp>

#include "support/rules.h"

using namespace tongxing;
using namespace tongxing::test;

TEST_CASE("working days: holidays do not count, make-up days do, the day of submission does not") {
  // DOMAIN.md C3 no. 20.
  const auto [start, count, expected] = GENERATE(table<std::string, int, std::string>({
      {"2026-09-21", 7, "2026-10-08"},
      {"2026-09-28", 7, "2026-10-13"},
      {"2026-02-09", 7, "2026-02-25"},
      {"2026-09-28", 15, "2026-10-23"},
      {"2026-09-14", 30, "2026-10-30"},
      {"2026-11-23", 7, "2026-12-02"},
      {"2026-11-20", 1, "2026-11-23"},
      {"2026-02-13", 1, "2026-02-14"},
  }));
  INFO(start << " + " << count);
  const auto found = rules::working_days_after(day(start), count, shipped_rules().calendar);
  CHECK(found.day.iso() == expected);
  CHECK(found.year_missing == 0);
}

TEST_CASE("a year without a table counts weekends only, and says which year") {
  const auto found = rules::working_days_after(day("2026-12-28"), 7, shipped_rules().calendar);
  CHECK(found.day.iso() == "2027-01-06");
  CHECK(found.year_missing == 2027);
  const auto earlier = rules::working_days_after(day("2025-12-30"), 3, shipped_rules().calendar);
  CHECK(earlier.year_missing == 2025);
  CHECK(earlier.day.iso() == "2026-01-05");
}
