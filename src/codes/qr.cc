// SPDX-License-Identifier: GPL-3.0-or-later
#include <qrencode.h>

#include <cassert>
#include <memory>
#include <string>

#include "codes/matrix.h"

namespace tongxing::codes {
namespace {

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

Matrix qr(std::string_view payload, Correction correction) {
  assert(!payload.empty() && payload.size() <= 500);
  const std::string text(payload);
  const QRecLevel level = correction == Correction::high ? QR_ECLEVEL_H : QR_ECLEVEL_M;
  // Version 0: the smallest that holds it. The mode is chosen piece by piece by the library.
  const std::unique_ptr<QRcode, FreeCode> code(
      QRcode_encodeString(text.c_str(), 0, level, QR_MODE_8, 1));
  assert(code);
  Matrix matrix;
  matrix.side = static_cast<std::size_t>(code->width);
  matrix.dark.reserve(matrix.side * matrix.side);
  for (std::size_t i = 0; i < matrix.side * matrix.side; ++i)
    matrix.dark.push_back((code->data[i] & 1) != 0);
  return matrix;
}

}  // namespace tongxing::codes
