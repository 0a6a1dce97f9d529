// SPDX-License-Identifier: GPL-3.0-or-later
// Disk, clock and environment behind one small interface; tests bring their own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace tongxing {

enum class Overwrite : bool { no, yes };

/// A file to be. Borrows its content.
struct Output {
  std::filesystem::path file;
  std::string_view content;
};

class World {
 public:
  virtual ~World() = default;

  /// Whole content of a regular file of at most `limit` bytes. Errors: missing, a directory, too
  /// large, unreadable (Fault::input for what the user named wrongly, Fault::io for the disk).
  virtual Result<std::string> read(const std::filesystem::path& file, std::size_t limit) const = 0;

  /// All of them or none, each whole or absent: temporary names in the same folder, fsync, rename,
  /// mode 0600. Errors: a file is there and may not be overwritten (Fault::input), a folder is
  /// missing or closed to us (Fault::io), no room (Fault::temporary).
  virtual Result<Ok> write_all(const std::vector<Output>& outputs, Overwrite overwrite) = 0;
  Result<Ok> write(const std::filesystem::path& file, std::string_view content,
                   Overwrite overwrite) {
    return write_all({{file, content}}, overwrite);
  }

  virtual bool exists(const std::filesystem::path& file) const = 0;
  /// Names in a folder, sorted by bytes; empty where there is no such folder.
  virtual std::vector<std::string> list(const std::filesystem::path& folder) const = 0;

  /// Today in Asia/Shanghai, whatever the machine's zone.
  virtual Date today() const = 0;
  virtual std::optional<std::string> environment(const std::string& name) const = 0;
};

}  // namespace tongxing
