// SPDX-License-Identifier: GPL-3.0-or-later
// Embedded fonts: which code draws a glyph, what it stands for, and the PDF objects of it
// (Type 0 fonts with Identity-H, ISO 32000-1, 9.7; /ToUnicode, 9.10.3).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/part.h"
#include "text/fonts.h"

namespace tongxing::pdf {

struct FontGlyph {
  std::uint16_t glyph = 0;  ///< in the original face
  std::uint16_t code = 0;   ///< the CID, written in the content stream
  int width = 0;            ///< 1/1000 em, as /W has it
  std::string text;         ///< UTF-8, as /ToUnicode has it
};

/// Gathers the glyphs of one face before its subset is made. Of several texts for a glyph the
/// first wins; where it stands for another, the content says so with /ActualText.
class GlyphCollector {
 public:
  void add(std::uint16_t glyph, std::string_view text);
  bool empty() const { return wanted_.empty(); }
  /// Sorted by glyph, each once; code and width are still 0.
  std::vector<FontGlyph> take();

 private:
  std::vector<FontGlyph> wanted_;
};

/// A subset of one face as it stands in one file.
class Font {
 public:
  /// Makes the subset. `glyphs` as GlyphCollector::take() gives them, not empty.
  Font(const text::FontSet& fonts, text::FaceId face, std::vector<FontGlyph> glyphs);

  /// Null: the glyph is not in this font.
  const FontGlyph* find(std::uint16_t glyph) const;

  static constexpr ObjectNumber object_count = 5;
  /// Writes its objects, numbered from `first`, the Type 0 font being `first` itself.
  void write(PartBuilder& part, ObjectNumber first, Packing packing) const;

 private:
  text::FaceMetrics metrics_;
  std::string name_;  ///< with subset tag
  std::string program_;
  std::vector<FontGlyph> glyphs_;     ///< by glyph
  std::vector<std::uint16_t> slots_;  ///< glyph - first glyph → 1 + index into glyphs_
};

}  // namespace tongxing::pdf
