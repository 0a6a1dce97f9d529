// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/map_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/source.h"

namespace tongxing::forms {

using data::Value;

void MapReader::report(const char* code, Message what, Span where, std::vector<Message> hints) {
  found_.push_back({code, std::move(what), where, std::move(hints), Fault::data, {}});
}

bool MapReader::need_map(const Value& value) {
  if (value.is_map()) return true;
  report("M001", "keys and values belong here", value.where);
  return false;
}

bool MapReader::need_list(const Value& value) {
  if (value.is_list()) return true;
  report("M001", "a list belongs here", value.where);
  return false;
}

void MapReader::only_keys(const Value& map, std::initializer_list<std::string_view> known) {
  for (const auto& entry : map.entries) {
    if (std::ranges::find(known, entry.key) != known.end()) continue;
    std::vector<Message> hints;
    const std::vector<std::string> names(known.begin(), known.end());
    if (const auto near = nearest(entry.key, names); !near.empty())
      hints.push_back({"did you mean '{0}'?", {{near}}});
    report("M001", {"unknown key '{0}' in a field map", {{entry.key}}}, entry.key_where,
           std::move(hints));
  }
}

std::string MapReader::text(const Value& value) {
  if (value.is_scalar()) return value.text;
  report("M001", "a text belongs here", value.where);
  return {};
}

std::string MapReader::text(const Value& map, std::string_view key) {
  const auto* value = map.find(key);
  return value != nullptr && !value->is_empty() ? text(*value) : std::string();
}

std::optional<double> MapReader::number(const Value& map, std::string_view key, double least,
                                        double most) {
  const auto* value = map.find(key);
  if (value == nullptr || value->is_empty()) return std::nullopt;
  return number(*value, key, least, most, value->where);
}

std::optional<double> MapReader::number(const Value& value, std::string_view name, double least,
                                        double most, Span where) {
  double number = 0;
  const auto& text = value.text;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  if (value.is_scalar() && is_whole && std::isfinite(number) && number >= least && number <= most)
    return number;
  report("M001", {"'{0}' is a number here", {{std::string(name)}}}, where);
  return std::nullopt;
}

std::optional<std::size_t> MapReader::count(const Value& map, std::string_view key) {
  const auto found = number(map, key, 1, 999);
  if (!found) return std::nullopt;
  if (*found != std::floor(*found)) {
    report("M001", {"'{0}' is a number here", {{std::string(key)}}}, map.find(key)->where);
    return std::nullopt;
  }
  return static_cast<std::size_t>(*found);
}

bool MapReader::yes_no(const Value& map, std::string_view key) {
  const auto* value = map.find(key);
  if (value == nullptr || value->is_empty()) return false;
  if (value->text == "yes" || value->text == "true") return true;
  if (value->text != "no" && value->text != "false")
    report("M001", {"'{0}' is yes or no", {{std::string(key)}}}, value->where);
  return false;
}

}  // namespace tongxing::forms
