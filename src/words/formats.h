// SPDX-License-Identifier: GPL-3.0-or-later
// How one language writes dates, numbers, money and countries.
//
// The names of months, weekdays, numbers and countries are asked of ICU (through Boost.Locale)
// once, when a Formats is made; after that everything is joining of strings. A date through
// Boost.Locale's streams took 7.5 µs, and a packet prints about a hundred. Nothing here looks at
// the process's locale, clock or time zone.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace tongxing::words {

/// The languages our pages are written in. The program's own messages have their own: Translator.
enum class Language : std::uint8_t { zh, en };
inline constexpr std::array<Language, 2> languages = {Language::zh, Language::en};

/// Immutable; shared by all threads.
class Formats {
 public:
  explicit Formats(Language language);

  Language language() const { return language_; }

  /// 2026年11月23日 / 23 November 2026. For sentences; tables use Date::iso().
  std::string date(Date day) const;
  /// What is known of it: 1995年5月 / May 1995.
  std::string date(const PartialDate& day) const;
  /// 2026年11月23日星期一 / Monday 23 November 2026.
  std::string date_with_weekday(Date day) const;
  /// 11月23日 / 23 November.
  std::string day_and_month(Date day) const;
  /// 2027年2月20日至3月5日 / 20 February to 5 March 2027. What both ends share is said once.
  std::string range(Date first, Date last) const;
  /// 星期一 / Monday; 0 = Sunday.
  const std::string& weekday(int day) const;

  /// Digits, no grouping: 15.
  std::string number(std::int64_t value) const;
  /// As a word, 0 to 99: 六 / six; counting in Chinese says 两, not 二. Digits beyond 99.
  std::string number_word(std::int64_t value) const;
  /// 15元 / CNY 15. Other currencies by their ISO 4217 code in both languages: USD 25.
  std::string money(std::int64_t amount, std::string_view currency = "CNY") const;

  /// Name of an ISO 3166-1 alpha-2 region, as mainland forms write it (中国香港 / Hong Kong
  /// (China)); nullopt: there is no such code.
  std::optional<std::string> country(std::string_view code) const;

 private:
  Language language_;
  std::array<std::string, 12> months_;
  std::array<std::string, 7> weekdays_;
  std::array<std::string, 100> number_words_;
  std::map<std::string, std::string, std::less<>> countries_;
};

}  // namespace tongxing::words
