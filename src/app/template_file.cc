// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/template_file.h"

namespace tongxing::app {

Result<data::Document> read_template(const Task& task, const std::string& name) {
  const data::Limits limits;
  const std::filesystem::path file = task.data / "templates" / name;
  TRY(std::string text, task.around.world.read(file, limits.bytes));
  auto document = data::read(file.string(), std::move(text), task.sources, limits);
  if (document) return document;
  Diagnostics ours = document.error();
  for (Diagnostic& fault : ours) fault.fault = Fault::data;  // not the user's file
  return ours;
}

}  // namespace tongxing::app
