// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/characters.h"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <cstdio>

namespace tongxing::data {

namespace {

bool is_control(UChar32 c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) || c == 0x2028 ||
         c == 0x2029 || (c >= 0xFFF9 && c <= 0xFFFB) || (c & 0xFFFE) == 0xFFFE;
}

bool is_invisible(UChar32 c) {
  return c == 0xFEFF || c == 0x200B || c == 0x2060 || c == 0x00AD || c == 0x200E || c == 0x200F ||
         c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_odd_space(UChar32 c) {
  return c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_full_width(UChar32 c) {
  return c >= 0xFF01 && c <= 0xFF5E;
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

constexpr UChar32 kGone = -1;

// ICU's macro narrows int to uint8_t.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
/// The code point at `at`, which moves behind it; negative where the bytes are not UTF-8.
UChar32 next(std::string_view utf8, std::int32_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  UChar32 c = 0;
  U8_NEXT(bytes, at, static_cast<std::int32_t>(utf8.size()), c);
  return c;
}
#pragma GCC diagnostic pop

/// Rewrites `text` code point by code point; returns the first one that `change` altered.
template <class Change>
std::optional<UChar32> rewrite(std::string& text, Change change) {
  if (is_ascii(text)) return std::nullopt;
  std::optional<UChar32> first;
  std::string out;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    const std::int32_t start = i;
    const UChar32 c = next(text, i);
    const UChar32 to = change(c);
    if (to == c) {
      out.append(text, static_cast<std::size_t>(start), static_cast<std::size_t>(i - start));
      continue;
    }
    if (!first) first = c;
    if (to != kGone) out += static_cast<char>(to);  // every replacement is ASCII
  }
  if (first) text = std::move(out);
  return first;
}

}  // namespace

std::string code_point_name(char32_t c) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(c));
  return text.data();
}

std::optional<Character> control_character(std::string_view utf8) {
  const auto length = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < length;) {
    const auto at = static_cast<std::size_t>(i);
    const UChar32 c = next(utf8, i);
    if (c < 0 || is_control(c))
      return Character{at, static_cast<std::size_t>(i),
                       code_point_name(c < 0 ? 0xFFFD : static_cast<char32_t>(c))};
  }
  return std::nullopt;
}

std::optional<std::string> remove_invisible(std::string& utf8) {
  const auto first = rewrite(utf8, [](UChar32 c) { return is_invisible(c) ? kGone : c; });
  if (!first) return std::nullopt;
  return code_point_name(static_cast<char32_t>(*first));
}

bool plain_spaces(std::string& utf8) {
  return rewrite(utf8, [](UChar32 c) { return is_odd_space(c) ? ' ' : c; }).has_value();
}

bool narrow(std::string& utf8) {
  return rewrite(utf8, [](UChar32 c) { return is_full_width(c) ? c - 0xFEE0 : c; }).has_value();
}

bool narrow_letters(std::string& utf8) {
  return rewrite(utf8,
                 [](UChar32 c) {
                   const UChar32 to = is_full_width(c) ? c - 0xFEE0 : c;
                   const bool letter = (to >= '0' && to <= '9') || (to >= 'A' && to <= 'Z') ||
                                       (to >= 'a' && to <= 'z');
                   return letter ? to : c;
                 })
      .has_value();
}

}  // namespace tongxing::data
