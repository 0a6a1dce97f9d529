// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/glyph_writer.h"

#include <cassert>

#include "pdf/syntax.h"

namespace tongxing::pdf {

GlyphWriter::Found GlyphWriter::find(text::FaceId face, std::uint16_t glyph) const {
  const auto& fonts = fonts_[static_cast<std::size_t>(face)];
  if (fonts.fixed != nullptr) {
    if (const auto* found = fonts.fixed->find(glyph)) return {fonts.fixed, found, true};
  }
  assert(fonts.varying != nullptr);
  const auto* found = fonts.varying->find(glyph);
  assert(found != nullptr);
  return {fonts.varying, found, false};
}

void GlyphWriter::show(const page::Text& text) {
  behind_ = 0;
  for (std::size_t i = 0; i < text.run.glyphs.size();) {
    const auto cluster = cluster_at(text.run, i);
    show(text, cluster);
    i = cluster.end;
  }
  close_array();
  rise(0, text.size);
}

void GlyphWriter::show(const page::Text& text, const Cluster& cluster) {
  const auto& glyphs = text.run.glyphs;
  const auto first = find(text.run.face, glyphs[cluster.begin].id);
  const bool faithful = cluster.end == cluster.begin + 1 && first.glyph->text == cluster.text;
  const bool replace = !faithful && text.actual_text.empty();
  if (replace) {
    close_array();
    out_ += "/Span<</ActualText";
    put_text(out_, cluster.text);
    out_ += ">>BDC\n";
  }
  for (auto i = cluster.begin; i < cluster.end; ++i) {
    show(text, glyphs[i], i == cluster.begin ? first : find(text.run.face, glyphs[i].id));
  }
  if (replace) {
    close_array();
    out_ += "EMC\n";
  }
}

void GlyphWriter::show(const page::Text& text, const text::Glyph& glyph, const Found& found) {
  choose(text, found);
  rise(glyph.dy, text.size);
  behind_ += glyph.dx;
  if (behind_ != 0) {
    if (open_ == Open::nothing) {
      out_ += '[';
    } else {
      close_string();
    }
    open_ = Open::array;
    put(out_, -behind_);
  }
  open_string();
  put_hex4(out_, found.glyph->code);
  behind_ = glyph.advance - found.glyph->width - glyph.dx;
}

void GlyphWriter::choose(const page::Text& text, const Found& found) {
  if (found.font == font_ && text.size == size_) return;
  close_array();
  font_ = found.font;
  size_ = text.size;
  if (found.fixed) fixed_used_[static_cast<std::size_t>(text.run.face)] = true;
  out_ += found.fixed ? "/F" : "/V";
  put(out_, static_cast<std::int64_t>(text.run.face));
  out_ += ' ';
  put(out_, size_);
  out_ += " Tf\n";
}

void GlyphWriter::rise(int value, Length size) {
  if (value == rise_) return;
  close_array();
  rise_ = value;
  put_thousandths(out_, static_cast<std::int64_t>(value) * size.milli() / 1000);
  out_ += " Ts\n";
}

void GlyphWriter::open_string() {
  if (open_ == Open::nothing) out_ += '[';
  if (open_ != Open::string) out_ += '<';
  open_ = Open::string;
}

void GlyphWriter::close_string() {
  if (open_ == Open::string) out_ += '>';
}

void GlyphWriter::close_array() {
  close_string();
  if (open_ != Open::nothing) out_ += "]TJ\n";
  open_ = Open::nothing;
}

}  // namespace tongxing::pdf
