// SPDX-License-Identifier: GPL-3.0-or-later
// The papers of one case, with reasons; and the advisories, which look at the papers.
#pragma once

#include <optional>
#include <vector>

#include "model/checklist.h"
#include "rules/facts.h"
#include "rules/questions.h"

namespace tongxing::rules {

/// Everything but the questions, which go to `questions` (others may add to them). `more_notes` are
/// those that fee, presence or photo name.
model::Checklist make_checklist(const Facts& facts, Questions& questions,
                                const std::vector<model::NoteId>& more_notes);

/// Whom a rule speaks of: one entry (which may be nobody known); for each_parent those known.
std::vector<std::optional<PersonKey>> owners(model::Whose whose, const model::People& people);

}  // namespace tongxing::rules
