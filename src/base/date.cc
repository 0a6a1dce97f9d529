// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"

#include <charconv>
#include <cstdio>

namespace tongxing {

namespace {

namespace chr = std::chrono;

chr::year_month_day civil(chr::sys_days days) {
  return chr::year_month_day(days);
}

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  const auto end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Date> Date::from(int year, unsigned month, unsigned day) {
  const chr::year_month_day date{chr::year(year), chr::month(month), chr::day(day)};
  if (!date.ok() || year < 1800 || year > 2200) return std::nullopt;
  return Date(chr::sys_days(date));
}

std::optional<Date> Date::parse(std::string_view iso) {
  const auto partial = PartialDate::parse(iso);
  return partial ? partial->whole() : std::nullopt;
}

int Date::year() const {
  return static_cast<int>(civil(days_).year());
}
unsigned Date::month() const {
  return static_cast<unsigned>(civil(days_).month());
}
unsigned Date::day() const {
  return static_cast<unsigned>(civil(days_).day());
}
int Date::weekday() const {
  return static_cast<int>(chr::weekday(days_).c_encoding());
}
bool Date::is_weekend() const {
  return weekday() == 0 || weekday() == 6;
}

std::string Date::iso() const {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", year(), month(), day());
  return text;
}

Date Date::plus_days(int days) const {
  return Date(days_ + chr::days(days));
}

Date Date::plus_months(int months) const {
  const auto moved = civil(days_) + chr::months(months);
  if (moved.ok()) return Date(chr::sys_days(moved));
  return Date(chr::sys_days(moved.year() / moved.month() / chr::last));
}

int Date::days_until(Date later) const {
  return static_cast<int>((later.days_ - days_).count());
}

int age_on(Date birth, Date day) {
  const int years = day.year() - birth.year();
  const bool reached =
      day.month() > birth.month() || (day.month() == birth.month() && day.day() >= birth.day());
  return reached ? years : years - 1;
}

std::optional<PartialDate> PartialDate::parse(std::string_view iso) {
  const bool shape = iso.size() == 4 || (iso.size() == 7 && iso[4] == '-') ||
                     (iso.size() == 10 && iso[4] == '-' && iso[7] == '-');
  if (!shape) return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  if (!year || *year < 1800 || *year > 2200) return std::nullopt;
  PartialDate date{static_cast<int>(*year), {}, {}};
  if (iso.size() >= 7) {
    date.month = digits(iso.substr(5, 2));
    if (!date.month || *date.month < 1 || *date.month > 12) return std::nullopt;
  }
  if (iso.size() == 10) {
    date.day = digits(iso.substr(8, 2));
    if (!date.day || !date.whole()) return std::nullopt;
  }
  return date;
}

std::optional<Date> PartialDate::whole() const {
  if (!month || !day) return std::nullopt;
  return Date::from(year, *month, *day);
}

std::string PartialDate::iso() const {
  char text[16];
  if (day)
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", year, *month, *day);
  else if (month)
    std::snprintf(text, sizeof text, "%04d-%02u", year, *month);
  else
    std::snprintf(text, sizeof text, "%04d", year);
  return text;
}

}  // namespace tongxing
