// SPDX-License-Identifier: GPL-3.0-or-later
// Rule files as somebody might write them: whatever they hold, they load or say what is wrong.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "support/rules.h"

/// The first byte says which of the shipped files the rest takes the place of.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace tongxing;
  static const auto shipped = test::shipped_rule_files();
  if (size == 0) return 0;
  auto files = shipped;
  files[bytes[0] % files.size()].bytes.assign(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  Sources sources;
  const auto book = test::load(files, sources);
  if (book) return 0;
  for (const auto& error : book.error()) {
    if (error.code.empty() || error.fault != Fault::data) std::abort();
    static_cast<void>(print(error, sources, {}));
  }
  return 0;
}
