// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/shape.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "text/characters.h"
#include "text/paragraph.h"

namespace tongxing::text {
namespace {

constexpr int box_width = 1000;  ///< a square to write one character in

/// Ligatures off where letters stand for themselves; Arabic and Indic scripts need theirs.
bool without_ligatures(hb_script_t script) {
  switch (script) {
    case HB_SCRIPT_COMMON:
    case HB_SCRIPT_LATIN:
    case HB_SCRIPT_GREEK:
    case HB_SCRIPT_CYRILLIC:
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_BOPOMOFO:
      return true;
    default:
      return false;
  }
}

std::int16_t narrow(int value) {
  assert(value >= std::numeric_limits<std::int16_t>::min() &&
         value <= std::numeric_limits<std::int16_t>::max());
  return static_cast<std::int16_t>(value);
}

/// Where the characters that glyph `i` stands for end: the next greater cluster of the run.
std::uint32_t cluster_end(const hb_glyph_info_t* infos, unsigned count, unsigned i, bool rtl,
                          std::size_t end) {
  if (rtl) {
    while (i > 0 && infos[i - 1].cluster == infos[i].cluster) --i;
    return i > 0 ? infos[i - 1].cluster : static_cast<std::uint32_t>(end);
  }
  while (i + 1 < count && infos[i + 1].cluster == infos[i].cluster) ++i;
  return i + 1 < count ? infos[i + 1].cluster : static_cast<std::uint32_t>(end);
}

}  // namespace

Setter::Setter(const FontState& fonts)
    : fonts_(fonts),
      buffer_(hb_buffer_create()),
      language_(hb_language_from_string("zh-Hans", -1)) {}

/// One piece, or what of it stands in the line [begin, end).
Run Setter::run(const Pieces& p, const Piece& piece, std::size_t begin, std::size_t end,
                std::size_t line_end, int tracking, std::vector<std::int32_t>* widths) {
  Run run;
  run.face = piece.face;
  run.right_to_left = (piece.level & 1) != 0;
  run.text = p.bytes.substr(p.offsets[begin], p.offsets[end] - p.offsets[begin]);
  if (piece.blank_box) {
    run.blank_box = true;
    run.width = box_width;
    if (widths != nullptr) (*widths)[begin] = box_width;
    return run;
  }
  const OpenFace& face = fonts_.at(piece.face);
  hb_buffer_t* buffer = buffer_.get();
  hb_buffer_clear_contents(buffer);
  const auto* text = reinterpret_cast<const std::uint32_t*>(p.drawn.data());
  hb_buffer_add_utf32(buffer, text, static_cast<int>(line_end), static_cast<unsigned>(begin),
                      static_cast<int>(end - begin));
  hb_buffer_set_direction(buffer, run.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, piece.script);
  // One language for all scripts: with another one a CJK face draws the digits of "Room 3" with
  // other glyphs than those of "第3条".
  hb_buffer_set_language(buffer, language_);
  hb_buffer_set_flags(buffer,
                      static_cast<hb_buffer_flags_t>(HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES |
                                                     HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE));
  static constexpr hb_feature_t off[] = {{HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END},
                                         {HB_TAG('c', 'l', 'i', 'g'), 0, 0, HB_FEATURE_GLOBAL_END}};
  hb_shape(face.font.get(), buffer, off, without_ligatures(piece.script) ? 2 : 0);

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, nullptr);
  run.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    const hb_glyph_info_t& info = infos[i];
    assert(info.codepoint != 0);
    int advance = face.thousandths(places[i].x_advance);
    const bool ends_cluster = i + 1 == count || infos[i + 1].cluster != info.cluster;
    if (!run.right_to_left && ends_cluster) {
      advance += tracking;
      const std::uint32_t next = cluster_end(infos, count, i, false, end);
      if (next < line_end && p.gap_before[next]) advance += gap_width;
    }
    Glyph glyph;
    glyph.id = static_cast<std::uint16_t>(info.codepoint);
    glyph.advance = narrow(advance);
    glyph.dx = narrow(face.thousandths(places[i].x_offset));
    glyph.dy = narrow(face.thousandths(places[i].y_offset));
    glyph.cluster = static_cast<std::uint32_t>(p.offsets[info.cluster] - p.offsets[begin]);
    run.glyphs.push_back(glyph);
    run.width += advance;
    if (widths != nullptr) (*widths)[info.cluster] += advance;
  }
  return run;
}

Line Setter::line(const Pieces& p, std::size_t begin, std::size_t end, int tracking,
                  std::vector<std::int32_t>* widths) {
  // Spaces that end the line have the paragraph's direction (UAX #9, L1) and hang out of it.
  std::size_t text_end = end;
  while (text_end > begin && is_space(p.characters[text_end - 1])) --text_end;

  struct Part {
    const Piece* piece;
    std::size_t begin, end;
  };
  std::vector<Part> parts;
  std::vector<std::uint8_t> levels;
  const auto add = [&](const Piece& piece, std::size_t from, std::size_t to, std::uint8_t level) {
    if (from >= to) return;
    parts.push_back({&piece, from, to});
    levels.push_back(level);
  };
  for (const Piece& piece : p.pieces) {
    const std::size_t from = std::max(piece.begin, begin), to = std::min(piece.end, end);
    if (from >= to) continue;
    if (piece.level == p.base_level) {
      add(piece, from, to, piece.level);
    } else {
      add(piece, from, std::min(to, text_end), piece.level);
      add(piece, std::max(from, text_end), to, p.base_level);
    }
  }

  Line line;
  constexpr std::size_t nothing = std::numeric_limits<std::size_t>::max();
  std::size_t joined_end = nothing, joined_span = nothing;
  for (std::size_t index : visual_order(levels)) {
    const Part& part = parts[index];
    Piece piece = *part.piece;
    piece.level = levels[index];
    Run run = this->run(p, piece, part.begin, part.end, end, tracking, widths);
    if (!run.blank_box && run.glyphs.empty()) continue;  // nothing but invisible characters
    hang_spaces(p, part.begin, part.end, text_end, run, line);
    line.width += run.width;
    const bool joins = !line.runs.empty() && part.begin == joined_end && !run.blank_box &&
                       !run.right_to_left && line.runs.back().face == run.face &&
                       !line.runs.back().blank_box && !line.runs.back().right_to_left &&
                       joined_span == piece.span;
    joined_span = piece.span;
    joined_end = run.right_to_left ? nothing : part.end;
    if (joins) {
      append(line.runs.back(), std::move(run));
    } else {
      line.runs.push_back(std::move(run));
    }
  }
  return line;
}

/// The width of spaces at the end does not count; in a line that runs from right to left they
/// would push the text away from its left edge, so there they lose their advance.
void Setter::hang_spaces(const Pieces& p, std::size_t begin, std::size_t end, std::size_t text_end,
                         Run& run, Line& line) {
  if (end <= text_end) return;
  const std::size_t first = std::max(begin, text_end);
  const std::uint32_t byte = static_cast<std::uint32_t>(p.offsets[first] - p.offsets[begin]);
  for (Glyph& glyph : run.glyphs) {
    if (glyph.cluster < byte) continue;
    if (p.base_level == 0) {
      line.width -= glyph.advance;
    } else {
      run.width -= glyph.advance;
      glyph.advance = 0;
    }
  }
}

void Setter::append(Run& run, Run&& next) {
  const auto shift = static_cast<std::uint32_t>(run.text.size());
  run.text += next.text;
  for (Glyph glyph : next.glyphs) {
    glyph.cluster += shift;
    run.glyphs.push_back(glyph);
  }
  run.width += next.width;
}

struct Shaper::State {
  const FontSet* fonts;
  Setter setter;
};

Shaper::Shaper(const FontSet& fonts) : state_(new State{&fonts, Setter(*fonts.state_)}) {}
Shaper::~Shaper() = default;

const FontSet& Shaper::fonts() const {
  return *state_->fonts;
}

Line Shaper::line(const std::vector<Span>& spans, int tracking) {
  const Pieces p = take_apart(*state_->fonts->state_, spans);
  return state_->setter.line(p, 0, p.characters.size(), tracking);
}

Line Shaper::line(std::string_view utf8, Role role, int tracking) {
  return line({Span{std::string(utf8), role}}, tracking);
}

std::vector<Line> Shaper::paragraph(const std::vector<Span>& spans, Length size, Length width) {
  assert(size.milli() > 0);
  const auto room = static_cast<std::int64_t>(width.milli()) * 1000 / size.milli();
  return break_lines(*state_->fonts->state_, state_->setter, spans,
                     static_cast<std::int32_t>(std::clamp<std::int64_t>(room, 0, 1 << 30)));
}

}  // namespace tongxing::text
