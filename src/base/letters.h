// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace tongxing {

/// A to Z become a to z; nothing else changes.
std::string small_letters(std::string_view text);

}  // namespace tongxing
