// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a tagged PDF with libqpdf and FreeType, none of our own code, and says what is wrong.
//
// It looks where veraPDF does not (structure ↔ parent tree ↔ marked content ↔ annotations, each
// in both directions) and at what has broken before. It knows the rules for the files this program
// makes: what is legal elsewhere but not used here may be reported.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tongxing::check {

struct Finding {
  std::string
      clause;  ///< "ua 7.1" (ISO 14289-1), "a 6.1.3" (ISO 19005-2), "pdf 14.7.4" (ISO 32000-1)
  std::string text;
};
using Findings = std::vector<Finding>;

/// `bytes`: a whole file. Throws a std::exception if libqpdf cannot read it.
Findings check(std::string_view bytes);

}  // namespace tongxing::check
