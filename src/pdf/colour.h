// SPDX-License-Identifier: GPL-3.0-or-later
// The colour profile that PDF/A wants every file to carry (ISO 19005-2, 6.2.3).
#pragma once

#include <string>

namespace tongxing::pdf {

/// ICC profile of sRGB (IEC 61966-2-1), version 2.1, matrix and curves; about a kilobyte. Made
/// here from the standard's figures, so that no profile with terms of its own is passed on.
std::string srgb_profile();

}  // namespace tongxing::pdf
