// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/translator.h"

#include <algorithm>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <exception>
#include <locale>

namespace tongxing::words {
namespace {

constexpr std::size_t catalogue_limit = 4u << 20;

/// zh, pt_BR, zh-Hant: nothing that could lead out of the folder.
bool is_language(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  });
}

/// A locale that holds nothing but the catalogue, whose bytes are already in memory.
std::locale locale_of(const std::string& language, const std::string& catalogue) {
  boost::locale::gnu_gettext::messages_info info;
  info.language = language;
  info.encoding = "UTF-8";
  info.domains.emplace_back("tongxing");
  info.paths.emplace_back(".");
  info.callback = [&catalogue](const std::string&, const std::string&) {
    return std::vector<char>(catalogue.begin(), catalogue.end());
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

}  // namespace

struct Translator::State {
  std::locale locale;
};

Translator::Translator() = default;
Translator::~Translator() = default;
Translator::Translator(Translator&&) noexcept = default;
Translator& Translator::operator=(Translator&&) noexcept = default;

Result<Translator> Translator::open(const World& world,
                                    const std::vector<std::filesystem::path>& data_folders,
                                    std::string_view language) {
  Translator translator;
  if (language == "en" || !is_language(language)) return translator;
  for (const std::filesystem::path& folder : data_folders) {
    const std::filesystem::path file = folder / "locale" / language / "LC_MESSAGES" / "tongxing.mo";
    if (!world.exists(file)) continue;
    TRY(const std::string catalogue, world.read(file, catalogue_limit));
    const Diagnostic broken{.code = "T901",
                            .what = "not a gettext catalogue",
                            .fault = Fault::data,
                            .path = file.string()};
    if (catalogue.empty()) return broken;  // to Boost.Locale the same as no file
    try {
      translator.state_ =
          std::make_unique<State>(State{locale_of(std::string(language), catalogue)});
    } catch (const std::exception&) {
      return broken;
    }
    translator.language_ = language;
    return translator;
  }
  return translator;
}

std::string Translator::translate(std::string_view english) const {
  if (!state_ || english.empty()) return std::string(english);
  return boost::locale::translate(std::string(english)).str(state_->locale);
}

}  // namespace tongxing::words
