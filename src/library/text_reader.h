// SPDX-License-Identifier: GPL-3.0-or-later
// Reads texts out of our own YAML files and remembers everything that is wrong with them.
//
// Codes (all Fault::data): T101 the shape, a missing or unknown key; T102 a text with a fault
// (words/say.h); T103 a value that is none of those allowed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "data/value.h"
#include "model/bilingual.h"
#include "words/say.h"

namespace tongxing::library {

class TextReader {
 public:
  const Diagnostics& found() const { return found_; }
  Diagnostics take() { return std::move(found_); }
  void report(const char* code, Message what, Span where);
  void add(Diagnostic one) { found_.push_back(std::move(one)); }

  /// The value under `key`, nullptr (reported) if there is none.
  const data::Value* need(const data::Value& map, std::string_view key);
  bool need_map(const data::Value& value);
  bool need_list(const data::Value& value);
  /// A scalar's text; empty (reported) for anything else.
  std::string text(const data::Value& value);
  /// A whole number; 0 (reported) for anything else.
  int number(const data::Value& value);
  void only_keys(const data::Value& map, std::initializer_list<std::string_view> known);

  /// zh and en of a map, without checking its gaps.
  model::Bilingual bilingual(const data::Value& map);
  /// `with: {date: date, pages: text en}`; nullptr: none.
  words::Declared declared(const data::Value* with);
  /// One source id or a list of them; nullptr: none.
  std::vector<SourceId> sources(const data::Value* value);
  /// Reports every fault of a text that was read from `where`.
  void check(const model::Bilingual& text, const words::Declared& declared, Span where);

  /// Index of the scalar's text in `names`; 0 (reported with the names) if it is none of them.
  std::size_t choice(const data::Value& value, std::initializer_list<std::string_view> names);

 private:
  Diagnostics found_;
};

}  // namespace tongxing::library
