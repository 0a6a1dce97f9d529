// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/source.h"

#include <algorithm>

namespace tongxing {

FileId Sources::add(std::string name, std::string text) {
  files_.push_back({std::move(name), std::move(text)});
  return static_cast<FileId>(files_.size());
}

}  // namespace tongxing
