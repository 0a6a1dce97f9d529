// SPDX-License-Identifier: GPL-3.0-or-later
// From what the rules decided to the parts of the packet.
#pragma once

#include <string>

#include "model/case.h"
#include "model/profile.h"
#include "model/rulebook.h"
#include "plan/plan.h"

namespace tongxing::plan {

/// The packets of one family, each with its parts in the order of the paper: cover, checklist, the
/// day, open questions if there are any, forms, letters. Total and pure. A profile without a case
/// reference is called TX-0.
FamilyPlan make_plan(const model::Profile& profile, const model::RuleBook& book,
                     const model::Outcome& choice, CityId city, Date as_of);

/// The plan as text, one statement a line; for goldens and for people who look for a difference.
std::string dump(const FamilyPlan& plan);
std::string dump(const PacketPlan& plan);
/// Only its checklist.
std::string dump(const model::Checklist& list);

}  // namespace tongxing::plan
