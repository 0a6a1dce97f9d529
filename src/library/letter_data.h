// SPDX-License-Identifier: GPL-3.0-or-later
// templates/letters/<id>.yaml → Letter (docs/WORDS.md).
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "data/value.h"
#include "model/letter.h"
#include "model/rulebook.h"

namespace tongxing::library {

/// Errors, all of the file: codes of text_reader.h, and those of rule_reader.h for its conditions
/// and facts; a row that asks for a part without a column; a declared argument or condition that no
/// text uses. `book` is only read.
Result<model::Letter> decode_letter(LetterId id, const data::Value& root, model::RuleBook& book);

}  // namespace tongxing::library
