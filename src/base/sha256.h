// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 (FIPS 180-4), by OpenSSL.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace tongxing {

using Digest = std::array<unsigned char, 32>;

Digest sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string hex(const Digest& digest);

}  // namespace tongxing
