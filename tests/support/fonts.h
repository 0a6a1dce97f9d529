// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's fonts for tests of modules that cannot read fonts/fonts.yaml.
#pragma once

#include <catch2/catch.hpp>

#include "support/catalog.h"

namespace tongxing::tests {

inline text::FontSet debian_fonts() {
  auto fonts = text::FontSet::open(debian_catalog());
  if (!fonts) FAIL(english(fonts.error().front().what));
  return *std::move(fonts);
}

}  // namespace tongxing::tests
