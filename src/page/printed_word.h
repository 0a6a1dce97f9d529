// SPDX-License-Identifier: GPL-3.0-or-later
// Words that stand on a page already: what a second engine reads, and where.
#pragma once

#include <string>
#include <vector>

#include "page/document.h"

namespace tongxing::page {

/// Text between two blanks, on the page as seen. UTF-8, not empty.
struct PrintedWord {
  std::string text;
  Rect box;
  bool operator==(const PrintedWord&) const = default;
};

/// Of one page, in the order in which the engine found them.
using PrintedWords = std::vector<PrintedWord>;

}  // namespace tongxing::page
