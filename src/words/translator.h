// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own messages in the user's language: gettext catalogues through Boost.Locale.
//
// The key is the English text. Catalogues lie at <data>/locale/<language>/LC_MESSAGES/tongxing.mo.
// The global locale is never asked or changed.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/world.h"

namespace tongxing::words {

/// Immutable; may be used by several threads.
class Translator {
 public:
  /// English: says everything as it is.
  Translator();
  ~Translator();
  Translator(Translator&&) noexcept;
  Translator& operator=(Translator&&) noexcept;

  /// The catalogue of `language` ("zh", "fr") in the first of the data folders that has one.
  /// `en` and a language without a catalogue give the English Translator. Errors: a file that is
  /// no catalogue (Fault::data).
  static Result<Translator> open(const World& world,
                                 const std::vector<std::filesystem::path>& data_folders,
                                 std::string_view language);

  /// The language that `translate` answers in: "en" where no catalogue was found.
  const std::string& language() const { return language_; }
  /// The English text itself where the catalogue has no translation.
  std::string translate(std::string_view english) const;

 private:
  struct State;
  std::string language_ = "en";
  std::unique_ptr<State> state_;
};

}  // namespace tongxing::words
