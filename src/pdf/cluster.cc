// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/cluster.h"

#include <algorithm>
#include <cassert>

namespace tongxing::pdf {
namespace {

bool starts_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// The `nth` character of valid UTF-8.
std::string_view character(std::string_view utf8, std::size_t nth) {
  std::size_t begin = 0;
  const auto next = [&](std::size_t at) {
    do ++at;
    while (at < utf8.size() && !starts_character(utf8[at]));
    return at;
  };
  while (nth-- > 0) begin = next(begin);
  return utf8.substr(begin, next(begin) - begin);
}

}  // namespace

Cluster cluster_at(const text::Run& run, std::size_t begin) {
  const auto& glyphs = run.glyphs;
  const auto start = glyphs[begin].cluster;
  std::size_t end = begin + 1;
  while (end < glyphs.size() && glyphs[end].cluster == start) ++end;
  // The characters reach to the next cluster in logical order.
  std::size_t stop = run.text.size();
  if (run.right_to_left) {
    if (begin > 0) stop = glyphs[begin - 1].cluster;
  } else if (end < glyphs.size()) {
    stop = glyphs[end].cluster;
  }
  assert(start < stop && stop <= run.text.size());
  return {begin, end, std::string_view(run.text).substr(start, stop - start)};
}

std::string_view share_of(const Cluster& cluster, const text::Run& run, std::size_t index) {
  const auto glyphs = cluster.end - cluster.begin;
  if (glyphs == 1) return cluster.text;
  const auto nth = run.right_to_left ? cluster.end - 1 - index : index - cluster.begin;
  const auto characters = static_cast<std::size_t>(
      std::count_if(cluster.text.begin(), cluster.text.end(), starts_character));
  if (glyphs == characters) return character(cluster.text, nth);
  constexpr std::string_view zero_width_space = "\xE2\x80\x8B";
  return nth == 0 ? cluster.text : zero_width_space;
}

}  // namespace tongxing::pdf
