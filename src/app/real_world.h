// SPDX-License-Identifier: GPL-3.0-or-later
// The disk, the clock and the environment of the machine we run on.
#pragma once

#include <chrono>
#include <filesystem>

#include "base/world.h"

namespace tongxing::app {

class RealWorld final : public World {
 public:
  Result<std::string> read(const std::filesystem::path& file, std::size_t limit) const override;
  Result<Ok> write_all(const std::vector<Output>& outputs, Overwrite overwrite) override;
  bool exists(const std::filesystem::path& file) const override;
  std::vector<std::string> list(const std::filesystem::path& folder) const override;
  Date today() const override;
  std::optional<std::string> environment(const std::string& name) const override;
};

/// The day in Asia/Shanghai, which has been UTC+8 without summer time since 1992.
Date shanghai_day(std::chrono::system_clock::time_point moment);

/// What errno says about writing `file`. Fault::temporary: another try may help (no room, a bad
/// moment of the disk); Fault::io: it will not; Fault::input: the user named the wrong place.
Diagnostic write_error(int error, const std::filesystem::path& file);
Diagnostic read_error(int error, const std::filesystem::path& file);

/// The folder in which this program's file lies; empty if the system does not say.
std::filesystem::path program_folder();

}  // namespace tongxing::app
