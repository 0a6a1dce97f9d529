// SPDX-License-Identifier: GPL-3.0-or-later
// Where text may be taken apart (Boost.Locale on ICU, Chinese rules). Private to text/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <locale>
#include <string_view>
#include <vector>

namespace tongxing::text {

/// Owns a locale of its own, made from "zh_CN.UTF-8" whatever the machine is set to. Making one
/// takes a moment; any number of threads may use it.
class Boundaries {
 public:
  Boundaries();

  /// Code points at which grapheme clusters start (UAX #29); U+FFFC is always one of its own.
  std::vector<std::size_t> clusters(std::string_view utf8, std::u32string_view characters,
                                    const std::vector<std::size_t>& offsets) const;
  /// For each code point: may a line start here? (UAX #14 with ICU's Chinese rules, and ours: see
  /// boundaries.cc.) One element more than code points; the first is false, the last true.
  std::vector<bool> line_breaks(std::string_view utf8, std::u32string_view characters,
                                const std::vector<std::size_t>& offsets) const;

 private:
  std::locale locale_;
};

}  // namespace tongxing::text
