// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into the fields of our own forms, by the names that forms/<id>/form.yaml uses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compose/context.h"
#include "model/form.h"

namespace tongxing::compose {

/// What a field gets.
struct FieldAnswer {
  enum class Kind : std::uint8_t {
    known,
    none,     ///< known that there is none: 无
    unknown,  ///< `fact` is missing from the profile
    blank,    ///< not for us to fill in
  };
  Kind kind = Kind::unknown;
  std::string text;                       ///< a date: what is known of 2022-03-18
  std::string fact;                       ///< concrete path
  bool derived = false;                   ///< our proposal (pinyin), to be checked by the family
  std::vector<std::string> several = {};  ///< known: what else is to be ticked
};

/// Names a form may use; the loader checks each field against them.
std::vector<std::string> field_value_names();

/// Requires: the name is one of field_value_names(), and context.sheet is the form.
FieldAnswer field_answer(const Context& context, const model::FieldValue& value);

/// How many lines a list has ("family"); 0 where it is not known.
std::size_t list_lines(const Context& context, std::string_view list);

}  // namespace tongxing::compose
