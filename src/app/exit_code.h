// SPDX-License-Identifier: GPL-3.0-or-later
// How the program ends: the one place where exit codes are decided (docs/CLI.md).
#pragma once

#include <vector>

#include "base/result.h"

namespace tongxing::app {

enum class ExitCode : int {
  done = 0,
  bug = 1,         ///< of this program, never anything else
  input = 2,       ///< usage, or the user's file
  incomplete = 3,  ///< done, but something is missing or unknown
  data = 4,        ///< a template, form or field map does not fit
  glyph = 5,       ///< a character is in no font
  output = 6,      ///< the output did not pass its own verification
  io = 7,          ///< disk or other input and output
  batch = 8,       ///< part of a batch failed
  temporary = 75,  ///< try again
  interrupted = 130,
};

/// The one that stands for all: the first of 1, 130, 75 (only if every failure was temporary), 7,
/// 8, 6, 5, 4, 2, 3, 0. Nothing happened: done.
ExitCode together(const std::vector<ExitCode>& codes);

ExitCode exit_code(Fault fault);
ExitCode exit_code(const Diagnostics& diagnostics);

}  // namespace tongxing::app
