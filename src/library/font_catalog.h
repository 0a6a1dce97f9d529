// SPDX-License-Identifier: GPL-3.0-or-later
// fonts/fonts.yaml → FontCatalog (docs/FONTS.md).
#pragma once

#include "base/result.h"
#include "data/value.h"
#include "text/fonts.h"

namespace tongxing::library {

/// Errors (Fault::data), all of the file: T101 the shape, a missing or unknown key; T103 a face,
/// group or role that does not exist; T104 a role without a chain, a face or group that nothing
/// uses. Whether the files are there is asked when the faces are opened.
Result<text::FontCatalog> decode_font_catalog(const data::Value& root);

}  // namespace tongxing::library
