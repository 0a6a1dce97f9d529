// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_folder.h"

namespace tongxing::app {
namespace {

namespace fs = std::filesystem;

/// TONGXING_DATA_FROM_PROGRAM: the data folder as seen from the program's after an installation,
/// wherever that was moved; TONGXING_DATA: where the installation meant it to be.
std::vector<fs::path> candidates(const fs::path& program) {
  std::vector<fs::path> found;
  fs::path folder = program;
  for (int level = 0; level <= 3 && !folder.empty(); ++level) {
    found.push_back(folder);
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  if (!program.empty()) found.push_back((program / TONGXING_DATA_FROM_PROGRAM).lexically_normal());
  found.emplace_back(TONGXING_DATA);
  return found;
}

bool is_data(const World& world, const fs::path& folder) {
  return world.exists(folder / "templates" / "schema.yaml");
}

}  // namespace

Result<fs::path> data_folder(const World& world, const fs::path& program) {
  for (const fs::path& folder : candidates(program))
    if (is_data(world, folder)) return folder;
  return Diagnostic{
      .code = "F020",
      .what = "the program's templates are not to be found",
      .hints = {{"they were looked for beside the program and in {0}", {{TONGXING_DATA}}}},
      .fault = Fault::data};
}

std::vector<fs::path> catalogue_folders(const World& world, const fs::path& program) {
  std::vector<fs::path> folders = {program};
  if (const Result<fs::path> ours = data_folder(world, program)) folders.push_back(*ours);
  return folders;
}

}  // namespace tongxing::app
