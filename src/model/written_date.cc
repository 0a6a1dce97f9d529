// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/written_date.h"

#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace tongxing::model {

namespace {

using Problem = WrittenDate::Problem;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The numbers of the text, and what stands between them.
struct Parts {
  std::vector<std::string_view> numbers;
  std::vector<std::string_view> between;  // one more than numbers: before, between, after
};

Parts split(std::string_view text) {
  Parts parts;
  std::size_t at = 0;
  while (true) {
    const auto number = text.find_first_of("0123456789", at);
    parts.between.push_back(
        text.substr(at, number == std::string_view::npos ? number : number - at));
    if (number == std::string_view::npos) return parts;
    at = std::min(text.find_first_not_of("0123456789", number), text.size());
    parts.numbers.push_back(text.substr(number, at - number));
  }
}

unsigned value_of(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string iso(unsigned year, unsigned month, unsigned day) {
  return PartialDate{static_cast<int>(year), month, day}.iso();
}

/// 民国84年5月28日 is 1995-05-28: year 1 was 1912.
Message republic_hint(const Parts& parts) {
  if (parts.numbers.size() == 3 && parts.numbers[0].size() <= 3)
    return {"count from the year 1: is it {0}?",
            {personal(iso(value_of(parts.numbers[0]) + 1911, value_of(parts.numbers[1]),
                          value_of(parts.numbers[2])))}};
  return "write the day of the common calendar, as in 1995-05-28";
}

std::optional<WrittenDate> other_calendar(std::string_view text, const Parts& parts) {
  for (const auto word : {"民国", "民國", "中華民國"})
    if (has(text, word)) return WrittenDate{{}, Problem::calendar, republic_hint(parts)};
  for (const auto word : {"农历", "農曆", "阴历", "陰曆", "旧历", "lunar", "Lunar", "正月", "腊月",
                          "冬月", "闰", "初", "廿", "昭和", "平成", "令和"})
    if (has(text, word))
      return WrittenDate{
          {}, Problem::calendar, "write the day of the common calendar, as in 1995-05-28"};
  return std::nullopt;
}

/// 03/04/2020 and its like: the year stands last.
std::optional<WrittenDate> year_last(const Parts& parts) {
  if (parts.numbers.size() != 3 || parts.numbers[2].size() != 4 || parts.numbers[0].size() > 2 ||
      parts.numbers[1].size() > 2)
    return std::nullopt;
  const auto a = value_of(parts.numbers[0]);
  const auto b = value_of(parts.numbers[1]);
  const auto year = value_of(parts.numbers[2]);
  const bool day_first = a >= 1 && a <= 31 && b >= 1 && b <= 12;
  const bool month_first = a >= 1 && a <= 12 && b >= 1 && b <= 31;
  if (day_first && month_first && a != b)
    return WrittenDate{{},
                       Problem::ambiguous,
                       {"is it {0} or {1}? write the year first",
                        {personal(iso(year, b, a)), personal(iso(year, a, b))}}};
  if (day_first || month_first)
    return WrittenDate{
        {},
        Problem::not_a_date,
        {"write the year first: {0}", {personal(day_first ? iso(year, b, a) : iso(year, a, b))}}};
  return std::nullopt;
}

bool separated(const Parts& parts) {
  const auto& between = parts.between;
  if (!between.front().empty()) return false;
  const auto count = parts.numbers.size();
  constexpr std::array<std::string_view, 3> kChinese{"年", "月", "日"};
  bool chinese = true;
  for (std::size_t i = 0; i < count; ++i)
    chinese = chinese && (between[i + 1] == kChinese[i] || (i == 2 && between[3] == "号"));
  if (chinese) return true;
  if (!between.back().empty()) return false;
  for (std::size_t i = 1; i < count; ++i)
    if (between[i] != between[1] || (between[i] != "-" && between[i] != "/" && between[i] != "."))
      return false;
  return true;
}

WrittenDate whole(unsigned year, std::optional<unsigned> month, std::optional<unsigned> day) {
  if (month == 0u) month.reset();  // 1995-00-00
  if (day == 0u || !month) day.reset();
  const PartialDate date{static_cast<int>(year), month, day};
  if (const auto checked = PartialDate::parse(date.iso())) return {checked, Problem::none, {}};
  return {{}, Problem::no_such_day, {}};
}

}  // namespace

WrittenDate read_date(std::string_view text) {
  const auto parts = split(text);
  if (auto other = other_calendar(text, parts)) return *std::move(other);
  if (auto last = year_last(parts)) return *std::move(last);
  const auto& numbers = parts.numbers;
  const WrittenDate no_date{{}, Problem::not_a_date, "write the year first, as in 1995-05-28"};
  if (numbers.empty() || numbers.size() > 3 || !separated(parts)) return no_date;
  if (numbers.size() == 1 && numbers[0].size() == 8 && parts.between[1].empty())
    return whole(value_of(numbers[0].substr(0, 4)), value_of(numbers[0].substr(4, 2)),
                 value_of(numbers[0].substr(6, 2)));
  if (numbers[0].size() != 4) return no_date;
  std::optional<unsigned> month, day;
  if (numbers.size() > 1) {
    if (numbers[1].size() > 2) return no_date;
    month = value_of(numbers[1]);
  }
  if (numbers.size() > 2) {
    if (numbers[2].size() > 2) return no_date;
    day = value_of(numbers[2]);
  }
  return whole(value_of(numbers[0]), month, day);
}

}  // namespace tongxing::model
