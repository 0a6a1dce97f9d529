// SPDX-License-Identifier: GPL-3.0-or-later
// Finished pages → the bytes of one PDF file, tagged: PDF/UA-1 and PDF/A-2a together.
//
// A file is [parts that are the same for every family][this family's streams][one object stream]
// [cross-reference stream]. The first is made once, by prepare(); write() copies it. What a family
// adds beyond the fixed text is drawn with a small second font of the same face, so a run of text
// need not say whether it is fixed: each glyph is looked up.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "page/document.h"
#include "text/fonts.h"
#include "text/glyphs.h"

namespace tongxing::pdf {

/// What does not depend on the family: the glyphs of all sentences we print, and form backgrounds.
struct FixedText {
  /// For each face, glyph → the characters it stands for (UTF-8).
  std::map<text::FaceId, std::map<std::uint16_t, std::string>> glyphs;
  /// A layer and the height of the pages it is for. Its glyphs need not be added. No pictures.
  struct Background {
    std::shared_ptr<const page::Layer> layer;
    Length page_height;
  };
  std::vector<Background> backgrounds;

  /// All glyphs of a shaped text. Of several texts for one glyph the first wins.
  void add(const text::Run& run);
};

/// The prepared parts of a file: colour profile, fonts of the fixed text, compressed layers.
/// Immutable; shared by all threads; copies share.
class Stationery {
 public:
  struct State;
  explicit Stationery(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  const State& state() const { return *state_; }

 private:
  std::shared_ptr<const State> state_;
};

/// Costs some milliseconds a face. Requires: no glyph 0.
Stationery prepare(const text::FontSet& fonts, const FixedText& fixed);

/// The whole file. Equal arguments give equal bytes. Runs with `blank_box` are not drawn: layout
/// has drawn the square.
/// Requires: every layer of the document was prepared (the same object) and its tags stand in
/// Document::tags from Page::layer_tags on; no glyph 0; tags as page/document.h says; the fixed
/// text has glyphs of Document::typed.
/// Threads: as many calls at a time as wanted.
std::string write(const page::Document& document, const Stationery& stationery,
                  const text::FontSet& fonts);

}  // namespace tongxing::pdf
