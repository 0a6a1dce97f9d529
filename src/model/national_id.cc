// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/national_id.h"

#include <algorithm>
#include <array>
#include <string>

namespace tongxing::model {

bool has_id_shape(std::string_view id) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return id.size() == 18 && std::all_of(id.begin(), id.begin() + 17, digit) &&
         (digit(id[17]) || id[17] == 'X');
}

char id_check_character(std::string_view id) {
  constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (id[i] - '0') * kWeights[i];
  return "10X98765432"[sum % 11];
}

std::optional<Date> id_birth_date(std::string_view id) {
  const auto part = [&](std::size_t from, std::size_t length) {
    return std::string(id.substr(from, length));
  };
  return Date::parse(part(6, 4) + "-" + part(10, 2) + "-" + part(12, 2));
}

bool id_is_male(std::string_view id) {
  return (id[16] - '0') % 2 == 1;
}

}  // namespace tongxing::model
