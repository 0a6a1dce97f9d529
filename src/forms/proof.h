// SPDX-License-Identifier: GPL-3.0-or-later
// A form for a person to approve: every box numbered, outlined and filled with a sample value, and
// behind it a list of all boxes.
#pragma once

#include "forms/fill.h"

namespace tongxing::forms {

struct ProofWords {
  model::Bilingual title, intro;  ///< of the list
};

/// Requires: prepared flat. The result is not meant for a counter and is not read back: numbers may
/// stand on the form's own text. Errors: M016 (Fault::data).
Result<Filled> proof(const PreparedForm& prepared, text::Shaper& shaper, const ProofWords& words);

}  // namespace tongxing::forms
