// SPDX-License-Identifier: GPL-3.0-or-later
// A paragraph taken apart: each piece is one shaping call. Private to text/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/font_state.h"
#include "text/shape.h"

namespace tongxing::text {

/// A stretch of one span, one face, one script and one direction.
struct Piece {
  std::size_t begin = 0, end = 0;  ///< code points
  std::size_t span = 0;
  FaceId face{};
  hb_script_t script = HB_SCRIPT_COMMON;
  std::uint8_t level = 0;  ///< of embedding (UAX #9); odd: right to left
  bool blank_box = false;  ///< one character that nothing draws
};

struct Pieces {
  std::string bytes;                 ///< all spans, UTF-8
  std::u32string characters;         ///< as written
  std::u32string drawn;              ///< as shaped: see drawn_as()
  std::vector<std::size_t> offsets;  ///< byte of each code point, and the end
  std::vector<bool> cluster_start;   ///< grapheme clusters; one element more, the last is true
  std::vector<bool> gap_before;      ///< a thin space belongs before this character
  std::vector<Piece> pieces;         ///< in logical order
  std::uint8_t base_level = 0;       ///< 1: the paragraph runs from right to left
};

Pieces take_apart(const FontState& fonts, const std::vector<Span>& spans);

/// Embedding levels of all characters (UAX #9). The paragraph runs from left to right unless all
/// its letters run from right to left: our sentences are Chinese or English with names in them.
struct Levels {
  std::vector<std::uint8_t> of;  ///< empty: all 0
  std::uint8_t base = 0;
};
Levels bidi_levels(std::u32string_view text);

/// Order in which pieces of these levels are drawn, left to right (UAX #9, L2).
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace tongxing::text
