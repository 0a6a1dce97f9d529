// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/text_string.h"

#include <array>
#include <cstdint>

namespace tongxing::foreign {
namespace {

constexpr char32_t replacement = 0xFFFD;

void append(std::string& utf8, char32_t c) {
  const auto byte = [&](char32_t bits) { utf8 += static_cast<char>(bits); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6);
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12);
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

// Annex D.3, table D.2: where PDFDocEncoding is not Latin-1.
constexpr std::array<char16_t, 8> from_18 = {0x02D8, 0x02C7, 0x02C6, 0x02D9,
                                             0x02DD, 0x02DB, 0x02DA, 0x02DC};
constexpr std::array<char16_t, 33> from_80 = {
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212,
    0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141,
    0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E, 0xFFFD, 0x20AC};

char32_t document_character(unsigned char byte) {
  if (byte >= 0x18 && byte < 0x20) return from_18[byte - 0x18U];
  if (byte >= 0x80 && byte <= 0xA0) return from_80[byte - 0x80U];
  return byte;
}

std::string document_text(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) append(text, document_character(static_cast<unsigned char>(byte)));
  return text;
}

/// How many bytes the sequence at the start has; 0: it is not UTF-8 (RFC 3629).
std::size_t sequence(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = at(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length > bytes.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((at(i) & 0xC0) != 0x80) return 0;
  const bool overlong = (lead == 0xE0 && at(1) < 0xA0) || (lead == 0xF0 && at(1) < 0x90);
  const bool outside = (lead == 0xED && at(1) >= 0xA0) || (lead == 0xF4 && at(1) >= 0x90);
  return overlong || outside ? 0 : length;
}

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = sequence(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

}  // namespace

std::string utf16_text(std::string_view bytes) {
  std::string text;
  const auto unit = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[i]) << 8 |
                                 static_cast<unsigned char>(bytes[i + 1]));
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = replacement;
    }
    append(text, c);
  }
  if (bytes.size() % 2 != 0) append(text, replacement);
  return text;
}

std::string text_string(std::string_view bytes) {
  if (bytes.starts_with("\xFE\xFF")) return utf16_text(bytes.substr(2));
  if (bytes.starts_with("\xEF\xBB\xBF") && is_utf8(bytes)) return std::string(bytes.substr(3));
  return document_text(bytes);
}

std::string name_text(std::string_view bytes) {
  return is_utf8(bytes) ? std::string(bytes) : document_text(bytes);
}

}  // namespace tongxing::foreign
