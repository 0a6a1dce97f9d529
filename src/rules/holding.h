// SPDX-License-Identifier: GPL-3.0-or-later
// Does the profile say that the family has a paper, and that it is still valid?
#pragma once

#include <optional>
#include <string_view>

#include "model/rulebook.h"
#include "rules/facts.h"

namespace tongxing::rules {

/// What `papers.<id>` says comes first; then the facts that `paper.held_by` names
/// (model/derived.h). A paper that is held, but whose end is wanted and not told, is held; `trace`
/// then misses the date.
model::Holding holding(const model::Paper& paper, const std::optional<PersonKey>& whose,
                       const Facts& facts, Trace& trace);

/// Country that issued a passport of this kind; nullopt: not told.
std::optional<model::CountryCode> issuer(const model::Paper& paper,
                                         const std::optional<PersonKey>& whose, const Facts& facts);

}  // namespace tongxing::rules
