// SPDX-License-Identifier: GPL-3.0-or-later
// A World in memory: tests say what is on disk, and what day it is.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/world.h"

namespace tongxing::test {

class MemoryWorld : public World {
 public:
  std::map<std::string, std::string> files;  ///< path → content; folders come from the paths
  std::map<std::string, std::string> variables;
  std::set<std::string> full;  ///< paths at which the disk is full
  Date day = *Date::from(2026, 11, 23);

  Result<std::string> read(const std::filesystem::path& file, std::size_t limit) const override {
    const auto found = files.find(file.generic_string());
    if (found == files.end())
      return Diagnostic{.code = "F001", .what = "there is no such file", .path = file.string()};
    if (found->second.size() > limit)
      return Diagnostic{.code = "F004", .what = "the file is too large", .path = file.string()};
    return found->second;
  }

  Result<Ok> write_all(const std::vector<Output>& outputs, Overwrite overwrite) override {
    for (const auto& [file, content] : outputs) {
      if (full.contains(file.generic_string()))
        return Diagnostic{.code = "F012",
                          .what = "the disk is full",
                          .fault = Fault::temporary,
                          .path = file.string()};
      if (overwrite == Overwrite::no && files.contains(file.generic_string()))
        return Diagnostic{.code = "F010", .what = "the file exists", .path = file.string()};
    }
    for (const auto& [file, content] : outputs) files[file.generic_string()] = content;
    return ok;
  }

  bool exists(const std::filesystem::path& file) const override {
    const std::string name = file.generic_string();
    const auto next = files.lower_bound(name);
    return next != files.end() && (next->first == name || next->first.starts_with(name + "/"));
  }

  std::vector<std::string> list(const std::filesystem::path& folder) const override {
    const std::string prefix = folder.generic_string() + "/";
    std::set<std::string> names;
    for (const auto& [name, content] : files)
      if (name.starts_with(prefix))
        names.insert(name.substr(prefix.size(), name.find('/', prefix.size()) - prefix.size()));
    return {names.begin(), names.end()};
  }

  Date today() const override { return day; }

  std::optional<std::string> environment(const std::string& name) const override {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  }
};

}  // namespace tongxing::test
