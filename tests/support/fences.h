// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of a page of docs/, so that a test does what the page says.
#pragma once

#include <string>
#include <vector>

namespace tongxing::test {

/// The fenced blocks of one language, in order.
inline std::vector<std::string> fenced(const std::string& page, const std::string& language) {
  std::vector<std::string> list;
  const std::string fence = "```" + language + "\n";
  for (auto at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    const auto end = page.find("```", at);
    list.push_back(page.substr(at, end - at));
    at = end + 3;
  }
  return list;
}

}  // namespace tongxing::test
