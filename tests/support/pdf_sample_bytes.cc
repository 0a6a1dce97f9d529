// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf_sample_bytes.h"

#include <iostream>

#include "support/catalog.h"
#include "support/pdf_sample.h"

namespace tongxing::tests {

namespace {

std::string bytes_of(PdfSample (*make)(const text::FontSet&)) {
  const auto fonts = text::FontSet::open(debian_catalog());
  if (!fonts) {
    for (const auto& diagnostic : fonts.error()) std::cerr << english(diagnostic.what) << '\n';
    return {};
  }
  const auto sample = make(*fonts);
  return pdf::write(sample.document, pdf::prepare(*fonts, sample.fixed), *fonts);
}

}  // namespace

std::string pdf_sample_bytes() {
  return bytes_of([](const text::FontSet& fonts) { return pdf_sample(fonts); });
}

std::string pdf_form_bytes() {
  return bytes_of(pdf_form_sample);
}

}  // namespace tongxing::tests
