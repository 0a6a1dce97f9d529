// SPDX-License-Identifier: GPL-3.0-or-later
// The nationality gate: what follows from births, parents and passports. All in three values.
#pragma once

#include <string_view>

#include "model/profile.h"
#include "model/verdict.h"
#include "rules/facts.h"

namespace tongxing::rules {

enum class Whether : bool { foreign, chinese };

/// Among the nationalities told. An entry without dates counts as held from birth on, unless it
/// says that it was acquired later.
model::Verdict has_nationality(const model::Profile& profile, const PersonKey& person,
                               Whether wanted, Date day, Trace& trace);
model::Verdict has_passport(const model::Profile& profile, const PersonKey& person, Whether wanted,
                            Trace& trace);

/// At least one parent was a Chinese citizen when the child was born (N1, N2; no: N4).
model::Verdict parent_chinese(const Facts& facts, Trace& trace);
/// N1 or N2: yes. N3 or N4: no.
model::Verdict chinese_by_birth(const Facts& facts, Trace& trace);
/// N5: yes. N5b and N6: no.
model::Verdict foreign_nationality(const Facts& facts, Trace& trace);

}  // namespace tongxing::rules
