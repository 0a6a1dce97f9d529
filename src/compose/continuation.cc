// SPDX-License-Identifier: GPL-3.0-or-later
// The continuation sheet: answers that did not go into their boxes, whole.
#include "compose/blocks.h"
#include "compose/parts.h"

namespace tongxing::compose {

using layout::Decoration;
using layout::Tagged;
using page::TagType;

layout::Part compose_continuation(const Context& context, const std::vector<Continued>& continued) {
  const auto& style = context.style;
  SheetWriter sheet(context, context.say("part.continuation"));
  auto& pen = sheet.pen();
  {
    Tagged paragraph(pen, TagType::p);
    const auto height = pair(context, pen, sheet.left(), {}, sheet.width(), style.zh, style.second,
                             context.say("continuation.intro"));
    sheet.flow().add(height + style.mm(3.75));
  }
  Tagged list(pen, TagType::l);
  for (std::size_t i = 0; i < continued.size(); ++i) {
    Tagged item(pen, TagType::li);
    const auto top = style.mm(2.5), x = sheet.left() + style.mm(45);
    {
      Tagged label(pen, TagType::lbl);
      pen.line(sheet.left(), top, style.zh_bold, std::to_string(i + 1));
      pair(context, pen, sheet.left() + style.mm(8), top, style.mm(36), style.zh, style.second,
           continued[i].label);
    }
    Tagged body(pen, TagType::lbody);
    const auto width = sheet.right() - x;
    const auto height = pen.paragraph(x, top, width, style.form_value, continued[i].value);
    pen.expect({{x, top}, {width, height}}, continued[i].value, "continuation");
    const auto used = std::max(height, style.mm(8.75)) + style.mm(5);
    {
      Decoration decoration(pen);
      pen.rule(sheet.left(), used, sheet.width(), Style::row_rule);
    }
    sheet.flow().add(used);
  }
  return sheet.take();
}

}  // namespace tongxing::compose
