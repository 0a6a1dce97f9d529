// SPDX-License-Identifier: GPL-3.0-or-later
// /DA: the operators that set the font, its size and the colour of a field's text.
#pragma once

#include <string_view>

#include "foreign/field.h"

namespace tongxing::foreign {

/// Reads Tf, g, rg and k (ISO 32000-1, 12.7.3.3); the last of each counts. What it cannot read
/// stays as `field` has it.
void read_default_appearance(std::string_view operators, Field& field);

}  // namespace tongxing::foreign
