// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped templates, forms and fonts, made ready once; and profiles written in a test.
#pragma once

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "packet/packet.h"
#include "support/memory_world.h"
#include "support/profiles.h"

namespace tongxing::test {

/// Reads the shipped files.
class ShippedWorld : public MemoryWorld {
 public:
  Result<std::string> read(const std::filesystem::path& file, std::size_t) const override {
    if (!std::filesystem::is_regular_file(file))
      return Diagnostic{.code = "F001", .what = "there is no such file", .path = file.string()};
    return slurp(file.string());
  }
  bool exists(const std::filesystem::path& file) const override {
    return std::filesystem::exists(file);
  }
  std::vector<std::string> list(const std::filesystem::path& folder) const override {
    std::vector<std::string> names;
    if (!std::filesystem::is_directory(folder)) return names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }
};

inline const packet::Prepared& prepared() {
  static const packet::Prepared all = [] {
    const ShippedWorld world;
    Sources sources;
    auto made = packet::prepare(world, {std::filesystem::path(TONGXING_SOURCE_DIR)}, sources);
    if (!made) throw std::runtime_error(describe(made.error(), sources));
    return *std::move(made);
  }();
  return all;
}

inline model::Profile profile_from(const std::string& yaml) {
  Sources sources;
  auto profile = read_profile("profile.yaml", yaml, sources);
  if (!profile) throw std::runtime_error(describe(profile.error(), sources));
  return *std::move(profile);
}

/// The profile of samples/<name>.
inline std::string sample(const std::string& name) {
  return slurp(std::string(TONGXING_SOURCE_DIR) + "/samples/" + name + "/profile.yaml");
}

/// A sample changed in one place, which must be there.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("there is no " + from);
  return text.replace(at, from.size(), to);
}

}  // namespace tongxing::test
