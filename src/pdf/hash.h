// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 (FIPS 180-4), by OpenSSL.
#pragma once

#include <array>
#include <string_view>

namespace tongxing::pdf {

using Digest = std::array<unsigned char, 32>;

Digest sha256(std::string_view bytes);

}  // namespace tongxing::pdf
