// SPDX-License-Identifier: GPL-3.0-or-later
// The photograph as the office wants it, drawn at true size.
#pragma once

#include "compose/blocks.h"
#include "model/ruling.h"

namespace tongxing::compose {

/// Drawing at the left, rules at the right. The drawing is never scaled: a ruler checks the print.
void compose_photo(const Context& context, SheetWriter& sheet, const model::Photo& photo);

}  // namespace tongxing::compose
