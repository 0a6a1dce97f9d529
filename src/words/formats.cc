// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/formats.h"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <boost/locale/formatting.hpp>
#include <cassert>
#include <memory>
#include <sstream>

#include "words/icu_locale.h"

namespace tongxing::words {
namespace {

/// Days since 1970-01-01 as Boost.Locale counts them: seconds, in GMT.
double noon_of(Date day) {
  return Date::from(1970, 1, 1)->days_until(day) * 86400.0 + 43200.0;
}

std::string stream(const std::locale& locale, const char* pattern, Date day) {
  std::ostringstream out;
  out.imbue(locale);
  out << boost::locale::as::ftime(pattern) << boost::locale::as::gmt << noon_of(day);
  return out.str();
}

std::string spell_out(const std::locale& locale, Language language, int number) {
  if (language == Language::zh && number == 0) return "零";  // ICU: 〇, a digit, not a word
  if (language == Language::zh && number == 2) return "两";  // before a measure word
  std::ostringstream out;
  out.imbue(locale);
  out << boost::locale::as::spellout << number;
  return out.str();
}

/// Names that Chinese offices print otherwise than CLDR has them.
std::optional<std::string> mainland_name(Language language, std::string_view code) {
  const bool zh = language == Language::zh;
  if (code == "HK") return zh ? "中国香港" : "Hong Kong (China)";
  if (code == "MO") return zh ? "中国澳门" : "Macao (China)";
  if (code == "TW") return zh ? "中国台湾" : "Taiwan (China)";
  return std::nullopt;
}

/// ISO 3166-1 leaves these codes to the user, so they are nobody's.
bool user_assigned(std::string_view code) {
  return code.starts_with('X') || code == "ZZ";
}

std::map<std::string, std::string, std::less<>> country_names(Language language) {
  const std::unique_ptr<icu::LocaleDisplayNames> names(icu::LocaleDisplayNames::createInstance(
      icu::Locale(language == Language::zh ? "zh_CN" : "en_GB")));
  std::map<std::string, std::string, std::less<>> result;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    if (user_assigned(*code)) continue;
    icu::UnicodeString name;
    names->regionDisplayName(*code, name);
    std::string utf8 = mainland_name(language, *code).value_or("");
    if (utf8.empty()) name.toUTF8String(utf8);
    result.emplace(*code, std::move(utf8));
  }
  return result;
}

}  // namespace

Formats::Formats(Language language) : language_(language), countries_(country_names(language)) {
  const std::locale locale = icu_locale(language);
  for (unsigned month = 1; month <= 12; ++month)
    months_[month - 1] = stream(locale, "%B", *Date::from(2026, month, 1));
  const Date sunday = *Date::from(2026, 11, 22);
  for (int day = 0; day < 7; ++day)
    weekdays_[static_cast<std::size_t>(day)] = stream(locale, "%A", sunday.plus_days(day));
  for (int number = 0; number < 100; ++number)
    number_words_[static_cast<std::size_t>(number)] = spell_out(locale, language, number);
}

std::string Formats::date(Date day) const {
  return date(PartialDate{day.year(), day.month(), day.day()});
}

std::string Formats::date(const PartialDate& day) const {
  const std::string year = std::to_string(day.year);
  if (language_ == Language::zh) {
    std::string text = year + "年";
    if (day.month) text += std::to_string(*day.month) + "月";
    if (day.day) text += std::to_string(*day.day) + "日";
    return text;
  }
  if (!day.month) return year;
  const std::string text = months_[*day.month - 1] + " " + year;
  return day.day ? std::to_string(*day.day) + " " + text : text;
}

std::string Formats::date_with_weekday(Date day) const {
  if (language_ == Language::zh) return date(day) + weekday(day.weekday());
  return weekday(day.weekday()) + " " + date(day);
}

std::string Formats::day_and_month(Date day) const {
  if (language_ == Language::zh)
    return std::to_string(day.month()) + "月" + std::to_string(day.day()) + "日";
  return std::to_string(day.day()) + " " + months_[day.month() - 1];
}

std::string Formats::range(Date first, Date last) const {
  if (first == last) return date(first);
  const bool same_year = first.year() == last.year();
  const bool same_month = same_year && first.month() == last.month();
  if (language_ == Language::zh) {
    const std::string end = same_month  ? std::to_string(last.day()) + "日"
                            : same_year ? day_and_month(last)
                                        : date(last);
    return date(first) + "至" + end;
  }
  const std::string begin = same_month  ? std::to_string(first.day())
                            : same_year ? day_and_month(first)
                                        : date(first);
  return begin + " to " + date(last);
}

const std::string& Formats::weekday(int day) const {
  assert(day >= 0 && day < 7);
  return weekdays_[static_cast<std::size_t>(day)];
}

std::string Formats::number(std::int64_t value) const {
  return std::to_string(value);
}

std::string Formats::number_word(std::int64_t value) const {
  if (value < 0 || value > 99) return number(value);
  return number_words_[static_cast<std::size_t>(value)];
}

std::string Formats::money(std::int64_t amount, std::string_view currency) const {
  if (language_ == Language::zh && currency == "CNY") return number(amount) + "元";
  return std::string(currency) + " " + number(amount);
}

std::optional<std::string> Formats::country(std::string_view code) const {
  const auto found = countries_.find(code);
  if (found == countries_.end()) return std::nullopt;
  return found->second;
}

}  // namespace tongxing::words
