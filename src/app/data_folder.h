// SPDX-License-Identifier: GPL-3.0-or-later
// Where our templates, forms and font lists lie on this machine.
#pragma once

#include <filesystem>
#include <vector>

#include "base/world.h"

namespace tongxing::app {

/// The folder with templates/, forms/ and fonts/: beside the program or up to three folders above
/// it (a build inside the source tree), then where `cmake --install` put it. Error: there is none.
Result<std::filesystem::path> data_folder(const World& world, const std::filesystem::path& program);

/// Folders that may hold message catalogues. The build tree keeps them beside the program.
std::vector<std::filesystem::path> catalogue_folders(const World& world,
                                                     const std::filesystem::path& program);

}  // namespace tongxing::app
