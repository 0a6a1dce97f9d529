// SPDX-License-Identifier: GPL-3.0-or-later
// A small PDF through the real helper program and the reader.
#pragma once

#include <catch2/catch.hpp>

#include "foreign/read_form.h"
#include "support/small_pdf.h"

namespace tongxing::test {

inline const foreign::Normaliser normaliser{.program = TONGXING_NORMALISE};

inline Result<foreign::OfficialForm> read(const std::string& raw) {
  const auto safe = foreign::normalise(raw, "blank.pdf", normaliser);
  if (!safe) return safe.error();
  return foreign::read_form(*safe, "blank.pdf");
}

/// The form; the test fails where there is none.
inline foreign::OfficialForm form_of(const SmallPdf& pdf) {
  auto form = read(pdf.bytes());
  if (!form) FAIL(form.error().front().code);
  return *std::move(form);
}

/// "" where it was read.
inline std::string code_of(const std::string& raw) {
  const auto form = read(raw);
  if (form) return "";
  CHECK(form.error().size() == 1);
  CHECK(form.error().front().path == "blank.pdf");
  CHECK(form.error().front().fault == Fault::input);
  return form.error().front().code;
}

}  // namespace tongxing::test
