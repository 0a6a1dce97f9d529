// SPDX-License-Identifier: GPL-3.0-or-later
// templates/words.yaml → phrases (docs/WORDS.md).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "data/value.h"
#include "model/sentence.h"
#include "words/say.h"

namespace tongxing::library {

/// What the file says; keys of all three are ids: "<group>.<name>".
struct WordsData {
  model::Phrases phrases;
  std::map<std::string, words::Declared> declared;       ///< only of texts with gaps
  std::map<std::string, std::vector<SourceId>> sources;  ///< only of texts that state a fact
};

/// Errors, all of the file: a text without its other language, a gap that is not declared, an
/// argument without a gap, an unknown key (codes: text_reader.h).
Result<WordsData> decode_words(const data::Value& root);

}  // namespace tongxing::library
