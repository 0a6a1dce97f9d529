// SPDX-License-Identifier: GPL-3.0-or-later
// Choices by what they mean. Private to forms/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foreign/field.h"

namespace tongxing::forms {

/// yes, true, on, 是 … / no, false, off, 否 …; nullopt: neither.
std::optional<bool> yes_or_no(std::string_view word);

/// The option that `word` means: by its value, by its label, then without regard to capitals, then
/// as a yes or no where exactly one option is that. nullptr: none, or more than one.
const foreign::FieldOption* find_option(const foreign::Field& field, std::string_view word);

/// "Yes", "No": for messages; at most ten.
std::string options_text(const foreign::Field& field);

}  // namespace tongxing::forms
