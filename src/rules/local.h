// SPDX-License-Identifier: GPL-3.0-or-later
// What holds in this city: the city's own rules where it has some, else the procedure's.
#pragma once

#include <optional>

#include "model/case.h"
#include "rules/facts.h"

namespace tongxing::rules {

/// nullptr: the city file says nothing of this procedure.
const model::LocalRules* local_rules(const model::Case& opened);
const model::TermRules& local_term(const model::Case& opened);
const model::FeeRules& local_fee(const model::Case& opened);
const model::PresenceRules& local_presence(const model::Case& opened);
/// nullopt: no source states it, or not enough is known.
std::optional<model::Validity> local_validity(const Facts& facts);

/// Is this parent's household register in the city of filing?
model::Verdict hukou_local(const Facts& facts, const std::optional<PersonKey>& parent,
                           Trace& trace);
/// … or has he a residence permit of that city, valid on the filing day?
model::Verdict applies_here(const Facts& facts, const std::optional<PersonKey>& parent,
                            Trace& trace);

}  // namespace tongxing::rules
