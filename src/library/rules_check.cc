// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/rules_check.h"

#include <algorithm>
#include <set>
#include <string>

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
    for (const auto& one : rules.notes) notes.insert(one.note);
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

  void validity(const std::vector<model::ValidityRule>& list) {
    for (const auto& rule : list) cite(rule.validity.sources);
  }

  void procedure(const model::Procedure& one) {
    for (const auto& gate : one.eligible) cite(gate.sources);
    for (const auto& offer : one.offers) cite(offer.sources);
    for (const auto& rule : one.documents) document(rule);
    advisories(one.advisories);
    presence(one.presence);
    places(one.places);
    steps(one.steps);
    both(one.fee);
    both(one.term);
    validity(one.validity);
    if (one.photo) both(*one.photo);
    texts(one.photo_rules);
    texts(one.use);
    texts(one.information);
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
    validity(one.validity);
    texts(one.photo_rules);
    texts(one.unstated);
    note(one.notes);
  }
};

/// Does a condition speak of `self`, the parent in turn?
bool speaks_of_self(const model::Condition& condition) {
  if (condition.fact.starts_with("self.") || condition.other.starts_with("self.")) return true;
  return std::ranges::any_of(condition.parts, speaks_of_self);
}

/// `self` is somebody only where a rule is asked of each parent.
class SelfCheck {
 public:
  explicit SelfCheck(RuleReader& reader) : reader_(reader) {}

  void rule(model::Whose whose, const model::Condition& when) {
    if (whose == model::Whose::each_parent || !speaks_of_self(when)) return;
    reader_.report("R004", "'self' needs 'whose: each-parent'", when.where);
  }
  void texts(const std::vector<model::ConditionalText>& list) {
    for (const auto& one : list) rule(model::Whose::family, one.when);
  }
  void documents(const std::vector<model::DocumentRule>& list) {
    for (const auto& line : list) {
      rule(line.whose, line.when);
      for (const auto& remark : line.remarks) rule(line.whose, remark.when);
      for (const auto& option : line.options) rule(line.whose, option.when);
    }
  }
  void advisories(const std::vector<model::AdvisoryRule>& list) {
    for (const auto& one : list) rule(one.whose, one.when);
  }

  void procedure(const model::Procedure& one) {
    for (const auto& gate : one.eligible) rule(model::Whose::family, gate.when);
    for (const auto& offer : one.offers) rule(model::Whose::family, offer.when);
    documents(one.documents);
    advisories(one.advisories);
    for (const auto& letter : one.letters) rule(letter.whose, letter.when);
    for (const auto& ask : one.asks) rule(ask.whose, ask.when);
    texts(one.use);
    texts(one.information);
    texts(one.unstated);
    texts(one.photo_rules);
  }

 private:
  RuleReader& reader_;
};

/// Warnings that the program raises by itself, and whether they have a form without gaps.
void own_advisories(RuleReader& reader) {
  struct Own {
    const char* code;
    bool plain;
  };
  constexpr Own own[] = {{"W-EXPIRED-DOC", false},
                         {"W-OBSOLETE", false},
                         {"W-HOLIDAY-TABLE-MISSING", false},
                         {"W-MISSING-FACT", false},
                         {"W-RULE-NOT-IN-FORCE", false},
                         {"W-ID-CHECKSUM", true},
                         {"W-ID-DOB", true},
                         {"W-ID-SEX", true},
                         {"W-CONTRADICTION", true},
                         {"W-NUMBER-FORMAT", true},
                         {"W-PHOTO-SPEC", false},
                         {"W-GLYPH-MISSING", false},
                         {"W-OVERFLOW", false}};
  const auto& book = reader.book();
  for (const auto& [code, plain] : own) {
    const std::string id = std::string("advisory.") + code;
    const bool said = book.phrases.contains(id) && (!plain || book.phrases.contains(id + ".plain"));
    if (said && book.advisories.contains(AdvisoryId(code))) continue;
    reader.report("R008", {"'advisories.yaml' does not say {0}", {{code}}}, {});
  }
}

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
  own_advisories(reader);
  SelfCheck self(reader);
  for (const auto& [id, one] : book.procedures) self.procedure(one);
  for (const auto& [id, city] : book.cities) {
    for (const auto& [procedure, local] : city.procedures) {
      self.documents(local.documents);
      self.advisories(local.advisories);
      self.texts(local.unstated);
    }
  }
  newest_source(book, used);
}

}  // namespace tongxing::library
