// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/ubidi.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cassert>
#include <memory>

#include "text/characters.h"
#include "text/pieces.h"

namespace tongxing::text {
namespace {

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// Is there a letter that runs from left to right?
bool has_left_to_right_letter(std::u32string_view text) {
  return std::ranges::any_of(
      text, [](char32_t c) { return u_charDirection(static_cast<UChar32>(c)) == U_LEFT_TO_RIGHT; });
}

}  // namespace

Levels bidi_levels(std::u32string_view text) {
  Levels levels;
  if (!std::ranges::any_of(text, runs_to_the_left)) return levels;
  levels.base = has_left_to_right_letter(text) ? 0 : 1;

  std::u16string units;
  std::vector<std::size_t> starts;
  for (char32_t c : text) {
    starts.push_back(units.size());
    if (c > 0xFFFF) units.push_back(static_cast<char16_t>(U16_LEAD(c)));
    units.push_back(static_cast<char16_t>(c > 0xFFFF ? U16_TRAIL(c) : static_cast<char16_t>(c)));
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  ubidi_setPara(bidi.get(), units.data(), static_cast<int32_t>(units.size()), levels.base, nullptr,
                &status);
  const UBiDiLevel* found = ubidi_getLevels(bidi.get(), &status);
  assert(U_SUCCESS(status));
  for (std::size_t start : starts) levels.of.push_back(found[start]);
  return levels;
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::size_t> order(levels.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  if (std::ranges::all_of(levels, [](auto level) { return level == 0; })) return order;
  std::vector<int32_t> map(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<int32_t>(levels.size()), map.data());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::size_t>(map[i]);
  return order;
}

}  // namespace tongxing::text
