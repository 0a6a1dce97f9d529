// SPDX-License-Identifier: GPL-3.0-or-later
// Everything under templates/, forms/ and fonts/, loaded and cross-checked once.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/source.h"
#include "base/world.h"
#include "model/form.h"
#include "model/letter.h"
#include "model/rulebook.h"
#include "text/fonts.h"
#include "words/say.h"

namespace tongxing::library {

/// The language of the texts' other side: English, or what a catalogue made of it
/// (library/translate.h).
struct Second {
  std::string tag = "en";     ///< BCP 47
  std::string reviewed = {};  ///< by whom and when, as the catalogue says; empty: by nobody
  std::size_t translated = 0, all = 0;  ///< texts; both 0 for English
  /// A person has to be told that nobody has looked.
  bool is_unreviewed() const { return tag != "en" && reviewed.empty(); }
};

/// Immutable; shared by all threads.
struct Library {
  model::RuleBook rules;
  words::Words words;  ///< every text: words.yaml and what the rule files bring
  std::map<FormId, model::Form> forms;
  std::map<LetterId, model::Letter> letters;
  text::FontCatalog fonts;
  Second second = {};

  /// The question for a declared fact ("people.*.birth_date"), with its gap {who}.
  const model::Bilingual& ask(std::string_view declared) const;
  const model::Bilingual& why(std::string_view declared) const;
  /// The label of one value of a choice.
  const model::Bilingual& choice(std::string_view declared, std::string_view value) const;
};

/// Folders in order of precedence, ours first: a file of a later folder takes the place of the file
/// of the same name.
/// Errors (Fault::data), of all files: whatever the readers of the files find, and what one file
/// says of another that is not there.
Result<Library> load(const World& world, const std::vector<std::filesystem::path>& folders,
                     Sources& sources);

/// Characters that can be typed into our blanks (fonts/typed.txt), UTF-8. Errors: World::read,
/// Fault::data.
Result<std::string> typed_characters(const World& world,
                                     const std::vector<std::filesystem::path>& folders,
                                     Sources& sources);

}  // namespace tongxing::library
