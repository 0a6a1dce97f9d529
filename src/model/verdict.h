// SPDX-License-Identifier: GPL-3.0-or-later
// Truth with three values (Kleene's strong logic): a fact that nobody told us makes a rule
// `unknown`, never `no`.
#pragma once

#include <cstdint>

namespace tongxing::model {

enum class Verdict : std::uint8_t { no, unknown, yes };

constexpr Verdict operator!(Verdict a) {
  return a == Verdict::unknown ? a : a == Verdict::yes ? Verdict::no : Verdict::yes;
}
/// no wins over unknown, unknown over yes.
constexpr Verdict both(Verdict a, Verdict b) {
  return a < b ? a : b;
}
/// yes wins over unknown, unknown over no.
constexpr Verdict either(Verdict a, Verdict b) {
  return a < b ? b : a;
}
constexpr Verdict verdict(bool truth) {
  return truth ? Verdict::yes : Verdict::no;
}

}  // namespace tongxing::model
