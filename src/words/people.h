// SPDX-License-Identifier: GPL-3.0-or-later
// What the people of a profile are called.
#pragma once

#include "base/ids.h"
#include "model/profile.h"
#include "words/names.h"
#include "words/say.h"

namespace tongxing::words {

/// Facts `name.*` of one person, as given. A pinyin spelling is derived from the Chinese name only
/// where the profile says `pinyin: derive` and gives none itself; it is marked as derived.
PersonName person_name(const model::Profile& profile, const PersonKey& person);

/// Everybody.
People people(const model::Profile& profile);

}  // namespace tongxing::words
