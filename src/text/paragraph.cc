// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/paragraph.h"

#include <algorithm>

#include "text/characters.h"

namespace tongxing::text {
namespace {

/// Where an overlong word is broken rather than in its middle: TX1:TX-2026-…, addresses.
bool is_joint(char32_t c) {
  return c < 0x80 && std::u32string_view(U":/-_.,@?&=;").find(c) != std::u32string_view::npos;
}

class Breaker {
 public:
  Breaker(const FontState& fonts, Setter& setter, const std::vector<Span>& spans, std::int32_t room)
      : setter_(setter), p_(take_apart(fonts, spans)), room_(room) {
    std::vector<std::int32_t> widths(p_.characters.size(), 0);
    whole_ = setter_.line(p_, 0, p_.characters.size(), 0, &widths);
    if (whole_.width <= room_) return;
    allowed_ = fonts.boundaries.line_breaks(p_.bytes, p_.characters, p_.offsets);
    for (std::size_t i = 0; i < allowed_.size(); ++i)
      if (!p_.cluster_start[i]) allowed_[i] = false;
    before_.push_back(0);
    for (std::int32_t width : widths) before_.push_back(before_.back() + width);
  }

  std::vector<Line> lines() {
    if (whole_.width <= room_) return {std::move(whole_)};
    std::vector<std::size_t> starts;
    std::vector<Line> out;
    for (std::size_t begin = 0; begin < p_.characters.size();) {
      starts.push_back(begin);
      std::size_t end = line_end(begin);
      Line line = setter_.line(p_, begin, end, 0);
      // Set alone, a line can be a hair wider than within its paragraph (kerning at its end).
      while (line.width > room_) {
        const std::size_t shorter = end_before(begin, end);
        if (shorter <= begin) break;  // one character, wider than the line: it stands alone
        end = shorter;
        line = setter_.line(p_, begin, end, 0);
      }
      out.push_back(std::move(line));
      begin = end;
    }
    mend_last(starts, out);
    return out;
  }

 private:
  /// Width of a line of [begin, end): no spaces and no thin space at its end.
  std::int32_t width(std::size_t begin, std::size_t end) const {
    std::size_t text_end = end;
    while (text_end > begin && is_space(p_.characters[text_end - 1])) --text_end;
    const bool gap = text_end == end && end < p_.characters.size() && p_.gap_before[end];
    return before_[text_end] - before_[begin] - (gap ? gap_width : 0);
  }

  std::size_t line_end(std::size_t begin) const {
    std::size_t best = begin;
    for (std::size_t end = begin + 1; end <= p_.characters.size(); ++end) {
      if (!allowed_[end]) continue;
      if (width(begin, end) > room_) break;
      best = end;
    }
    return best > begin ? best : inside_word(begin);
  }

  /// The longest part of an overlong word that fits: to its last joint, else to a character that
  /// may be followed by another line, else to any.
  std::size_t inside_word(std::size_t begin) const {
    std::size_t any = begin, good = begin, joint = begin;
    for (std::size_t end = begin + 1; end <= p_.characters.size(); ++end) {
      if (!p_.cluster_start[end]) continue;
      const bool fits = width(begin, end) <= room_;
      if (!fits && any > begin) break;
      any = end;
      if (fits && end < p_.characters.size() && !is_closing(p_.characters[end])) {
        if (!is_opening(p_.characters[end - 1])) good = end;
        if (is_joint(p_.characters[end - 1])) joint = end;
      }
      if (allowed_[end]) break;
    }
    return joint > begin ? joint : good > begin ? good : any;
  }

  std::size_t end_before(std::size_t begin, std::size_t end) const {
    for (std::size_t i = end - 1; i > begin; --i)
      if (allowed_[i]) return i;
    for (std::size_t i = end - 1; i > begin; --i)
      if (p_.cluster_start[i]) return i;
    return begin;
  }

  bool is_one_han(std::size_t begin, std::size_t end) const {
    std::size_t han = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const char32_t c = p_.characters[i];
      if (is_han(c)) {
        ++han;
      } else if (!is_space(c) && !is_punctuation(c) && !is_ignorable(c)) {
        return false;
      }
    }
    return han == 1;
  }

  /// No last line of one Han character, if another break avoids it.
  void mend_last(const std::vector<std::size_t>& starts, std::vector<Line>& out) {
    const std::size_t end = p_.characters.size();
    if (out.size() < 2 || !is_one_han(starts.back(), end)) return;
    const std::size_t begin = starts[starts.size() - 2];
    std::size_t at = starts.back() - 1;
    while (at > begin && !allowed_[at]) --at;
    if (at == begin || is_one_han(begin, at)) return;
    Line above = setter_.line(p_, begin, at, 0), last = setter_.line(p_, at, end, 0);
    if (above.width > room_ || last.width > room_) return;
    out[out.size() - 2] = std::move(above);
    out.back() = std::move(last);
  }

  Setter& setter_;
  Pieces p_;
  std::int32_t room_;
  Line whole_;
  std::vector<bool> allowed_;
  std::vector<std::int32_t> before_;  ///< width of everything before a code point
};

}  // namespace

std::vector<Line> break_lines(const FontState& fonts, Setter& setter,
                              const std::vector<Span>& spans, std::int32_t room) {
  return Breaker(fonts, setter, spans, room).lines();
}

}  // namespace tongxing::text
