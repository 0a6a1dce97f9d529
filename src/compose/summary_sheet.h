// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the family summary, each from the plan to the flow of one sheet.
#pragma once

#include <string>
#include <vector>

#include "compose/blocks.h"
#include "plan/summary.h"

namespace tongxing::compose {

/// What every section needs. Borrows everything.
struct FamilySheet {
  SheetWriter& sheet;
  const plan::FamilyPlan& family;
  const plan::FamilySummary& summary;
  const std::vector<std::size_t>& pages;  ///< of each packet, as the plan has them

  const Context& context() const { return sheet.context(); }
  /// The context of one packet, to say what its own sheets say.
  Context packet(plan::PacketIndex index) const;
};

/// The numbers by which the summary calls packets, from 1: "1, 3".
std::string packet_numbers(std::vector<plan::PacketIndex> packets);

/// A heading of a section, kept with what follows.
layout::Box heading(FamilySheet& all, const model::Bilingual& text);
void draw_heading(FamilySheet& all, const model::Bilingual& text);

/// A cell that heads a column or, in a row, says what the row is about.
page::Tag head_cell(page::Scope scope, int column_span = 1);

/// One row a packet: applicant and procedure, where, who comes, fee, when, pages; the fees in all.
void draw_packets(FamilySheet& all);
/// One row a paper: boxes to tick, paper, whose, for which packets; what must be asked about them.
void draw_papers(FamilySheet& all);
/// What is not offered, and why: by person, equal reasons once.
void draw_refused(FamilySheet& all);

/// Who says that an office keeps originals while it works.
std::vector<model::Citation> shared_originals_sources(const library::Library& library);

}  // namespace tongxing::compose
