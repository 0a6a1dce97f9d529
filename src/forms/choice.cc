// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/choice.h"

#include <algorithm>
#include <array>

namespace tongxing::forms {
namespace {

using foreign::Field;
using foreign::FieldOption;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The only option for which `is` holds.
template <class Is>
const FieldOption* only(const Field& field, Is is) {
  const FieldOption* found = nullptr;
  for (const auto& option : field.options) {
    if (!is(option)) continue;
    if (found != nullptr && found->value != option.value) return nullptr;
    found = &option;
  }
  return found;
}

}  // namespace

std::optional<bool> yes_or_no(std::string_view word) {
  static constexpr std::array<std::string_view, 8> yes = {"yes", "true", "on", "y",
                                                          "x",   "✓",    "是", "有"};
  static constexpr std::array<std::string_view, 7> no = {"no", "false", "off", "n",
                                                         "否", "无",    "不是"};
  const auto plain = lower(word);
  if (std::ranges::find(yes, plain) != yes.end()) return true;
  if (std::ranges::find(no, plain) != no.end()) return false;
  return std::nullopt;
}

const FieldOption* find_option(const Field& field, std::string_view word) {
  if (const auto* found = only(field, [&](const auto& o) { return o.value == word; })) return found;
  if (const auto* found = only(field, [&](const auto& o) { return o.label == word; })) return found;
  const auto plain = lower(word);
  if (const auto* found = only(
          field, [&](const auto& o) { return lower(o.value) == plain || lower(o.label) == plain; }))
    return found;
  const auto meant = yes_or_no(word);
  if (!meant) return nullptr;
  return only(field, [&](const auto& o) {
    return yes_or_no(o.value) == meant || yes_or_no(o.label) == meant;
  });
}

std::string options_text(const Field& field) {
  std::string out;
  std::size_t count = 0;
  for (const auto& option : field.options) {
    if (++count > 10) return out + ", …";
    if (!out.empty()) out += ", ";
    out += option.value;
    if (!option.label.empty() && option.label != option.value) out += " (" + option.label + ")";
  }
  return out;
}

}  // namespace tongxing::forms
