// SPDX-License-Identifier: GPL-3.0-or-later
// The structure tree against the pages.
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "check.h"
#include "content.h"

namespace tongxing::check {

/// `pages` and `contents` in page order. Returns the widgets of fields in the order of the tree.
std::vector<QPDFObjectHandle> check_structure(QPDF& pdf, const std::vector<QPDFObjectHandle>& pages,
                                              const std::vector<Content>& contents,
                                              Findings& findings);

}  // namespace tongxing::check
