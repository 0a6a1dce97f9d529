// SPDX-License-Identifier: GPL-3.0-or-later
// What the helper program does with somebody else's bytes: libqpdf reads them and writes them anew.
//
// Not for the main program: only tongxing-normalise and the fuzz target call this.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tongxing::foreign {

/// The helper's answer: one line, "outcome encrypted repaired\n" in digits, then the file.
struct Rewritten {
  enum class Outcome : std::uint8_t {
    done = 0,
    no_pdf = 1,     ///< nothing in it says that it is one
    damaged = 2,    ///< one that cannot be repaired, or that has no page
    locked = 3,     ///< it opens with a password or a certificate only
    too_large = 4,  ///< more memory than there is to be had, or more objects than any form has
  };
  Outcome outcome = Outcome::damaged;
  bool was_encrypted = false;
  bool was_repaired = false;
  std::string bytes;  ///< empty unless done
};

/// Never throws, says nothing on any stream.
Rewritten rewrite(std::string_view raw) noexcept;

}  // namespace tongxing::foreign
