// SPDX-License-Identifier: GPL-3.0-or-later
// The citizen identification number of GB 11643-1999: six digits of area, eight of birth date,
// three of sequence (odd: male, even: female), one check character by ISO 7064 MOD 11-2.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace tongxing::model {

/// 17 digits and a digit or X.
bool has_id_shape(std::string_view id);

// The rest requires has_id_shape(id).

/// The check character that belongs to the first 17 digits.
char id_check_character(std::string_view id);
/// The birth date within it; nullopt where there is no such day.
std::optional<Date> id_birth_date(std::string_view id);
bool id_is_male(std::string_view id);

}  // namespace tongxing::model
