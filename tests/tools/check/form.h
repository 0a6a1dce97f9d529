// SPDX-License-Identifier: GPL-3.0-or-later
// Fields to fill in: the form in the catalog against the widgets on the pages.
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "check.h"

namespace tongxing::check {

/// `read`: the widgets in the order of the structure tree.
void check_form(QPDF& pdf, const std::vector<QPDFObjectHandle>& pages,
                const std::vector<QPDFObjectHandle>& read, Findings& findings);

}  // namespace tongxing::check
