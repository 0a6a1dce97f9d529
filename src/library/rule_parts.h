// SPDX-License-Identifier: GPL-3.0-or-later
// The entries that a procedure file and a city file have in common.
#pragma once

#include <string>
#include <vector>

#include "library/rule_reader.h"

namespace tongxing::library {

/// Reads the keys of one line of papers into `rule`; keys that are absent leave it as it is, which
/// is how a city changes a procedure's line. `id` begins the ids of its phrases.
void read_document(const data::Value& map, const std::string& id, RuleReader& reader,
                   model::DocumentRule& rule);

std::vector<model::AdvisoryRule> read_advisories(const data::Value& list, const std::string& id,
                                                 RuleReader& reader);
model::PresenceRules read_presence(const data::Value& map, const std::string& id,
                                   RuleReader& reader);
std::vector<model::PlaceRule> read_places(const data::Value& list, const std::string& id,
                                          RuleReader& reader);
std::vector<model::StepRule> read_steps(const data::Value& list, const std::string& id,
                                        RuleReader& reader);
model::FeeRules read_fee(const data::Value& map, RuleReader& reader);
model::TermRules read_term(const data::Value& map, RuleReader& reader);
/// One map, or a list of maps each with a `when`.
std::vector<model::ValidityRule> read_validity(const data::Value& value, RuleReader& reader);
model::Whose read_whose(const data::Value& value, RuleReader& reader);

}  // namespace tongxing::library
