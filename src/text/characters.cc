// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace tongxing::text {
namespace {

UChar32 u(char32_t c) {
  return static_cast<UChar32>(c);
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(u(c), &status);
}

}  // namespace

bool is_space(char32_t c) {
  return c == U' ' || (c != 0 && c < 0x80 ? c >= 9 && c <= 13 : u_isUWhiteSpace(u(c)) != 0);
}

bool is_ignorable(char32_t c) {
  return c >= 0xAD && u_hasBinaryProperty(u(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFF);
}

bool is_han(char32_t c) {
  if (c < 0x2E80) return false;
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  switch (script_of(c)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
      return true;
    default:
      return false;
  }
}

bool is_alphabetic(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  if (c >= 0x3000) return false;  // no such letters there but full-width ones
  if (!u_isalnum(u(c))) return false;
  switch (script_of(c)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
      return true;
    default:
      return false;
  }
}

bool is_closing(char32_t c) {
  switch (u_getIntPropertyValue(u(c), UCHAR_LINE_BREAK)) {
    case U_LB_CLOSE_PUNCTUATION:
    case U_LB_CLOSE_PARENTHESIS:
    case U_LB_EXCLAMATION:
    case U_LB_INFIX_NUMERIC:
    case U_LB_NONSTARTER:
      return true;
    default:
      return c == 0x2019 || c == 0x201D;
  }
}

bool is_opening(char32_t c) {
  return u_getIntPropertyValue(u(c), UCHAR_LINE_BREAK) == U_LB_OPEN_PUNCTUATION || c == 0x2018 ||
         c == 0x201C;
}

bool is_punctuation(char32_t c) {
  return u_ispunct(u(c)) != 0;
}

bool runs_to_the_left(char32_t c) {
  if (c < 0x590) return false;
  if (c >= 0x3000 && c < 0xFB00) return false;
  switch (u_charDirection(u(c))) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_ARABIC_NUMBER:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_FIRST_STRONG_ISOLATE:
      return true;
    default:
      return false;
  }
}

bool wants_gap(char32_t before, char32_t after) {
  return (is_han(before) && is_alphabetic(after)) || (is_alphabetic(before) && is_han(after));
}

char32_t drawn_as(char32_t c) {
  if (c == U' ' || !is_space(c)) return c;
  // HarfBuzz makes these from the plain space with their own widths where a font lacks them.
  const bool known =
      c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
  return known ? c : U' ';
}

bool is_simple(std::u32string_view text) {
  for (char32_t c : text) {
    if (c < 0x300 || (c >= 0x3400 && c <= 0x9FFF)) continue;
    const auto kind = u_getIntPropertyValue(u(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
    if (kind != U_GCB_OTHER && kind != U_GCB_CONTROL) return false;
  }
  return true;
}

}  // namespace tongxing::text
