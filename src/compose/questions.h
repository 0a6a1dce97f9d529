// SPDX-License-Identifier: GPL-3.0-or-later
// Questions with room to answer them with a pen.
#pragma once

#include <vector>

#include "compose/blocks.h"
#include "model/checklist.h"

namespace tongxing::compose {

/// How to answer, each question with its number and its boxes, cells or lines, and who answered.
void draw_questions(SheetWriter& sheet, const std::vector<model::Question>& questions);

}  // namespace tongxing::compose
