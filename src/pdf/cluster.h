// SPDX-License-Identifier: GPL-3.0-or-later
// Which characters the glyphs of a run stand for.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/glyphs.h"

namespace tongxing::pdf {

/// Neighbouring glyphs and the characters they stand for together; mostly one and one.
struct Cluster {
  std::size_t begin = 0, end = 0;  ///< into run.glyphs
  std::string_view text;           ///< into run.text
};

/// The cluster whose first glyph, in visual order, is `begin`.
Cluster cluster_at(const text::Run& run, std::size_t begin);

/// The characters that glyph `index` of the cluster stands for by itself: all of them, or its own
/// where there are as many glyphs as characters. Otherwise the first in reading order stands for
/// all and the others for a zero width space: every glyph has to stand for something (ISO 14289-1,
/// 7.21.7), and /ActualText says what is meant.
std::string_view share_of(const Cluster& cluster, const text::Run& run, std::size_t index);

}  // namespace tongxing::pdf
