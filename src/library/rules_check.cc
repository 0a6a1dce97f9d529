// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/rules_check.h"

#include <set>

namespace tongxing::library {
namespace {

/// Everything that some rule names.
struct Used {
  std::set<DocumentId> papers;
  std::set<SourceId> sources;
  std::set<model::NoteId> notes;

  void cite(const std::vector<model::Citation>& list) {
    for (const auto& one : list) sources.insert(one.source);
  }
  void note(const std::vector<model::NoteId>& list) { notes.insert(list.begin(), list.end()); }
  void texts(const std::vector<model::ConditionalText>& list) {
    for (const auto& one : list) cite(one.sources);
  }
  void document(const model::DocumentRule& rule) {
    papers.insert(rule.document);
    for (const auto& option : rule.options) papers.insert(option.document);
    cite(rule.sources);
    note(rule.notes);
    texts(rule.remarks);
  }
  void advisories(const std::vector<model::AdvisoryRule>& list) {
    for (const auto& rule : list) {
      cite(rule.sources);
      note(rule.notes);
    }
  }
  void presence(const model::PresenceRules& rules) {
    cite(rules.sources);
    note(rules.notes);
    texts(rules.remarks);
  }
  void places(const std::vector<model::PlaceRule>& list) {
    for (const auto& rule : list) {
      cite(rule.sources);
      texts(rule.remarks);
    }
  }
  void steps(const std::vector<model::StepRule>& list) {
    for (const auto& rule : list) cite(rule.sources);
  }
  template <class Rules>
  void both(const Rules& rules) {
    cite(rules.sources);
    note(rules.notes);
  }

  void procedure(const model::Procedure& one) {
    for (const auto& gate : one.eligible) cite(gate.sources);
    cite(one.offer_sources);
    for (const auto& rule : one.documents) document(rule);
    advisories(one.advisories);
    presence(one.presence);
    places(one.places);
    steps(one.steps);
    both(one.fee);
    both(one.term);
    if (one.validity) cite(one.validity->sources);
    if (one.photo) both(*one.photo);
    texts(one.photo_rules);
    texts(one.use);
    texts(one.unstated);
    note(one.notes);
  }
  void local(const model::LocalRules& one) {
    for (const auto& rule : one.documents) document(rule);
    advisories(one.advisories);
    if (one.presence) presence(*one.presence);
    steps(one.steps);
    if (one.fee) both(*one.fee);
    if (one.term) both(*one.term);
    if (one.validity) cite(one.validity->sources);
    texts(one.photo_rules);
    texts(one.unstated);
    note(one.notes);
  }
};

void newest_source(model::RuleBook& book, const Used& used) {
  for (const auto& id : used.sources) {
    const auto found = book.sources.find(id);
    if (found == book.sources.end()) continue;
    const auto day = found->second.published.year ? found->second.published.whole() : std::nullopt;
    if (day && (!book.newest || *book.newest < *day)) book.newest = day;
  }
}

}  // namespace

void check_rules(RuleReader& reader) {
  auto& book = reader.book();
  Used used;
  for (const auto& [id, one] : book.procedures) used.procedure(one);
  for (const auto& [id, city] : book.cities) {
    used.places(city.places);
    for (const auto& [procedure, local] : city.procedures) used.local(local);
  }
  for (const auto& [id, note] : book.notes) {
    for (const auto& position : note.positions) used.cite(position.sources);
    if (!used.notes.contains(id)) {
      reader.report("R008", {"nothing uses the note '{0}'", {{id.value}}}, note.where);
    }
  }
  for (const auto& [year, table] : book.calendar) used.cite(table.sources);
  used.cite(book.apostille.sources);
  for (const auto& [id, paper] : book.papers) {
    if (!used.papers.contains(id)) {
      reader.report("R008", {"nothing asks for the document '{0}'", {{id.value}}}, paper.where);
    }
  }
  // Of the other loaders only the texts are known here: words, letters and forms cite sources too.
  if (!book.cities.contains(CityId("other"))) {
    reader.report("R008", "the file 'cities/other.yaml' is missing", {});
  }
  newest_source(book, used);
}

}  // namespace tongxing::library
