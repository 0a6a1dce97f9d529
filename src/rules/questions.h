// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers what is not known and what hangs on it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/facts.h"

namespace tongxing::rules {

class Questions {
 public:
  explicit Questions(const Facts& facts) : facts_(&facts) {}

  /// Each missing fact of `trace` is a question that decides `code`.
  void add(const Trace& trace, std::string_view code);

  /// Those that decide most first; among equals, first asked first.
  std::vector<model::Question> take();

 private:
  const Facts* facts_;
  std::vector<model::Question> list_;
};

/// The question behind one fact of the profile. Requires: the schema declares its path.
model::Question question(const std::string& path, const Facts& facts);

}  // namespace tongxing::rules
