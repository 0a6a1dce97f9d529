// SPDX-License-Identifier: GPL-3.0-or-later
// One embedded font, as a reader of the file sees it.
#pragma once

#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>

#include "check.h"

namespace tongxing::check {

struct Font {
  std::string name;
  std::map<unsigned, std::u16string> unicode;  ///< /ToUnicode
  std::map<unsigned, double> widths;           ///< /W
  double default_width = 1000;
  std::set<unsigned> used;  ///< codes that a page shows

  double width(unsigned code) const {
    const auto found = widths.find(code);
    return found == widths.end() ? default_width : found->second;
  }
};

/// Reads the dictionary and reports what is missing in it.
Font read_font(QPDFObjectHandle font, Findings& findings);

/// Compares the used codes with the font program and with /ToUnicode.
void check_used(const Font& font, QPDFObjectHandle dictionary, Findings& findings);

}  // namespace tongxing::check
