// SPDX-License-Identifier: GPL-3.0-or-later
// The hall between the two wings: a plan becomes a document.
#pragma once

#include <string>
#include <vector>

#include "compose/context.h"
#include "page/document.h"

namespace tongxing::compose {

/// What one packet is made from. Borrows everything.
struct Job {
  const plan::PacketPlan& plan;
  const model::Profile& profile;
  const library::Library& library;
  const words::People& people;
  const Options& options;
  const FormLayers& layers;
  const page::Picture* photo = nullptr;  ///< of the applicant, to be printed on the form; or none
};

struct Composed {
  page::Document document;
  std::string hash;              ///< twelve hexadecimal capitals, as the code has it
  std::vector<PageRange> pages;  ///< of each part of the plan
  std::size_t continued = 0;     ///< values that stand on the continuation sheet
  bool settled = false;          ///< what is said of pages is true (a test looks)
};

/// Requires: every character has a glyph (packet/ looks first).
Composed compose(const Job& job, text::Shaper& shaper);

/// The page for a family to whom nothing can be offered: why, and whom to ask.
struct RefusalJob {
  const plan::FamilyPlan& family;
  const model::Profile& profile;
  const library::Library& library;
  const words::People& people;
  const Options& options;
};
page::Document compose_refusal(const RefusalJob& job, text::Shaper& shaper);

/// The sheet for a family with several packets: all of them in order, every paper once.
struct SummaryJob {
  const plan::FamilyPlan& family;
  const model::Profile& profile;
  const library::Library& library;
  const words::People& people;
  const Options& options;
  std::vector<std::size_t> pages;  ///< of each packet's document, as the family has them
};
/// Requires: at least one packet.
page::Document compose_summary(const SummaryJob& job, text::Shaper& shaper);

/// A form of ours with nothing in it, to be filled in on the screen or by hand. What nobody but the
/// signer may write stays empty paper.
struct BlankJob {
  const model::Form& form;
  const library::Library& library;
  Paper paper = Paper::a4;
};
page::Document compose_blank(const BlankJob& job, text::Shaper& shaper);

/// The forms' fixed pages, drawn once for all packets on this paper.
FormLayers prepare_form_layers(const library::Library& library, Paper paper, text::Shaper& shaper);

}  // namespace tongxing::compose
