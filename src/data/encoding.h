// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file → UTF-8 text with plain line ends.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace tongxing::data {

struct Text {
  std::string utf8;
  std::vector<Message> mended;  ///< what was done, each once: it concerns the file as a whole
};

/// UTF-8 first; then UTF-16 by its mark (Notepad's "Unicode"), then GB18030 (Notepad's "ANSI" in
/// China, GB 18030-2005 as ICU has it). BOM, CRLF, no-break and ideographic spaces are mended.
/// Errors: P012, none of these encodings.
Result<Text> to_text(std::string bytes);

}  // namespace tongxing::data
