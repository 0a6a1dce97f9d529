// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "data/characters.h"
#include "data/encoding.h"
#include "data/readers.h"
#include "data/value.h"

namespace tongxing::data {

namespace {

constexpr std::size_t kEnough = 20;  // of one kind; a binary file would give a million

/// Before any reader sees them: yaml-cpp takes U+0004 for the end of the file.
Diagnostics control_characters(std::string_view text, FileId file) {
  Diagnostics found;
  std::size_t from = 0;
  while (found.size() < kEnough) {
    const auto bad = control_character(text.substr(from));
    if (!bad) break;
    found.push_back({"P013",
                     {"a control character, {0}", {{bad->name}}},
                     {file, static_cast<std::uint32_t>(from + bad->begin),
                      static_cast<std::uint32_t>(from + bad->end)},
                     {"type the line again; it was perhaps pasted from another program"}});
    from += bad->end;
  }
  return found;
}

bool only_syntax(const Diagnostics& errors) {
  return std::all_of(errors.begin(), errors.end(),
                     [](const Diagnostic& error) { return error.code == "P001"; });
}

Result<Document> read_text(std::string_view name, std::string_view text, FileId file,
                           const Limits& limits) {
  const auto first = text.find_first_not_of(" \t\n");
  const bool looks_like_json =
      first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
  if (name.ends_with(".json") || name.ends_with(".JSON")) return read_json(text, file, limits);
  if (!looks_like_json) return read_yaml(text, file, limits);
  auto json = read_json(text, file, limits);
  if (json || !only_syntax(json.error())) return json;
  auto yaml = read_yaml(text, file, limits);  // {a: b} is YAML, and not JSON
  if (yaml || !only_syntax(yaml.error())) return yaml;
  return json;
}

}  // namespace

Result<Document> read(std::string_view name, std::string bytes, Sources& sources,
                      const Limits& limits) {
  if (bytes.size() > limits.bytes)
    return Diagnostic{
        "P003",       {"the file is larger than {0} MB", {{std::to_string(limits.bytes >> 20)}}},
        {},           {},
        Fault::input, std::string(name)};
  auto text = to_text(std::move(bytes));
  if (!text) {
    auto errors = std::move(text).error();
    for (auto& error : errors) error.path = name;
    return errors;
  }
  const FileId file = sources.add(std::string(name), std::move(text->utf8));
  const auto content = sources.text(file);
  if (auto errors = control_characters(content, file); !errors.empty()) return errors;
  TRY(auto document, read_text(name, content, file, limits));
  std::vector<Repair> repairs;
  for (const auto& mended : text->mended) repairs.push_back({mended, {file, 0, 0}});
  document.repairs.insert(document.repairs.begin(), repairs.begin(), repairs.end());
  return document;
}

}  // namespace tongxing::data
