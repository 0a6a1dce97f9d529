// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/message.h"

#include <charconv>

namespace tongxing {

std::string fill(std::string_view pattern, const Message& message, ShowValues show) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const auto close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    std::size_t index = 0;
    if (close != std::string_view::npos &&
        std::from_chars(&pattern[i + 1], &pattern[close], index).ptr == &pattern[close] &&
        index < message.arguments.size()) {
      const auto& argument = message.arguments[index];
      out += argument.personal && show == ShowValues::no ? "…" : argument.text;
      i = close;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

std::string english(const Message& message) {
  return fill(message.id, message, ShowValues::yes);
}

}  // namespace tongxing
