// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/procedure.h"

#include <algorithm>

namespace tongxing::model {

const DocumentRule* Procedure::document(std::string_view rule) const {
  const auto found = std::ranges::find(documents, rule, &DocumentRule::id);
  return found == documents.end() ? nullptr : &*found;
}

}  // namespace tongxing::model
