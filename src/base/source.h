// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that spans point into, and diagnostics as a person reads them.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tongxing {

/// Owns every text file that was read. Not for threads: each record of a batch has its own.
class Sources {
 public:
  /// `text` is UTF-8 (the readers of data/ see to that). The name is the path as the user gave it.
  FileId add(std::string name, std::string text);

  std::string_view name(FileId file) const;
  std::string_view text(FileId file) const;

  struct Place {
    std::size_t line = 1;    ///< from 1
    std::size_t column = 1;  ///< from 1, in code points, as editors count
  };
  Place place(FileId file, std::uint32_t offset) const;
  /// The whole line of `offset`, without its end.
  std::string_view line(FileId file, std::uint32_t offset) const;

 private:
  struct File {
    std::string name, text;
  };
  std::deque<File> files_;  // views stay valid while files are added
};

/// How a diagnostic is printed.
struct PrintStyle {
  bool colour = false;
  ShowValues values = ShowValues::no;  ///< yes: quote the user's line and the values in messages
  /// English sentence → sentence in the language of the user interface.
  std::function<std::string(std::string_view)> translate = [](std::string_view s) {
    return std::string(s);
  };
};

/// error[P004]: …, the place, the line with a caret under the span (columns by display width: 姓 is
/// two cells), the hints. Ends with a line end.
std::string print(const Diagnostic& diagnostic, const Sources& sources, const PrintStyle& style);

/// How many terminal cells the text takes (UAX #11: wide and full-width characters take two).
std::size_t display_width(std::string_view utf8);

/// Letters put in, left out, replaced, or two neighbours swapped; capitals and the signs - _ and
/// blank make no difference. O(a · b).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word` by edit distance, if near enough to be a slip of the hand;
/// empty otherwise.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace tongxing
