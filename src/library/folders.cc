// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folders.h"

#include <set>

namespace tongxing::library {

namespace {

constexpr std::size_t file_limit = 8u << 20;

Diagnostics as_data(Diagnostics found) {
  for (auto& each : found)
    if (each.fault == Fault::input) each.fault = Fault::data;
  return found;
}

}  // namespace

std::filesystem::path Folders::find(const std::filesystem::path& relative) const {
  for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder)
    if (world_.exists(*folder / relative)) return *folder / relative;
  return folders_.front() / relative;
}

std::vector<std::string> Folders::list(const std::filesystem::path& relative) const {
  std::set<std::string> names;
  for (const auto& folder : folders_)
    for (auto& name : world_.list(folder / relative)) names.insert(std::move(name));
  return {names.begin(), names.end()};
}

Result<std::string> Folders::bytes(const std::filesystem::path& relative) const {
  auto bytes = world_.read(find(relative), file_limit);
  if (!bytes) return as_data(std::move(bytes).error());
  return bytes;
}

Result<data::Value> Folders::read(const std::filesystem::path& relative) const {
  TRY(auto content, bytes(relative));
  auto document = data::read(find(relative).string(), std::move(content), sources_);
  if (!document) return as_data(std::move(document).error());
  return std::move(document->root);
}

}  // namespace tongxing::library
