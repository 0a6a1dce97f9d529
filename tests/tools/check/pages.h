// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a file as libqpdf reads them, for tests that look at what was written.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tongxing::check {

struct Page {
  struct Stream {
    std::string id;  ///< object and generation number; equal: the same object
    std::string data;
  };
  std::vector<Stream> contents;  ///< as the array /Contents has them
  std::set<std::string> fonts;   ///< their names in /Resources: "/F0"
};

/// `bytes`: a whole file. Throws a std::exception if libqpdf cannot read it.
std::vector<Page> pages(std::string_view bytes);

}  // namespace tongxing::check
