// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf_sample_bytes.h"

#include <iostream>

#include "support/catalog.h"
#include "support/pdf_sample.h"

namespace tongxing::tests {

std::string pdf_sample_bytes() {
  const auto fonts = text::FontSet::open(debian_catalog());
  if (!fonts) {
    for (const auto& diagnostic : fonts.error()) std::cerr << english(diagnostic.what) << '\n';
    return {};
  }
  const auto sample = pdf_sample(*fonts);
  return pdf::write(sample.document, pdf::prepare(*fonts, sample.fixed), *fonts);
}

}  // namespace tongxing::tests
