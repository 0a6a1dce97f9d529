// SPDX-License-Identifier: GPL-3.0-or-later
// The text of one scalar and a declared type → a fact, or what is wrong with it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "data/value.h"
#include "model/profile.h"

namespace tongxing::model {

/// A fact and what was mended to get it; without fact and error, the value says "unknown".
struct Reading {
  std::optional<Fact> fact;
  std::vector<Message> mended;
  std::optional<Diagnostic> error;
};

/// `value` is a scalar or empty. `name` is the key the user wrote; `schema` knows the countries.
/// A person is not looked up here.
Reading read_scalar(const data::Value& value, const Declaration& declaration, std::string_view name,
                    const Schema& schema);

/// unknown, 未知 and their like.
bool says_unknown(std::string_view text);
/// none, 无: a list that is known to be empty.
bool says_none(std::string_view text);

/// [A-Za-z0-9-]{1,24}, beginning with a letter or digit.
bool is_case_id(std::string_view text);
/// Key of a person: a letter, then letters, digits, - and _; at most 32.
bool is_person_key(std::string_view text);
/// Readable id of our own data: small letters, digits and -; at most 64.
bool is_readable_id(std::string_view text);

}  // namespace tongxing::model
