// SPDX-License-Identifier: GPL-3.0-or-later
// The page that each diagnostic and advisory has: templates/explain.yaml.
#pragma once

#include <map>
#include <string>

#include "data/value.h"
#include "model/bilingual.h"

namespace tongxing::app {

struct Explanation {
  model::Bilingual means;    ///< what it says, in a sentence or two
  model::Bilingual matters;  ///< what happens at the counter
  model::Bilingual remedy;   ///< what to do (`do` in the file)
  std::string example;       ///< lines of a profile, or what is printed
};

/// By code. Errors (Fault::data), all of the file: a part or a language is missing, an unknown key.
Result<std::map<std::string, Explanation>> decode_explanations(const data::Value& root);

}  // namespace tongxing::app
