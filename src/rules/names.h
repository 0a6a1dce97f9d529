// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing the names that stand on a child's papers.
#pragma once

#include <string_view>

#include "model/verdict.h"
#include "rules/facts.h"

namespace tongxing::rules {

/// Do two printed names say the same? Order of the words, capitals (A–Z), commas, hyphens and
/// spaces do not matter; another script, another letter or a missing name does.
bool same_name(std::string_view a, std::string_view b);
/// Is there a Chinese character in it?
bool has_han(std::string_view utf8);

/// Birth certificate against foreign passport.
model::Verdict names_differ(const Facts& facts, Trace& trace);
/// No Chinese name stands on the birth certificate, so that the permit's is a new one.
model::Verdict name_created(const Facts& facts, Trace& trace);

}  // namespace tongxing::rules
