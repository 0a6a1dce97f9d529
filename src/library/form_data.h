// SPDX-License-Identifier: GPL-3.0-or-later
// forms/<id>/form.yaml → Form (docs/FORMS.md).
#pragma once

#include "base/result.h"
#include "data/value.h"
#include "model/form.h"

namespace tongxing::library {

/// Errors, all of the file: codes of text_reader.h; T110 cells that do not add up to the width of
/// the grid, a comb wider than its cell.
Result<model::Form> decode_form(FormId id, const data::Value& root);

}  // namespace tongxing::library
