// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths on paper: exact sums, stable golden files.
#pragma once

#include <compare>
#include <cstdint>

namespace tongxing {

/// A whole number of 1/1000 point (1 pt = 1/72 inch, ISO 32000-1, 8.3.2.3).
class Length {
 public:
  constexpr Length() = default;
  static constexpr Length milli(std::int32_t thousandths) { return Length(thousandths); }
  static constexpr Length pt(double points) { return Length(round(points * 1000)); }
  static constexpr Length mm(double millimetres) {
    return Length(round(millimetres * 72000 / 25.4));
  }

  constexpr std::int32_t milli() const { return value_; }
  constexpr double pt() const { return value_ / 1000.0; }
  constexpr double mm() const { return value_ * 25.4 / 72000; }

  constexpr Length operator-() const { return Length(-value_); }
  constexpr Length operator+(Length b) const { return Length(value_ + b.value_); }
  constexpr Length operator-(Length b) const { return Length(value_ - b.value_); }
  constexpr Length& operator+=(Length b) {
    value_ += b.value_;
    return *this;
  }
  constexpr Length& operator-=(Length b) {
    value_ -= b.value_;
    return *this;
  }
  constexpr Length operator*(double k) const { return Length(round(value_ * k)); }
  constexpr Length operator/(double k) const { return Length(round(value_ / k)); }
  constexpr double operator/(Length b) const { return static_cast<double>(value_) / b.value_; }
  constexpr auto operator<=>(const Length&) const = default;

 private:
  constexpr explicit Length(std::int32_t thousandths) : value_(thousandths) {}
  static constexpr std::int32_t round(double x) {
    return static_cast<std::int32_t>(x < 0 ? x - 0.5 : x + 0.5);
  }
  std::int32_t value_ = 0;
};

constexpr Length operator""_pt(long double x) {
  return Length::pt(static_cast<double>(x));
}
constexpr Length operator""_pt(unsigned long long x) {
  return Length::pt(static_cast<double>(x));
}
constexpr Length operator""_mm(long double x) {
  return Length::mm(static_cast<double>(x));
}
constexpr Length operator""_mm(unsigned long long x) {
  return Length::mm(static_cast<double>(x));
}

}  // namespace tongxing
