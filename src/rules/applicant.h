// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from the applicant's age, place, passports and earlier documents.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "model/verdict.h"
#include "rules/facts.h"

namespace tongxing::rules {

/// Has not reached `years` on the filing day.
model::Verdict younger(const Facts& facts, int years, Trace& trace);
/// A Chinese citizen: a child by birth (Nationality Law art. 4 and 5), anybody else by what is
/// told of nationalities, identity card or household register.
model::Verdict chinese(const Facts& facts, Trace& trace);
/// Told, or lives here. Nobody is asked for an address only to learn this.
model::Verdict in_mainland(const Facts& facts, Trace& trace);
model::Verdict on_hukou(const Facts& facts, Trace& trace);
/// Earlier permits of one kind, or of any where `kind` is empty.
model::Verdict had_before(const Facts& facts, std::string_view kind, Trace& trace);
/// A nationality that is there for the asking, and has not been asked for.
model::Verdict may_claim(const Facts& facts, Trace& trace);
/// Last day of the first foreign passport.
std::optional<Date> passport_ends(const Facts& facts, Trace& trace);
/// The foreign passport ends less than six months after the filing day.
model::Verdict passport_short(const Facts& facts, Trace& trace);
/// The same passport has fewer than two blank visa pages.
model::Verdict pages_short(const Facts& facts, Trace& trace);

/// One parent is not a Chinese citizen; no: both are.
model::Verdict has_foreign_parent(const Facts& facts, Trace& trace);
/// Is alive and does not come.
model::Verdict cannot_come(const Facts& facts, const Self& self, Trace& trace);
model::Verdict parents_absent(const Facts& facts, Trace& trace);

}  // namespace tongxing::rules
