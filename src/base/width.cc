// SPDX-License-Identifier: GPL-3.0-or-later
// UAX #11 (East Asian Width) as far as a caret under a line needs it.
#include <algorithm>
#include <array>
#include <cstdint>

#include "base/source.h"

namespace tongxing {

namespace {

struct Range {
  char32_t first, last;
};

// Wide and full-width blocks of EastAsianWidth-15.0.0, unassigned code points of a block included.
constexpr std::array kWide{
    Range{0x1100, 0x115F},   Range{0x2329, 0x232A},   Range{0x2E80, 0x303E},
    Range{0x3041, 0x4DBF},   Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97F},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE10, 0xFE19},
    Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},   Range{0xFFE0, 0xFFE6},
    Range{0x16FE0, 0x18DFF}, Range{0x1AFF0, 0x1B2FF}, Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD},
};

// Combining marks and format characters, the usual ones.
constexpr std::array kNone{
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD},   Range{0x0610, 0x061A},
    Range{0x064B, 0x065F}, Range{0x0E31, 0x0E31}, Range{0x0E34, 0x0E3A},   Range{0x0E47, 0x0E4E},
    Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F},   Range{0x202A, 0x202E},
    Range{0x2060, 0x2064}, Range{0x2066, 0x2069}, Range{0x20D0, 0x20FF},   Range{0xFE00, 0xFE0F},
    Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}, Range{0xE0100, 0xE01EF},
};

template <std::size_t n>
bool within(const std::array<Range, n>& ranges, char32_t c) {
  const auto at = std::upper_bound(ranges.begin(), ranges.end(), c,
                                   [](char32_t x, const Range& range) { return x < range.first; });
  return at != ranges.begin() && c <= std::prev(at)->last;
}

/// Takes one code point from the front; a broken byte counts as one.
char32_t next(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC0 ? 1
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                                           : 4;
  char32_t c = length == 1 ? lead : lead & (0x7Fu >> length);
  std::size_t used = 1;
  while (used < length && used < text.size() &&
         (static_cast<unsigned char>(text[used]) & 0xC0) == 0x80)
    c = c << 6 | (static_cast<unsigned char>(text[used++]) & 0x3F);
  text.remove_prefix(used);
  return c;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  while (!utf8.empty()) {
    const char32_t c = next(utf8);
    width += within(kNone, c) ? 0 : within(kWide, c) ? 2 : 1;
  }
  return width;
}

}  // namespace tongxing
