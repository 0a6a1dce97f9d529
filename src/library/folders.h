// SPDX-License-Identifier: GPL-3.0-or-later
// Our data folder and those that a firm lays over it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/world.h"
#include "data/value.h"

namespace tongxing::library {

class Folders {
 public:
  /// In order of precedence, ours first: a later folder's file takes the place of ours.
  Folders(const World& world, std::vector<std::filesystem::path> folders, Sources& sources)
      : world_(world), folders_(std::move(folders)), sources_(sources) {}

  /// The file that counts; the first folder's where no folder has it.
  std::filesystem::path find(const std::filesystem::path& relative) const;
  /// Names in a subfolder of any of the folders, sorted.
  std::vector<std::string> list(const std::filesystem::path& relative) const;
  /// Reads and parses one of our files. Errors carry Fault::data.
  Result<data::Value> read(const std::filesystem::path& relative) const;
  /// Its bytes, where only those count.
  Result<std::string> bytes(const std::filesystem::path& relative) const;

 private:
  const World& world_;
  std::vector<std::filesystem::path> folders_;
  Sources& sources_;
};

}  // namespace tongxing::library
