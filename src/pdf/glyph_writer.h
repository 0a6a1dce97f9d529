// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs → text-showing operators (ISO 32000-1, 9.4.3).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "page/document.h"
#include "pdf/cluster.h"
#include "pdf/font.h"

namespace tongxing::pdf {

/// The fonts of one face in one file: /F<face> has the fixed text, /V<face> what varies.
struct FaceFonts {
  const Font* fixed = nullptr;
  const Font* varying = nullptr;
};

class GlyphWriter {
 public:
  /// Writes to `out`. `fonts` by FaceId.
  GlyphWriter(std::string& out, std::span<const FaceFonts> fonts)
      : out_(out), fonts_(fonts), fixed_used_(fonts.size()) {}

  /// Shows the run inside a text object, from the current position on. Text that runs from right
  /// to left is shown in the order it is read, the pen moving back: so screen readers and every
  /// extractor tried get it right (14.8.2.3.3). A cluster that its glyphs'
  /// /ToUnicode does not give back gets /ActualText, unless `text` has one of its own.
  void show(const page::Text& text);

  /// Which fixed fonts were used, by FaceId.
  const std::vector<bool>& fixed_used() const { return fixed_used_; }

 private:
  struct Found {
    const Font* font = nullptr;
    const FontGlyph* glyph = nullptr;
    bool fixed = false;
  };
  /// /ToUnicode of the glyphs, one after another, gives back the cluster's characters.
  bool is_faithful(const text::Run& run, const Cluster& cluster) const;
  Found find(text::FaceId face, std::uint16_t glyph) const;
  /// `x`: where the cluster begins, or ends when it runs from right to left, in 1/1000 em from the
  /// start of the run; moves on.
  void show(const page::Text& text, const Cluster& cluster, int& x);
  void show(const page::Text& text, const text::Glyph& glyph, const Found& found, int x);
  void choose(const page::Text& text, const Found& found);
  void rise(int value, Length size);
  void open_string();
  void close_string();
  void close_array();

  std::string& out_;
  std::span<const FaceFonts> fonts_;
  std::vector<bool> fixed_used_;
  // Text state lasts from one text object to the next (9.3.1).
  const Font* font_ = nullptr;
  Length size_{};
  int rise_ = 0;  ///< 1/1000 em
  enum class Open : std::uint8_t { nothing, array, string } open_ = Open::nothing;
  int pen_ = 0;  ///< 1/1000 em from the start of the run, as the reader counts
};

}  // namespace tongxing::pdf
