// SPDX-License-Identifier: GPL-3.0-or-later
// What was put on a page of a finished file, for whoever looks whether it is there.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "page/document.h"

namespace tongxing::page {

/// `text` stands whole inside `box`, and nothing else that was not there before.
struct ReadBack {
  std::size_t page = 0;  ///< from 0
  Rect box;              ///< on the page as seen
  std::string text;      ///< UTF-8; empty: a mark
  std::string field;     ///< for messages
  /// What each of its lines, or the mark, covers; none: where the ink stands is not known.
  std::vector<Rect> ink;
  bool operator==(const ReadBack&) const = default;
};

}  // namespace tongxing::page
