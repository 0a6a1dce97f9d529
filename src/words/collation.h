// SPDX-License-Identifier: GPL-3.0-or-later
// Order of lists.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tongxing::words {

/// Chinese order by pinyin (ICU's zh collation), Latin by letters regardless of case first; equal
/// only for equal texts. Immutable; may be used by several threads.
class Collation {
 public:
  Collation();
  ~Collation();
  Collation(Collation&&) noexcept;
  Collation& operator=(Collation&&) noexcept;

  /// For std::sort, as std::cref(collation).
  bool operator()(std::string_view a, std::string_view b) const { return compare(a, b) < 0; }
  int compare(std::string_view a, std::string_view b) const;
  /// Keys whose order as bytes is the order of the texts: for sorting many.
  std::string key(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tongxing::words
