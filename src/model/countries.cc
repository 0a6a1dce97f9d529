// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/countries.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <array>

#include "base/letters.h"

namespace tongxing::model {

namespace {

std::string display_name(const std::string& country, const char* language) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<UChar, 128> wide{};
  const auto length = uloc_getDisplayCountry(("und_" + country).c_str(), language, wide.data(),
                                             wide.size(), &status);
  std::array<char, 512> utf8{};
  std::int32_t bytes = 0;
  u_strToUTF8(utf8.data(), utf8.size(), &bytes, wide.data(), length, &status);
  if (U_FAILURE(status)) return {};
  return {utf8.data(), static_cast<std::size_t>(bytes)};
}

}  // namespace

std::map<std::string, std::string, std::less<>> country_names() {
  std::map<std::string, std::string, std::less<>> names;
  for (const auto* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    const std::string country(*code);
    names.emplace(small_letters(country), country);
    names.emplace(small_letters(uloc_getISO3Country(("und_" + country).c_str())), country);
    for (const auto* language : {"en", "zh"})
      names.emplace(small_letters(display_name(country, language)), country);
  }
  names.erase("");
  return names;
}

}  // namespace tongxing::model
