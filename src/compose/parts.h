// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a packet, each from the plan to its pages. Footers and codes come later
// (compose.cc), when the number of pages is known.
#pragma once

#include <string>
#include <vector>

#include "compose/context.h"
#include "layout/flow.h"
#include "model/form.h"
#include "model/letter.h"

namespace tongxing::compose {

layout::Part compose_cover(const Context& context);
layout::Part compose_checklist(const Context& context);
/// What to do in which order, the photograph, what the sources disagree on, what nobody knows.
layout::Part compose_day(const Context& context);
layout::Part compose_questions(const Context& context);
/// The worksheet; values that do not go into their boxes are added to `continued`.
layout::Part compose_form(const Context& context, const model::Form& form, const plan::Part& part,
                          std::vector<Continued>& continued);
layout::Part compose_letter(const Context& context, const model::Letter& letter,
                            const plan::Part& part);
/// The values that did not fit, whole.
layout::Part compose_continuation(const Context& context, const std::vector<Continued>& continued);

/// Where the cover's code stands: drawn when the hash is known.
page::Rect cover_code_box(const Style& style);

/// What the cover's code says: TX1:TX-2026-00017:3F9A61C2D07B:COVER.
std::string cover_payload(const std::string& case_id, const std::string& hash);
/// The same in letters, below the code; returns the height used, the code's quiet zone included.
Length cover_echo(layout::Pen& pen, const Style& style, page::Point below,
                  const std::string& payload);

/// Title of a part, as the cover, its footer and the outline name it.
model::Bilingual part_title(const Context& context, const plan::Part& part);

}  // namespace tongxing::compose
