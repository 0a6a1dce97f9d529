// SPDX-License-Identifier: GPL-3.0-or-later
// Tables: every row has as many cells as the others.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "check.h"

namespace tongxing::check {

/// The value of an attribute in /A, a dictionary or an array of them; null if there is none.
QPDFObjectHandle attribute(QPDFObjectHandle element, const std::string& key);

void check_table(QPDFObjectHandle table, Findings& findings);

}  // namespace tongxing::check
