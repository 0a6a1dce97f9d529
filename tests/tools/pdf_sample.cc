// SPDX-License-Identifier: GPL-3.0-or-later
// pdf_sample FILE.pdf: writes the sample document, for other programs to judge.
#include "support/pdf_sample.h"

#include <fstream>
#include <iostream>

#include "support/catalog.h"

int main(int argc, char** argv) {
  using namespace tongxing;
  if (argc != 2) {
    std::cerr << "usage: pdf_sample FILE.pdf\n";
    return 2;
  }
  const auto fonts = text::FontSet::open(tests::debian_catalog());
  if (!fonts) {
    for (const auto& diagnostic : fonts.error()) std::cerr << english(diagnostic.what) << '\n';
    return 1;
  }
  const auto sample = tests::pdf_sample(*fonts);
  const auto bytes = pdf::write(sample.document, pdf::prepare(*fonts, sample.fixed), *fonts);
  std::ofstream out(argv[1], std::ios::binary);
  out << bytes;
  return out.flush() ? 0 : 1;
}
