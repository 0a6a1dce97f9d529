// SPDX-License-Identifier: GPL-3.0-or-later
// Where the helper programs of this one lie.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/world.h"

namespace tongxing::app {

/// Beside the program (a build tree), then where `cmake --install` put it: seen from the program's
/// folder, and as configured. If it is nowhere, the last of these places.
std::filesystem::path helper_program(const World& world, const std::filesystem::path& program,
                                     std::string_view name);

}  // namespace tongxing::app
