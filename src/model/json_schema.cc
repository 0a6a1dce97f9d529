// SPDX-License-Identifier: GPL-3.0-or-later
// Schema → JSON Schema 2020-12, as editors of YAML and JSON understand it. It is looser than the
// decoder where the two languages differ (an editor may read `yes` as true), never stricter.
#include "model/schema.h"

namespace tongxing::model {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

class Writer {
 public:
  explicit Writer(const Schema& schema) : schema_(schema) {}

  std::string run() {
    return "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
           "  \"title\": \"tongxing profile\",\n  " +
           body(schema_.root, 1) + "\n}\n";
  }

 private:
  static std::string indent(std::size_t depth) { return std::string(2 * depth, ' '); }

  /// The members of the schema of a node, without its braces.
  std::string body(const Node& node, std::size_t depth) {
    switch (node.kind) {
      case Node::Kind::fact:
        return fact(schema_.facts[node.declaration]);
      case Node::Kind::group:
        return group(node, depth);
      case Node::Kind::list:
        return list(node, depth);
      case Node::Kind::map:
        return map(node, depth);
    }
    return {};
  }

  std::string nested(const Node& node, std::size_t depth) {
    if (node.kind == Node::Kind::fact) return "{ " + body(node, depth) + " }";
    return "{\n" + indent(depth + 1) + body(node, depth + 1) + "\n" + indent(depth) + "}";
  }

  std::string fact(const Declaration& declaration) {
    const auto words = "\"description\": " + quoted(declaration.ask.en + " " + declaration.why.en +
                                                    " " + declaration.ask.zh);
    if (declaration.type == FactType::yes_no)
      return words + R"(, "enum": ["yes", "no", "unknown", true, false, null])";
    if (declaration.type != FactType::choice)
      return words + R"(, "type": ["string", "number", "boolean", "null"])";
    std::string ids, others;
    for (const auto& choice : declaration.choices) {
      ids += quoted(choice.id) + ", ";
      others += quoted(choice.label.zh) + ", ";
      for (const auto& alias : choice.aliases) others += quoted(alias) + ", ";
    }
    return words + ", \"anyOf\": [{ \"enum\": [" + ids + "\"unknown\", null] }, { \"enum\": [" +
           others + "\"未知\"] }]";
  }

  bool has_short_form(const Node& node) const {
    for (const auto& child : node.children)
      if (child.kind == Node::Kind::fact && schema_.facts[child.declaration].short_form)
        return true;
    return false;
  }

  std::string group(const Node& node, std::size_t depth) {
    std::string out = has_short_form(node)
                          ? R"("type": ["object", "string", "number", "boolean", "null"],)"
                          : R"("type": ["object", "null"],)";
    out += "\n" + indent(depth) + "\"additionalProperties\": false,\n" + indent(depth) +
           "\"properties\": {";
    for (std::size_t i = 0; i < node.children.size(); ++i)
      out += (i == 0 ? "\n" : ",\n") + indent(depth + 1) + quoted(node.children[i].name) + ": " +
             nested(node.children[i], depth + 1);
    return out + "\n" + indent(depth) + "}";
  }

  std::string list(const Node& node, std::size_t depth) {
    return R"("type": ["array", "object", "string", "number", "boolean", "null"],)"
           "\n" +
           indent(depth) + "\"items\": " + nested(node.children.front(), depth);
  }

  std::string map(const Node& node, std::size_t depth) {
    const auto keys =
        node.name == "people" ? "^[A-Za-z][A-Za-z0-9_-]{0,31}$" : "^[a-z0-9][a-z0-9-]{0,63}$";
    return "\"type\": [\"object\", \"null\"],\n" + indent(depth) +
           "\"propertyNames\": { \"pattern\": " + quoted(keys) + " },\n" + indent(depth) +
           "\"additionalProperties\": " + nested(node.children.front(), depth);
  }

  const Schema& schema_;
};

}  // namespace

std::string json_schema(const Schema& schema) {
  return Writer(schema).run();
}

}  // namespace tongxing::model
