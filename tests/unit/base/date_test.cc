// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"

#include <catch2/catch.hpp>

using tongxing::age_on;
using tongxing::Date;
using tongxing::PartialDate;

TEST_CASE("a date exists or is refused") {
  CHECK(Date::parse("2024-02-29")->iso() == "2024-02-29");
  CHECK_FALSE(Date::parse("2026-02-30"));
  CHECK_FALSE(Date::parse("2026-2-3"));
  CHECK_FALSE(Date::parse("2026/02/03"));
  CHECK_FALSE(Date::parse("2026-13-01"));
  CHECK_FALSE(Date::parse(""));
}

TEST_CASE("months are added with clamping to the end of the month") {
  const auto [from, months, to] = GENERATE(table<const char*, int, const char*>({
      {"2025-11-30", 3, "2026-02-28"},
      {"2023-11-30", 3, "2024-02-29"},
      {"2026-11-23", 3, "2027-02-23"},
      {"2026-08-31", 6, "2027-02-28"},
      {"2026-01-15", -1, "2025-12-15"},
  }));
  CHECK(Date::parse(from)->plus_months(months).iso() == to);
}

TEST_CASE("the birthday itself counts as reaching the age") {
  const auto [birth, day, age] = GENERATE(table<const char*, const char*, int>({
      {"2010-11-23", "2026-11-22", 15},
      {"2010-11-23", "2026-11-23", 16},
      {"2008-02-29", "2026-02-28", 17},
      {"2008-02-29", "2026-03-01", 18},
      {"2008-02-29", "2024-02-29", 16},
  }));
  CHECK(age_on(*Date::parse(birth), *Date::parse(day)) == age);
}

TEST_CASE("a partial date keeps what is known") {
  CHECK(PartialDate::parse("1995")->iso() == "1995");
  CHECK(PartialDate::parse("1995-05")->iso() == "1995-05");
  CHECK(PartialDate::parse("1995-05-28")->whole()->iso() == "1995-05-28");
  CHECK_FALSE(PartialDate::parse("1995-05")->whole());
  CHECK_FALSE(PartialDate::parse("1995-13"));
}
