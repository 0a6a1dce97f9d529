// SPDX-License-Identifier: GPL-3.0-or-later
// A value into a box, whatever its length: measured, never counted in characters.
#pragma once

#include <string_view>
#include <vector>

#include "layout/pen.h"

namespace tongxing::layout {

/// What had to be done, from best to worst.
enum class Step : std::uint8_t {
  fits,
  shrunk,     ///< smaller, in the lines that were meant for it
  wrapped,    ///< smallest size, as many lines as the box holds
  continued,  ///< does not go in: the whole value stands on a continuation sheet
};

struct Fit {
  Step step = Step::fits;
  Type type;                      ///< with the size and leading that were used
  std::vector<text::Line> lines;  ///< empty if continued
};

/// Tries the given size and `lines` lines, then smaller down to `smallest`, then more lines at that
/// size while they go into `height`.
Fit fit(text::Shaper& shaper, std::string_view utf8, const Type& type, page::Size box,
        Length smallest, std::size_t lines = 1);

}  // namespace tongxing::layout
