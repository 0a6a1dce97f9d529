// SPDX-License-Identifier: GPL-3.0-or-later
// The two syntaxes. Neither adds to `Sources`: `text` already stands there as `file`.
#pragma once

#include <string_view>

#include "data/value.h"

namespace tongxing::data {

Result<Document> read_yaml(std::string_view text, FileId file, const Limits& limits);
Result<Document> read_json(std::string_view text, FileId file, const Limits& limits);

}  // namespace tongxing::data
