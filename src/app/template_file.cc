// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/template_file.h"

#include "library/folders.h"

namespace tongxing::app {

Result<data::Value> read_template(const Task& task, const std::string& name) {
  const library::Folders folders(task.around.world, task.folders, task.sources);
  return folders.read(std::filesystem::path("templates") / name);
}

}  // namespace tongxing::app
