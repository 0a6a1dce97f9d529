// SPDX-License-Identifier: GPL-3.0-or-later
// Another second language than English: the English side of every text gives way to its
// translation, so that rules, sheets and PDF know nothing of it (docs/TRANSLATE.md).
#pragma once

#include <string>
#include <vector>

#include "library/library.h"
#include "words/translator.h"

namespace tongxing::library {

/// Every text of `library` whose English the catalogue knows is said in the catalogue's language;
/// the others stay English, and Library::second counts them. An English catalogue changes nothing.
/// Errors (T902, Fault::data), all of them: a translation without the gaps of its sentence.
Result<Library> translated(Library library, const words::Translator& catalogue);

/// What can stand on a sheet in the second language, each text once, sorted.
std::vector<std::string> second_texts(const Library& library);

}  // namespace tongxing::library
