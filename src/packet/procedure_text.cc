// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/procedure_text.h"

#include <vector>

namespace tongxing::packet {

namespace {

using model::ConditionalText;
using model::Text;

class Gatherer {
 public:
  Gatherer(const model::RuleBook& book, ProcedureText& into) : book_(book), into_(into) {}

  void procedure(const model::Procedure& all, const model::LocalRules* local) {
    const auto& papers = local ? local->documents : all.documents;
    for (const auto& each : papers) document(each);
    for (const auto& each : all.advisories) advisory(each);
    if (local)
      for (const auto& each : local->advisories) advisory(each);
    presence(local && local->presence ? *local->presence : all.presence);
    for (const auto& each : local && !local->steps.empty() ? local->steps : all.steps) step(each);
    cite(local && local->fee ? local->fee->sources : all.fee.sources);
    cite(local && local->term ? local->term->sources : all.term.sources);
    for (const auto* texts : {&all.photo_rules, &all.use, &all.information, &all.unstated})
      several(*texts);
    for (const auto& each : all.places) place(each);
    notes(all.notes);
    if (!local) return;
    several(local->photo_rules);
    several(local->unstated);
    notes(local->notes);
  }

  void place(const model::PlaceRule& rule) {
    for (const auto& id : {rule.name.id, rule.name.plain})
      if (!id.empty()) into_.titles.insert(id);
    line(rule.name);
    several(rule.remarks);
    cite(rule.sources);
  }

 private:
  void line(const Text& text) {
    for (const auto& id : {text.id, text.plain})
      if (!id.empty()) into_.lines.insert(id);
  }
  void several(const std::vector<ConditionalText>& texts) {
    for (const auto& each : texts) {
      line(each.text);
      cite(each.sources);
    }
  }
  void cite(const std::vector<model::Citation>& citations) {
    for (const auto& each : citations) into_.sources.insert(each.source);
  }
  void note(const model::NoteId& id) {
    const auto& one = book_.notes.at(id);
    into_.lines.insert(one.text.id);
    for (const auto& position : one.positions) cite(position.sources);
  }
  void notes(const std::vector<model::NoteId>& ids) {
    for (const auto& id : ids) note(id);
  }
  void document(const model::DocumentRule& rule) {
    if (!rule.left_out.empty()) into_.left_out.insert(rule.document);
    line(rule.left_out);
    if (!rule.asked) return;
    into_.documents.insert(rule.document);
    line(rule.because);
    line(rule.if_unknown);
    several(rule.remarks);
    for (const auto& option : rule.options) {
      into_.left_out.insert(option.document);  // in the same type
      line(option.remark);
    }
    cite(rule.sources);
    notes(rule.notes);
  }
  void advisory(const model::AdvisoryRule& rule) {
    line(rule.text);
    cite(rule.sources);
    notes(rule.notes);
  }
  void presence(const model::PresenceRules& rules) {
    several(rules.remarks);
    cite(rules.sources);
    for (const auto& each : rules.notes) note(each.note);
  }
  void step(const model::StepRule& rule) {
    line(rule.what);
    line(rule.short_place);
    cite(rule.sources);
  }

  const model::RuleBook& book_;
  ProcedureText& into_;
};

}  // namespace

ProcedureText procedure_text(const model::RuleBook& book, const ProcedureId& procedure,
                             const CityId& city) {
  ProcedureText all;
  const auto rules = book.procedures.find(procedure);
  if (rules == book.procedures.end()) return all;
  Gatherer gather(book, all);
  const model::LocalRules* local = nullptr;
  const auto place = book.cities.find(city);
  if (place != book.cities.end() && !rules->second.at_mission) {
    const auto found = place->second.procedures.find(procedure);
    if (found != place->second.procedures.end()) local = &found->second;
    for (const auto& each : place->second.places) gather.place(each);
  }
  gather.procedure(rules->second, local);
  return all;
}

}  // namespace tongxing::packet
