// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/formats.h"

#include <catch2/catch.hpp>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <locale>

using namespace tongxing::words;
using tongxing::Date;
using tongxing::PartialDate;

namespace {
Date day(const char* iso) {
  return *Date::parse(iso);
}
const Formats zh(Language::zh), en(Language::en), fr(Language::en, "fr");
}  // namespace

TEST_CASE("dates in sentences") {
  CHECK(zh.date(day("2026-11-23")) == "2026年11月23日");
  CHECK(en.date(day("2026-11-23")) == "23 November 2026");
  CHECK(zh.date(day("2027-03-05")) == "2027年3月5日");
  CHECK(en.date(day("2027-03-05")) == "5 March 2027");
  CHECK(zh.date_with_weekday(day("2026-11-23")) == "2026年11月23日星期一");
  CHECK(en.date_with_weekday(day("2026-11-23")) == "Monday 23 November 2026");
  CHECK(en.date_with_weekday(day("2026-11-22")) == "Sunday 22 November 2026");
  CHECK(zh.day_and_month(day("2026-11-23")) == "11月23日");
  CHECK(en.day_and_month(day("2026-11-23")) == "23 November");
  CHECK(zh.weekday(0) == "星期日");
  CHECK(en.weekday(6) == "Saturday");
}

TEST_CASE("a partial date says what is known") {
  CHECK(zh.date(*PartialDate::parse("1995-05")) == "1995年5月");
  CHECK(en.date(*PartialDate::parse("1995-05")) == "May 1995");
  CHECK(zh.date(*PartialDate::parse("1995")) == "1995年");
  CHECK(en.date(*PartialDate::parse("1995")) == "1995");
}

// Spelling as the Imprimerie nationale has it: the first of a month is 1er, no capital, no comma.
TEST_CASE("French dates") {
  CHECK(fr.tag() == "fr");
  CHECK(fr.date(day("2026-11-23")) == "23 novembre 2026");
  CHECK(fr.date(day("2026-01-01")) == "1er janvier 2026");
  CHECK(fr.date(day("2026-08-11")) == "11 août 2026");
  CHECK(fr.date_with_weekday(day("2026-11-23")) == "lundi 23 novembre 2026");
  CHECK(fr.date_with_weekday(day("2026-02-01")) == "dimanche 1er février 2026");
  CHECK(fr.day_and_month(day("2026-12-02")) == "2 décembre");
  CHECK(fr.day_and_month(day("2026-12-01")) == "1er décembre");
  CHECK(fr.date(*PartialDate::parse("1995-05")) == "mai 1995");
  CHECK(fr.date(*PartialDate::parse("1995")) == "1995");
}

TEST_CASE("any language that ICU knows writes dates its own way") {
  const auto [tag, date, month, weekday] =
      GENERATE(table<const char*, const char*, const char*, const char*>({
          {"de", "5. März 2027", "März 2027", "Freitag, 5. März 2027"},
          {"es", "5 de marzo de 2027", "marzo de 2027", "viernes, 5 de marzo de 2027"},
          {"ru", "5 марта 2027\u202fг.", "март 2027\u202fг.", "пятница, 5 марта 2027\u202fг."},
          {"ja", "2027年3月5日", "2027年3月", "2027年3月5日金曜日"},
      }));
  const Formats formats(Language::en, tag);
  CAPTURE(tag);
  CHECK(formats.date(day("2027-03-05")) == date);
  CHECK(formats.date(*PartialDate::parse("2027-03")) == month);
  CHECK(formats.date_with_weekday(day("2027-03-05")) == weekday);
}

// Plural rules of CLDR, written down from
// unicode.org/cldr/charts/supplemental/language_plural_rules.
TEST_CASE("the form of a word beside a number") {
  using Forms = std::vector<std::size_t>;
  const std::vector<std::int64_t> numbers = {0, 1, 2, 5, 11, 21, 101, 111, 1001, 1000002};
  const auto [tag, count, forms] = GENERATE_COPY(table<const char*, std::size_t, Forms>({
      {"en", 2, {1, 0, 1, 1, 1, 1, 1, 1, 1, 1}},
      {"fr", 2, {0, 0, 1, 1, 1, 1, 1, 1, 1, 1}},
      {"ru", 3, {2, 0, 1, 2, 2, 0, 0, 2, 0, 1}},
      {"ja", 1, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
  }));
  const Formats formats(Language::en, tag);
  CAPTURE(tag);
  CHECK(formats.plural_forms() == count);
  Forms found;
  for (const auto number : numbers) found.push_back(formats.plural(number));
  CHECK(found == forms);
}

TEST_CASE("lists and marks") {
  CHECK(zh.list({"甲", "乙", "丙"}) == "甲、乙、丙");
  CHECK(en.list({"A", "B", "C"}) == "A, B and C");
  CHECK(fr.list({"A", "B", "C", "D"}) == "A, B, C et D");
  CHECK(fr.list({"A", "B"}) == "A et B");
  CHECK(fr.list({"A"}) == "A");
  CHECK(fr.list({}).empty());
  CHECK(zh.mark(Mark::colon) == "：");
  CHECK(en.mark(Mark::semicolon) == "; ");
  CHECK(fr.mark(Mark::semicolon) == "\u00a0; ");
  CHECK(fr.mark(Mark::colon) == "\u00a0: ");
  CHECK(fr.mark(Mark::comma) == ", ");
}

TEST_CASE("French has spaces that do not break") {
  CHECK(fr.spaced("Quand ? « Ici » ; là : non !") ==
        "Quand\u00a0? «\u00a0Ici\u00a0»\u00a0; là\u00a0: non\u00a0!");
  CHECK(fr.spaced("{date:short}, 33 × 48 mm") == "{date:short}, 33 × 48 mm");
  CHECK(en.spaced("when ?") == "when ?");
}

TEST_CASE("numbers and money") {
  CHECK(zh.number(1234567) == "1234567");
  CHECK(zh.number_word(6) == "六");
  CHECK(en.number_word(6) == "six");
  CHECK(zh.number_word(2) == "两");
  CHECK(zh.number_word(12) == "十二");
  CHECK(en.number_word(21) == "twenty-one");
  CHECK(zh.number_word(0) == "零");
  CHECK(en.number_word(100) == "100");
  CHECK(en.number_word(-1) == "-1");
  CHECK(zh.money(15) == "15元");
  CHECK(en.money(15) == "CNY 15");
  CHECK(zh.money(25, "USD") == "USD 25");
  CHECK(fr.money(15) == "15\u00a0CNY");
  CHECK(fr.number_word(6) == "six");
}

TEST_CASE("countries by the names that forms use") {
  const auto [code, chinese, english, french] =
      GENERATE(table<const char*, const char*, const char*, const char*>({
          {"US", "美国", "United States", "États-Unis"},
          {"GB", "英国", "United Kingdom", "Royaume-Uni"},
          {"CN", "中国", "China", "Chine"},
          {"KR", "韩国", "South Korea", "Corée du Sud"},
          {"HK", "中国香港", "Hong Kong (China)", "Hong Kong (Chine)"},
          {"MO", "中国澳门", "Macao (China)", "Macao (Chine)"},
          {"TW", "中国台湾", "Taiwan (China)", "Taïwan (Chine)"},
          {"BE", "比利时", "Belgium", "Belgique"},
      }));
  CHECK(zh.country(code) == std::string(chinese));
  CHECK(en.country(code) == std::string(english));
  CHECK(fr.country(code) == std::string(french));
}

TEST_CASE("what is no country has no name") {
  for (const char* code : {"QQ", "XK", "ZZ", "us", "", "USA"}) CHECK_FALSE(en.country(code));
}

TEST_CASE("the machine's locale and time zone change nothing") {
  const char* zone = std::getenv("TZ");
  const std::string before = zone != nullptr ? zone : "";
  for (const char* far : {"Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"}) {
    setenv("TZ", far, 1);
    tzset();
    const std::locale old = std::locale::global(std::locale("C"));
    const Formats formats(Language::en);
    CHECK(formats.date_with_weekday(day("2026-01-01")) == "Thursday 1 January 2026");
    CHECK(formats.date(day("2026-12-31")) == "31 December 2026");
    std::locale::global(old);
  }
  setenv("TZ", before.c_str(), 1);
  if (before.empty()) unsetenv("TZ");
  tzset();
}
