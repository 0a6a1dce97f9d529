// SPDX-License-Identifier: GPL-3.0-or-later
// templates/letters/<id>.yaml → Letter (docs/WORDS.md).
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "data/value.h"
#include "model/letter.h"

namespace tongxing::library {

/// Errors, all of the file: codes of text_reader.h; a row that asks for a part without a column; a
/// declared argument that no text uses.
Result<model::Letter> decode_letter(LetterId id, const data::Value& root);

}  // namespace tongxing::library
