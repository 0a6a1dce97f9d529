// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/blank.h"

#include <algorithm>

namespace tongxing::packet {

namespace {

/// One character after another, so that each stands for itself.
void add_typed(pdf::FixedText& fixed, text::Shaper& shaper, text::FaceId face,
               std::string_view characters) {
  for (const char32_t character : text::to_utf32(characters))
    for (const auto& run :
         shaper.line(text::to_utf8(std::u32string(1, character)), text::Role::kai).runs)
      if (run.face == face) fixed.add(run);
}

}  // namespace

std::string make_blank(const Prepared& prepared, const model::Form& form, compose::Paper paper,
                       std::string_view typed) {
  text::Shaper shaper(prepared.fonts);
  const auto document = compose::compose_blank({form, prepared.library, paper}, shaper);
  pdf::FixedText fixed;
  for (const auto& page : document.pages)
    fixed.backgrounds.push_back({page.layer, page.size.height});
  add_typed(fixed, shaper, document.typed.value(), typed);
  return pdf::write(document, pdf::prepare(prepared.fonts, fixed), prepared.fonts);
}

}  // namespace tongxing::packet
