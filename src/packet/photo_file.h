// SPDX-License-Identifier: GPL-3.0-or-later
// What read_photo is made from. Diagnostics come without their place.
#pragma once

#include <string_view>

#include "base/result.h"
#include "page/document.h"

namespace tongxing::packet {

/// Both leave `size` to the caller.
Result<page::Picture> read_jpeg(std::string_view bytes);
Result<page::Picture> read_png(std::string_view bytes);

/// How a picture is turned, by the TIFF directory that Exif uses (CIPA DC-008, 4.6.4 A): 1 upright
/// …
/// 8. 1 also where nothing is said, or nothing that can be read.
unsigned orientation(std::string_view tiff);

Diagnostic damaged_photo();
Diagnostic turned_photo();
/// I004: "is a CMYK picture".
Diagnostic unusual_photo(Message what);
/// ok within photo_width and photo_height, else I003.
Result<Ok> check_pixels(unsigned width, unsigned height);

}  // namespace tongxing::packet
