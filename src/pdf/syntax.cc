// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/syntax.h"

#include <algorithm>
#include <charconv>

namespace tongxing::pdf {
namespace {

/// The next code point; `at` moves on. The program's texts are valid UTF-8 (text/shape.h).
char32_t next_character(std::string_view utf8, std::size_t& at) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0x80;
  };
  const char32_t first = byte(at);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  char32_t value = length == 1 ? first : first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) value = value << 6 | (byte(at + i) & 0x3F);
  at += length;
  return value;
}

template <class Unit>
void each_utf16_unit(std::string_view utf8, Unit unit) {
  for (std::size_t at = 0; at < utf8.size();) {
    auto c = next_character(utf8, at);
    if (c < 0x10000) {
      unit(static_cast<std::uint16_t>(c));
    } else {
      c -= 0x10000;
      unit(static_cast<std::uint16_t>(0xD800 + (c >> 10)));
      unit(static_cast<std::uint16_t>(0xDC00 + (c & 0x3FF)));
    }
  }
}

/// A byte inside ( ). A bare carriage return would be read as a line feed (7.3.4.2).
void put_string_byte(std::string& out, char byte) {
  if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
  if (byte == '\r') {
    out += "\\r";
  } else {
    out += byte;
  }
}

}  // namespace

void put(std::string& out, std::int64_t number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

void put_thousandths(std::string& out, std::int64_t value) {
  if (value < 0) {
    out += '-';
    value = -value;
  }
  const auto whole = value / 1000;
  auto fraction = static_cast<int>(value % 1000);
  if (whole != 0 || fraction == 0) put(out, whole);
  if (fraction == 0) return;
  out += '.';
  for (int unit = 100; fraction != 0; unit /= 10) {
    out += static_cast<char>('0' + fraction / unit);
    fraction %= unit;
  }
}

void put_grey(std::string& out, page::Grey grey) {
  put_thousandths(out, (static_cast<int>(grey) * 1000 + 127) / 255);
}

void put_reference(std::string& out, ObjectNumber number) {
  put(out, number);
  out += " 0 R";
}

void put_name(std::string& out, std::string_view name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  out += '/';
  for (const char c : name) {
    const bool is_regular =
        c > ' ' && c <= '~' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
    if (is_regular) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '#';
    out += digits[byte >> 4];
    out += digits[byte & 0xF];
  }
}

void put_hex4(std::string& out, std::uint16_t value) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4) {
    out += digits[static_cast<std::size_t>(value >> shift & 0xF)];
  }
}

void put_text(std::string& out, std::string_view utf8) {
  out += '(';
  const auto plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::all_of(utf8.begin(), utf8.end(), plain)) {
    for (const char c : utf8) put_string_byte(out, c);
  } else {
    out += "\xFE\xFF";
    each_utf16_unit(utf8, [&](std::uint16_t unit) {
      put_string_byte(out, static_cast<char>(unit >> 8));
      put_string_byte(out, static_cast<char>(unit & 0xFF));
    });
  }
  out += ')';
}

void put_utf16_hex(std::string& out, std::string_view utf8) {
  each_utf16_unit(utf8, [&](std::uint16_t unit) { put_hex4(out, unit); });
}

void put_box(std::string& out, const page::Rect& box, Length page_height) {
  out += '[';
  put(out, box.at.x);
  out += ' ';
  put(out, page_height - box.at.y - box.size.height);
  out += ' ';
  put(out, box.at.x + box.size.width);
  out += ' ';
  put(out, page_height - box.at.y);
  out += ']';
}

}  // namespace tongxing::pdf
