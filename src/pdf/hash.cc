// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/hash.h"

#include <openssl/sha.h>

namespace tongxing::pdf {

Digest sha256(std::string_view bytes) {
  Digest digest;
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return digest;
}

}  // namespace tongxing::pdf
