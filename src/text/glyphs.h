// SPDX-License-Identifier: GPL-3.0-or-later
// Shaped text: plain data between shaping and paper.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"
#include "text/face.h"

namespace tongxing::text {

/// One glyph. Distances in 1/1000 em of its face, as /W counts them (ISO 32000-1, 9.7.4.3).
struct Glyph {
  std::uint16_t id = 0;         ///< glyph index in the original face; never 0
  std::int16_t advance = 0;     ///< pen movement to the right, spacing included
  std::int16_t dx = 0, dy = 0;  ///< drawn at pen + offset, y up
  std::uint32_t cluster = 0;    ///< byte in `text` at which its characters start
  bool operator==(const Glyph&) const = default;
};

/// A stretch of one line in one face and one language.
struct Run {
  FaceId face{};
  std::string text;           ///< UTF-8, logical order; what copying must give back
  std::vector<Glyph> glyphs;  ///< visual order, left to right
  std::int32_t width = 0;     ///< sum of the advances, 1/1000 em
  bool blank_box = false;     ///< U+FFFC: one empty square to write in by hand; no glyphs
  bool right_to_left = false;
  bool operator==(const Run&) const = default;
};

/// One line, in visual order.
struct Line {
  std::vector<Run> runs;
  std::int32_t width = 0;  ///< 1/1000 em, without trailing space
  bool operator==(const Line&) const = default;

  Length width_at(Length size) const {
    return Length::milli(
        static_cast<std::int32_t>((static_cast<std::int64_t>(width) * size.milli() + 500) / 1000));
  }
};

}  // namespace tongxing::text
