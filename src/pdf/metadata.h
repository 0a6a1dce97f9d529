// SPDX-License-Identifier: GPL-3.0-or-later
// What the file says of itself: never a person, never the hour it was made.
#pragma once

#include <string>

#include "page/document.h"

namespace tongxing::pdf {

inline constexpr std::string_view producer = "Tongxing";

/// XMP packet with title, identifier, and the claims PDF/A-2a and PDF/UA-1 (ISO 16684-1;
/// ISO 19005-2, 6.6; ISO 14289-1, 5).
std::string xmp(const page::Document& document);

}  // namespace tongxing::pdf
