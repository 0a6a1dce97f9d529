// SPDX-License-Identifier: GPL-3.0-or-later
// Characters that no font can draw, found before a page is made.
#pragma once

#include <vector>

#include "base/result.h"
#include "library/library.h"
#include "model/profile.h"
#include "model/ruling.h"
#include "text/fonts.h"

namespace tongxing::packet {

/// One diagnostic (Fault::glyph) for each fact with such a character: whose, which field, which
/// character and code point, what to install.
Diagnostics missing_glyphs(const model::Profile& profile, const text::FontSet& fonts);

/// Puts an empty square (U+FFFC) in the place of each such character; one advisory a fact.
std::vector<model::Advisory> leave_to_handwriting(model::Profile& profile,
                                                  const text::FontSet& fonts);

/// Our own texts that a sheet cannot show (T903, Fault::data): one diagnostic for each character
/// that no font has, with the first text it stands in. Chinese, the second language, its dates.
Diagnostics unprintable(const library::Library& library, const text::FontSet& fonts);

}  // namespace tongxing::packet
