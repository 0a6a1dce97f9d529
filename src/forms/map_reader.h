// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a map's values and remembers everything that is wrong with them. Private to forms/.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "data/value.h"

namespace tongxing::forms {

class MapReader {
 public:
  const Diagnostics& found() const { return found_; }
  Diagnostics take() { return std::move(found_); }
  void report(const char* code, Message what, Span where, std::vector<Message> hints = {});

  bool need_map(const data::Value& value);
  bool need_list(const data::Value& value);
  void only_keys(const data::Value& map, std::initializer_list<std::string_view> known);
  /// Empty (reported) for what is no text.
  std::string text(const data::Value& value);
  std::string text(const data::Value& map, std::string_view key);
  std::optional<double> number(const data::Value& map, std::string_view key, double least,
                               double most);
  /// `name`: for the message.
  std::optional<double> number(const data::Value& value, std::string_view name, double least,
                               double most, Span where);
  std::optional<std::size_t> count(const data::Value& map, std::string_view key);
  bool yes_no(const data::Value& map, std::string_view key);

 private:
  Diagnostics found_;
};

}  // namespace tongxing::forms
