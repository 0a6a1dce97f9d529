// SPDX-License-Identifier: GPL-3.0-or-later
// Our own forms as files to fill in.
#pragma once

#include <string>
#include <string_view>

#include "compose/compose.h"
#include "packet/packet.h"

namespace tongxing::packet {

/// The PDF of a form with nothing in it. `typed`: the characters that can be typed into it in our
/// typeface, which the file brings along; those that the face lacks do not count.
std::string make_blank(const Prepared& prepared, const model::Form& form, compose::Paper paper,
                       std::string_view typed);

}  // namespace tongxing::packet
