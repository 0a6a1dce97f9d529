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

/// As gettext names its folders, and as everybody else names the language.
std::string with(std::string text, char separator) {
  std::replace(text.begin(), text.end(), separator == '_' ? '-' : '_', separator);
  return text;
}

std::string name_of(Domain domain) {
  return domain == Domain::messages ? "tongxing" : "tongxing-paper";
}

std::filesystem::path file_of(const std::filesystem::path& folder, const std::string& language,
                              Domain domain) {
  return folder / "locale" / with(language, '_') / "LC_MESSAGES" / (name_of(domain) + ".mo");
}

/// A locale that holds nothing but the catalogue, whose bytes are already in memory.
std::locale messages_locale(const std::string& language, const std::string& catalogue) {
  boost::locale::gnu_gettext::messages_info info;
  info.language = language.substr(0, language.find('-'));
  info.encoding = "UTF-8";
  info.domains.emplace_back("tongxing");
  info.paths.emplace_back(".");
  info.callback = [&catalogue](const std::string&, const std::string&) {
    return std::vector<char>(catalogue.begin(), catalogue.end());
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

}  // namespace

using Messages = boost::locale::message_format<char>;

struct Translator::State {
  std::locale locale;
  const Messages& messages = std::use_facet<Messages>(locale);
};

Translator::Translator() = default;
Translator::~Translator() = default;
Translator::Translator(Translator&&) noexcept = default;
Translator& Translator::operator=(Translator&&) noexcept = default;

Result<Translator> Translator::open(const World& world,
                                    const std::vector<std::filesystem::path>& data_folders,
                                    std::string_view language, Domain domain) {
  Translator translator;
  const std::string tag = with(std::string(language), '-');
  if (tag == "en" || !is_language(tag)) return translator;
  for (const std::filesystem::path& folder : data_folders) {
    const std::filesystem::path file = file_of(folder, tag, domain);
    if (!world.exists(file)) continue;
    TRY(const std::string catalogue, world.read(file, catalogue_limit));
    const Diagnostic broken{.code = "T901",
                            .what = "not a gettext catalogue",
                            .fault = Fault::data,
                            .path = file.string()};
    if (catalogue.empty()) return broken;  // to Boost.Locale the same as no file
    try {
      translator.state_ = std::make_unique<State>(State{messages_locale(tag, catalogue)});
    } catch (const std::exception&) {
      return broken;
    }
    translator.language_ = tag;
    translator.file_ = file;
    return translator;
  }
  const std::size_t region = tag.rfind('-');
  if (region == std::string::npos) return translator;
  return open(world, data_folders, tag.substr(0, region), domain);
}

std::vector<std::string> Translator::languages(
    const World& world, const std::vector<std::filesystem::path>& data_folders, Domain domain) {
  std::vector<std::string> found;
  for (const std::filesystem::path& folder : data_folders)
    for (const std::string& name : world.list(folder / "locale"))
      if (is_language(name) && world.exists(file_of(folder, name, domain)))
        found.push_back(with(name, '-'));
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::optional<std::string> Translator::find(std::string_view english) const {
  if (!state_ || english.empty()) return std::nullopt;
  const char* text = state_->messages.get(0, nullptr, std::string(english).c_str());
  if (text == nullptr) return std::nullopt;
  return text;
}

std::string Translator::translate(std::string_view english) const {
  return find(english).value_or(std::string(english));
}

std::string Translator::head(std::string_view name) const {
  if (!state_) return {};
  const char* text = state_->messages.get(0, nullptr, "");  // where gettext keeps it
  std::string_view rest = text == nullptr ? "" : text;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.starts_with(name) && line.substr(name.size()).starts_with(": "))
      return std::string(line.substr(name.size() + 2));
  }
  return {};
}

}  // namespace tongxing::words
