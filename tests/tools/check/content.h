// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a page: its marked content, and the codes shown with each font.
#pragma once

#include <map>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <vector>

#include "check.h"
#include "font.h"

namespace tongxing::check {

struct Content {
  std::map<int, std::string> marks;  ///< MCID → the tag it was written with
};

/// `fonts` by object id; read on first use. Reports what is neither content nor artifact, what is
/// nested wrongly, and MCIDs used twice.
Content read_content(QPDFPageObjectHelper page, const std::string& where,
                     std::map<QPDFObjGen, Font>& fonts, Findings& findings);

bool is_language(const std::string& tag);

}  // namespace tongxing::check
