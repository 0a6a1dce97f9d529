// SPDX-License-Identifier: GPL-3.0-or-later
// The doorstep: the real machine goes in, the exit code comes out.
#include <unistd.h>

#include <iostream>
#include <string>
#include <vector>

#include "app/real_world.h"
#include "app/run.h"

int main(int count, char** values) {
  tongxing::app::RealWorld world;
  const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
  return tongxing::app::run(arguments, {.world = world,
                                        .out = std::cout,
                                        .err = std::cerr,
                                        .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
                                        .program = tongxing::app::program_folder()});
}
