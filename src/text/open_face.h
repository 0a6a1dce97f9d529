// SPDX-License-Identifier: GPL-3.0-or-later
// One font file, opened and looked over. Private to text/.
#pragma once

#include <optional>

#include "text/fonts.h"
#include "text/hb.h"

namespace tongxing::text {

/// The glyphs of common characters, ready for many subsets.
struct Ready {
  HbFace face;                       ///< preprocessed
  std::vector<std::uint16_t> glyph;  ///< glyph of the whole face → glyph of this one; 0: not here
};

/// Never changed once made; HarfBuzz lets threads share it (what it computes on demand, it
/// publishes atomically).
struct OpenFace {
  HbBlob file;  ///< mapped
  HbFace face;
  HbFont font;                 ///< scale = units per em
  HbFace outlines;             ///< the same face with only the tables that a subset needs
  std::optional<Ready> ready;  ///< only after prepare_for_batch
  FaceMetrics metrics;
  unsigned units_per_em = 1000;

  /// Font units → 1/1000 em, half away from zero.
  int thousandths(int units) const;
};

/// Maps the file; nothing but the headers is read. nullopt inside: the file is not there.
/// Errors: T002 no usable font, T003 may not be embedded.
Result<std::optional<OpenFace>> open_face(const FaceSource& source);

/// No: the licence bits of OS/2 forbid embedding, or forbid subsetting, or allow bitmaps only
/// (OpenType, OS/2 fsType).
bool may_embed(std::uint16_t fs_type);

}  // namespace tongxing::text
