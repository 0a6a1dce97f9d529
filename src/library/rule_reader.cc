// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/rule_reader.h"

#include <algorithm>
#include <array>

#include "base/source.h"
#include "model/derived.h"

namespace tongxing::library {

using data::Value;
using model::Condition;
using model::FactType;

namespace {

/// The kind of value that a fact puts into a gap.
std::string_view kind_of_gap(FactType type) {
  switch (type) {
    case FactType::date:
      return "date";
    case FactType::number:
      return "number";
    case FactType::country:
      return "country";
    case FactType::person:
      return "person";
    default:
      return "text";
  }
}

constexpr std::array<std::string_view, 5> certainties = {"official", "published-guide", "reported",
                                                         "third-party", "inferred"};

}  // namespace

void RuleReader::unknown(std::string_view kind, const std::string& word,
                         const std::vector<std::string>& names, Span where) {
  Diagnostic error{
      "R003", {"there is no {0} '{1}'", {{std::string(kind)}, {word}}}, where, {}, Fault::data, {}};
  if (kind == "fact") error.code = "R001";
  if (const auto near = nearest(word, names); !near.empty()) {
    error.hints.push_back({"did you mean '{0}'?", {{near}}});
  }
  add(std::move(error));
}

void RuleReader::phrase(const std::string& id, model::Bilingual text, Span where) {
  if (!book_.phrases.emplace(id, std::move(text)).second) {
    report("R005", {"'{0}' is given twice", {{id}}}, where);
  }
}

bool RuleReader::yes_no(const Value& value) {
  return choice(value, {"no", "yes"}) == 1;
}

Date RuleReader::date(const Value& value) {
  if (const auto day = Date::parse(text(value))) return *day;
  report("R007", {"'{0}' is no day; write it as 2026-11-23", {{value.text}}}, value.where);
  return *Date::from(2000, 1, 1);
}

std::optional<FactType> RuleReader::fact_type(const Value& value, Listed listed) {
  const auto path = text(value);
  if (listed == Listed::yes) {
    if (const auto* list = book_.schema.find(model::declared_path(path) + "[]")) return list->type;
  }
  const auto* derived = listed == Listed::no ? model::find_derived(path) : nullptr;
  if (derived) return derived->type;
  const auto* declared =
      listed == Listed::no ? book_.schema.find(model::declared_path(path)) : nullptr;
  if (declared) {
    const bool whole = path.find('*') == std::string::npos && path.find('[') == std::string::npos;
    if (whole && declared->path.find('[') == std::string::npos) return declared->type;
  }
  std::vector<std::string> names;
  const bool of_child = path.starts_with("child.");
  for (const auto& fact : model::derived_facts()) {
    const bool same = of_child && fact.path.starts_with("applicant.");
    names.push_back((same ? "child" : "") + std::string(fact.path.substr(same ? 9 : 0)));
  }
  for (const auto& fact : book_.schema.facts) {
    const auto dot = path.find('.');
    const bool of_person = fact.path.starts_with("people.*");
    names.push_back(of_person && dot != std::string::npos
                        ? path.substr(0, dot) + fact.path.substr(8)
                        : fact.path);
  }
  unknown("fact", path, names, value.where);
  return std::nullopt;
}

void RuleReader::value_fits(const Value& value, std::string_view path, FactType type) {
  const auto word = text(value);
  std::vector<std::string> allowed;
  bool fits = true;
  if (type == FactType::yes_no) {
    allowed = {"yes", "no"};
  } else if (type == FactType::choice) {
    const auto* declared = book_.schema.find(model::declared_path(path));
    if (!declared) declared = book_.schema.find(model::declared_path(path) + "[]");
    for (const auto& one : declared->choices) allowed.push_back(one.id);
  } else if (type == FactType::country) {
    fits =
        word.size() == 2 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  } else if (type == FactType::date || type == FactType::partial_date) {
    fits = PartialDate::parse(word).has_value();
  }
  if (!allowed.empty()) fits = std::ranges::find(allowed, word) != allowed.end();
  if (fits) return;
  Diagnostic error{"R002",      {"the fact '{0}' is never '{1}'", {{std::string(path)}, {word}}},
                   value.where, {},
                   Fault::data, {}};
  for (const auto& one : allowed) error.hints.push_back({"it can be '{0}'", {{one}}});
  add(std::move(error));
}

void RuleReader::day(const Value& value, Condition& into) {
  if (value.is_scalar()) {
    into.day = date(value);
    return;
  }
  if (!need_map(value)) return;
  only_keys(value, {"fact"});
  if (const auto* path = need(value, "fact")) {
    const auto type = fact_type(*path);
    into.other = path->text;
    if (type && type != FactType::date && type != FactType::partial_date) {
      report("R002", {"'{0}' is no date", {{path->text}}}, path->where);
    }
  }
}

Condition RuleReader::leaf(const Value& map) {
  Condition result;
  result.where = map.where;
  only_keys(map, {"fact", "is", "in", "has", "before", "after", "known"});
  const auto* path = need(map, "fact");
  if (!path) return result;
  const bool of_list = map.find("has") != nullptr;
  const auto type = fact_type(*path, of_list ? Listed::yes : Listed::no);
  result.fact = path->text;
  if (map.entries.size() != 2) {
    report("R004", "one of is, in, has, before, after, known goes with 'fact'", map.where);
    return result;
  }
  const auto& [word, unused, value] = map.entries[map.entries[0].key == "fact" ? 1 : 0];
  if (word == "is" || word == "has") {
    result.kind = of_list ? Condition::Kind::has : Condition::Kind::is;
    if (type) value_fits(value, path->text, *type);
    result.values = {value.text};
  } else if (word == "in") {
    result.kind = Condition::Kind::in;
    if (!need_list(value)) return result;
    for (const auto& item : value.items) {
      if (type) value_fits(item, path->text, *type);
      result.values.push_back(item.text);
    }
  } else if (word == "known") {
    result.kind = Condition::Kind::known;
    result.expected = yes_no(value);
  } else if (word == "before" || word == "after") {
    result.kind = word == "before" ? Condition::Kind::before : Condition::Kind::after;
    if (type && type != FactType::date && type != FactType::partial_date) {
      report("R002", {"'{0}' is no date", {{path->text}}}, path->where);
    }
    day(value, result);
  }
  return result;
}

Condition RuleReader::condition(const Value& value) {
  Condition result;
  result.where = value.where;
  if (!need_map(value)) return result;
  if (value.find("fact")) return leaf(value);
  if (value.entries.size() != 1) {
    report("R004", "a condition is one of all, any, not, fact", value.where);
    return result;
  }
  const auto& [word, key_where, inner] = value.entries.front();
  if (word == "all" || word == "any") {
    result.kind = word == "all" ? Condition::Kind::all : Condition::Kind::any;
    if (!need_list(inner)) return result;
    for (const auto& part : inner.items) result.parts.push_back(condition(part));
    if (inner.items.empty()) report("R004", {"'{0}' of nothing", {{word}}}, inner.where);
  } else if (word == "not") {
    result.kind = Condition::Kind::negation;
    result.parts.push_back(condition(inner));
  } else {
    report("R004", {"there is no operator '{0}'", {{word}}}, key_where);
  }
  return result;
}

model::Text RuleReader::text_of(const Value& map, const std::string& id) {
  model::Text result;
  if (!need_map(map)) return result;
  result.id = id;
  words::Declared declared;
  if (const auto* with = map.find("with"); with && need_map(*with)) {
    for (const auto& entry : with->entries) {
      // "as_of en": a gap that only the English text has.
      auto path = entry.value;
      const auto space = path.text.find(' ');
      const auto only = space == std::string::npos ? "" : path.text.substr(space);
      path.text = text(path).substr(0, space);
      std::string kind = path.text == "self" ? "role" : path.text == "city" ? "city" : "";
      if (kind.empty()) kind = kind_of_gap(fact_type(path).value_or(FactType::text));
      if (const auto gap = words::declared_gap(kind + only)) {
        declared.emplace(entry.key, *gap);
      } else {
        report("R004", {"'{0}' is no gap", {{entry.value.text}}}, entry.value.where);
      }
      result.with.emplace_back(entry.key, path.text);
    }
  }
  auto both = bilingual(map);
  check(both, declared, map.where);
  phrase(id, std::move(both), map.where);
  if (const auto* plain = map.find("plain")) {
    auto without = bilingual(*plain);
    check(without, {}, plain->where);
    result.plain = id + ".plain";
    phrase(result.plain, std::move(without), plain->where);
  }
  return result;
}

std::vector<model::ConditionalText> RuleReader::texts(const Value& list, const std::string& id) {
  std::vector<model::ConditionalText> result;
  if (!need_list(list)) return result;
  for (const auto& item : list.items) {
    if (!need_map(item)) continue;
    only_keys(item, {"zh", "en", "with", "plain", "when", "sources", "in_force"});
    model::ConditionalText one;
    one.text = text_of(item, id + "." + std::to_string(result.size() + 1));
    if (const auto* when = item.find("when")) one.when = condition(*when);
    if (const auto* sources = item.find("sources")) one.sources = citations(*sources);
    if (const auto* days = item.find("in_force")) one.in_force = in_force(*days);
    result.push_back(std::move(one));
  }
  return result;
}

std::vector<model::Citation> RuleReader::citations(const Value& list) {
  std::vector<model::Citation> result;
  if (!need_list(list)) return result;
  if (list.items.empty()) report("R008", "a statement needs a source", list.where);
  for (const auto& item : list.items) {
    if (!need_map(item)) continue;
    only_keys(item, {"source", "passage", "certainty"});
    const auto* source = need(item, "source");
    const auto* passage = need(item, "passage");
    if (!source || !passage) continue;
    model::Citation one;
    one.source = known<SourceId>(*source, book_.sources, "source");
    one.passage = text(*passage);
    const auto found = book_.sources.find(one.source);
    if (found == book_.sources.end()) continue;
    one.published = found->second.published;
    one.certainty = found->second.best;
    if (const auto* claimed = item.find("certainty")) {
      one.certainty = static_cast<model::Certainty>(
          choice(*claimed,
                 {certainties[0], certainties[1], certainties[2], certainties[3], certainties[4]}));
      if (one.certainty < found->second.best) {
        report(
            "R006",
            {"'{0}' is more than the source '{1}' can give", {{claimed->text}, {one.source.value}}},
            claimed->where);
      }
    }
    result.push_back(std::move(one));
  }
  return result;
}

std::vector<model::NoteId> RuleReader::notes(const Value& list) {
  std::vector<model::NoteId> result;
  if (!need_list(list)) return result;
  for (const auto& item : list.items) {
    result.push_back(known<model::NoteId>(item, book_.notes, "note"));
  }
  return result;
}

model::InForce RuleReader::in_force(const Value& map) {
  model::InForce result;
  if (!need_map(map)) return result;
  only_keys(map, {"from", "to"});
  if (const auto* from = map.find("from")) result.from = date(*from);
  if (const auto* to = map.find("to")) result.to = date(*to);
  if (result.from && result.to && *result.to < *result.from) {
    report("R007", "'to' is before 'from'", map.where);
  }
  return result;
}

}  // namespace tongxing::library
