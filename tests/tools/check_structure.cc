// SPDX-License-Identifier: GPL-3.0-or-later
// check_structure FILE.pdf...: prints what is wrong with the tagging of our own files, with the
// clause it breaks. Exit 0: nothing; 1: something; 2: cannot be read.
#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>

#include "check/check.h"

namespace {

int check_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const auto findings = tongxing::check::check(bytes);
  for (const auto& [clause, text] : findings) {
    std::cout << path << ": " << clause << ": " << text << '\n';
  }
  return findings.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  int worst = argc > 1 ? 0 : 2;
  for (int i = 1; i < argc; ++i) {
    try {
      worst = std::max(worst, check_file(argv[i]));
    } catch (const std::exception& error) {
      std::cout << argv[i] << ": " << error.what() << '\n';
      worst = 2;
    }
  }
  return worst;
}
