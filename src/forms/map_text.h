// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of a map as it is written. Private to forms/.
#pragma once

#include <string>
#include <string_view>

namespace tongxing::forms {

/// A YAML text in double quotes.
std::string in_quotes(std::string_view text);

/// For a comment: nothing in it ends the line.
std::string one_line(std::string_view text);

}  // namespace tongxing::forms
