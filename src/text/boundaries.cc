// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/boundaries.h"

#include <algorithm>
#include <boost/locale/boundary.hpp>
#include <boost/locale/generator.hpp>
#include <boost/locale/localization_backend.hpp>
#include <string_view>

#include "text/characters.h"

namespace tongxing::text {
namespace {

namespace boundary = boost::locale::boundary;

std::locale chinese() {
  auto backends = boost::locale::localization_backend_manager::global();
  backends.select("icu");
  boost::locale::generator generator(backends);
  generator.categories(boost::locale::boundary_facet);
  generator.characters(boost::locale::char_facet);
  return generator("zh_CN.UTF-8");
}

/// Code point that starts at a byte; size() where none does.
std::size_t index_of(const std::vector<std::size_t>& offsets, std::size_t byte) {
  const auto found = std::ranges::lower_bound(offsets, byte);
  if (found == offsets.end() || *found != byte) return offsets.size();
  return static_cast<std::size_t>(found - offsets.begin());
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_hyphen(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2013);
}
bool is_interpunct(char32_t c) {
  return c == 0xB7 || c == 0x2027 || c == 0x30FB;
}
/// Units and measure words that stand behind a number in our papers.
bool is_measure(char32_t c) {
  return std::u32string_view(U"年月日号时分秒天周岁份张页个本套次条款项章节名位人元角毫厘米万")
             .find(c) != std::u32string_view::npos;
}
bool is_wide_closing(char32_t c) {
  return c >= 0x3000 && is_closing(c);
}

/// Breaks that UAX #14 allows and a careful printer does not make (SPEC 6.10).
bool is_kept_together(std::u32string_view text, std::size_t at) {
  const char32_t before = text[at - 1], after = text[at];
  const auto back = [&](std::size_t n) { return at >= n ? text[at - n] : U'\0'; };
  if (is_interpunct(after) || is_wide_closing(after))
    return true;  // 买买提·艾力; not even after a space
  if (is_hyphen(before) && is_alphabetic(back(2)) && is_alphabetic(after))
    return true;                                           // 2027-05-01, TX-2026-00017, exit-entry
  if (is_digit(before) && is_measure(after)) return true;  // 3份, 2026年
  if ((before == U'年' || before == U'月') && is_digit(after)) return true;  // 2026年5月28日
  constexpr char32_t times = 0xD7;
  const char32_t word_before = is_space(before) ? back(2) : before;
  return word_before == times || after == times;  // 33 × 48
}

/// Breaks around quotation marks that UAX #14 does not know how to allow between Chinese
/// characters: it cannot tell an opening “ from a closing one, GB/T 15834 can.
bool is_quote_break(std::u32string_view text, std::size_t at) {
  const char32_t before = text[at - 1], after = text[at];
  const bool opens = after == 0x201C || after == 0x2018;
  const bool closed = before == 0x201D || before == 0x2019;
  if (opens) return is_han(before) || is_wide_closing(before);
  return closed && is_han(after);
}

}  // namespace

Boundaries::Boundaries() : locale_(chinese()) {}

std::vector<std::size_t> Boundaries::clusters(std::string_view utf8, std::u32string_view characters,
                                              const std::vector<std::size_t>& offsets) const {
  std::vector<std::size_t> out;
  const char* begin = utf8.data();
  const boundary::boundary_point_index<const char*> points(boundary::character, begin,
                                                           begin + utf8.size(), locale_);
  for (const auto& point : points) {
    const std::size_t at = index_of(offsets, static_cast<std::size_t>(point.iterator() - begin));
    if (at + 1 < offsets.size()) out.push_back(at);
  }
  if (out.empty() || out.front() != 0) out.insert(out.begin(), 0);
  // A box to write in stands by itself: no mark belongs to it.
  for (std::size_t at = 0; at < characters.size(); ++at)
    if (characters[at] == object_replacement)
      for (std::size_t start : {at, at + 1})
        if (start < characters.size()) out.push_back(start);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<bool> Boundaries::line_breaks(std::string_view utf8, std::u32string_view characters,
                                          const std::vector<std::size_t>& offsets) const {
  std::vector<bool> out(characters.size() + 1, false);
  const char* begin = utf8.data();
  boundary::boundary_point_index<const char*> points(boundary::line, begin, begin + utf8.size(),
                                                     locale_);
  points.rule(boundary::line_any);
  for (const auto& point : points) {
    const std::size_t at = index_of(offsets, static_cast<std::size_t>(point.iterator() - begin));
    if (at < out.size()) out[at] = true;
  }
  for (std::size_t at = 1; at < characters.size(); ++at) {
    if (out[at] && is_kept_together(characters, at)) out[at] = false;
    if (!out[at] && is_quote_break(characters, at)) out[at] = true;
  }
  out.front() = false;
  out.back() = true;
  return out;
}

}  // namespace tongxing::text
