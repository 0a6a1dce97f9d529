// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "text/characters.h"
#include "text/shape.h"

namespace tongxing::text {

std::u32string to_utf32(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  std::size_t at = 0;
  while (at < utf8.size()) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, utf8.size(), c);
    out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

std::vector<std::size_t> byte_offsets(std::string_view utf8) {
  std::vector<std::size_t> out;
  out.reserve(utf8.size() + 1);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  std::size_t at = 0;
  while (at < utf8.size()) {
    out.push_back(at);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, utf8.size(), c);
  }
  out.push_back(utf8.size());
  return out;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 3);
  for (char32_t c : code_points) {
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
    char unit[4];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(unit, length, c);
    out.append(unit, length);
  }
  return out;
}

}  // namespace tongxing::text
