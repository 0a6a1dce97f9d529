// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/default_appearance.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "foreign/text_string.h"

namespace tongxing::foreign {
namespace {

std::optional<double> number(std::string_view word) {
  if (word.starts_with('+')) word.remove_prefix(1);
  double value = 0;
  const auto [end, error] =
      std::from_chars(word.data(), word.data() + word.size(), value, std::chars_format::fixed);
  const bool whole = error == std::errc() && end == word.data() + word.size();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view white("\0\t\n\f\r ", 6);
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find_first_not_of(white), text.size());
    text.remove_prefix(begin);
    // A name may follow what is before it without a blank: "0 g/Helv 0 Tf".
    const std::size_t end = std::min({text.find_first_of(white), text.find('/', 1), text.size()});
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

/// The last `count` operands as a colour, if they are numbers.
std::optional<Colour> colour(const std::vector<std::string_view>& operands, std::size_t count) {
  if (operands.size() < count) return std::nullopt;
  Colour found;
  for (std::size_t i = operands.size() - count; i < operands.size(); ++i) {
    const auto value = number(operands[i]);
    if (!value) return std::nullopt;
    found.components.push_back(std::clamp(*value, 0.0, 1.0));
  }
  return found;
}

void set_font(const std::vector<std::string_view>& operands, Field& field) {
  if (operands.size() < 2) return;
  const std::string_view name = operands[operands.size() - 2];
  if (name.starts_with('/')) field.font = name_text(name.substr(1));
  if (const auto size = number(operands.back())) field.font_size = std::clamp(*size, 0.0, 1000.0);
}

}  // namespace

void read_default_appearance(std::string_view operators, Field& field) {
  std::vector<std::string_view> operands;
  for (const std::string_view word : words_of(operators)) {
    const std::size_t count = word == "g" ? 1 : word == "rg" ? 3 : word == "k" ? 4 : 0;
    if (count != 0) {
      if (auto found = colour(operands, count)) field.colour = *std::move(found);
      operands.clear();
    } else if (word == "Tf") {
      set_font(operands, field);
      operands.clear();
    } else {
      operands.push_back(word);
    }
  }
}

}  // namespace tongxing::foreign
