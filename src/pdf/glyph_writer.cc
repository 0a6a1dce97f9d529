// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/glyph_writer.h"

#include <cassert>

#include "pdf/cluster.h"
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
  const auto& glyphs = text.run.glyphs;
  pen_ = 0;
  int x = 0;
  if (!text.run.right_to_left) {
    for (std::size_t i = 0; i < glyphs.size();) {
      const auto cluster = cluster_at(text.run, i);
      show(text, cluster, x);
      i = cluster.end;
    }
  } else {
    for (const auto& glyph : glyphs) x += glyph.advance;
    for (auto i = glyphs.size(); i > 0;) {
      auto begin = i - 1;
      while (begin > 0 && glyphs[begin - 1].cluster == glyphs[begin].cluster) --begin;
      show(text, cluster_at(text.run, begin), x);
      i = begin;
    }
  }
  close_array();
  rise(0, text.size);
}

bool GlyphWriter::is_faithful(const text::Run& run, const Cluster& cluster) const {
  std::size_t said = 0;
  for (auto i = cluster.begin; i < cluster.end; ++i) {
    const auto share = share_of(cluster, run, i);
    if (find(run.face, run.glyphs[i].id).glyph->text != share) return false;
    said += share.size();
  }
  return said == cluster.text.size();
}

void GlyphWriter::show(const page::Text& text, const Cluster& cluster, int& x) {
  const auto& glyphs = text.run.glyphs;
  const bool replace = text.actual_text.empty() && !is_faithful(text.run, cluster);
  if (replace) {
    close_array();
    out_ += "/Span<</ActualText";
    put_text(out_, cluster.text);
    out_ += ">>BDC\n";
  }
  const bool backward = text.run.right_to_left;
  for (std::size_t k = 0; k < cluster.end - cluster.begin; ++k) {
    const auto& glyph = glyphs[backward ? cluster.end - 1 - k : cluster.begin + k];
    if (backward) x -= glyph.advance;
    show(text, glyph, find(text.run.face, glyph.id), x);
    if (!backward) x += glyph.advance;
  }
  if (replace) {
    close_array();
    out_ += "EMC\n";
  }
}

void GlyphWriter::show(const page::Text& text, const text::Glyph& glyph, const Found& found,
                       int x) {
  choose(text, found);
  rise(glyph.dy, text.size);
  const int move = x + glyph.dx - pen_;
  if (move != 0) {
    if (open_ == Open::nothing) {
      out_ += '[';
    } else {
      close_string();
    }
    open_ = Open::array;
    put(out_, -move);
  }
  open_string();
  put_hex4(out_, found.glyph->code);
  pen_ = x + glyph.dx + found.glyph->width;
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
