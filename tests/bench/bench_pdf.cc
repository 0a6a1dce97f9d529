// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds of CPU that pdf::write takes for an eight-page tagged packet; nothing is asserted.
//   bench_pdf [SECONDS]
#include <cstdlib>
#include <ctime>
#include <iomanip>
#include <iostream>

#include "support/catalog.h"
#include "support/pdf_sample.h"

namespace {

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace tongxing;
  const double seconds = argc > 1 ? std::atof(argv[1]) : 2;
  const auto fonts = text::FontSet::open(tests::debian_catalog());
  if (!fonts) return 1;
  const auto sample = tests::pdf_sample_packet(*fonts, "𠮷小雨欧阳司徒", 2);

  auto start = cpu_milliseconds();
  const auto stationery = pdf::prepare(*fonts, sample.fixed);
  const double prepared = cpu_milliseconds() - start;

  std::size_t size = 0;
  int count = 0;
  start = cpu_milliseconds();
  while (cpu_milliseconds() - start < seconds * 1e3) {
    size = pdf::write(sample.document, stationery, *fonts).size();
    ++count;
  }
  const double each = (cpu_milliseconds() - start) / count;
  std::cout << std::fixed << std::setprecision(3) << "pages " << sample.document.pages.size()
            << ", elements " << sample.document.tags.size() << ", bytes " << size << "\nprepare "
            << prepared << " ms\nwrite   " << each << " ms a document, "
            << static_cast<int>(1000 / each) << " a second\n";
}
