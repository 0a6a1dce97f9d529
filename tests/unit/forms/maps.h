// SPDX-License-Identifier: GPL-3.0-or-later
// Maps and data as text, for tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "forms/field_map.h"

namespace tongxing::test {

inline data::Value yaml(const std::string& text, Sources& sources) {
  auto document = data::read("test.yaml", text, sources);
  if (!document) FAIL(english(document.error().front().what));
  return std::move(document->root);
}

inline Result<forms::FieldMap> map_of(const std::string& text) {
  Sources sources;
  return forms::decode_field_map(yaml(text, sources));
}

/// "M001 4" a line: codes and lines of the text.
template <class T>
std::string faults(const Result<T>& result, const Sources& sources) {
  std::string all;
  if (result) return all;
  for (const auto& error : result.error())
    all += error.code + " " +
           std::to_string(sources.place(error.where.file, error.where.begin).line) + "\n";
  return all;
}

}  // namespace tongxing::test
