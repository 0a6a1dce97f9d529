// SPDX-License-Identifier: GPL-3.0-or-later
// A first map of an official form, for a person to finish (docs/FIELD_MAPS.md).
#pragma once

#include <string>
#include <vector>

#include "forms/guess.h"
#include "page/printed_word.h"

namespace tongxing::forms {

struct Starter {
  std::string id;                                ///< of the form: its file's name, say
  std::string sha256;                            ///< of the file as it was brought
  const foreign::OfficialForm& form;             ///< borrowed
  const std::vector<page::PrintedWords>& words;  ///< borrowed; a list a page
};

/// A field map in YAML, fields in reading order: above each what it is and what is printed beside
/// it. A guess of 0.8 and more is an entry; under that it is a comment with its confidence, and so
/// is a field without a guess. One path guessed for several fields makes each less sure: whose is
/// it?
std::string starter_map(const Starter& starter, const Vocabulary& vocabulary);

}  // namespace tongxing::forms
