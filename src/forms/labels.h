// SPDX-License-Identifier: GPL-3.0-or-later
// What is printed beside each box of an official form.
#pragma once

#include <string>
#include <vector>

#include "foreign/field.h"
#include "page/printed_word.h"

namespace tongxing::forms {

/// Pages are `words`' indices. One label a field, for its first box; empty where nothing stands
/// near: inside the box, to its left, above or below it; of boxes to tick, to their right first. At
/// most 80 characters; leaders and the colon at the end are left out.
std::vector<std::string> find_labels(const foreign::OfficialForm& form,
                                     const std::vector<page::PrintedWords>& words);

/// Indices of fields in the order in which a person reads: page by page, line by line.
std::vector<std::size_t> reading_order(const foreign::OfficialForm& form);

}  // namespace tongxing::forms
