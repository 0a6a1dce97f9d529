// SPDX-License-Identifier: GPL-3.0-or-later
// A font file as memory. Private to text/.
#pragma once

#include <filesystem>

#include "text/hb.h"

namespace tongxing::text {

/// Maps the file for reading; null where that cannot be done, or the file is empty.
HbBlob map_font(const std::filesystem::path& file);

/// Gives back the pages of a mapped file; they are read again when they are needed. A subset
/// touches most of a CJK face (12 MB of memory for 400 glyphs): a packet with five such faces need
/// not hold them all at once.
void forget_pages(hb_blob_t* mapped);

}  // namespace tongxing::text
