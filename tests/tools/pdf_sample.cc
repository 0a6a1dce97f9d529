// SPDX-License-Identifier: GPL-3.0-or-later
// pdf_sample FILE.pdf: writes the sample document, for other programs to judge.
#include <fstream>
#include <iostream>

#include "support/pdf_sample_bytes.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: pdf_sample FILE.pdf\n";
    return 2;
  }
  const auto bytes = tongxing::tests::pdf_sample_bytes();
  if (bytes.empty()) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out << bytes;
  return out.flush() ? 0 : 1;
}
