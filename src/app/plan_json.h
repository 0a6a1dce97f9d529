// SPDX-License-Identifier: GPL-3.0-or-later
// A family's plan as `tongxing plan --json` gives it: schema tongxing.plan/1, docs/CLI.md.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "library/library.h"
#include "plan/plan.h"
#include "words/say.h"

namespace tongxing::app {

/// null where no source states a thing; never an invented value. Keys in the order of docs/CLI.md.
nlohmann::ordered_json plan_json(const plan::FamilyPlan& plan, const library::Library& library,
                                 const words::People& people);

}  // namespace tongxing::app
