// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile_file.h"

#include "data/value.h"

namespace tongxing::app {

Result<model::Profile> read_profile(const Task& task, const std::string& file,
                                    const model::Schema& schema) {
  const data::Limits limits;
  TRY(std::string text, task.around.world.read(file, limits.bytes));
  TRY(const data::Document document, data::read(file, std::move(text), task.sources, limits));
  task.report.mended(document.repairs, task.sources);
  TRY(model::Profile profile, model::decode_profile(document.root, schema));
  task.report.mended(profile.repairs, task.sources);
  if (task.options.procedure) profile.requested = {*task.options.procedure};
  return profile;
}

Result<packet::Files> read_files(const Task& task, const std::string& file,
                                 const model::Profile& profile) {
  const auto folder = std::filesystem::path(file).parent_path();
  packet::Files files;
  Diagnostics found;
  for (const model::Fact* named : packet::files_wanted(profile)) {
    auto bytes = task.around.world.read(folder / named->text, packet::photo_bytes);
    if (bytes) {
      files.emplace(named->text, *std::move(bytes));
      continue;
    }
    for (Diagnostic& each : std::move(bytes).error()) {
      each.where = named->where;
      found.push_back(std::move(each));
    }
  }
  if (!found.empty()) return found;
  return files;
}

packet::When when(const Task& task, const model::Profile& profile) {
  const Options& options = task.options;
  return {.as_of = options.as_of   ? *options.as_of
                   : profile.as_of ? *profile.as_of
                                   : task.around.world.today(),
          .city = options.city ? *options.city : profile.city.value_or(CityId())};
}

}  // namespace tongxing::app
