// SPDX-License-Identifier: GPL-3.0-or-later
// What can be seen only when all rule files are read.
#pragma once

#include "library/rule_reader.h"

namespace tongxing::library {

/// Reports documents and notes that nothing uses, `self` where it is nobody, a warning of the
/// program that has no text, and the absence of a city "other", which stands for any city without a
/// file. Sets RuleBook::newest. Requires: everything was decoded.
void check_rules(RuleReader& reader);

}  // namespace tongxing::library
