// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/text_reader.h"

#include <algorithm>
#include <charconv>

namespace tongxing::library {

using data::Value;

void TextReader::report(const char* code, Message what, Span where) {
  found_.push_back({.code = code, .what = std::move(what), .where = where, .fault = Fault::data});
}

const Value* TextReader::need(const Value& map, std::string_view key) {
  const Value* value = map.find(key);
  if (value == nullptr)
    report("T101", {"the key '{0}' is missing", {{std::string(key)}}}, map.where);
  return value;
}

bool TextReader::need_map(const Value& value) {
  if (!value.is_map()) report("T101", "keys and values are expected here", value.where);
  return value.is_map();
}

bool TextReader::need_list(const Value& value) {
  if (!value.is_list()) report("T101", "a list is expected here", value.where);
  return value.is_list();
}

std::string TextReader::text(const Value& value) {
  if (value.is_scalar()) return value.text;
  report("T101", "a text is expected here", value.where);
  return {};
}

int TextReader::number(const Value& value) {
  const std::string digits = text(value);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc{} && end == digits.data() + digits.size()) return number;
  report("T101", "a whole number is expected here", value.where);
  return 0;
}

void TextReader::only_keys(const Value& map, std::initializer_list<std::string_view> known) {
  for (const data::Entry& entry : map.entries)
    if (std::find(known.begin(), known.end(), entry.key) == known.end())
      report("T101", {"unknown key '{0}'", {{entry.key}}}, entry.key_where);
}

model::Bilingual TextReader::bilingual(const Value& map) {
  model::Bilingual both;
  if (!need_map(map)) return both;
  if (const Value* zh = need(map, "zh")) both.zh = text(*zh);
  if (const Value* en = need(map, "en")) both.en = text(*en);
  return both;
}

words::Declared TextReader::declared(const Value* with) {
  words::Declared result;
  if (with == nullptr || !need_map(*with)) return result;
  for (const data::Entry& entry : with->entries) {
    const std::string written = text(entry.value);
    if (const auto gap = words::declared_gap(written))
      result.emplace(entry.key, *gap);
    else
      report("T103", {"'{0}' is no kind of value", {{written}}}, entry.value.where);
  }
  return result;
}

std::vector<SourceId> TextReader::sources(const Value* value) {
  std::vector<SourceId> result;
  if (value == nullptr) return result;
  if (!value->is_list()) return {SourceId(text(*value))};
  for (const Value& item : value->items) result.emplace_back(text(item));
  return result;
}

void TextReader::check(const model::Bilingual& both, const words::Declared& declared, Span where) {
  for (Message& fault : words::faults(both, declared)) report("T102", std::move(fault), where);
}

std::size_t TextReader::choice(const Value& value, std::initializer_list<std::string_view> names) {
  const std::string written = text(value);
  const auto found = std::find(names.begin(), names.end(), written);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  report("T103", {"'{0}' is none of: {1}", {{written}, {all}}}, value.where);
  return 0;
}

}  // namespace tongxing::library
