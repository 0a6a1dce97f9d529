// SPDX-License-Identifier: GPL-3.0-or-later
// How one language writes dates, numbers, money and countries.
//
// The names of months, weekdays, numbers and countries, the order of a date, the forms of a plural
// are asked of ICU once, when a Formats is made; after that everything is joining of strings. A
// date through ICU's formatters took 7.5 µs, and a packet prints about a hundred. Nothing here
// looks at the process's locale, clock or time zone.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace tongxing::words {

/// The languages our pages are written in: Chinese, and under it a second one. That is English, or
/// what a catalogue has put into the place of the English (library/translate.h); which it is, is
/// said by its tag. The program's own messages have their own: Translator.
enum class Language : std::uint8_t { zh, en };
inline constexpr std::array<Language, 2> languages = {Language::zh, Language::en};

/// What joins two texts, with the spaces that the language puts there.
enum class Mark : std::uint8_t { comma, semicolon, colon };

/// Immutable; shared by all threads.
class Formats {
 public:
  /// `tag`: BCP 47, of the second language; any that ICU knows. Chinese needs none.
  explicit Formats(Language language, std::string_view tag = "en");

  Language language() const { return language_; }
  /// "zh", "en", "fr", "pt-BR".
  const std::string& tag() const { return tag_; }

  /// 2026年11月23日 / 23 November 2026 / 23 novembre 2026. For sentences; tables use Date::iso().
  std::string date(Date day) const;
  /// What is known of it: 1995年5月 / May 1995.
  std::string date(const PartialDate& day) const;
  /// 2026年11月23日星期一 / Monday 23 November 2026.
  std::string date_with_weekday(Date day) const;
  /// 11月23日 / 23 November.
  std::string day_and_month(Date day) const;
  /// 星期一 / Monday; 0 = Sunday.
  const std::string& weekday(int day) const;

  /// Digits, no grouping: 15.
  std::string number(std::int64_t value) const;
  /// As a word, 0 to 99: 六 / six; counting in Chinese says 两, not 二. Digits beyond 99.
  std::string number_word(std::int64_t value) const;
  /// How many forms a word has beside whole numbers, and which one is used, from 0: two in English
  /// and French (of which French uses the first for 0 too), three in Russian, one in Japanese. The
  /// order is CLDR's: zero, one, two, few, many, other, without those that no whole number has.
  std::size_t plural_forms() const { return plural_forms_; }
  std::size_t plural(std::int64_t value) const;
  /// 15元 / CNY 15 / 15 CNY. Other currencies by their ISO 4217 code in all languages: USD 25.
  std::string money(std::int64_t amount, std::string_view currency = "CNY") const;

  /// 甲、乙 / A, B and C / A, B et C.
  std::string list(const std::vector<std::string>& items) const;
  /// "：" / ": " / " : ".
  const std::string& mark(Mark mark) const { return marks_[static_cast<std::size_t>(mark)]; }
  /// A text of ours with the spaces that do not break where the language has such: before the
  /// double marks and within the guillemets of French. Most languages: as it is.
  std::string spaced(std::string_view text) const;

  /// Name of an ISO 3166-1 alpha-2 region, as mainland forms write it (中国香港 / Hong Kong
  /// (China)); nullopt: there is no such code.
  std::optional<std::string> country(std::string_view code) const;

 private:
  /// How a date is put together, as CLDR writes it: "d MMMM y".
  struct Patterns {
    std::string whole, month, weekday, short_one;
  };
  void ask_for_dates();
  void ask_for_numbers();
  std::string written(std::string_view pattern, const PartialDate& day) const;

  Language language_;
  std::string tag_;
  Patterns patterns_;
  std::array<std::string, 12> months_, months_alone_;
  std::array<std::string, 7> weekdays_;
  std::array<std::string, 100> number_words_;
  std::array<std::uint8_t, 200> plurals_{};
  std::size_t plural_forms_ = 1;
  std::array<std::string, 3> list_;  ///< what stands between two, between more, before the last
  std::array<std::string, 3> marks_;
  std::map<std::string, std::string, std::less<>> countries_;
};

}  // namespace tongxing::words
