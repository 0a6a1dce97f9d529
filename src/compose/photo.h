// SPDX-License-Identifier: GPL-3.0-or-later
// The photograph as the office wants it, drawn at true size.
#pragma once

#include "compose/blocks.h"
#include "model/ruling.h"

namespace tongxing::compose {

/// The drawing, and the rules one by one, as boxes of a column at the left edge, `width` wide. The
/// drawing is never scaled: a ruler checks the print.
std::vector<layout::Box> photo_boxes(const Context& context, SheetWriter& sheet,
                                     const model::Photo& photo, Length width);

}  // namespace tongxing::compose
