// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema.h"

#include <algorithm>

namespace tongxing::model {

namespace {

bool is_index(std::string_view step) {
  return step == "[]" ||
         (!step.empty() && step.size() < 7 &&
          std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

/// The first step of a path, taken off it: "passports[].number" gives "passports", then "[]".
std::string_view take_step(std::string_view& path) {
  if (path.starts_with("[]")) {
    path.remove_prefix(path.size() > 2 && path[2] == '.' ? 3 : 2);
    return "[]";
  }
  const auto end = std::min(path.find_first_of(".["), path.size());
  const auto step = path.substr(0, end);
  path.remove_prefix(end);
  if (path.starts_with(".")) path.remove_prefix(1);
  return step;
}

}  // namespace

const Node* Node::child(std::string_view wanted) const {
  if (kind == Kind::list) return is_index(wanted) ? &children.front() : nullptr;
  if (kind == Kind::map) return wanted.empty() ? nullptr : &children.front();
  for (const auto& node : children)
    if (node.name == wanted) return &node;
  return nullptr;
}

const Node* Schema::node(std::string_view path) const {
  const Node* at = &root;
  while (at != nullptr && !path.empty()) at = at->child(take_step(path));
  return at;
}

const Declaration* Schema::find(std::string_view path) const {
  const auto* found = node(path);
  return found != nullptr && found->kind == Node::Kind::fact ? &facts[found->declaration] : nullptr;
}

}  // namespace tongxing::model
