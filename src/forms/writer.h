// SPDX-License-Identifier: GPL-3.0-or-later
// Answers → the objects that a filling adds to its form. Private to forms/.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "forms/answers.h"
#include "pdf/font.h"
#include "pdf/glyph_writer.h"

namespace tongxing::forms {

/// The fonts of one filling: only the glyphs it needs.
class FillingFonts {
 public:
  explicit FillingFonts(const text::FontSet& fonts) : fonts_(fonts), wanted_(fonts.face_count()) {}
  void collect(const text::Run& run);
  /// Makes the subsets; collect() comes before, the others after.
  void make();

  pdf::ObjectNumber count() const {
    return static_cast<pdf::ObjectNumber>(made_.size()) * pdf::Font::object_count;
  }
  void write(pdf::PartBuilder& part, pdf::ObjectNumber first) const;
  /// "/V3 12 0 R/V5 17 0 R", each name after `prefix`.
  std::string entries(const std::string& prefix, pdf::ObjectNumber first) const;
  const std::vector<pdf::FaceFonts>& table() const { return table_; }
  bool empty() const { return made_.empty(); }
  text::FaceId first_face() const { return made_.front().face; }

 private:
  struct Made {
    text::FaceId face;
    pdf::Font font;
  };
  const text::FontSet& fonts_;
  std::vector<pdf::GlyphCollector> wanted_;
  std::deque<Made> made_;  // table_ points into it
  std::vector<pdf::FaceFonts> table_;
};

/// Operators of a drawing in its own space. `with_ink`: text and marks too.
void put_drawing(std::string& out, const Drawing& drawing, const FillingFonts& fonts,
                 bool with_ink);

/// The whole file.
std::string write_file(const PreparedForm& prepared, const std::vector<Filling>& fillings,
                       const Answers& answers, const std::vector<page::Page>& more,
                       const std::vector<page::Tag>& tags, text::Shaper& shaper, bool with_ink);

}  // namespace tongxing::forms
