// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the rule files with this family's facts in their gaps.
#pragma once

#include <optional>
#include <vector>

#include "model/rule.h"
#include "rules/facts.h"

namespace tongxing::rules {

/// nullopt: there is no text, or a gap cannot be filled and it has no plain form.
std::optional<model::Sentence> say(const model::Text& text, const Facts& facts, const Self& self);

/// Those that hold for this family on this day. Where the condition is unknown, they are left out.
std::vector<model::Sentence> say_all(const std::vector<model::ConditionalText>& texts,
                                     const Facts& facts, const Self& self);

/// The same with their sources.
std::vector<model::Statement> state_all(const std::vector<model::ConditionalText>& texts,
                                        const Facts& facts, const Self& self = std::nullopt);

/// Sources as they count for this city: what was published of other cities is for an unverified
/// one only an inference.
std::vector<model::Citation> cited(std::vector<model::Citation> sources, const Facts& facts);

/// What a fact looks like in a gap.
model::Argument argument(const model::Fact& fact);

}  // namespace tongxing::rules
