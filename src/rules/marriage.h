// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from the parents' marriage and its certificate.
#pragma once

#include "model/verdict.h"
#include "rules/facts.h"

namespace tongxing::rules {

/// Unknown after a divorce or a death: no source says what is asked for then.
model::Verdict certificate_asked(const Facts& facts, Trace& trace);
/// A certificate from the mainland is in Chinese; of others the language has to be told.
model::Verdict not_chinese(const Facts& facts, Trace& trace);
model::Verdict apostille_country(const Facts& facts, Trace& trace);
/// Issued in Hong Kong, Macao or Taiwan.
model::Verdict other_region(const Facts& facts, Trace& trace);
/// Issued outside the mainland.
model::Verdict outside(const Facts& facts, Trace& trace);

}  // namespace tongxing::rules
