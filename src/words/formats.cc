// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/formats.h"

#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/listformatter.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <memory>

namespace tongxing::words {
namespace {

/// Our calendar is the Gregorian one in every language.
icu::Locale locale_of(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  locale.setKeywordValue("calendar", "gregorian", status);
  return locale;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

bool is_french(std::string_view tag) {
  return tag == "fr" || tag.starts_with("fr-");
}

/// In the place of " ", before ; : ! ? » and after «.
constexpr std::string_view no_break = "\u00a0";

/// Chinese offices print the names of these three otherwise than CLDR has them.
bool is_region_of_china(std::string_view code) {
  return code == "HK" || code == "MO" || code == "TW";
}

/// ISO 3166-1 leaves these codes to the user, so they are nobody's.
bool user_assigned(std::string_view code) {
  return code.starts_with('X') || code == "ZZ";
}

std::map<std::string, std::string, std::less<>> country_names(Language language,
                                                              const std::string& tag) {
  const icu::Locale locale = language == Language::zh ? icu::Locale("zh_CN")
                             : tag == "en"            ? icu::Locale("en_GB")
                                                      : locale_of(tag);
  UDisplayContext brief = UDISPCTX_LENGTH_SHORT;
  const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(locale));
  const std::unique_ptr<icu::LocaleDisplayNames> short_names(
      icu::LocaleDisplayNames::createInstance(locale, &brief, 1));
  icu::UnicodeString name;
  const std::string china = utf8(names->regionDisplayName("CN", name));
  std::map<std::string, std::string, std::less<>> result;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    if (user_assigned(*code)) continue;
    std::string written;
    if (!is_region_of_china(*code)) {
      written = utf8(names->regionDisplayName(*code, name));
    } else {
      written = utf8(short_names->regionDisplayName(*code, name));
      written = language == Language::zh ? china + written : written + " (" + china + ")";
    }
    result.emplace(*code, std::move(written));
  }
  return result;
}

}  // namespace

Formats::Formats(Language language, std::string_view tag)
    : language_(language),
      tag_(language == Language::zh ? "zh" : tag),
      countries_(country_names(language, tag_)) {
  ask_for_dates();
  ask_for_numbers();
  if (language_ == Language::zh) {
    list_.fill("、");
    marks_ = {"，", "；", "："};
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::ListFormatter> lists(
      icu::ListFormatter::createInstance(locale_of(tag_ == "en" ? "en-GB" : tag_), status));
  const auto between = [&](int count, char16_t before, char16_t after) {
    const icu::UnicodeString items[] = {u"1", u"2", u"3", u"4"};
    icu::UnicodeString all;
    lists->format(items, count, all, status);
    const auto from = all.indexOf(before) + 1;
    return utf8(all.tempSubStringBetween(from, all.indexOf(after)));
  };
  if (U_SUCCESS(status)) list_ = {between(2, '1', '2'), between(4, '1', '2'), between(4, '3', '4')};
  marks_ = {", ", "; ", ": "};
  if (is_french(tag_))
    for (const Mark mark : {Mark::semicolon, Mark::colon})
      marks_[static_cast<std::size_t>(mark)].insert(0, no_break);
}

void Formats::ask_for_dates() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = locale_of(language_ == Language::zh ? "zh-CN" : tag_);
  const icu::DateFormatSymbols symbols(locale, status);
  const auto names = [&](icu::DateFormatSymbols::DtContextType context, auto& into) {
    int count = 0;
    const auto* months = symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE);
    for (int i = 0; i < count && i < 12; ++i) into[static_cast<std::size_t>(i)] = utf8(months[i]);
  };
  names(icu::DateFormatSymbols::FORMAT, months_);
  names(icu::DateFormatSymbols::STANDALONE, months_alone_);
  int count = 0;
  const auto* days = symbols.getWeekdays(count);  // from 1
  for (int i = 1; i < count && i <= 7; ++i)
    weekdays_[static_cast<std::size_t>(i) - 1] = utf8(days[i]);

  // Ours for the two that were designed; the others as their readers know them.
  if (language_ == Language::zh) {
    patterns_ = {"y年M月d日", "y年M月", "y年M月d日EEEE", "M月d日"};
  } else if (tag_ == "en") {
    patterns_ = {"d MMMM y", "MMMM y", "EEEE d MMMM y", "d MMMM"};
  } else {
    const std::unique_ptr<icu::DateTimePatternGenerator> best(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    const auto pattern = [&](const char16_t* skeleton) {
      return utf8(best->getBestPattern(skeleton, status));
    };
    patterns_ = {pattern(u"yMMMMd"), pattern(u"yMMMM"), pattern(u"yMMMMEEEEd"), pattern(u"MMMMd")};
  }
  assert(U_SUCCESS(status));
}

void Formats::ask_for_numbers() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = locale_of(language_ == Language::zh ? "zh-CN" : tag_);
  const icu::RuleBasedNumberFormat spell_out(icu::URBNF_SPELLOUT, locale, status);
  for (std::size_t number = 0; number < number_words_.size(); ++number) {
    icu::UnicodeString word;
    spell_out.format(static_cast<std::int32_t>(number), word);
    number_words_[number] = utf8(word);
  }
  if (language_ == Language::zh) {
    number_words_[0] = "零";  // ICU: 〇, a digit, not a word
    number_words_[2] = "两";  // before a measure word
  }

  // Chinese has no plural; a text that stands there for both languages follows the English.
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(
      language_ == Language::zh ? icu::Locale::getEnglish() : locale, status));
  constexpr std::array<std::u16string_view, 6> order = {u"zero", u"one",  u"two",
                                                        u"few",  u"many", u"other"};
  std::array<bool, 6> used{};
  for (std::size_t number = 0; number < plurals_.size(); ++number) {
    const auto word = rules->select(static_cast<std::int32_t>(number));
    const auto form = std::find_if(order.begin(), order.end(), [&](std::u16string_view each) {
      return word == icu::UnicodeString(each.data(), static_cast<std::int32_t>(each.size()));
    });
    plurals_[number] = static_cast<std::uint8_t>(form - order.begin());
    used[plurals_[number]] = true;
  }
  std::array<std::uint8_t, 6> rank{};
  plural_forms_ = 0;
  for (std::size_t form = 0; form < order.size(); ++form) {
    rank[form] = static_cast<std::uint8_t>(plural_forms_);
    plural_forms_ += used[form];
  }
  for (auto& form : plurals_) form = rank[form];
  assert(U_SUCCESS(status));
}

/// Letters of a pattern are fields, text between apostrophes and everything else stands as it is.
std::string Formats::written(std::string_view pattern, const PartialDate& day) const {
  std::string text;
  bool quoted = false;
  for (std::size_t at = 0; at < pattern.size();) {
    const char letter = pattern[at];
    std::size_t end = pattern.find_first_not_of(letter, at);
    if (end == std::string_view::npos) end = pattern.size();
    const std::size_t count = end - at;
    const bool is_field =
        !quoted && ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'));
    if (letter == '\'') {
      text.append(count / 2, '\'');
      if (count % 2 == 1) quoted = !quoted;
    } else if (!is_field) {
      text.append(pattern.substr(at, count));
    } else if (letter == 'y') {
      text += std::to_string(day.year);
    } else if (letter == 'd') {
      text += is_french(tag_) && *day.day == 1 ? "1er" : std::to_string(*day.day);
    } else if (letter == 'M' || letter == 'L') {
      text += count < 3 ? std::to_string(*day.month)
                        : (letter == 'M' ? months_ : months_alone_)[*day.month - 1];
    } else if (letter == 'E' || letter == 'c') {
      text += weekday(Date::from(day.year, *day.month, *day.day)->weekday());
    }
    at = end;
  }
  return text;
}

std::string Formats::date(Date day) const {
  return date(PartialDate{day.year(), day.month(), day.day()});
}

std::string Formats::date(const PartialDate& day) const {
  if (!day.month) return std::to_string(day.year) + (language_ == Language::zh ? "年" : "");
  return written(day.day ? patterns_.whole : patterns_.month, day);
}

std::string Formats::date_with_weekday(Date day) const {
  return written(patterns_.weekday, {day.year(), day.month(), day.day()});
}

std::string Formats::day_and_month(Date day) const {
  return written(patterns_.short_one, {day.year(), day.month(), day.day()});
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

std::size_t Formats::plural(std::int64_t value) const {
  // Beyond the table every language looks at the last two digits; what is below nothing counts as
  // what is above.
  const auto size = static_cast<std::uint64_t>(value < 0 ? -value : value);
  return plurals_[size < plurals_.size() ? size : 100 + size % 100];
}

std::string Formats::money(std::int64_t amount, std::string_view currency) const {
  if (language_ == Language::zh && currency == "CNY") return number(amount) + "元";
  if (language_ == Language::zh || tag_ == "en")
    return std::string(currency) + " " + number(amount);
  return number(amount) + std::string(no_break) + std::string(currency);
}

std::string Formats::list(const std::vector<std::string>& items) const {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += list_[items.size() == 2 ? 0 : i + 1 < items.size() ? 1 : 2];
    text += items[i];
  }
  return text;
}

std::string Formats::spaced(std::string_view text) const {
  if (!is_french(tag_)) return std::string(text);
  constexpr std::string_view opening = "«", closing = "»";
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view after = text.substr(at + 1);
    const bool marked =
        !after.empty() && (std::string_view(";:!?").find(after[0]) != std::string_view::npos ||
                           after.starts_with(closing));
    if (text[at] == ' ' && (marked || result.ends_with(opening)))
      result += no_break;
    else
      result += text[at];
  }
  return result;
}

std::optional<std::string> Formats::country(std::string_view code) const {
  const auto found = countries_.find(code);
  if (found == countries_.end()) return std::nullopt;
  return found->second;
}

}  // namespace tongxing::words
