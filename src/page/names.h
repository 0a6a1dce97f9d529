// SPDX-License-Identifier: GPL-3.0-or-later
// Names of structure types and scopes as ISO 32000-1 has them.
#pragma once

#include <string_view>

#include "page/document.h"

namespace tongxing::page {

/// Standard structure type (14.8.4): "TBody".
std::string_view name_of(TagType type);
/// Value of the table attribute Scope (14.8.5.7): "Row"; empty for Scope::none.
std::string_view name_of(Scope scope);

}  // namespace tongxing::page
