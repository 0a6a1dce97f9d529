// SPDX-License-Identifier: GPL-3.0-or-later
// One function a command.
#pragma once

#include <filesystem>
#include <vector>

#include "app/exit_code.h"
#include "app/options.h"
#include "app/reporter.h"
#include "app/run.h"
#include "base/source.h"

namespace tongxing::app {

/// What a command has in hand. `data` is our own folder; those of the user are in `options`.
struct Task {
  const Surroundings& around;
  const Options& options;
  const Reporter& report;
  Sources& sources;
  std::filesystem::path data;

  /// Prints them and gives their exit code.
  ExitCode fail(const Diagnostics& diagnostics) const { return report.fail(diagnostics, sources); }
};

ExitCode explain(const Task& task);
ExitCode init(const Task& task);

}  // namespace tongxing::app
