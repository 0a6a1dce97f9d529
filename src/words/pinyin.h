// SPDX-License-Identifier: GPL-3.0-or-later
// A proposal for the spelling of a Chinese name.
//
// Only for a profile that says `pinyin: derive`; the caller marks the result as derived, and a
// spelling that the family gives is never touched.
#pragma once

#include <optional>
#include <string_view>

#include "words/names.h"

namespace tongxing::words {

/// Capitals; syllables of the given name joined, without apostrophes (林/晓雯 → LIN / XIAOWEN).
/// Surnames take their reading as surnames (单 SHAN, 仇 QIU, 尉迟 YUCHI), compound ones stay one
/// word. Ü as travel documents have printed it since 2012: LÜ → LYU, NÜ → NYU, LÜE → LUE,
/// NÜE → NUE.
///
/// nullopt where we would have to guess: a character without a known reading, anything that is not
/// a Han character (an interpunct: the names of many minorities have spellings of their own).
/// Either part may be empty, not both. Cost: 16 µs; the first call of a process takes 0.1 s, in
/// which ICU reads its rules.
std::optional<NameParts> derive_pinyin(std::string_view surname, std::string_view given);

}  // namespace tongxing::words
