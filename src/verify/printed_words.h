// SPDX-License-Identifier: GPL-3.0-or-later
// The words that stand on the pages of a normalised PDF, as Poppler reads them.
#pragma once

#include <string_view>
#include <vector>

#include "page/printed_word.h"

namespace tongxing::verify {

/// One list a page; empty where a page cannot be read, or has pictures only. Only words that run
/// from left to right on the page as seen.
std::vector<page::PrintedWords> printed_words(std::string_view file);

}  // namespace tongxing::verify
