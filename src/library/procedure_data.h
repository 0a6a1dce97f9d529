// SPDX-License-Identifier: GPL-3.0-or-later
// templates/procedures/<id>.yaml and templates/cities/<id>.yaml (docs/PROCEDURES.md).
#pragma once

#include "data/value.h"
#include "library/rule_reader.h"

namespace tongxing::library {

/// Adds the procedure to the book. `files`, at least one, all maps: its own, then what that is
/// `based_on`, and so on; a section is taken from the first that has it. Errors go to the reader.
void decode_procedure(const ProcedureId& id, const std::vector<const data::Value*>& files,
                      RuleReader& reader);

/// Adds the city to the book. Requires: all procedures are there.
void decode_city(const CityId& id, const data::Value& root, RuleReader& reader);

}  // namespace tongxing::library
