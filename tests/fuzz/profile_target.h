// SPDX-License-Identifier: GPL-3.0-or-later
// What both profile targets do with a file: read, decode, print every error, dump what came out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "support/profiles.h"

namespace tongxing::test {

inline int feed_profile(const char* name, const std::uint8_t* bytes, std::size_t size) {
  Sources sources;
  const auto profile =
      read_profile(name, std::string(reinterpret_cast<const char*>(bytes), size), sources);
  if (profile) {
    for (const auto& [path, fact] : profile->facts)
      if (shipped_schema().find(path) == nullptr || fact.text.empty()) std::abort();
    static_cast<void>(model::dump(*profile));
  } else {
    for (const auto& error : profile.error()) {
      if (error.code.empty() || error.what.id.empty()) std::abort();
      if (error.where.file != FileId::none &&
          (error.where.begin > error.where.end ||
           error.where.end > sources.text(error.where.file).size()))
        std::abort();
      static_cast<void>(print(error, sources, {.values = ShowValues::yes}));
    }
  }
  return 0;
}

}  // namespace tongxing::test
