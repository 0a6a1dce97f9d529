// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge.h"

#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

namespace tongxing::app {
namespace {

using Json = nlohmann::ordered_json;
using model::Condition;

constexpr std::array certainties = {"official", "published-guide", "reported", "third-party",
                                    "inferred"};

std::string joined(const std::vector<std::string>& list, std::string_view between) {
  std::string text;
  for (const std::string& one : list) text += (text.empty() ? "" : std::string(between)) + one;
  return text;
}

std::string said(const Condition& condition);

std::vector<std::string> parts(const Condition& condition) {
  std::vector<std::string> list;
  for (const Condition& part : condition.parts) {
    const bool nested = part.kind == Condition::Kind::all || part.kind == Condition::Kind::any;
    list.push_back(nested ? "(" + said(part) + ")" : said(part));
  }
  return list;
}

std::string said(const Condition& condition) {
  const auto day = [&] { return condition.day ? condition.day->iso() : condition.other; };
  switch (condition.kind) {
    case Condition::Kind::always:
      return {};
    case Condition::Kind::all:
      return joined(parts(condition), " and ");
    case Condition::Kind::any:
      return joined(parts(condition), " or ");
    case Condition::Kind::negation:
      return "not (" + said(condition.parts.front()) + ")";
    case Condition::Kind::is:
      return condition.fact + " is " + condition.values.front();
    case Condition::Kind::in:
      return condition.fact + " is one of " + joined(condition.values, ", ");
    case Condition::Kind::has:
      return condition.fact + " has " + condition.values.front();
    case Condition::Kind::before:
      return condition.fact + " before " + day();
    case Condition::Kind::after:
      return condition.fact + " after " + day();
    case Condition::Kind::known:
      return condition.fact + (condition.expected ? " is known" : " is not known");
  }
  return {};
}

Json iso(const std::optional<Date>& day) {
  return day ? Json(day->iso()) : Json(nullptr);
}

class Knowledge {
 public:
  Knowledge(const model::Procedure& procedure, const library::Library& library)
      : procedure_(procedure), library_(library) {}

  Json write() {
    Json all = knowledge_head(procedure_, library_);
    all["filed"] = procedure_.at_mission ? "mission" : "city";
    all["cities"] = Json::array();
    for (const auto& [city, rules] : library_.rules.cities)
      if (rules.procedures.contains(procedure_.id)) all["cities"].push_back(city.value);
    all["eligible"] = each(procedure_.eligible, [&](const model::GateRule& gate) {
      Json one = statement(gate.refused, gate.when, gate.sources, gate.in_force);
      one["id"] = gate.id;
      return one;
    });
    all["offered"] = each(procedure_.offers, [&](const model::OfferRule& offer) {
      return statement(offer.no, offer.when, offer.sources);
    });
    all["documents"] = each(procedure_.documents, [&](const auto& rule) { return document(rule); });
    all["advisories"] = advisories(procedure_.advisories);
    all["presence"] = presence(procedure_.presence);
    all["places"] = places(procedure_.places);
    all["steps"] = steps(procedure_.steps);
    all["fee"] = fee(procedure_.fee);
    all["term"] = term(procedure_.term);
    all["validity"] = validity(procedure_.validity);
    all["photo"] = texts(procedure_.photo_rules);
    all["photo_size"] = procedure_.photo ? photo(*procedure_.photo) : Json(nullptr);
    all["use"] = texts(procedure_.use);
    all["information"] = texts(procedure_.information);
    all["unstated"] = texts(procedure_.unstated);
    all["notes"] = ids(procedure_.notes);
    all["local"] = Json::object();
    for (const auto& [city, rules] : library_.rules.cities) {
      const auto found = rules.procedures.find(procedure_.id);
      if (found != rules.procedures.end()) all["local"][city.value] = local(rules, found->second);
    }
    all["disagreements"] =
        each(noted_, [&](const auto& id) { return disagreement(library_.rules.notes.at(id)); });
    all["sources"] = Json::array();
    for (const auto& [id, best] : cited_)
      all["sources"].push_back(knowledge_source(id, best, library_));
    return all;
  }

 private:
  template <class List, class Text>
  static Json each(const List& list, Text text) {
    Json all = Json::array();
    for (const auto& one : list) all.push_back(text(one));
    return all;
  }

  Json ids(const std::vector<model::NoteId>& notes) {
    return each(notes, [&](const model::NoteId& note) {
      noted_.insert(note);
      return Json(note.value);
    });
  }

  Json disagreement(const model::Note& note) {
    Json one = text(model::Text{note.text.id, {}, {}});
    one["id"] = note.id.value;
    one["positions"] = each(note.positions, [&](const model::Note::Position& position) {
      return statement(model::Text{position.text.id, {}, {}}, {}, position.sources);
    });
    return one;
  }

  static Json number(int value) { return value > 0 ? Json(value) : Json(nullptr); }

  static Json condition(const Condition& when) {
    const std::string text = said(when);
    return text.empty() ? Json(nullptr) : Json(text);
  }

  Json cite(const std::vector<model::Citation>& sources) {
    return each(sources, [&](const model::Citation& one) {
      const auto [found, added] = cited_.emplace(one.source, one.certainty);
      if (!added) found->second = std::min(found->second, one.certainty);
      return Json{
          {"id", one.source.value},
          {"passage", one.passage},
          {"published", one.published.year == 0 ? Json(nullptr) : Json(one.published.iso())},
          {"certainty", certainties[static_cast<std::size_t>(one.certainty)]}};
    });
  }

  /// Its gaps stand as they are: no family has filled them.
  Json text(const model::Text& text) const {
    const auto found = library_.rules.phrases.find(text.id);
    if (found == library_.rules.phrases.end()) return {{"zh", nullptr}, {"en", nullptr}};
    return {{"zh", found->second.zh}, {"en", found->second.en}};
  }

  Json statement(const model::Text& what, const Condition& when,
                 const std::vector<model::Citation>& sources, const model::InForce& days = {}) {
    Json one = text(what);
    one["when"] = condition(when);
    if (days.from || days.to) one["in_force"] = {{"from", iso(days.from)}, {"to", iso(days.to)}};
    one["sources"] = cite(sources);
    return one;
  }

  Json texts(const std::vector<model::ConditionalText>& list) {
    return each(list, [&](const model::ConditionalText& one) {
      return statement(one.text, one.when, one.sources, one.in_force);
    });
  }

  Json document(const model::DocumentRule& rule) {
    const model::Bilingual name = library_.words.say("document." + rule.document.value);
    Json one = {{"id", rule.document.value},
                {"code", library_.rules.papers.at(rule.document).code},
                {"zh", name.zh},
                {"en", name.en},
                {"originals", rule.originals},
                {"copies", rule.copies},
                {"own_number", rule.own_number},
                {"recommended", rule.recommended},
                {"because", text(rule.because)},
                {"when", condition(rule.when)},
                {"options", each(rule.options, [](const auto& o) { return o.document.value; })},
                {"remarks", texts(rule.remarks)},
                {"sources", cite(rule.sources)},
                {"notes", ids(rule.notes)}};
    if (rule.in_force.from || rule.in_force.to)
      one["in_force"] = {{"from", iso(rule.in_force.from)}, {"to", iso(rule.in_force.to)}};
    return one;
  }

  Json advisories(const std::vector<model::AdvisoryRule>& list) {
    return each(list, [&](const model::AdvisoryRule& rule) {
      Json one = statement(rule.text, rule.when, rule.sources, rule.in_force);
      one["code"] = rule.code.value;
      one["notes"] = ids(rule.notes);
      return one;
    });
  }

  Json places(const std::vector<model::PlaceRule>& list) {
    return each(list, [&](const model::PlaceRule& rule) {
      Json one = statement(rule.name, rule.when, rule.sources);
      one["remarks"] = texts(rule.remarks);
      return one;
    });
  }

  Json steps(const std::vector<model::StepRule>& list) {
    return each(list, [&](const model::StepRule& rule) {
      return statement(rule.what, rule.when, rule.sources);
    });
  }

  Json presence(const model::PresenceRules& rules) {
    constexpr std::array parents = {"none", "not-stated", "one", "both"};
    const auto who = [&](const std::optional<Condition>& rule) -> Json {
      if (!rule) return nullptr;
      const std::string text = said(*rule);
      return text.empty() ? "yes" : text == "not ()" ? "no" : text;
    };
    std::vector<model::NoteId> notes;
    for (const auto& one : rules.notes) notes.push_back(one.note);
    return {{"parents", parents[static_cast<std::size_t>(rules.parents)]},
            {"applicant", who(rules.applicant)},
            {"guardian", who(rules.guardian)},
            {"agent", who(rules.agent)},
            {"remarks", texts(rules.remarks)},
            {"sources", cite(rules.sources)},
            {"notes", ids(notes)}};
  }

  Json fee(const model::FeeRules& rules) {
    return {{"currency", rules.currency},
            {"amounts", each(rules.amounts,
                             [](const model::FeeAmount& one) {
                               return Json{{"when", condition(one.when)}, {"amount", one.amount}};
                             })},
            {"add_up", rules.add_up},
            {"courier", rules.courier ? Json(*rules.courier) : Json(nullptr)},
            {"sources", cite(rules.sources)},
            {"notes", ids(rules.notes)}};
  }

  Json term(const model::TermRules& rules) {
    return {{"when", condition(rules.when)},
            {"working_days", number(rules.working_days)},
            {"limit_days", number(rules.limit_days)},
            {"limit_working_days", number(rules.limit_working_days)},
            {"sources", cite(rules.sources)},
            {"notes", ids(rules.notes)}};
  }

  Json validity(const std::vector<model::ValidityRule>& list) {
    return each(list, [&](const model::ValidityRule& rule) {
      const auto& entries = rule.validity.entries;
      return Json{{"when", condition(rule.when)},
                  {"months", rule.validity.months},
                  {"entries", entries ? Json(*entries) : Json(nullptr)},
                  {"sources", cite(rule.validity.sources)}};
    });
  }

  Json photo(const model::Photo& one) {
    return {{"width", one.width},
            {"height", one.height},
            {"head_width", {one.head_width_min, one.head_width_max}},
            {"head_height", {one.head_height_min, one.head_height_max}},
            {"crown", {one.crown_min, one.crown_max}},
            {"chin", one.chin_min},
            {"sources", cite(one.sources)},
            {"notes", ids(one.notes)}};
  }

  /// What a city says in its own way; absent parts are as the procedure says.
  Json local(const model::City& city, const model::LocalRules& rules) {
    Json one;
    one["list"] = rules.list == model::LocalRules::List::own ? "own" : "general";
    one["documents"] = Json::array();
    for (const auto& rule : rules.documents) {
      const auto* general = procedure_.document(rule.id);
      if (general && general->where == rule.where) continue;
      Json line = document(rule);
      line["asked"] = rule.asked;
      if (!rule.asked) line["because"] = text(rule.left_out);
      one["documents"].push_back(std::move(line));
    }
    one["advisories"] = advisories(rules.advisories);
    one["presence"] = rules.presence ? presence(*rules.presence) : Json(nullptr);
    one["places"] = places(city.places);
    one["steps"] = steps(rules.steps);
    one["fee"] = rules.fee ? fee(*rules.fee) : Json(nullptr);
    one["term"] = rules.term ? term(*rules.term) : Json(nullptr);
    one["validity"] = validity(rules.validity);
    one["photo"] = texts(rules.photo_rules);
    one["unstated"] = texts(rules.unstated);
    one["notes"] = ids(rules.notes);
    return one;
  }

  const model::Procedure& procedure_;
  const library::Library& library_;
  std::set<model::NoteId> noted_;
  std::map<SourceId, model::Certainty> cited_;  ///< with the best that is claimed from it
};

}  // namespace

nlohmann::ordered_json knowledge_head(const model::Procedure& procedure,
                                      const library::Library& library) {
  const model::Bilingual name = library.words.say("procedure." + procedure.id.value);
  const model::Bilingual branch = library.words.say("procedure." + procedure.id.value + ".short");
  return {
      {"id", procedure.id.value},
      {"code", procedure.code},
      {"zh", name.zh},
      {"en", name.en},
      {"short", {{"zh", branch.zh}, {"en", branch.en}}},
      {"in_force", {{"from", iso(procedure.in_force.from)}, {"to", iso(procedure.in_force.to)}}}};
}

nlohmann::ordered_json knowledge(const model::Procedure& procedure,
                                 const library::Library& library) {
  return Knowledge(procedure, library).write();
}

nlohmann::ordered_json knowledge_source(const SourceId& id, model::Certainty certainty,
                                        const library::Library& library) {
  const model::Bilingual title = library.words.say("source." + id.value);
  const PartialDate published = library.rules.sources.at(id).published;
  return {{"id", id.value},
          {"zh", title.zh},
          {"en", title.en},
          {"published", published.year == 0 ? Json(nullptr) : Json(published.iso())},
          {"certainty", certainties[static_cast<std::size_t>(certainty)]}};
}

}  // namespace tongxing::app
