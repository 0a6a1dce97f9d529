// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant × one procedure × one filing day, with the roles filled.
#pragma once

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
  int ordinal = 1;  ///< of the applicant among the children
};

}  // namespace tongxing::model
