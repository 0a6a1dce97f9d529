// SPDX-License-Identifier: GPL-3.0-or-later
// A family's plan for a person at a terminal, in the language of the messages.
#pragma once

#include <string>

#include "app/commands.h"
#include "library/library.h"
#include "plan/plan.h"
#include "words/say.h"

namespace tongxing::app {

/// Procedures, papers with counts and reasons, advisories, what was refused, what is missing, and
/// what several packets share.
std::string plan_text(const plan::FamilyPlan& plan, const library::Library& library,
                      const words::People& people, const Task& task);

/// Only what is missing: the fact, the question, what hinges on it.
std::string missing_text(const plan::FamilyPlan& plan, const library::Library& library,
                         const words::People& people, const Task& task);
/// Only what is to be resolved before filing.
std::string blocked_text(const plan::FamilyPlan& plan, const library::Library& library,
                         const words::People& people, const Task& task);
/// Only the people to whom nothing can be offered: why, and whom to ask.
std::string refused_text(const plan::FamilyPlan& plan, const library::Library& library,
                         const words::People& people, const Task& task);

}  // namespace tongxing::app
