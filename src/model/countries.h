// SPDX-License-Identifier: GPL-3.0-or-later
// Names of countries and regions, as ICU's copy of CLDR knows them.
#pragma once

#include <map>
#include <string>

namespace tongxing::model {

/// Alpha-2, alpha-3, English and Chinese names (small Latin letters) → alpha-2 of ISO 3166-1.
std::map<std::string, std::string, std::less<>> country_names();

}  // namespace tongxing::model
