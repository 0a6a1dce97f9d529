// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/builder.h"

#include <algorithm>

#include "data/characters.h"

namespace tongxing::data {

const Value* Value::find(std::string_view key) const {
  for (const auto& entry : entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

std::size_t size_of(const Value& value) {
  std::size_t nodes = 1;
  for (const auto& item : value.items) nodes += size_of(item);
  for (const auto& entry : value.entries) nodes += size_of(entry.value);
  return nodes;
}

void Builder::error(std::string code, Message what, Span where, std::vector<Message> hints) {
  errors_.push_back({std::move(code), std::move(what), where, std::move(hints)});
}

bool Builder::count(std::size_t nodes, Span where) {
  nodes_ += nodes;
  if (stopped_ || nodes_ <= limits_.nodes) return !stopped_;
  error("P003", {"more than {0} values", {{std::to_string(limits_.nodes)}}}, where,
        {"aliases count as often as they are used"});
  stopped_ = true;
  return false;
}

bool Builder::is_key() const {
  return !open_.empty() && open_.back().value.is_map() && open_.back().expects_key;
}

void Builder::begin(Value::Kind kind, Span where) {
  if (is_key() && !stopped_) {
    compound_key_ = where;
    stopped_ = true;
  }
  if (!count(1, where)) return;
  if (open_.size() >= limits_.depth) {
    error("P003", {"nested deeper than {0} levels", {{std::to_string(limits_.depth)}}}, where);
    stopped_ = true;
    return;
  }
  Frame frame;
  frame.value.kind = kind;
  frame.value.where = where;
  frame.anchor = std::exchange(next_anchor_, 0);
  open_.push_back(std::move(frame));
}

void Builder::end(std::uint32_t end) {
  if (stopped_ || open_.empty()) return;
  Frame frame = std::move(open_.back());
  open_.pop_back();
  frame.value.where.end = std::max(end, frame.value.where.begin);
  add(std::move(frame.value), frame.anchor);
}

bool Builder::clean(std::string& text, Span where) {
  if (const auto found = control_character(text)) {
    error("P013", {"a control character, {0}", {{found->name}}}, where,
          {"type the line again; it was perhaps pasted from another program"});
    return false;
  }
  if (const auto name = remove_invisible(text))
    document_.repairs.push_back({{"an invisible character was taken out: {0}", {{*name}}}, where});
  return true;
}

void Builder::scalar(std::string text, bool quoted, Span where) {
  if (!count(1, where)) return;
  if (is_key()) return key(std::move(text), where);
  Value value;
  value.kind = Value::Kind::scalar;
  value.quoted = quoted;
  value.where = where;
  clean(text, where);
  value.text = std::move(text);
  add(std::move(value), std::exchange(next_anchor_, 0));
}

void Builder::empty(Span where) {
  if (!count(1, where)) return;
  if (is_key()) {
    error("P001", "a key is missing before this colon", where);
    open_.back().expects_key = false;
    open_.back().skip = true;
    return;
  }
  Value value;
  value.where = where;
  add(std::move(value), std::exchange(next_anchor_, 0));
}

void Builder::key(std::string text, Span where) {
  auto& frame = open_.back();
  next_anchor_ = 0;
  frame.expects_key = false;
  frame.skip = !clean(text, where);
  if (narrow(text))
    document_.repairs.push_back({"full-width letters in a key were made plain", where});
  if (!frame.keys.insert(text).second) {
    error("P002", {"key '{0}' is given twice", {{text}}}, where, {"keep one of them"});
    frame.skip = true;
  }
  frame.entry = {std::move(text), where, {}};
}

void Builder::add(Value value, std::size_t anchor) {
  if (anchor != 0) anchors_[anchor] = value;
  if (open_.empty()) {
    document_.root = std::move(value);
    return;
  }
  auto& frame = open_.back();
  if (frame.value.is_list()) {
    frame.value.items.push_back(std::move(value));
    return;
  }
  frame.expects_key = true;
  if (std::exchange(frame.skip, false)) return;
  frame.entry.value = std::move(value);
  frame.value.entries.push_back(std::move(frame.entry));
  frame.entry = {};
}

void Builder::copy(std::size_t id, Span where) {
  if (stopped_) return;
  const auto found = anchors_.find(id);
  if (is_key()) {
    error("P001", "an alias cannot be a key", where);
    stopped_ = true;
  } else if (found == anchors_.end()) {
    error("P001", "this alias refers to itself or to nothing", where);
    stopped_ = true;
  } else if (count(size_of(found->second), where)) {
    const auto depth = [](const Value& value, const auto& self) -> std::size_t {
      std::size_t below = 0;
      for (const auto& item : value.items) below = std::max(below, self(item, self));
      for (const auto& entry : value.entries) below = std::max(below, self(entry.value, self));
      return value.is_list() || value.is_map() ? below + 1 : 0;
    };
    if (open_.size() + depth(found->second, depth) > limits_.depth) {
      error("P003", {"nested deeper than {0} levels", {{std::to_string(limits_.depth)}}}, where);
      stopped_ = true;
      return;
    }
    add(found->second, std::exchange(next_anchor_, 0));
  }
}

Result<Document> Builder::finish() && {
  // Last, because yaml-cpp takes a bracket that is never closed for a key.
  if (compound_key_ && errors_.empty())
    error("P001", "a key must be a word, not a list or a map", *compound_key_);
  if (!errors_.empty()) {
    std::stable_sort(errors_.begin(), errors_.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return a.where.begin < b.where.begin;
    });
    return std::move(errors_);
  }
  document_.root.where.file = file_;  // also where there is nothing in the file
  return std::move(document_);
}

}  // namespace tongxing::data
