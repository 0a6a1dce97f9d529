// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from the permit for Hong Kong and Macao.
#pragma once

#include <optional>

#include "rules/facts.h"

namespace tongxing::rules {

/// The last day of the applicant's card; of several cards the latest. Unknown where there is none,
/// and where one of them is told without its date.
std::optional<Date> hk_macao_card_ends(const Facts& facts, Trace& trace);

}  // namespace tongxing::rules
