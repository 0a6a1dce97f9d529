// SPDX-License-Identifier: GPL-3.0-or-later
// The glyphs that every packet of one kind can share.
#pragma once

#include "compose/compose.h"
#include "library/library.h"
#include "pdf/pdf.h"
#include "plan/plan.h"
#include "text/shape.h"

namespace tongxing::packet {

/// What depends on our own files and the kind of packet alone, never on a family: the texts of our
/// sheets, of this procedure in this city, of these forms and letters. What only some packets print
/// (questions, words of other cities, reasons for a refusal) is left to their own small fonts.
pdf::FixedText fixed_text(const library::Library& library, const plan::PacketPlan& kind,
                          const compose::FormLayers& layers, compose::Paper paper,
                          text::Shaper& shaper);

}  // namespace tongxing::packet
