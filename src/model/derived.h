// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that nobody is asked for because they follow from others: what rules may name beside the
// facts of templates/schema.yaml.
//
// Here stand only names and types, so that a rule file can be checked when it is loaded;
// rules/derived.cc works the values out. Each may be unknown, like any other fact.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/schema.h"

namespace tongxing::model {

struct DerivedFact {
  std::string_view path;  ///< as rules write it; "self.…" is asked of one person at a time
  FactType type;
  std::string_view meaning;
};

/// Sorted by path.
std::span<const DerivedFact> derived_facts();
/// nullptr: no such fact. `father.…`, `host.…` are found as `self.…`, `child.…` as `applicant.…`.
const DerivedFact* find_derived(std::string_view path);

/// Words that `held_by:` in templates/documents.yaml may use; rules/holding.cc has the same.
std::span<const std::string_view> holding_kinds();

/// The roles a rule's path may begin with: "child", "father" … and "self".
bool is_role_root(std::string_view word);
/// "child.birth_date" → "people.*.birth_date"; any other path unchanged.
std::string declared_path(std::string_view path);

}  // namespace tongxing::model
