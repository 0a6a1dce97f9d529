// SPDX-License-Identifier: GPL-3.0-or-later
// Decides. The only room that weighs a `when:`.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "model/case.h"
#include "model/profile.h"
#include "model/rulebook.h"
#include "model/ruling.h"

namespace tongxing::rules {

/// Takes the procedures that the profile asks for, or, where it says auto or nothing, those that
/// are open to each child (DOMAIN A0: nationality, age, place; then first against renewal).
///
/// `city` and `as_of` were settled before (option, profile, today); an empty city means that
/// nobody named one. A procedure that was asked for is refused only on a plain no; with `auto` an
/// open question leaves it undetermined.
/// Errors, at their place in the profile: nobody is the child; two people could be the father; an
/// unknown procedure. The Outcome refers to `profile` and `book`.
Result<model::Outcome> choose(const model::Profile& profile, const model::RuleBook& book,
                              CityId city, Date as_of);

/// Binds a profile to a procedure and an applicant: who is the father, who the Chinese parent.
/// Errors as above. Whether the procedure is open to the applicant is not asked here.
Result<model::Case> open_case(const model::Profile& profile, const model::RuleBook& book,
                              const model::Procedure& procedure, const PersonKey& applicant,
                              CityId city, Date as_of);

/// Applies every rule of the case's procedure and city.
///
/// Total: it cannot fail. Paths and types were checked when the rules were loaded; a fact that is
/// merely absent gives Verdict::unknown and a question. Pure: no clock, no locale.
model::Ruling rule_on(const model::Case& opened);

/// Only the papers of it.
model::Checklist required_documents(const model::Case& opened);

}  // namespace tongxing::rules
