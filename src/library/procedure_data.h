// SPDX-License-Identifier: GPL-3.0-or-later
// templates/procedures/<id>.yaml and templates/cities/<id>.yaml (docs/PROCEDURES.md).
#pragma once

#include "data/value.h"
#include "library/rule_reader.h"

namespace tongxing::library {

/// Adds the procedure to the book. `base` is the file that it is `based_on`, nullptr if none:
/// sections it lacks are taken from there. Errors go to the reader.
void decode_procedure(const ProcedureId& id, const data::Value& root, const data::Value* base,
                      RuleReader& reader);

/// Adds the city to the book. Requires: all procedures are there.
void decode_city(const CityId& id, const data::Value& root, RuleReader& reader);

}  // namespace tongxing::library
