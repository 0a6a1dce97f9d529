// SPDX-License-Identifier: GPL-3.0-or-later
// The figures over and under the checklist, and what its keys and marks mean.
#pragma once

#include <vector>

#include "compose/blocks.h"

namespace tongxing::compose {

/// A large number and what it counts.
struct Figure {
  std::size_t number;
  model::Bilingual label;
};
/// In a row across the sheet; kept with what follows.
void draw_figures(SheetWriter& sheet, const std::vector<Figure>& all);

/// What a key or a mark means.
struct LegendEntry {
  std::string key;  ///< empty: the text names what it explains
  model::Bilingual text;
};
/// Every source that the packet cites, with its date and how far it can be trusted.
std::vector<LegendEntry> source_entries(const Context& context);
void draw_legend(SheetWriter& sheet, const std::vector<LegendEntry>& all);

/// How many papers, how many of them are there, are missing, are still asked for.
void checklist_totals(SheetWriter& sheet);
/// What goes into the folder: originals, copies, photographs.
void checklist_counts(SheetWriter& sheet);
/// Every key that is printed anywhere in the packet, with its date and how far it can be trusted.
void checklist_legend(SheetWriter& sheet);

}  // namespace tongxing::compose
