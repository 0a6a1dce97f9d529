// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from the applicant's own visas and permits: until when the stay is lawful, and by
// how much it can be extended. Regulations on the administration of the entry and exit of
// foreigners, art. 14, 16, 25 and 36.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "model/verdict.h"
#include "rules/facts.h"

namespace tongxing::rules {

/// Holds a permit of this kind (choices `permit-kind`).
model::Verdict holds(const Facts& facts, const std::optional<PersonKey>& person,
                     std::string_view kind, Trace& trace);

/// The last lawful day. Of a residence or stay permit: its last day. Of a visa: the day of entry
/// plus the days of stay and those of earlier extensions; the stay is counted from the day after
/// entry (art. 36). Of several permits the one issued last counts, else the one listed last. Of
/// whoever entered without a visa and asks for a stay permit: the last visa-free day.
std::optional<Date> stay_ends(const Facts& facts, Trace& trace);
/// The last lawful day is before the filing day; the day itself is no overstay (art. 25).
model::Verdict overstayed(const Facts& facts, Trace& trace);
/// Days by which the stay may still be extended: extensions together are at most as long as the
/// original stay (art. 14).
std::optional<int> extension_left(const Facts& facts, Trace& trace);
/// The extension asked for is longer than that.
model::Verdict extension_over(const Facts& facts, Trace& trace);
/// The last day after the extension asked for.
std::optional<Date> extended_to(const Facts& facts, Trace& trace);

/// The visa is asked for a stay of more than 180 days (art. 36).
model::Verdict visa_long(const Facts& facts, Trace& trace);
/// The residence permit is asked for twelve months or more.
model::Verdict residence_year(const Facts& facts, Trace& trace);
/// … for 36 months or more.
model::Verdict residence_three_years(const Facts& facts, Trace& trace);
/// The health certificate was issued more than six months before the filing day (art. 16).
model::Verdict health_expired(const Facts& facts, Trace& trace);

}  // namespace tongxing::rules
