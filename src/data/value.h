// SPDX-License-Identifier: GPL-3.0-or-later
// YAML or JSON text as a tree of located values.
//
// The readers never guess a type: every scalar is the text that stands in the file, and the schema
// says later what it means (`no` is a surname, `007` a document number, `1e3` a flat).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/source.h"

namespace tongxing::data {

struct Entry;

/// One node. Exactly one of text, items, entries is used, as `kind` says.
struct Value {
  enum class Kind : std::uint8_t {
    empty,   ///< `key:` with nothing behind it, YAML ~ or null, JSON null: says nothing
    scalar,  ///< text
    list,    ///< items
    map,     ///< entries, in file order, keys unique
  };
  Kind kind = Kind::empty;
  bool quoted = false;  ///< scalar in quotes: "" is an empty text, not an absent one
  Span where;
  std::string text;
  std::vector<Value> items;
  std::vector<Entry> entries;

  bool is_empty() const { return kind == Kind::empty; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  /// The value under `key`, nullptr if there is none or this is no map. O(entries).
  const Value* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Span key_where;
  Value value;
};

/// Limits of one file, named in the message when they are passed.
struct Limits {
  std::size_t bytes = 16u << 20;
  std::size_t depth = 64;
  std::size_t nodes = 100'000;  ///< after alias expansion
};

/// What a reader mended on the way, to be told to the user.
struct Repair {
  Message what;
  Span where;
};

struct Document {
  Value root;
  std::vector<Repair> repairs;  ///< in source order
};

/// Reads one file and adds its UTF-8 text to `sources` under `name`. JSON if the first character
/// that is no white space is { or [ and the text parses as JSON or `name` ends in .json; otherwise
/// YAML (one document).
///
/// Mended and reported: BOM, CRLF, GB18030 text, zero-width characters, full-width digits and
/// Latin letters in keys. Values are left to model/, which knows what they mean.
/// Errors, all of the file that can be found: syntax, a key given twice, a limit passed, text that
/// is neither UTF-8 nor GB18030, control characters, anchors that refer to themselves.
Result<Document> read(std::string_view name, std::string bytes, Sources& sources,
                      const Limits& limits = {});

}  // namespace tongxing::data
