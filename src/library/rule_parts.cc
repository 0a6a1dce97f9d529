// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/rule_parts.h"

#include <algorithm>
#include <set>

namespace tongxing::library {

using data::Value;

namespace {

/// Each part of a map that is there.
template <class Read>
void part(const Value& map, std::string_view key, Read read) {
  if (const auto* value = map.find(key); value && !value->is_empty()) read(*value);
}

std::vector<model::OptionRule> read_options(const Value& list, const std::string& id,
                                            RuleReader& reader) {
  std::vector<model::OptionRule> result;
  if (!reader.need_list(list)) return result;
  for (const auto& item : list.items) {
    if (!reader.need_map(item)) continue;
    reader.only_keys(item, {"document", "when", "remark"});
    model::OptionRule one;
    if (const auto* document = reader.need(item, "document")) {
      one.document = reader.known<DocumentId>(*document, reader.book().papers, "document");
    }
    part(item, "when", [&](const Value& v) { one.when = reader.condition(v); });
    part(item, "remark",
         [&](const Value& v) { one.remark = reader.text_of(v, id + "." + one.document.value); });
    result.push_back(std::move(one));
  }
  return result;
}

/// Each by its name, or `{note: D21, when: …}`.
std::vector<model::ConditionalNote> read_notes(const Value& list, RuleReader& reader) {
  std::vector<model::ConditionalNote> result;
  if (!reader.need_list(list)) return result;
  for (const auto& item : list.items) {
    model::ConditionalNote one;
    if (item.is_map()) reader.only_keys(item, {"note", "when"});
    const auto* name = item.is_map() ? reader.need(item, "note") : &item;
    if (!name) continue;
    one.note = reader.known<model::NoteId>(*name, reader.book().notes, "note");
    if (item.is_map()) part(item, "when", [&](const Value& v) { one.when = reader.condition(v); });
    result.push_back(std::move(one));
  }
  return result;
}

void only_text_keys(const Value& map, RuleReader& reader) {
  if (map.is_map()) reader.only_keys(map, {"zh", "en", "with", "plain"});
}

}  // namespace

model::Whose read_whose(const Value& value, RuleReader& reader) {
  return static_cast<model::Whose>(
      reader.choice(value, {"family", "child", "chinese-parent", "foreign-parent", "agent",
                            "applicant", "guardian", "inviter", "host", "each-parent"}));
}

void read_document(const Value& map, const std::string& id, RuleReader& reader,
                   model::DocumentRule& rule) {
  if (!reader.need_map(map)) return;
  reader.only_keys(map, {"id", "document", "whose", "group", "supply", "when", "recommended",
                         "originals", "copies", "own_number", "because", "if_unknown", "left_out",
                         "not_asked", "remarks", "options", "sources", "notes", "in_force"});
  rule.where = map.where;
  part(map, "document", [&](const Value& v) {
    rule.document = reader.known<DocumentId>(v, reader.book().papers, "document");
  });
  part(map, "whose", [&](const Value& v) { rule.whose = read_whose(v, reader); });
  part(map, "group", [&](const Value& v) {
    rule.group = static_cast<model::Group>(
        reader.choice(v, {"child", "applicant", "guardian", "chinese-parent", "foreign-parent",
                          "inviter", "together"}));
  });
  part(map, "supply", [&](const Value& v) {
    rule.supply = static_cast<model::Supply>(reader.choice(v, {"family", "packet"}));
  });
  part(map, "when", [&](const Value& v) { rule.when = reader.condition(v); });
  part(map, "recommended", [&](const Value& v) { rule.recommended = reader.yes_no(v); });
  const auto sheets = [&](const char* key, int& into) {
    part(map, key, [&](const Value& v) {
      into = reader.number(v);
      if (into >= 0 && into <= 99) return;
      reader.report("R002", "a line asks for 0 to 99 sheets", v.where);
      into = 0;
    });
  };
  sheets("originals", rule.originals);
  sheets("copies", rule.copies);
  part(map, "own_number", [&](const Value& v) { rule.own_number = reader.yes_no(v); });
  const auto text = [&](const char* key, model::Text& into) {
    part(map, key, [&](const Value& v) {
      only_text_keys(v, reader);
      into = reader.text_of(v, id + "." + key);
    });
  };
  text("because", rule.because);
  text("if_unknown", rule.if_unknown);
  text("left_out", rule.left_out);
  if (map.find("not_asked")) {
    rule.asked = false;
    text("not_asked", rule.left_out);
  }
  part(map, "remarks", [&](const Value& v) { rule.remarks = reader.texts(v, id + ".remark"); });
  part(map, "options", [&](const Value& v) { rule.options = read_options(v, id, reader); });
  part(map, "sources", [&](const Value& v) { rule.sources = reader.citations(v); });
  part(map, "notes", [&](const Value& v) { rule.notes = reader.notes(v); });
  part(map, "in_force", [&](const Value& v) { rule.in_force = reader.in_force(v); });
}

std::vector<model::AdvisoryRule> read_advisories(const Value& list, const std::string& id,
                                                 RuleReader& reader) {
  std::vector<model::AdvisoryRule> result;
  std::set<std::string> seen;
  if (!reader.need_list(list)) return result;
  for (const auto& item : list.items) {
    if (!reader.need_map(item)) continue;
    reader.only_keys(item, {"id", "code", "whose", "when", "blocking", "say", "about", "sources",
                            "notes", "in_force"});
    model::AdvisoryRule rule;
    rule.where = item.where;
    if (const auto* code = reader.need(item, "code")) {
      rule.code = reader.known<AdvisoryId>(*code, reader.book().advisories, "advisory");
    }
    rule.id = rule.code.value;
    part(item, "id", [&](const Value& v) { rule.id = reader.text(v); });
    if (!seen.insert(rule.id).second) {
      reader.report("R005", {"'{0}' is given twice; tell them apart by 'id'", {{rule.id}}},
                    item.where);
      continue;
    }
    const auto known = reader.book().advisories.find(rule.code);
    rule.blocking = known != reader.book().advisories.end() && known->second;
    part(item, "whose", [&](const Value& v) { rule.whose = read_whose(v, reader); });
    if (const auto* when = reader.need(item, "when")) rule.when = reader.condition(*when);
    part(item, "blocking", [&](const Value& v) { rule.blocking = reader.yes_no(v); });
    if (const auto* say = reader.need(item, "say")) {
      only_text_keys(*say, reader);
      rule.text = reader.text_of(*say, id + "." + rule.id);
    }
    part(item, "about", [&](const Value& v) {
      rule.about = reader.known<DocumentId>(v, reader.book().papers, "document");
    });
    if (const auto* sources = reader.need(item, "sources")) {
      rule.sources = reader.citations(*sources);
    }
    part(item, "notes", [&](const Value& v) { rule.notes = reader.notes(v); });
    part(item, "in_force", [&](const Value& v) { rule.in_force = reader.in_force(v); });
    result.push_back(std::move(rule));
  }
  return result;
}

model::PresenceRules read_presence(const Value& map, const std::string& id, RuleReader& reader) {
  model::PresenceRules result;
  if (!reader.need_map(map)) return result;
  reader.only_keys(map, {"parents", "represented", "applicant", "guardian", "agent", "remarks",
                         "sources", "notes"});
  part(map, "parents", [&](const Value& v) {
    result.parents =
        static_cast<model::Parents>(reader.choice(v, {"none", "not-stated", "one", "both"}));
  });
  part(map, "represented", [&](const Value& v) { result.represented = reader.yes_no(v); });
  const auto who = [&](const char* key, std::optional<model::Condition>& into) {
    part(map, key, [&](const Value& v) {
      into.emplace();
      if (v.is_scalar()) {
        reader.choice(v, {"comes"});
      } else {
        into = reader.condition(v);
      }
    });
  };
  who("applicant", result.applicant);
  who("guardian", result.guardian);
  part(map, "agent", [&](const Value& v) {
    result.agent.emplace();
    if (!v.is_scalar()) {
      result.agent = reader.condition(v);
    } else if (!reader.yes_no(v)) {
      result.agent->kind = model::Condition::Kind::negation;
      result.agent->parts.emplace_back();
      result.agent->where = v.where;
    }
  });
  part(map, "remarks", [&](const Value& v) { result.remarks = reader.texts(v, id + ".remark"); });
  if (const auto* sources = reader.need(map, "sources")) {
    result.sources = reader.citations(*sources);
  }
  part(map, "notes", [&](const Value& v) { result.notes = read_notes(v, reader); });
  return result;
}

std::vector<model::PlaceRule> read_places(const Value& list, const std::string& id,
                                          RuleReader& reader) {
  std::vector<model::PlaceRule> result;
  if (!reader.need_list(list)) return result;
  for (const auto& item : list.items) {
    if (!reader.need_map(item)) continue;
    reader.only_keys(item, {"when", "name", "remarks", "sources"});
    const auto one_id = id + "." + std::to_string(result.size() + 1);
    model::PlaceRule rule;
    part(item, "when", [&](const Value& v) { rule.when = reader.condition(v); });
    if (const auto* name = reader.need(item, "name")) rule.name = reader.text_of(*name, one_id);
    part(item, "remarks",
         [&](const Value& v) { rule.remarks = reader.texts(v, one_id + ".remark"); });
    if (const auto* sources = reader.need(item, "sources")) {
      rule.sources = reader.citations(*sources);
    }
    result.push_back(std::move(rule));
  }
  return result;
}

std::vector<model::StepRule> read_steps(const Value& list, const std::string& id,
                                        RuleReader& reader) {
  std::vector<model::StepRule> result;
  if (!reader.need_list(list)) return result;
  for (const auto& item : list.items) {
    if (!reader.need_map(item)) continue;
    reader.only_keys(item, {"when", "do", "where", "sources"});
    const auto one_id = id + "." + std::to_string(result.size() + 1);
    model::StepRule rule;
    part(item, "when", [&](const Value& v) { rule.when = reader.condition(v); });
    if (const auto* what = reader.need(item, "do")) rule.what = reader.text_of(*what, one_id);
    part(item, "where",
         [&](const Value& v) { rule.short_place = reader.text_of(v, one_id + ".where"); });
    if (const auto* sources = reader.need(item, "sources")) {
      rule.sources = reader.citations(*sources);
    }
    result.push_back(std::move(rule));
  }
  return result;
}

model::FeeRules read_fee(const Value& map, RuleReader& reader) {
  model::FeeRules result;
  if (!reader.need_map(map)) return result;
  reader.only_keys(map,
                   {"currency", "authority", "amounts", "add_up", "courier", "sources", "notes"});
  part(map, "currency", [&](const Value& v) { result.currency = reader.text(v); });
  part(map, "authority", [&](const Value& v) { result.amounts.push_back({{}, reader.number(v)}); });
  part(map, "amounts", [&](const Value& v) {
    if (!reader.need_list(v)) return;
    for (const auto& item : v.items) {
      if (!reader.need_map(item)) continue;
      reader.only_keys(item, {"when", "amount"});
      model::FeeAmount one;
      part(item, "when", [&](const Value& w) { one.when = reader.condition(w); });
      if (const auto* amount = reader.need(item, "amount")) one.amount = reader.number(*amount);
      result.amounts.push_back(std::move(one));
    }
  });
  part(map, "add_up", [&](const Value& v) { result.add_up = reader.yes_no(v); });
  part(map, "courier", [&](const Value& v) { result.courier = reader.number(v); });
  if (const auto* sources = reader.need(map, "sources")) {
    result.sources = reader.citations(*sources);
  }
  part(map, "notes", [&](const Value& v) { result.notes = reader.notes(v); });
  return result;
}

model::TermRules read_term(const Value& map, RuleReader& reader) {
  model::TermRules result;
  if (!reader.need_map(map)) return result;
  reader.only_keys(
      map, {"when", "working_days", "limit_days", "limit_working_days", "sources", "notes"});
  part(map, "when", [&](const Value& v) { result.when = reader.condition(v); });
  const auto days = [&](const char* key, int& into) {
    part(map, key, [&](const Value& v) {
      into = reader.number(v);
      if (into >= 0 && into <= 366) return;
      reader.report("R002", "a term is at most 366 days", v.where);
      into = 0;
    });
  };
  days("working_days", result.working_days);
  days("limit_days", result.limit_days);
  days("limit_working_days", result.limit_working_days);
  if (result.limit_days > 0 && result.limit_working_days > 0) {
    reader.report("R004", "a term has one limit", map.where);
  }
  if (const auto* sources = reader.need(map, "sources")) {
    result.sources = reader.citations(*sources);
  }
  part(map, "notes", [&](const Value& v) { result.notes = reader.notes(v); });
  return result;
}

namespace {

model::ValidityRule read_one_validity(const Value& map, RuleReader& reader) {
  model::ValidityRule rule;
  model::Validity& result = rule.validity;
  if (!reader.need_map(map)) return rule;
  reader.only_keys(map, {"when", "months", "entries", "sources"});
  part(map, "when", [&](const Value& v) { rule.when = reader.condition(v); });
  if (const auto* months = reader.need(map, "months")) {
    result.months = reader.number(*months);
    if (result.months < 1 || result.months > 240) {
      reader.report("R002", "a document is valid for 1 to 240 months", months->where);
      result.months = 1;
    }
  }
  part(map, "entries", [&](const Value& v) { result.entries = reader.number(v); });
  if (const auto* sources = reader.need(map, "sources")) {
    result.sources = reader.citations(*sources);
  }
  return rule;
}

}  // namespace

std::vector<model::ValidityRule> read_validity(const Value& value, RuleReader& reader) {
  std::vector<model::ValidityRule> rules;
  if (value.is_map()) {
    rules.push_back(read_one_validity(value, reader));
  } else if (reader.need_list(value)) {
    for (const auto& item : value.items) rules.push_back(read_one_validity(item, reader));
  }
  return rules;
}

}  // namespace tongxing::library
