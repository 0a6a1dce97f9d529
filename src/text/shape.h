// SPDX-License-Identifier: GPL-3.0-or-later
// Characters → glyphs → lines.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/fonts.h"
#include "text/glyphs.h"

namespace tongxing::text {

/// A stretch of a paragraph in one role. A paragraph has one size throughout.
struct Span {
  std::string text;  ///< UTF-8 NFC, no line ends
  Role role = Role::sans;
};

/// One thread's tools for shaping: HarfBuzz buffers, ICU break iterators. Cheap to keep, not to
/// make. Borrows the FontSet.
class Shaper {
 public:
  explicit Shaper(const FontSet& fonts);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  const FontSet& fonts() const;

  /// One line, however long. Bidirectional text is put into visual order (UAX #9, ICU). Between a
  /// Han character and a Latin letter or digit an eighth of an em is added (SPEC 6.11), ligatures
  /// are off. `tracking` in 1/1000 em is added after every character (not in Arabic and Hebrew).
  /// The line runs from left to right unless all its letters run from right to left.
  /// fonts().missing(role, text) should be empty for every span: a character that is missing comes
  /// out as a blank box, as U+FFFC does.
  Line line(const std::vector<Span>& spans, int tracking = 0);
  Line line(std::string_view utf8, Role role, int tracking = 0);

  /// Breaks into lines no wider than `width` at `size`. Chinese line-breaking rules (UAX #14 with
  /// ICU's zh tailoring: no full stop at the start of a line); dates (2027-05-01), document
  /// numbers and hyphenated numbers do not break; a word wider than the line breaks anywhere;
  /// no last line of one Han character where another break avoids it. At least one line.
  std::vector<Line> paragraph(const std::vector<Span>& spans, Length size, Length width);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// UTF-8 → code points; invalid bytes give U+FFFD.
std::u32string to_utf32(std::string_view utf8);
std::string to_utf8(std::u32string_view code_points);

}  // namespace tongxing::text
