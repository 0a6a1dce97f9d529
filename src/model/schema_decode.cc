// SPDX-License-Identifier: GPL-3.0-or-later
// templates/schema.yaml → Schema.
#include <algorithm>
#include <array>
#include <utility>

#include "base/letters.h"
#include "base/source.h"
#include "model/countries.h"
#include "model/schema.h"

namespace tongxing::model {

namespace {

using data::Value;
using ChoiceTable = std::map<std::string, std::vector<Choice>, std::less<>>;

constexpr std::array kTypes{
    std::pair{FactType::text, "text"},
    std::pair{FactType::lines, "lines"},
    std::pair{FactType::yes_no, "yes-no"},
    std::pair{FactType::date, "date"},
    std::pair{FactType::partial_date, "partial-date"},
    std::pair{FactType::number, "number"},
    std::pair{FactType::choice, "choice"},
    std::pair{FactType::country, "country"},
    std::pair{FactType::city, "city"},
    std::pair{FactType::person, "person"},
    std::pair{FactType::id, "id"},
    std::pair{FactType::document, "document"},
    std::pair{FactType::procedure, "procedure"},
    std::pair{FactType::case_id, "case-id"},
    std::pair{FactType::id_number, "id-number"},
    std::pair{FactType::phone, "phone"},
    std::pair{FactType::email, "email"},
    std::pair{FactType::postcode, "postcode"},
    std::pair{FactType::file, "file"},
};

class Decoder {
 public:
  Result<Schema> run(const Value& root) {
    only(root, {"choices", "cities", "countries", "facts"});
    ChoiceTable tables;
    if (const auto* choices = root.find("choices"))
      for (const auto& entry : choices->entries) tables[entry.key] = read_choices(entry.value);
    if (const auto* cities = root.find("cities")) tables["city"] = read_choices(*cities);
    schema_.countries = country_names();
    if (const auto* names = root.find("countries"))
      for (const auto& entry : names->entries)
        schema_.countries[small_letters(entry.key)] = entry.value.text;
    if (const auto* facts = root.find("facts"))
      for (const auto& entry : facts->entries) read_fact(entry, tables);
    check_siblings();
    if (!errors_.empty()) return std::move(errors_);
    return std::move(schema_);
  }

 private:
  void fail(Message what, Span where) {
    errors_.push_back({"S001", std::move(what), where, {}, Fault::data});
  }

  void only(const Value& map, const std::vector<std::string>& keys) {
    if (!map.is_map()) return fail("this must be a map", map.where);
    for (const auto& entry : map.entries) {
      if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
      fail({"unknown key '{0}'", {{entry.key}}}, entry.key_where);
      if (const auto near = nearest(entry.key, keys); !near.empty())
        errors_.back().hints.push_back({"did you mean '{0}'?", {{near}}});
    }
  }

  std::string text(const Value& map, std::string_view key) {
    const auto* value = map.find(key);
    if (value != nullptr && value->is_scalar() && !value->text.empty()) return value->text;
    fail({"'{0}' is missing or empty", {{std::string(key)}}}, map.where);
    return {};
  }

  Bilingual bilingual(const Value& map) { return {text(map, "zh"), text(map, "en")}; }

  std::vector<Choice> read_choices(const Value& table) {
    std::vector<Choice> choices;
    for (const auto& [id, where, value] : table.entries) {
      only(value, {"zh", "en", "also"});
      Choice choice{id, bilingual(value), {}};
      if (const auto* also = value.find("also"))
        for (const auto& alias : also->items) choice.aliases.push_back(alias.text);
      choices.push_back(std::move(choice));
    }
    return choices;
  }

  void read_fact(const data::Entry& entry, const ChoiceTable& tables) {
    const auto& value = entry.value;
    only(value, {"type", "of", "ask", "why", "short", "implied_by"});
    if (!value.is_map()) return;
    Declaration fact;
    fact.path = entry.key;
    fact.where = entry.key_where;
    const auto type = text(value, "type");
    const auto known = std::find_if(kTypes.begin(), kTypes.end(),
                                    [&](const auto& pair) { return pair.second == type; });
    if (known == kTypes.end()) return fail({"no type is called '{0}'", {{type}}}, value.where);
    fact.type = known->first;
    if (fact.type == FactType::choice || fact.type == FactType::city) {
      const auto table = tables.find(fact.type == FactType::city ? "city" : text(value, "of"));
      if (table == tables.end()) return fail("no choices are called like that", value.where);
      fact.choices = table->second;
    }
    for (const auto key : {"ask", "why"}) {
      const auto* words = value.find(key);
      if (words == nullptr) return fail({"'{0}' is missing or empty", {{key}}}, entry.key_where);
      only(*words, {"zh", "en"});
      (std::string_view(key) == "ask" ? fact.ask : fact.why) = bilingual(*words);
    }
    fact.short_form = value.find("short") != nullptr;
    if (const auto* siblings = value.find("implied_by"))
      for (const auto& sibling : siblings->items) fact.implied_by.push_back(sibling.text);
    place(std::move(fact));
  }

  /// Puts the fact into the tree. "people.*.passports[].number" → people * passports [] number.
  void place(Declaration fact) {
    std::vector<std::string> steps;
    std::string step;
    for (const char c : fact.path + ".") {
      if (c != '.' && c != '[') {
        step += c;
        continue;
      }
      if (step != "]" && !step.empty()) steps.push_back(step);
      if (c == '[') steps.push_back("[]");
      step.clear();
    }
    Node* at = &schema_.root;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      at = &step_into(*at, steps[i]);
      const bool last = i + 1 == steps.size();
      if (last ? !at->children.empty() : at->kind == Node::Kind::fact)
        return fail({"'{0}' is both a fact and a group of facts", {{fact.path}}}, fact.where);
      at->kind = last                   ? Node::Kind::fact
                 : steps[i + 1] == "[]" ? Node::Kind::list
                 : steps[i + 1] == "*"  ? Node::Kind::map
                                        : Node::Kind::group;
      if (last) at->declaration = schema_.facts.size();
    }
    schema_.facts.push_back(std::move(fact));
  }

  void check_siblings() {
    for (const auto& fact : schema_.facts) {
      if (!fact.implied_by.empty() && fact.type != FactType::yes_no)
        fail("only a yes-no fact can be implied", fact.where);
      const auto group = fact.path.substr(0, fact.path.rfind('.') + 1);
      for (const auto& sibling : fact.implied_by)
        if (schema_.find(group + sibling) == nullptr)
          fail({"there is no fact '{0}'", {{group + sibling}}}, fact.where);
    }
  }

  static Node& step_into(Node& parent, const std::string& name) {
    for (auto& node : parent.children)
      if (node.name == name) return node;
    parent.children.push_back({Node::Kind::group, name, 0, {}});
    return parent.children.back();
  }

  Schema schema_;
  Diagnostics errors_;
};

}  // namespace

std::string_view name_of(FactType type) {
  for (const auto& [known, name] : kTypes)
    if (known == type) return name;
  return {};
}

Result<Schema> decode_schema(const Value& root) {
  return Decoder().run(root);
}

}  // namespace tongxing::model
