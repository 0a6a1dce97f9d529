// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/plan_json.h"
#include "app/plan_text.h"
#include "app/profile_file.h"
#include "packet/packet.h"
#include "words/people.h"

namespace tongxing::app {
namespace {

Result<ExitCode> print_plan(const Task& task) {
  TRY(const library::Library library, library::load(task.around.world, task.folders, task.sources));
  TRY(const model::Profile profile,
      read_profile(task, task.options.arguments.front(), library.rules.schema));
  TRY(const plan::FamilyPlan plan, packet::make_plan(library, profile, when(task, profile)));
  const words::People people = words::people(profile);
  if (task.options.json)
    task.around.out << plan_json(plan, library, people).dump(2) << '\n';
  else
    task.around.out << plan_text(plan, library, people, task);
  return plan.packets.empty() || !plan.missing.empty() ? ExitCode::incomplete : ExitCode::done;
}

}  // namespace

ExitCode plan(const Task& task) {
  const auto printed = print_plan(task);
  return printed ? *printed : task.fail(printed.error());
}

}  // namespace tongxing::app
