// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/helper_program.h"

namespace tongxing::app {

namespace fs = std::filesystem;

fs::path helper_program(const World& world, const fs::path& program, std::string_view name) {
  if (!program.empty())
    for (const fs::path& place :
         {program / name, (program / TONGXING_HELPERS_FROM_PROGRAM / name).lexically_normal()})
      if (world.exists(place)) return place;
  return fs::path(TONGXING_HELPERS) / name;
}

}  // namespace tongxing::app
