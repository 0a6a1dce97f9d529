// SPDX-License-Identifier: GPL-3.0-or-later
// Ids of a plan as a person reads them on a screen.
#pragma once

#include <string>

#include "library/library.h"
#include "model/checklist.h"
#include "words/say.h"

namespace tongxing::app {

/// The question for an absent fact, {who} being the part that person plays or the person's name.
model::Bilingual ask(const model::Question& question, const library::Library& library,
                     const words::People& people);

/// The text with this name at each {who}.
std::string with_who(std::string text, const std::string& who);

/// The side of a text that a user with this language reads: zh in Chinese, else en.
const std::string& side(const model::Bilingual& text, const std::string& language);

}  // namespace tongxing::app
