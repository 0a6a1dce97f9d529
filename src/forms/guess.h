// SPDX-License-Identifier: GPL-3.0-or-later
// What a box asks for, guessed from the words beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/value.h"
#include "foreign/field.h"

namespace tongxing::forms {

/// Words that forms print for one fact: templates/labels.yaml.
struct FactWords {
  std::string fact;                  ///< path behind the person: "birth_date", "name.latin.given"
  std::vector<std::string> phrases;  ///< as fold() leaves them
  bool is_choice = false;            ///< the answer is one of a few
};
struct PersonWords {
  std::string person;  ///< "father"
  std::vector<std::string> phrases;
};
struct Vocabulary {
  std::vector<FactWords> facts;
  std::vector<PersonWords> people;
};

/// Errors (Fault::data), all of the file: a missing or unknown key, no words.
Result<Vocabulary> decode_vocabulary(const data::Value& root);

struct Guess {
  std::string path;       ///< "people.applicant.birth_date"; empty: none
  double confidence = 0;  ///< 0 … 1; under 0.8 a person should decide
  bool is_choice = false;
  bool operator==(const Guess&) const = default;
};

/// The best that label, tooltip and name say of the field together.
Guess guess(const foreign::Field& field, std::string_view label, const Vocabulary& vocabulary);

/// Small letters; whatever is no letter or digit is one blank; none at the ends; "firstName" is
/// "first name".
std::string fold(std::string_view text);

}  // namespace tongxing::forms
