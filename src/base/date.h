// SPDX-License-Identifier: GPL-3.0-or-later
// Civil dates without a time zone; every date of this program is a day in Beijing.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tongxing {

/// A day of the Gregorian calendar, always one that exists.
class Date {
 public:
  /// nullopt where there is no such day (2026-02-30) or the year is outside 1800–2200.
  static std::optional<Date> from(int year, unsigned month, unsigned day);
  /// Exactly YYYY-MM-DD.
  static std::optional<Date> parse(std::string_view iso);

  int year() const;
  unsigned month() const;
  unsigned day() const;
  bool is_weekend() const;  ///< Saturday or Sunday
  int weekday() const;      ///< 0 = Sunday … 6 = Saturday
  std::string iso() const;  ///< YYYY-MM-DD

  Date plus_days(int days) const;
  /// Same day `months` later, clamped to the end of the month: 30 Nov + 3 = 28 Feb.
  Date plus_months(int months) const;
  int days_until(Date later) const;

  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(std::chrono::sys_days days) : days_(days) {}
  std::chrono::sys_days days_;
};

/// Completed years on `day`; the birthday itself counts as reaching the age. Somebody born on
/// 29 February reaches it on 1 March of a common year.
int age_on(Date birth, Date day);

/// A date whose day, or month and day, are not known. 1995, 1995-05 or 1995-05-28.
struct PartialDate {
  int year = 0;
  std::optional<unsigned> month, day;

  static std::optional<PartialDate> parse(std::string_view iso);
  std::optional<Date> whole() const;
  std::string iso() const;
  auto operator<=>(const PartialDate&) const = default;
};

}  // namespace tongxing
