// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exit_code.h"

#include <catch2/catch.hpp>

using namespace tongxing;
using app::ExitCode;
using Codes = std::vector<ExitCode>;

TEST_CASE("the exit code that stands for several") {
  const auto [codes, expected] = GENERATE(table<Codes, int>({
      {Codes{}, 0},
      {{ExitCode::done}, 0},
      {{ExitCode::done, ExitCode::incomplete}, 3},
      {{ExitCode::incomplete, ExitCode::input}, 2},
      {{ExitCode::input, ExitCode::data}, 4},
      {{ExitCode::data, ExitCode::glyph}, 5},
      {{ExitCode::glyph, ExitCode::output}, 6},
      {{ExitCode::output, ExitCode::batch}, 8},
      {{ExitCode::batch, ExitCode::io}, 7},
      {{ExitCode::temporary}, 75},
      {{ExitCode::temporary, ExitCode::done, ExitCode::incomplete}, 75},
      // Not every failure was temporary: another try would not help.
      {{ExitCode::temporary, ExitCode::input}, 2},
      {{ExitCode::temporary, ExitCode::io}, 7},
      {{ExitCode::temporary, ExitCode::interrupted}, 130},
      {{ExitCode::interrupted, ExitCode::bug, ExitCode::io}, 1},
  }));
  CHECK(static_cast<int>(app::together(codes)) == expected);
}

TEST_CASE("the exit code of diagnostics is that of their faults") {
  const auto [faults, expected] = GENERATE(table<std::vector<Fault>, int>({
      {{Fault::input}, 2},
      {{Fault::data}, 4},
      {{Fault::glyph}, 5},
      {{Fault::output}, 6},
      {{Fault::io}, 7},
      {{Fault::temporary}, 75},
      {{Fault::temporary, Fault::input}, 2},
      {{Fault::input, Fault::glyph}, 5},
  }));
  Diagnostics diagnostics;
  for (const Fault fault : faults)
    diagnostics.push_back({.code = "X", .what = "x", .fault = fault});
  CHECK(static_cast<int>(app::exit_code(diagnostics)) == expected);
}
