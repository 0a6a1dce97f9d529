// SPDX-License-Identifier: GPL-3.0-or-later
// PDF's names for page/'s values.
#pragma once

#include <string_view>

#include "page/document.h"

namespace tongxing::pdf {

/// Standard structure type (ISO 32000-1, 14.8.4).
std::string_view name_of(page::TagType type);
/// Value of the table attribute /Scope (14.8.5.7). Requires: not Scope::none.
std::string_view name_of(page::Scope scope);

}  // namespace tongxing::pdf
