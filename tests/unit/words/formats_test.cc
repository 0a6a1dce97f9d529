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
const Formats zh(Language::zh), en(Language::en);
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

TEST_CASE("a range says once what both ends share") {
  const auto [first, last, chinese, english] =
      GENERATE(table<const char*, const char*, const char*, const char*>({
          {"2027-02-20", "2027-03-05", "2027年2月20日至3月5日", "20 February to 5 March 2027"},
          {"2026-12-02", "2026-12-09", "2026年12月2日至9日", "2 to 9 December 2026"},
          {"2026-12-30", "2027-01-02", "2026年12月30日至2027年1月2日",
           "30 December 2026 to 2 January 2027"},
          {"2026-12-02", "2026-12-02", "2026年12月2日", "2 December 2026"},
      }));
  CHECK(zh.range(day(first), day(last)) == chinese);
  CHECK(en.range(day(first), day(last)) == english);
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
}

TEST_CASE("countries by the names that forms use") {
  const auto [code, chinese, english] = GENERATE(table<const char*, const char*, const char*>({
      {"US", "美国", "United States"},
      {"GB", "英国", "United Kingdom"},
      {"CN", "中国", "China"},
      {"KR", "韩国", "South Korea"},
      {"HK", "中国香港", "Hong Kong (China)"},
      {"MO", "中国澳门", "Macao (China)"},
      {"TW", "中国台湾", "Taiwan (China)"},
      {"BE", "比利时", "Belgium"},
  }));
  CHECK(zh.country(code) == std::string(chinese));
  CHECK(en.country(code) == std::string(english));
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
