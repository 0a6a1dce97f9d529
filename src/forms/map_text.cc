// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/map_text.h"

#include <array>
#include <cstdio>

namespace tongxing::forms {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// C1 controls, the line and paragraph separators, the byte order mark, as UTF-8: what YAML takes
/// for the end of a line, or does not take at all. 0: none of them.
std::size_t unprintable(std::string_view text) {
  if (text.size() >= 2 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0) return 2;
  for (const std::string_view each :
       {"\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF", "\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    if (text.starts_with(each)) return each.size();
  return 0;
}

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const char c = text.front();
    if (c == '"' || c == '\\') out += '\\';
    if (const std::size_t length = unprintable(text); length == 2) {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "\\x%02x", static_cast<unsigned char>(text[1]));
      out += code.data();
      text.remove_prefix(length);
      continue;
    } else if (length == 3) {
      const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "\\u%04x",
                    (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU));
      out += code.data();
      text.remove_prefix(length);
      continue;
    }
    if (is_control(c)) {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "\\x%02x", static_cast<unsigned char>(c));
      out += code.data();
    } else {
      out += c;
    }
    text.remove_prefix(1);
  }
  return out + '"';
}

std::string one_line(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = unprintable(text);
    out += length > 0 || is_control(text.front()) ? ' ' : text.front();
    text.remove_prefix(length > 0 ? length : 1);
  }
  return out;
}

}  // namespace tongxing::forms
