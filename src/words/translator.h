// SPDX-License-Identifier: GPL-3.0-or-later
// English into other languages: gettext catalogues through Boost.Locale.
//
// The key is the English text. Catalogues lie at <data>/locale/<language>/LC_MESSAGES/<domain>.mo,
// one for what the program says on a screen and one for what it prints on paper. The global locale
// is never asked or changed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/world.h"

namespace tongxing::words {

/// Which texts a catalogue translates.
enum class Domain : std::uint8_t {
  messages,  ///< the program's own, tongxing.mo
  paper,     ///< everything that is printed, tongxing-paper.mo (docs/TRANSLATE.md)
};

/// Immutable; may be used by several threads.
class Translator {
 public:
  /// English: says everything as it is.
  Translator();
  ~Translator();
  Translator(Translator&&) noexcept;
  Translator& operator=(Translator&&) noexcept;

  /// The catalogue of `language` ("zh", "fr", "pt-BR" or "pt_BR") in the first of the data folders
  /// that has one; of "fr-CA", that of "fr" where there is none of its own. `en` and a language
  /// without a catalogue give the English Translator. Errors: a file that is no catalogue
  /// (Fault::data).
  static Result<Translator> open(const World& world,
                                 const std::vector<std::filesystem::path>& data_folders,
                                 std::string_view language, Domain domain = Domain::messages);
  /// The languages of which there is a catalogue, as BCP 47 tags, sorted.
  static std::vector<std::string> languages(const World& world,
                                            const std::vector<std::filesystem::path>& data_folders,
                                            Domain domain);

  /// The language that `translate` answers in, as a BCP 47 tag: "en" where no catalogue was found.
  const std::string& language() const { return language_; }
  /// Where the catalogue lies; empty for English.
  const std::filesystem::path& file() const { return file_; }
  /// The English text itself where the catalogue has no translation.
  std::string translate(std::string_view english) const;
  /// nullopt where the catalogue has no translation.
  std::optional<std::string> find(std::string_view english) const;
  /// One line of the catalogue's head, without its name: head("X-Reviewed"); empty: no such line.
  std::string head(std::string_view name) const;

 private:
  struct State;
  std::string language_ = "en";
  std::filesystem::path file_;
  std::unique_ptr<State> state_;
};

}  // namespace tongxing::words
