// SPDX-License-Identifier: GPL-3.0-or-later
// The column "for this family": what is known of one paper, what is missing, what is still asked.
#pragma once

#include "compose/context.h"
#include "layout/pen.h"
#include "model/checklist.h"

namespace tongxing::compose {

/// A paper that the family must bring and that the profile says is not there, or is no longer
/// valid.
bool is_missing(const model::Requirement& each);

/// Draws the column from `y` down at x, `width` wide; returns the y below it.
Length family_case(const Context& context, layout::Pen& pen, const model::Requirement& each,
                   Length x, Length y, Length width);

/// Draws the name of the paper, with the country that issued it, which is never broken; returns the
/// height used.
Length document_name(const Context& context, layout::Pen& pen, const model::Requirement& each,
                     Length x, Length y, Length width);

}  // namespace tongxing::compose
