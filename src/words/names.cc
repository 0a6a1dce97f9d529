// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/names.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace tongxing::words {
namespace {

/// Reads one code point and moves on; invalid bytes give a negative number.
UChar32 next(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  auto i = static_cast<std::int32_t>(at);
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i,
          static_cast<std::int32_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  return c;
}

void append(std::string& text, UChar32 c) {
  std::uint8_t bytes[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_han(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_HAN;
}

/// Where `from_end` characters before the end begin.
std::size_t tail(std::string_view text, std::size_t from_end) {
  std::size_t at = text.size();
  while (at > 0 && from_end > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) --from_end;
  }
  return at;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool ends_in_han(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = tail(text, 1);
  return is_han(next(text, at));
}

bool begins_with_han(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_han(next(text, at));
}

std::string joined(const NameParts& parts, std::string_view between) {
  if (parts.surname.empty()) return parts.given;
  if (parts.given.empty()) return parts.surname;
  return parts.surname + std::string(between) + parts.given;
}

}  // namespace

std::string chinese_name(const NameParts& parts) {
  const bool together = ends_in_han(parts.surname) && begins_with_han(parts.given);
  return joined(parts, together ? "" : " ");
}

std::string capitals(std::string_view latin) {
  std::string result;
  for (std::size_t at = 0; at < latin.size();) {
    const std::size_t begin = at;
    const UChar32 c = next(latin, at);
    UErrorCode status = U_ZERO_ERROR;
    if (c >= 0 && uscript_getScript(c, &status) == USCRIPT_LATIN)
      append(result, u_toupper(c));  // simple mapping: one letter for one letter
    else
      result += latin.substr(begin, at - begin);
  }
  return result;
}

std::string latin_name(const NameParts& parts) {
  return capitals(joined(parts, ", "));
}

std::string pinyin_name(const NameParts& parts) {
  return capitals(joined(parts, " "));
}

CoverName cover_name(const PersonName& name) {
  std::string lines[] = {chinese_name(name.chinese), latin_name(name.latin),
                         pinyin_name(name.pinyin), name.native};
  CoverName cover;
  cover.first_is_chinese = !lines[0].empty();
  for (std::string& line : lines) {
    if (line.empty()) continue;
    if (cover.first.empty()) {
      cover.first = std::move(line);
    } else {
      cover.second = std::move(line);
      break;
    }
  }
  return cover;
}

std::string one_line_name(const PersonName& name) {
  const CoverName cover = cover_name(name);
  return cover.second.empty() ? cover.first : cover.first + " " + cover.second;
}

std::string name_in(Script preferred, const PersonName& name) {
  const CoverName cover = cover_name(name);
  const bool want_second = preferred == Script::latin && cover.first_is_chinese;
  return want_second && !cover.second.empty() ? cover.second : cover.first;
}

std::string last_characters(std::string_view number) {
  const std::size_t shown = std::min<std::size_t>(4, characters(number) / 2);
  return std::string(number.substr(tail(number, shown)));
}

std::string masked(std::string_view number) {
  return "…" + last_characters(number);
}

}  // namespace tongxing::words
