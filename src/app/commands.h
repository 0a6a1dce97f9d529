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

/// What a command has in hand.
struct Task {
  const Surroundings& around;
  const Options& options;
  const Reporter& report;
  Sources& sources;
  std::vector<std::filesystem::path> folders;  ///< of data: ours, then the user's
  std::string language;                        ///< of messages: "en", "zh"

  /// Prints them and gives their exit code.
  ExitCode fail(const Diagnostics& diagnostics) const { return report.fail(diagnostics, sources); }
};

ExitCode init(const Task& task);
ExitCode check(const Task& task);
ExitCode plan(const Task& task);
ExitCode render(const Task& task);
ExitCode list_procedures(const Task& task);
ExitCode show_procedure(const Task& task);
ExitCode inspect_form(const Task& task);
ExitCode list_forms(const Task& task);
ExitCode show_form(const Task& task);
ExitCode map_form(const Task& task);
ExitCode fill_form(const Task& task);
ExitCode proof_form(const Task& task);
ExitCode list_fonts(const Task& task);
ExitCode check_fonts(const Task& task);
ExitCode explain(const Task& task);
ExitCode doctor(const Task& task);

}  // namespace tongxing::app
