// SPDX-License-Identifier: GPL-3.0-or-later
// A helper program, started by exec with nothing of ours: bytes in, bytes out, within limits.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/sanitized.h"

namespace tongxing {

struct ChildLimits {
  std::uint64_t memory = sanitized ? 0 : std::uint64_t{1} << 30;  ///< of addresses; 0: no limit
  unsigned cpu_seconds = 10;
  std::chrono::milliseconds wall{30'000};
  std::size_t output = std::size_t{256} << 20;  ///< bytes
};

/// What is started: no shell, no search in PATH, an empty environment, no open file but the
/// standard three (stderr goes nowhere), no core dump, and no file may grow (RLIMIT_FSIZE 0).
struct ChildProgram {
  std::filesystem::path file;
  std::vector<std::string> arguments;  ///< without the program's name
  ChildLimits limits;
};

/// How it ended.
struct ChildRun {
  enum class End : std::uint8_t {
    exited,           ///< by itself, with `code`
    killed,           ///< by the signal `code`
    out_of_time,      ///< of the CPU or of the wall clock
    too_much_output,  ///< more than the limit
  };
  End end = End::exited;
  int code = 0;
  std::string out;  ///< what it wrote to stdout
};

/// For those who bring their own in tests.
using RunChild = std::function<Result<ChildRun>(const ChildProgram&, std::string_view input)>;

/// Runs it to its end; safe in any thread. Errors: it cannot be started (Fault::io), there is no
/// memory or no process to be had (Fault::temporary). How it ended is not an error here.
Result<ChildRun> run_child(const ChildProgram& program, std::string_view input);

}  // namespace tongxing
