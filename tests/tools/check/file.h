// SPDX-License-Identifier: GPL-3.0-or-later
// The two halves of a check: the bytes of a file, and the objects in it.
#pragma once

#include <qpdf/QPDF.hh>
#include <string_view>

#include "check.h"

namespace tongxing::check {

void check_bytes(std::string_view bytes, Findings& findings);
void check_catalog(QPDF& pdf, Findings& findings);

/// Everything but the bytes, the catalog first.
void check_objects(QPDF& pdf, Findings& findings);

}  // namespace tongxing::check
