// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, strings and references as PDF writes them, appended to one growing string
// (ISO 32000-1, 7.3). Locale-free.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.h"
#include "page/document.h"

namespace tongxing::pdf {

/// Number of an indirect object; the generation is always 0.
using ObjectNumber = std::uint32_t;

void put(std::string& out, std::int64_t number);
/// `value` thousandths, shortest: 12340 → "12.34".
void put_thousandths(std::string& out, std::int64_t value);
inline void put(std::string& out, Length length) {
  put_thousandths(out, length.milli());
}
/// Grey level 0…255 as 0…1.
void put_grey(std::string& out, page::Grey grey);
void put_reference(std::string& out, ObjectNumber number);
/// "/name"; bytes that may not stand in a name as #xx (7.3.5).
void put_name(std::string& out, std::string_view name);
/// Four hexadecimal digits.
void put_hex4(std::string& out, std::uint16_t value);

/// Text string: as it is when ASCII, otherwise UTF-16BE with byte order mark (7.9.2.2).
void put_text(std::string& out, std::string_view utf8);
/// UTF-16BE in hexadecimal digits, as a CMap wants it.
void put_utf16_hex(std::string& out, std::string_view utf8);

/// Corners of `box` turned to PDF's axes: "[left bottom right top]".
void put_box(std::string& out, const page::Rect& box, Length page_height);

}  // namespace tongxing::pdf
