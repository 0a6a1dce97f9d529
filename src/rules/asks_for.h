// SPDX-License-Identifier: GPL-3.0-or-later
// What the applicant wants, by what the profile says under `visa`, `stay` and `residence`. No where
// it speaks of something else that is wanted; unknown only where it speaks of nothing at all, so
// that nobody who asks for one thing is asked about all the others.
#pragma once

#include "model/verdict.h"
#include "rules/facts.h"

namespace tongxing::rules {

model::Verdict asks_for_residence(const Facts& facts, Trace& trace);
model::Verdict asks_for_stay(const Facts& facts, Trace& trace);
model::Verdict asks_for_visa(const Facts& facts, Trace& trace);

}  // namespace tongxing::rules
