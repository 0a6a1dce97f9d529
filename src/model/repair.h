// SPDX-License-Identifier: GPL-3.0-or-later
// What typing on a Chinese keyboard, copying and pasting do to a value, mended and reported.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "model/schema.h"

namespace tongxing::model {

/// Blanks at the ends go without a word. Unicode NFC; full-width digits and letters in text, and
/// all full-width signs where a value has a form (dates, numbers, telephone). Returns what was
/// done.
std::vector<Message> repair(std::string& text, FactType type);

/// The dot within a name, however it was typed (U+2022, U+2027, U+30FB, U+FF65, U+22C5, U+0387),
/// becomes U+00B7 between Han characters or Latin letters; a name in kana keeps its own. True if
/// one was changed.
bool repair_interpunct(std::string& name);

}  // namespace tongxing::model
