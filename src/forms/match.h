// SPDX-License-Identifier: GPL-3.0-or-later
// Values, a map and a form → fillings.
#pragma once

#include <string>
#include <vector>

#include "data/value.h"
#include "foreign/blank.h"
#include "forms/field_map.h"
#include "forms/filling.h"

namespace tongxing::forms {

/// The value at a dotted path of a data file: `people.father.name.zh.given`, `children.0.sex`. A
/// key may hold dots itself. nullptr: there is none, or it says nothing.
const data::Value* find_value(const data::Value& root, std::string_view path);

struct Matched {
  std::vector<Filling> fillings;     ///< in the order of the map, or of the data
  std::vector<std::string> missing;  ///< paths that nobody told a value for, each once
};

/// Follows the map. Errors, all of them: M002 a field that is not there, M003 an option that is
/// none of the field's, M004 a place off the page (Fault::data); M011 a value that is no choice,
/// M012 a value longer than the field or comb takes, M013 a value of the wrong kind, M014 a field
/// that cannot be filled (Fault::input).
Result<Matched> match_fields(const foreign::OfficialForm& form, const FieldMap& map,
                             const data::Value& values);

/// Without a map: the keys of the data are the names of fields. Errors as above, and M010 a name
/// that no field has.
Result<Matched> match_fields(const foreign::OfficialForm& form, const data::Value& values);

/// Values that stand in the blank and that no look shows: they are drawn like answers.
void add_stored_values(const foreign::OfficialForm& form, const foreign::Blank& blank,
                       std::vector<Filling>& fillings);

}  // namespace tongxing::forms
