// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces → lines. Private to text/.
#pragma once

#include <vector>

#include "text/pieces.h"

namespace tongxing::text {

inline constexpr int gap_width = 125;  ///< an eighth of an em between Han and Latin

/// Sets lines of a paragraph that was taken apart.
class Setter {
 public:
  explicit Setter(const FontState& fonts);
  /// The code points [begin, end) as one line. `widths`, if given, has an element for each code
  /// point of the pieces; what a cluster takes is added where it starts.
  Line line(const Pieces& pieces, std::size_t begin, std::size_t end, int tracking,
            std::vector<std::int32_t>* widths = nullptr);

 private:
  Run run(const Pieces& p, const Piece& piece, std::size_t begin, std::size_t end,
          std::size_t line_end, int tracking, std::vector<std::int32_t>* widths);
  static void hang_spaces(const Pieces& p, std::size_t begin, std::size_t end, std::size_t text_end,
                          Run& run, Line& line);
  static void append(Run& run, Run&& next);

  const FontState& fonts_;
  HbBuffer buffer_;
  hb_language_t language_;
};

/// `room` in 1/1000 em. At least one line.
std::vector<Line> break_lines(const FontState& fonts, Setter& setter,
                              const std::vector<Span>& spans, std::int32_t room);

}  // namespace tongxing::text
