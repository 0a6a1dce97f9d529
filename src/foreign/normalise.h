// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody else's bytes become a file that is safe to read.
//
// Raw bytes reach nothing but libqpdf, and libqpdf only inside the helper program, which may read
// its input, write its output and use memory, and nothing else (docs/OFFICIAL_FORMS.md).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/child_process.h"

namespace tongxing::foreign {

/// A PDF as libqpdf writes it: not encrypted, no object streams, a classic cross-reference table,
/// generation 0 throughout, every page a direct kid of /Pages with its inherited attributes, every
/// annotation an object of its own. Equal input gives equal bytes.
struct Normalised {
  std::string bytes;
  bool was_encrypted = false;  ///< with an empty user password: owner-password files open so
  bool was_repaired = false;   ///< libqpdf had to mend something
};

struct Normaliser {
  std::filesystem::path program;  ///< tongxing-normalise, on this machine
  RunChild run = run_child;
};

/// `shown` is the file's name in messages. Errors (Fault::input, none speaks of content): not a
/// PDF, beyond repair, encrypted with a password that is not empty, too large or too costly;
/// Fault::io: the helper program is missing.
Result<Normalised> normalise(std::string_view raw, const std::filesystem::path& shown,
                             const Normaliser& normaliser);

}  // namespace tongxing::foreign
