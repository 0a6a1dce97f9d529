// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from the journey and from the terms of the permit it is for.
#pragma once

#include <optional>

#include "base/date.h"
#include "model/verdict.h"
#include "rules/facts.h"

namespace tongxing::rules {

/// The usual day on which the permit is ready.
std::optional<Date> permit_ready(const Facts& facts);
/// The last day of a permit issued on the filing day.
std::optional<Date> permit_ends(const Facts& facts);
/// Goes to another country than that of the foreign passport.
model::Verdict goes_elsewhere(const Facts& facts, Trace& trace);
/// A permit that comes by courier is not in hand on the day on which it is ready.
model::Verdict leaves_too_soon(const Facts& facts, Trace& trace);
model::Verdict outlasts_permit(const Facts& facts, Trace& trace);

}  // namespace tongxing::rules
