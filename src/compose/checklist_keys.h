// SPDX-License-Identifier: GPL-3.0-or-later
// The figures over and under the checklist, and what its keys and marks mean.
#pragma once

#include "compose/blocks.h"

namespace tongxing::compose {

/// How many papers, how many of them are there, are missing, are still asked for.
void checklist_totals(SheetWriter& sheet);
/// What goes into the folder: originals, copies, photographs.
void checklist_counts(SheetWriter& sheet);
/// Every key that is printed anywhere in the packet, with its date and how far it can be trusted.
void checklist_legend(SheetWriter& sheet);

}  // namespace tongxing::compose
