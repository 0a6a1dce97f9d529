// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program, but for the machine it runs on.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "base/world.h"

namespace tongxing::app {

/// What surrounds the program. Borrowed; tests bring their own.
struct Surroundings {
  World& world;
  std::ostream& out;              ///< data
  std::ostream& err;              ///< everything else
  bool err_is_terminal = false;   ///< somebody looks at what goes to `err`
  std::filesystem::path program;  ///< folder of the program's file; may be empty
};

/// `arguments` without the program's name. Gives the exit code (docs/CLI.md).
int run(const std::vector<std::string>& arguments, const Surroundings& around);

}  // namespace tongxing::app
