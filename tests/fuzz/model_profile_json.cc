// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/profile_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  return tongxing::test::feed_profile("profile.json", bytes, size);
}
