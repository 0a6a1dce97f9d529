// SPDX-License-Identifier: GPL-3.0-or-later
// Characters that people do not see but computers do.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tongxing::data {

/// A character of a text: its bytes [begin, end), its name "U+0007".
struct Character {
  std::size_t begin, end;
  std::string name;
};

/// The first control character other than tab and line end, if there is one: C0, DEL,
/// C1, and the line and paragraph separators. They come from pasting, never from a name.
std::optional<Character> control_character(std::string_view utf8);

/// Takes out characters without width that no name needs: BOM, zero-width space, word joiner, soft
/// hyphen, and the signs that switch the direction of writing. Joiners (U+200C, U+200D) stay:
/// Persian and Indic names need them. Returns the first one found ("U+200B").
std::optional<std::string> remove_invisible(std::string& utf8);

/// No-break, typographic and ideographic spaces become plain ones. True if there was one.
bool plain_spaces(std::string& utf8);

/// Full-width letters, digits and signs (U+FF01–U+FF5E) become ASCII. True if there was one.
bool narrow(std::string& utf8);
/// The same for letters and digits alone: （ and ， belong in Chinese text.
bool narrow_letters(std::string& utf8);

/// "U+FEFF".
std::string code_point_name(char32_t c);

}  // namespace tongxing::data
