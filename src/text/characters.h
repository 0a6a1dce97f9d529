// SPDX-License-Identifier: GPL-3.0-or-later
// What shaping and breaking ask of single characters (Unicode properties by ICU). Private to text/.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tongxing::text {

inline constexpr char32_t object_replacement = 0xFFFC;  ///< a blank box to write in
inline constexpr char32_t replacement = 0xFFFD;         ///< what broken bytes become

bool is_space(char32_t c);      ///< White_Space
bool is_ignorable(char32_t c);  ///< Default_Ignorable_Code_Point: draws nothing
bool is_selector(char32_t c);   ///< variation selectors
bool is_private(char32_t c);    ///< private use areas
bool is_han(char32_t c);        ///< ideographs, kana, bopomofo: letters that stand without spaces
bool is_alphabetic(
    char32_t c);  ///< Latin, Greek or Cyrillic letter, or a decimal digit, not full-width
bool is_closing(char32_t c);  ///< closing and sentence punctuation: never starts a line
bool is_opening(char32_t c);  ///< opening punctuation: never ends a line
bool is_punctuation(char32_t c);
bool runs_to_the_left(char32_t c);  ///< needs the bidi algorithm: R, AL, AN and explicit marks

/// A thin space belongs between these neighbours (CSS Text 4, text-autospace).
bool wants_gap(char32_t before, char32_t after);

/// Character that is given to the shaper: white space that fonts lack is a plain space.
char32_t drawn_as(char32_t c);

/// Byte at which each code point starts (as to_utf32 counts them), and the length at the end.
std::vector<std::size_t> byte_offsets(std::string_view utf8);

/// True if each character is a grapheme cluster of its own (UAX #29), by a look at properties.
bool is_simple(std::u32string_view text);

}  // namespace tongxing::text
