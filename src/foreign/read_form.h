// SPDX-License-Identifier: GPL-3.0-or-later
// The fields and pages of a normalised PDF.
#pragma once

#include <filesystem>

#include "foreign/field.h"
#include "foreign/normalise.h"

namespace tongxing::foreign {

/// Reads pages and fields. A document without fields is no error: `fields` is empty. `shown` is the
/// file's name in messages. Errors (Fault::input): no page, a form that is dynamic XFA only, more
/// pages or fields than any form has.
Result<OfficialForm> read_form(const Normalised& file, const std::filesystem::path& shown);

}  // namespace tongxing::foreign
