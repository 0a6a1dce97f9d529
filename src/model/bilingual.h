// SPDX-License-Identifier: GPL-3.0-or-later
// A text in the two languages that every file of ours gives side by side.
#pragma once

#include <string>

namespace tongxing::model {

struct Bilingual {
  std::string zh, en;
  bool operator==(const Bilingual&) const = default;
};

}  // namespace tongxing::model
