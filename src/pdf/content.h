// SPDX-License-Identifier: GPL-3.0-or-later
// Items → operators of a content stream (ISO 32000-1, 8).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "page/document.h"
#include "pdf/glyph_writer.h"
#include "pdf/marks.h"

namespace tongxing::pdf {

/// The photographs of one file, each once, named /I0, /I1 …
class Pictures {
 public:
  std::size_t add(const page::Picture& picture);
  const std::vector<const page::Picture*>& all() const { return all_; }

 private:
  std::vector<const page::Picture*> all_;
};

/// The content stream of one page or of one layer.
class Content {
 public:
  /// `fonts` by FaceId; `tags`: where the items' tags are looked up; `first_mark`: the first MCID.
  Content(std::span<const FaceFonts> fonts, std::span<const page::Tag> tags, Length page_height,
          std::size_t first_mark, Pictures& pictures);
  Content(const Content&) = delete;
  Content& operator=(const Content&) = delete;

  void draw(const std::vector<page::Item>& items);
  /// Not marked as content or decoration: in an appearance.
  void draw_unmarked(const page::Path& path) { draw({}, path); }

  const std::string& operators() const { return out_; }
  const std::vector<page::TagId>& marks() const { return marks_.tags(); }
  const std::vector<bool>& fixed_used() const { return glyphs_.fixed_used(); }

 private:
  /// Operands in force, so that only changes are written.
  struct State {
    page::Grey fill = 0, stroke = 0;
    Length width = Length::milli(1000);
    bool round = false, dashed = false, outlined = false;
  };

  void draw(page::Point at, const page::Text& text);
  void draw(page::Point at, const page::Fill& fill);
  void draw(page::Point at, const page::Path& path);
  void draw(page::Point at, const page::Code& code);
  void draw(page::Point at, const page::Picture& picture);

  void fill_grey(page::Grey grey);
  void stroke(page::Grey grey, Length width);
  void round(bool wanted);
  void dash(const std::vector<Length>& lengths);
  void outline(page::Path const& path, page::Point at);
  void point(page::Point at);
  /// "q … cm": the unit square becomes the rectangle.
  void place(page::Point at, page::Size size);

  std::string out_;
  Length page_height_;
  Pictures& pictures_;
  Marks marks_;
  GlyphWriter glyphs_;
  State state_;
};

/// The same for a single path that is not marked content, in a space of that height.
std::string operators(const page::Path& path, Length height);

}  // namespace tongxing::pdf
