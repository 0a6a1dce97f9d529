// SPDX-License-Identifier: GPL-3.0-or-later
// A text in both languages, as our data files hold it.
#pragma once

#include <string>

namespace tongxing::model {

struct Bilingual {
  std::string zh, en;
  bool operator==(const Bilingual&) const = default;
};

}  // namespace tongxing::model
