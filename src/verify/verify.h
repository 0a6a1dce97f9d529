// SPDX-License-Identifier: GPL-3.0-or-later
// Does a finished file show what was meant? A second engine (Poppler) reads and draws it.
//
// Text extraction alone does not see what a clipping path or a /BBox hides, so the pages are drawn
// too, with the answers and without: the difference is the ink that the answers left, and it has to
// cover exactly what the glyphs cover.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "page/read_back.h"

namespace tongxing::verify {

/// `bare`: the same file without what is meant. Only pages with something meant are looked at;
/// takes some tens of milliseconds a page. Errors (Fault::output), all of them: V001 a text is not
/// in its box, V002 it stands elsewhere, V003 it is there and part of it cannot be seen, V004
/// something stands where nothing was meant, V005 the file cannot be read.
Result<Ok> read_back(std::string_view file, std::string_view bare,
                     const std::vector<page::ReadBack>& meant);

}  // namespace tongxing::verify
