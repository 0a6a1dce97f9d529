// SPDX-License-Identifier: GPL-3.0-or-later
// Squares of a two-dimensional code and bars of a one-dimensional one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tongxing::codes {

/// Square symbol without its quiet zone; row by row from the top left, true = dark.
struct Matrix {
  std::size_t side = 0;
  std::vector<bool> dark;
  bool at(std::size_t row, std::size_t column) const { return dark[row * side + column]; }
  bool operator==(const Matrix&) const = default;
};

/// Error correction of ISO/IEC 18004: about 15 % (M), 30 % (H) of the symbol.
enum class Correction : std::uint8_t { medium, high };

/// The smallest QR symbol for `payload`. Digits, capitals and " $%*+-./:" use the alphanumeric
/// mode. Requires 7-bit text of at most 500 characters.
Matrix qr(std::string_view payload, Correction correction);

}  // namespace tongxing::codes
