// SPDX-License-Identifier: GPL-3.0-or-later
// Works out the facts of model/derived.h.
#pragma once

#include <optional>
#include <string_view>

#include "model/profile.h"
#include "rules/facts.h"

namespace tongxing::rules {

/// nullopt: unknown; `trace` says why. Requires: model::find_derived(path).
std::optional<model::Fact> derive(std::string_view path, const Facts& facts, const Self& self,
                                  Trace& trace);

/// Is this person a Chinese citizen on the filing day? What they hold speaks where nationalities
/// are not told: an identity card or a household register belongs to a citizen.
model::Verdict is_chinese(const model::Profile& profile, const PersonKey& person, Date day,
                          Trace& trace);

/// A passport of a foreign country; those of Hong Kong, Macao and Taiwan are not.
bool is_foreign(std::string_view country);

}  // namespace tongxing::rules
