// SPDX-License-Identifier: GPL-3.0-or-later
// Character → face and glyph of one role, remembered as it is asked for. Private to text/.
//
// Any number of threads may ask: what they compute is the same, so it does not matter who stores
// it, and every store is one atomic word.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>

#include "text/face.h"

namespace tongxing::text {

struct Nominal {
  FaceId face{};
  std::uint16_t glyph = 0;
};

class Coverage {
 public:
  Coverage() = default;
  ~Coverage();
  Coverage(const Coverage&) = delete;
  Coverage& operator=(const Coverage&) = delete;

  /// What is remembered of `c`, or what `find(c)` says (std::optional<Nominal>).
  template <class Find>
  std::optional<Nominal> get(char32_t c, Find&& find) const {
    if (c > 0x10FFFF) return std::nullopt;
    std::atomic<std::uint32_t>& cell = page(c >> 8)[c & 0xFF];
    std::uint32_t word = cell.load(std::memory_order_relaxed);
    if (word == unknown) {
      word = pack(find(c));
      cell.store(word, std::memory_order_relaxed);
    }
    return unpack(word);
  }

 private:
  using Page = std::array<std::atomic<std::uint32_t>, 256>;
  static constexpr std::uint32_t unknown = 0, none = 0xFFFFFFFF;

  static std::uint32_t pack(std::optional<Nominal> nominal) {
    if (!nominal) return none;
    return (static_cast<std::uint32_t>(nominal->face) + 1) << 16 | nominal->glyph;
  }
  static std::optional<Nominal> unpack(std::uint32_t word) {
    if (word == none) return std::nullopt;
    return Nominal{FaceId{static_cast<std::uint16_t>((word >> 16) - 1)},
                   static_cast<std::uint16_t>(word & 0xFFFF)};
  }
  Page& page(std::size_t number) const;

  mutable std::array<std::atomic<Page*>, 0x1100> pages_{};
};

}  // namespace tongxing::text
