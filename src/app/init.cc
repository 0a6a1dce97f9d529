// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/starter.h"
#include "app/template_file.h"

namespace tongxing::app {
namespace {

Result<std::string> starter(const Task& task) {
  TRY(const data::Value schema_root, read_template(task, "schema.yaml"));
  TRY(const model::Schema schema, model::decode_schema(schema_root));
  TRY(const data::Value starter_root, read_template(task, "starter.yaml"));
  TRY(const Starter starter, decode_starter(starter_root, schema));
  return starter_text(starter, schema,
                      {.city = task.options.city, .procedure = task.options.procedure});
}

}  // namespace

ExitCode init(const Task& task) {
  const auto text = starter(task);
  if (!text) return task.fail(text.error());
  task.around.out << *text;
  return ExitCode::done;
}

}  // namespace tongxing::app
