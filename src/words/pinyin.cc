// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/pinyin.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>
#include <string>
#include <utility>

namespace tongxing::words {
namespace {

using Surname = std::pair<std::string_view, std::string_view>;

/// Surnames that ICU 72's Han-Latin/Names reads as ordinary words.
constexpr std::array<Surname, 9> surname_readings = {{
    {"朴", "PIAO"},
    {"缪", "MIAO"},
    {"单于", "CHANYU"},
    {"句", "GOU"},
    {"佴", "NAI"},
    {"都", "DU"},
    {"祭", "ZHAI"},
    {"黑", "HE"},
    {"能", "NAI"},
}};

/// Surnames whose bearers spell them in two ways: GE or GAI, QIN or TAN, YUE or LE, CHEN or SHEN …
constexpr std::u16string_view divided_surnames = u"盖蓋覃乐樂谌諶隗郇柏折";
/// Characters of given names with two readings that parents choose between: SHENG or CHENG …
constexpr std::u16string_view divided_given = u"乐樂行朝晟茜长長重莘蔚炅瑱嬛筠颉頡柏参參";

/// Pinyin without tone marks, ü kept: "lü", "shan". nullptr where ICU's data are missing.
std::unique_ptr<icu::Transliterator> make(const char* han) {
  const std::string id = std::string(han) + "; NFD; [[:Mn:]-[\\u0308]] Remove; NFC; Lower";
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
      icu::UnicodeString::fromUTF8(id), UTRANS_FORWARD, status));
  return U_SUCCESS(status) ? std::move(made) : nullptr;
}

bool all_han(const icu::UnicodeString& text) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    UErrorCode status = U_ZERO_ERROR;
    if (uscript_getScript(text.char32At(i), &status) != USCRIPT_HAN) return false;
  }
  return true;
}

bool contains_any(const icu::UnicodeString& text, std::u16string_view characters) {
  for (std::int32_t i = 0; i < text.length(); ++i)
    if (characters.find(text.charAt(i)) != std::u16string_view::npos) return true;
  return false;
}

/// One syllable as travel documents print it.
std::optional<std::string> printed(const icu::UnicodeString& syllable) {
  std::string text;
  for (std::int32_t i = 0; i < syllable.length(); ++i) {
    const char16_t c = syllable.charAt(i);
    if (c >= u'a' && c <= u'z') {
      text += static_cast<char>(c - u'a' + 'A');
    } else if (c == u'ü') {
      text += i + 1 < syllable.length() ? "U" : "YU";  // LÜE → LUE, LÜ → LYU
    } else {
      return std::nullopt;
    }
  }
  return text;
}

/// Syllables joined; nullopt unless there is one syllable for each character.
std::optional<std::string> spelled(const icu::UnicodeString& han,
                                   const icu::Transliterator* to_latin) {
  if (to_latin == nullptr) return std::nullopt;
  icu::UnicodeString latin = han;
  to_latin->transliterate(latin);
  std::string result;
  std::int32_t syllables = 0;
  for (std::int32_t begin = 0; begin < latin.length(); ++syllables) {
    std::int32_t end = latin.indexOf(u' ', begin);
    if (end < 0) end = latin.length();
    const auto syllable = printed(latin.tempSubStringBetween(begin, end));
    if (!syllable || syllable->empty()) return std::nullopt;
    result += *syllable;
    begin = end + 1;
  }
  if (syllables != han.countChar32()) return std::nullopt;
  return result;
}

std::optional<std::string> surname_pinyin(std::string_view surname) {
  for (const auto& [han, reading] : surname_readings)
    if (han == surname) return std::string(reading);
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(surname.data(), static_cast<std::int32_t>(surname.size())));
  if (!all_han(text) || (text.length() == 1 && contains_any(text, divided_surnames)))
    return std::nullopt;
  static const auto names = make("Han-Latin/Names");
  return spelled(text, names.get());
}

std::optional<std::string> given_pinyin(std::string_view given) {
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(given.data(), static_cast<std::int32_t>(given.size())));
  if (!all_han(text) || contains_any(text, divided_given)) return std::nullopt;
  static const auto words = make("Han-Latin");
  return spelled(text, words.get());
}

}  // namespace

std::optional<NameParts> derive_pinyin(std::string_view surname, std::string_view given) {
  if (surname.empty() && given.empty()) return std::nullopt;
  const auto first = surname_pinyin(surname);
  const auto second = given_pinyin(given);
  if (!first || !second) return std::nullopt;
  return NameParts{*first, *second};
}

}  // namespace tongxing::words
