// SPDX-License-Identifier: GPL-3.0-or-later
// Text strings of a PDF (ISO 32000-1, 7.9.2.2; ISO 32000-2 adds UTF-8).
#pragma once

#include <string>
#include <string_view>

namespace tongxing::foreign {

/// Always valid UTF-8. `bytes` is the string's content: UTF-16BE after its mark (FE FF), UTF-8
/// after its own (EF BB BF), else PDFDocEncoding. What is no character becomes U+FFFD.
std::string text_string(std::string_view bytes);

/// UTF-16BE without a mark.
std::string utf16_text(std::string_view bytes);

/// A name is UTF-8 by convention (7.3.5); bytes that are not are read as PDFDocEncoding.
std::string name_text(std::string_view bytes);

}  // namespace tongxing::foreign
