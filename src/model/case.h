// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant × one procedure × one filing day, with the roles filled.
#pragma once

#include <vector>

#include "base/date.h"
#include "model/profile.h"
#include "model/rulebook.h"
#include "model/ruling.h"

namespace tongxing::model {

/// Refers to what it was opened from; profile and book must outlive it.
struct Case {
  const RuleBook* book = nullptr;
  const Profile* profile = nullptr;
  const Procedure* procedure = nullptr;
  const City* city = nullptr;
  CityId city_named;  ///< as the profile has it; empty: not given
  Date as_of;
  People people;
  int ordinal = 1;  ///< of the applicant among the applicants
};

/// A case with what the rules say about it.
struct Decided {
  Case opened;
  Ruling ruling;
};

/// What one profile leads to: by applicant as the profile lists them, then by procedure.
struct Outcome {
  std::vector<Decided> offered;
  std::vector<Refusal> refused;
};

}  // namespace tongxing::model
