// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "base/letters.h"
#include "base/source.h"
#include "model/rulebook.h"
#include "rules/derived.h"
#include "rules/local.h"
#include "rules/questions.h"
#include "rules/rules.h"
#include "rules/sentences.h"

namespace tongxing::rules {
namespace {

using model::Case;
using model::Procedure;
using model::Profile;
using model::Refusal;
using model::RuleBook;
using model::Verdict;

Diagnostic nobody_applies() {
  return {"C001",
          Message("nobody in the profile has the role 'child' or 'applicant'"),
          {},
          {Message("give one person under 'people' the line roles: [{0}]", {{"child"}})}};
}

/// Everyone who says so; where nobody does, the children.
std::vector<PersonKey> applicants(const Profile& profile) {
  auto list = profile.with_role("applicant");
  return list.empty() ? profile.with_role("child") : list;
}

std::optional<PersonKey> first_with(const Profile& profile, std::string_view role) {
  const auto list = profile.with_role(role);
  return list.empty() ? std::nullopt : std::optional(list.front());
}

/// The father or mother of this child: named by the child, or the only one there is.
Result<std::optional<PersonKey>> parent(const Profile& profile, const PersonKey& child,
                                        const std::string& role) {
  if (const auto* named = profile.find(model::fact_path(child, role))) {
    return std::optional(PersonKey(named->text));
  }
  auto people = profile.with_role(role);
  if (people.empty()) return std::optional<PersonKey>();
  if (people.size() == 1) return std::optional(people.front());
  const auto* second = profile.person(people[1]);
  return Diagnostic{
      "C002",
      Message("two people could be the {0} of '{1}'", {{role}, {child.value}}),
      second->where,
      {Message("say which under the child, as in {0}: {1}", {{role}, {people.front().value}})}};
}

void fill_citizenship(Case& opened) {
  const Facts facts(opened);
  auto& people = opened.people;
  std::vector<std::pair<PersonKey, Verdict>> parents;
  for (const auto& one : {people.father, people.mother}) {
    Trace unused;
    if (one) parents.emplace_back(*one, is_chinese(*opened.profile, *one, opened.as_of, unused));
  }
  // Of two Chinese parents the one who may apply in this city; else the first.
  Verdict best = Verdict::no;
  for (const auto& [key, chinese] : parents) {
    if (chinese != Verdict::yes) continue;
    Trace unused;
    const auto here = applies_here(facts, key, unused);
    if (people.chinese_parent && here <= best) continue;
    people.chinese_parent = key;
    best = here;
  }
  for (const auto& [key, chinese] : parents) {
    if (chinese == Verdict::yes || key == people.chinese_parent) continue;
    // Somebody whose citizenship is open is the foreign parent only beside a Chinese one.
    if (chinese == Verdict::no || people.chinese_parent) people.foreign_parent = key;
  }
}

const model::City& city_of(const RuleBook& book, const CityId& city) {
  const auto found = book.cities.find(city);
  return found == book.cities.end() ? book.cities.at(CityId("other")) : found->second;
}

Refusal refuse(const Case& opened, Verdict eligible, std::string_view code) {
  Refusal refusal;
  refusal.procedure = opened.procedure->id;
  refusal.procedure_code = opened.procedure->code;
  refusal.applicant = opened.people.applicant;
  refusal.ordinal = opened.ordinal;
  refusal.eligible = eligible;
  refusal.code = AdvisoryId(std::string(code));
  return refusal;
}

void add_reason(Refusal& refusal, const model::Text& text, const Facts& facts) {
  if (auto sentence = say(text, facts, std::nullopt)) refusal.reasons.push_back(*sentence);
}

void add_sources(Refusal& refusal, const std::vector<model::Citation>& sources,
                 const Facts& facts) {
  for (auto& one : cited(sources, facts)) {
    if (std::ranges::find(refusal.sources, one) == refusal.sources.end()) {
      refusal.sources.push_back(std::move(one));
    }
  }
}

enum class Asked : bool { automatically, by_name };

/// nullopt: the procedure is offered.
std::optional<Refusal> refuse(const Case& opened, Asked asked) {
  const Facts facts(opened);
  const auto& procedure = *opened.procedure;
  Questions questions(facts);
  auto finish = [&](Refusal refusal) {
    add_reason(refusal, procedure.whom_to_ask, facts);
    refusal.questions = questions.take();
    return refusal;
  };
  if (!procedure.in_force.on(opened.as_of)) {
    auto refusal = refuse(opened, Verdict::no, "W-RULE-NOT-IN-FORCE");
    refusal.reasons.push_back({"advisory.W-RULE-NOT-IN-FORCE", {{"date", opened.as_of}}});
    return finish(std::move(refusal));
  }
  const auto not_offered = [&](const model::OfferRule& offer, Verdict verdict) {
    auto refusal = refuse(opened, verdict, "W-NOT-ELIGIBLE");
    add_reason(refusal, verdict == Verdict::no ? offer.no : offer.unknown, facts);
    add_sources(refusal, offer.sources, facts);
    return finish(std::move(refusal));
  };
  for (const auto& offer : procedure.offers) {
    if (asked == Asked::by_name || !offer.first) continue;
    Trace unused;
    const auto verdict = evaluate(offer.when, facts, std::nullopt, unused);
    if (verdict == Verdict::no) return not_offered(offer, verdict);
  }
  Refusal open = refuse(opened, Verdict::unknown, "W-NOT-ELIGIBLE");
  bool undetermined = false;
  for (const auto& gate : procedure.eligible) {
    if (!gate.in_force.on(opened.as_of)) continue;
    Trace trace;
    const auto verdict = evaluate(gate.when, facts, std::nullopt, trace);
    if (verdict == Verdict::no) {
      auto refusal =
          refuse(opened, gate.undetermined ? Verdict::unknown : Verdict::no, gate.code.value);
      add_reason(refusal, gate.refused, facts);
      add_sources(refusal, gate.sources, facts);
      questions.take();
      return finish(std::move(refusal));
    }
    if (verdict == Verdict::unknown && !gate.ask_only) {
      questions.add(trace, procedure.code);
      add_reason(open, gate.unknown, facts);
      add_sources(open, gate.sources, facts);
      undetermined = true;
    }
  }
  if (asked == Asked::by_name) return std::nullopt;
  if (undetermined) return finish(std::move(open));
  for (const auto& offer : procedure.offers) {
    Trace trace;
    const auto verdict = evaluate(offer.when, facts, std::nullopt, trace);
    if (verdict == Verdict::yes || (verdict == Verdict::unknown && offer.if_unknown)) continue;
    questions.add(trace, procedure.code);
    return not_offered(offer, verdict);
  }
  return std::nullopt;
}

/// A procedure by its readable id or by its code, in capitals or not.
const Procedure* find_procedure(const RuleBook& book, const std::string& wanted) {
  for (const auto& [id, procedure] : book.procedures) {
    if (id.value == wanted || small_letters(procedure.code) == small_letters(wanted))
      return &procedure;
  }
  return nullptr;
}

Result<std::vector<const Procedure*>> requested(const Profile& profile, const RuleBook& book) {
  std::vector<const Procedure*> list;
  Diagnostics errors;
  for (std::size_t i = 0; i < profile.requested.size(); ++i) {
    const auto& wanted = profile.requested[i].value;
    if (const auto* procedure = find_procedure(book, wanted)) {
      if (std::ranges::find(list, procedure) == list.end()) list.push_back(procedure);
      continue;
    }
    std::vector<std::string> known{"auto"};
    for (const auto& id : book.order) known.push_back(id.value);
    Diagnostic error{"C003", Message("there is no procedure '{0}'", {{wanted}})};
    if (const auto* fact = profile.find("requested." + std::to_string(i)))
      error.where = fact->where;
    if (const auto near = nearest(wanted, known); !near.empty()) {
      error.hints.push_back(Message("did you mean '{0}'?", {{near}}));
    }
    errors.push_back(std::move(error));
  }
  if (!errors.empty()) return errors;
  return list;
}

}  // namespace

Result<Case> open_case(const Profile& profile, const RuleBook& book, const Procedure& procedure,
                       const PersonKey& applicant, CityId city, Date as_of) {
  Case opened{&book, &profile, &procedure, &city_of(book, city), city, as_of, {}, 1};
  Diagnostics errors;
  const auto all = applicants(profile);
  const auto found = std::ranges::find(all, applicant);
  if (found == all.end()) errors.push_back(nobody_applies());
  opened.ordinal = static_cast<int>(found - all.begin()) + 1;
  opened.people.applicant = applicant;
  for (const auto& [role, into] :
       {std::pair("father", &opened.people.father), std::pair("mother", &opened.people.mother)}) {
    auto one = parent(profile, applicant, role);
    if (one) {
      *into = *one;
    } else {
      errors.insert(errors.end(), one.error().begin(), one.error().end());
    }
  }
  if (!errors.empty()) return errors;
  opened.people.agent = first_with(profile, "agent");
  opened.people.guardian = first_with(profile, "guardian");
  opened.people.inviter = first_with(profile, "inviter");
  opened.people.host = first_with(profile, "host");
  fill_citizenship(opened);
  return opened;
}

Result<model::Outcome> choose(const Profile& profile, const RuleBook& book, CityId city,
                              Date as_of) {
  const auto all = applicants(profile);
  if (all.empty()) return nobody_applies();
  TRY(auto wanted, requested(profile, book));
  const auto asked = wanted.empty() ? Asked::automatically : Asked::by_name;
  if (wanted.empty()) {
    for (const auto& id : book.order) wanted.push_back(&book.procedures.at(id));
  }
  model::Outcome choice;
  Diagnostics errors;
  for (const auto& applicant : all) {
    const bool is_child = profile.person(applicant)->has_role("child");
    for (const auto* procedure : wanted) {
      if (procedure->for_child && !is_child) continue;
      auto opened = open_case(profile, book, *procedure, applicant, city, as_of);
      if (!opened) {
        errors.insert(errors.end(), opened.error().begin(), opened.error().end());
        break;  // the next procedure would say the same
      }
      if (auto refusal = refuse(*opened, asked)) {
        choice.refused.push_back(std::move(*refusal));
      } else {
        auto ruling = rule_on(*opened);
        choice.offered.push_back({std::move(*opened), std::move(ruling)});
      }
    }
  }
  if (!errors.empty()) return errors;
  return choice;
}

}  // namespace tongxing::rules
