// SPDX-License-Identifier: GPL-3.0-or-later
// Builds a tree from the events of a YAML or JSON reader, and holds the limits while it does.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "data/value.h"

namespace tongxing::data {

class Builder {
 public:
  Builder(FileId file, const Limits& limits) : file_(file), limits_(limits) {}

  void begin_map(Span where) { begin(Value::Kind::map, where); }
  void begin_list(Span where) { begin(Value::Kind::list, where); }
  /// Closes the innermost map or list, which ends before `end`.
  void end(std::uint32_t end);
  void scalar(std::string text, bool quoted, Span where);
  void empty(Span where);

  /// Names the next value, or the map or list that begins next, for copy().
  void anchor(std::size_t id) { next_anchor_ = id; }
  /// Puts in a copy of what `id` names.
  void copy(std::size_t id, Span where);

  void error(std::string code, Message what, Span where, std::vector<Message> hints = {});
  /// A limit was passed: nothing more is taken in.
  bool stopped() const { return stopped_; }
  bool failed() const { return !errors_.empty(); }

  FileId file() const { return file_; }
  /// The tree, or everything that was wrong with it, in source order.
  Result<Document> finish() &&;

 private:
  struct Frame {
    Value value;
    std::size_t anchor = 0;
    bool expects_key = true;
    bool skip = false;  // the value of a key that was refused
    Entry entry;
    std::set<std::string> keys;
  };
  void begin(Value::Kind kind, Span where);
  bool count(std::size_t nodes, Span where);
  bool is_key() const;
  void key(std::string text, Span where);
  void add(Value value, std::size_t anchor);
  bool clean(std::string& text, Span where);

  FileId file_;
  Limits limits_;
  std::vector<Frame> open_;
  std::map<std::size_t, Value> anchors_;
  std::size_t next_anchor_ = 0;
  std::size_t nodes_ = 0;
  bool stopped_ = false;
  std::optional<Span> compound_key_;
  Document document_;
  Diagnostics errors_;
};

/// How many values a tree has, itself included.
std::size_t size_of(const Value& value);

}  // namespace tongxing::data
