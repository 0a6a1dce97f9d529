// SPDX-License-Identifier: GPL-3.0-or-later
// The one thing we must know of a CFF font program. Private to text/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tongxing::text {

/// CID of each glyph (Adobe Technical Note 5176, "Charsets"); empty for a program that is not
/// CID-keyed, whose CIDs are its glyph ids (ISO 32000-1, 9.7.4.2), and for one that is damaged.
std::vector<std::uint16_t> cff_cids(std::string_view program);

}  // namespace tongxing::text
