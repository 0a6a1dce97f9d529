// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "rules/checklist.h"
#include "rules/days.h"
#include "rules/derived.h"
#include "rules/local.h"
#include "rules/rules.h"
#include "rules/sentences.h"
#include "rules/working_days.h"

namespace tongxing::rules {
namespace {

using model::Verdict;

model::Presence presence(const Facts& facts, Questions& questions) {
  const auto& rules = local_presence(facts.opened());
  const auto& people = facts.opened().people;
  model::Presence result;
  const auto stated = [&](const std::optional<model::Condition>& rule, const std::string& decides) {
    Trace trace;
    const auto verdict = rule ? evaluate(*rule, facts, std::nullopt, trace) : Verdict::unknown;
    questions.add(trace, decides);
    return verdict;
  };
  const auto& procedure = *facts.opened().procedure;
  result.applicant =
      stated(rules.applicant, procedure.for_child ? "W-CHILD-MUST-ATTEND" : "W-ATTEND-IN-PERSON");
  if (rules.parents != model::Parents::none) {
    result.parents_stated = model::verdict(rules.parents != model::Parents::not_stated);
  }
  if (const auto agent = stated(rules.agent, procedure.code); agent != Verdict::unknown) {
    result.agent_allowed = agent == Verdict::yes;
  }
  const auto guardian = stated(rules.guardian, procedure.code);
  for (const auto& parent : {people.father, people.mother}) {
    if (!parent) continue;
    const auto* alive = facts.profile().find(model::fact_path(*parent, "alive"));
    if (alive && alive->yes_no() == false) continue;
    const auto* attends = facts.profile().find(model::fact_path(*parent, "attends"));
    const bool absent = attends && attends->yes_no() == false;
    if (rules.parents == model::Parents::both) {
      auto& list = absent && rules.represented ? result.represented : result.must;
      list.push_back(*parent);
    } else if (!absent && (rules.parents == model::Parents::one ||
                           (guardian == Verdict::yes && !people.guardian))) {
      result.one_of.push_back(*parent);  // a parent is a guardian where nobody else is named
    }
  }
  if (guardian == Verdict::yes && people.guardian) result.must.push_back(*people.guardian);
  if (result.one_of.size() == 1) result.must = std::exchange(result.one_of, {});
  if (result.must.empty() && result.one_of.empty() && !result.represented.empty() && people.agent) {
    result.must.push_back(*people.agent);
  }
  if (result.applicant == Verdict::yes) result.must.push_back(people.applicant);
  result.remarks = state_all(rules.remarks, facts);
  result.sources = cited(rules.sources, facts);
  for (const auto& [when, note] : rules.notes) {
    Trace unused;
    if (evaluate(when, facts, std::nullopt, unused) == Verdict::yes) result.notes.push_back(note);
  }
  return result;
}

std::optional<model::Place> place(const Facts& facts) {
  for (const auto* list : {&facts.opened().procedure->places, &facts.opened().city->places}) {
    const bool of_city = list == &facts.opened().city->places;
    if (of_city && facts.opened().procedure->at_mission) break;
    for (const auto& rule : *list) {
      Trace unused;
      if (evaluate(rule.when, facts, std::nullopt, unused) != Verdict::yes) continue;
      auto name = say(rule.name, facts, std::nullopt);
      if (!name) continue;
      return model::Place{std::move(*name), state_all(rule.remarks, facts),
                          cited(rule.sources, facts)};
    }
  }
  return std::nullopt;
}

std::vector<model::Step> steps(const Facts& facts) {
  std::vector<model::Step> list;
  const auto* local = local_rules(facts.opened());
  const bool own = local && !local->steps.empty();
  for (const auto& rule : own ? local->steps : facts.opened().procedure->steps) {
    Trace unused;
    // A step that may not apply says so in its own words; only a plain no takes it away.
    if (evaluate(rule.when, facts, std::nullopt, unused) == Verdict::no) continue;
    auto what = say(rule.what, facts, std::nullopt);
    if (!what) continue;
    list.push_back(
        {std::move(*what), say(rule.short_place, facts, std::nullopt), cited(rule.sources, facts)});
  }
  return list;
}

/// nullopt: no source states it, or it hangs on what is not told.
std::optional<int> authority_fee(const model::FeeRules& rules, const Facts& facts,
                                 Questions& questions) {
  std::optional<int> sum;
  for (const auto& [when, amount] : rules.amounts) {
    Trace trace;
    const auto holds = evaluate(when, facts, std::nullopt, trace);
    questions.add(trace, facts.opened().procedure->code);
    if (holds == Verdict::unknown) return std::nullopt;
    if (holds == Verdict::no) continue;
    sum = sum.value_or(0) + amount;
    if (!rules.add_up) break;
  }
  return sum;
}

model::Fee fee(const Facts& facts, Questions& questions) {
  const auto& rules = local_fee(facts.opened());
  model::Fee result;
  result.currency = rules.currency;
  result.authority = authority_fee(rules, facts, questions);
  result.courier_offer = rules.courier;
  const auto* collection = facts.profile().find("delivery.collection");
  if (collection && collection->text == "courier") result.courier = rules.courier.value_or(0);
  if (result.authority) result.total = *result.authority + result.courier;
  result.sources = cited(rules.sources, facts);
  result.notes = rules.notes;
  return result;
}

/// Days from the day of filing; none where the paper that lets the term begin is still to come.
model::Dates dates(const Facts& facts) {
  const auto& opened = facts.opened();
  const auto& rules = local_term(opened);
  model::Dates result;
  result.working_days = rules.working_days;
  result.limit_days = rules.limit_days;
  result.limit_working_days = rules.limit_working_days;
  result.sources = cited(rules.sources, facts);
  Trace unused;
  if (evaluate(rules.when, facts, std::nullopt, unused) != Verdict::yes) return result;
  if (rules.working_days > 0) {
    const auto ready = working_days_after(opened.as_of, rules.working_days, opened.book->calendar);
    result.ready = ready.day;
    result.year_missing = ready.year_missing;
  }
  if (rules.limit_working_days > 0) {
    const auto limit =
        working_days_after(opened.as_of, rules.limit_working_days, opened.book->calendar);
    result.latest = limit.day;
    if (result.year_missing == 0) result.year_missing = limit.year_missing;
  }
  if (rules.limit_days > 0) {
    // A holiday week can carry the usual day past the limit; a latest day before it says nothing.
    const auto limit = opened.as_of.plus_days(rules.limit_days);
    result.latest = result.ready ? std::max(limit, *result.ready) : limit;
  }
  return result;
}

std::optional<model::Photo> photo(const Facts& facts, const model::Checklist& list) {
  const auto& opened = facts.opened();
  auto result = opened.procedure->photo;
  if (!result) return result;
  result->rules = state_all(opened.procedure->photo_rules, facts);
  if (const auto* local = local_rules(opened)) {
    for (auto& more : state_all(local->photo_rules, facts)) {
      result->rules.push_back(std::move(more));
    }
  }
  for (const auto& line : list.lines) {
    if (opened.book->papers.at(line.document).code == "PHOTO") result->prints = line.originals;
  }
  return result;
}

void warn(const Facts& facts, model::Checklist& list, std::string_view code,
          std::vector<std::pair<std::string, model::Argument>> arguments) {
  const AdvisoryId id{std::string(code)};
  const auto known = facts.opened().book->advisories.find(id);
  if (known == facts.opened().book->advisories.end()) return;
  list.advisories.push_back(
      {id, known->second, {"advisory." + id.value, std::move(arguments)}, {}, {}, std::nullopt});
}

/// Does the office ask for one of these papers? Yes where none is named.
bool asks_for_one(const std::vector<DocumentId>& papers, const model::Case& opened) {
  if (papers.empty()) return true;
  const auto* local = local_rules(opened);
  for (const auto& line : local ? local->documents : opened.procedure->documents) {
    if (line.asked && std::ranges::find(papers, line.document) != papers.end()) {
      return true;
    }
  }
  return false;
}

/// Who can declare, or act for `principal`: who is named, else a parent who comes, the Chinese one
/// first.
std::optional<PersonKey> who_acts(const Facts& facts, const std::optional<PersonKey>& principal) {
  const auto& people = facts.opened().people;
  if (principal) {
    const auto* named = facts.profile().find(model::fact_path(*principal, "power_of_attorney.to"));
    if (named) return PersonKey(named->text);
    if (principal == people.guardian) return people.agent;  // parents who are no guardians do not
  }
  for (const auto& one : {people.chinese_parent, people.father, people.mother}) {
    if (!one || one == principal) continue;
    Trace unused;
    if (facts.get("self.cannot_come", one, unused) &&
        *facts.get("self.cannot_come", one, unused)->yes_no())
      continue;
    return one;
  }
  return principal ? people.agent : people.guardian;
}

/// Who signs a letter, as far as known, and whom it is about.
std::vector<PersonKey> subjects(const model::LetterRule& letter, const Facts& facts,
                                const std::optional<PersonKey>& owner) {
  using model::Whose;
  const auto& applicant = facts.opened().people.applicant;
  std::vector<PersonKey> list;
  const auto add = [&](const std::optional<PersonKey>& one) {
    if (one) list.push_back(*one);
  };
  switch (letter.whose) {
    case Whose::each_parent:
    case Whose::guardian:
      add(owner);
      add(who_acts(facts, owner));
      break;
    case Whose::inviter:
    case Whose::host:
      add(owner);
      list.push_back(applicant);
      break;
    case Whose::applicant:
      list.push_back(applicant);
      break;
    default:
      add(who_acts(facts, std::nullopt));
      list.push_back(applicant);
  }
  return list;
}

/// Of the papers that a letter serves one is wanted, and not at hand. Yes where none is named.
bool serves(const model::LetterRule& letter, const std::optional<PersonKey>& owner,
            const model::Checklist& list) {
  if (letter.documents.empty()) return true;
  return std::ranges::any_of(list.lines, [&](const model::Requirement& line) {
    return std::ranges::find(letter.documents, line.document) != letter.documents.end() &&
           (letter.whose != model::Whose::each_parent || line.whose == owner) &&
           line.needed != model::Needed::unknown && line.held.satisfied != Verdict::yes;
  });
}

std::map<std::string, Verdict, std::less<>> truths(const LetterId& letter, const Facts& facts,
                                                   const Self& self) {
  std::map<std::string, Verdict, std::less<>> all;
  const auto& letters = facts.opened().book->letters;
  const auto known = letters.find(letter);
  if (known == letters.end()) return all;
  for (const auto& [name, condition] : known->second) {
    Trace unused;
    all.emplace(name, evaluate(condition, facts, self, unused));
  }
  return all;
}

std::vector<model::Sheet> sheets(const Facts& facts, const model::Checklist& checklist) {
  const auto& opened = facts.opened();
  std::vector<model::Sheet> list;
  for (const auto& form : opened.procedure->forms) {
    model::Sheet sheet{form.form, {}, form.code, {opened.people.applicant}, form.copies, {}, {}};
    for (const auto& one : form.fill) {
      Trace unused;
      const auto known = one.fact.empty() ? std::nullopt : facts.get(one.fact, {}, unused);
      if (known || !one.text.empty()) sheet.fill[one.name] = known ? known->text : one.text;
    }
    list.push_back(std::move(sheet));
  }
  for (const auto& letter : opened.procedure->letters) {
    for (const auto& owner : owners(letter.whose, opened.people)) {
      Trace unused;
      if (evaluate(letter.when, facts, owner, unused) != Verdict::yes) continue;
      if (!serves(letter, owner, checklist)) continue;
      list.push_back({{},
                      letter.letter,
                      letter.code,
                      subjects(letter, facts, owner),
                      letter.copies,
                      truths(letter.letter, facts, owner)});
    }
  }
  return list;
}

void ask(const Facts& facts, Questions& questions) {
  for (const auto& rule : facts.opened().procedure->asks) {
    if (!asks_for_one(rule.documents, facts.opened())) continue;
    for (const auto& owner : owners(rule.whose, facts.opened().people)) {
      Trace condition, wanted;
      if (evaluate(rule.when, facts, owner, condition) != Verdict::yes) continue;
      if (facts.get(rule.fact, owner, wanted)) continue;
      for (const auto& code : rule.decides) questions.add(wanted, code);
    }
  }
}

/// The last day of the newest dated source behind what is brought, paid and done; nullopt: none
/// bears a date.
std::optional<Date> newest_source(const model::Ruling& ruling) {
  std::optional<Date> newest;
  const auto look = [&](const std::vector<model::Citation>& sources) {
    for (const auto& one : sources) {
      if (one.published.year == 0) continue;
      const auto day = days_of(one.published).last;
      if (!newest || *newest < day) newest = day;
    }
  };
  for (const auto& line : ruling.checklist.lines) look(line.sources);
  look(ruling.presence.sources);
  if (ruling.place) look(ruling.place->sources);
  for (const auto& step : ruling.steps) look(step.sources);
  look(ruling.fee.sources);
  look(ruling.dates.sources);
  return newest;
}

void warn_of_age(const Facts& facts, model::Ruling& ruling) {
  const int months = facts.opened().book->old_after_months;
  const auto newest = newest_source(ruling);
  if (months == 0 || !newest || facts.opened().as_of <= newest->plus_months(months)) return;
  warn(facts, ruling.checklist, "W-OBSOLETE",
       {{"date", *newest}, {"months", static_cast<std::int64_t>(months)}});
}

}  // namespace

model::Ruling rule_on(const model::Case& opened) {
  const Facts facts(opened);
  Questions questions(facts);
  for (const auto& gate : opened.procedure->eligible) {
    Trace trace;
    if (gate.in_force.on(opened.as_of)) evaluate(gate.when, facts, std::nullopt, trace);
    questions.add(trace, opened.procedure->code);
  }
  model::Ruling ruling;
  ruling.people = opened.people;
  ruling.presence = presence(facts, questions);
  ruling.place = place(facts);
  ruling.steps = steps(facts);
  ruling.fee = fee(facts, questions);
  ruling.dates = dates(facts);
  ruling.validity = local_validity(facts);
  ruling.use = state_all(opened.procedure->use, facts);
  ruling.information = state_all(opened.procedure->information, facts);
  auto notes = ruling.presence.notes;
  notes.insert(notes.end(), ruling.fee.notes.begin(), ruling.fee.notes.end());
  const auto& term = local_term(opened);
  notes.insert(notes.end(), term.notes.begin(), term.notes.end());
  if (opened.procedure->photo) {
    notes.insert(notes.end(), opened.procedure->photo->notes.begin(),
                 opened.procedure->photo->notes.end());
  }
  ruling.checklist = make_checklist(facts, questions, notes);
  ruling.photo = photo(facts, ruling.checklist);
  if (ruling.dates.year_missing != 0) {
    warn(facts, ruling.checklist, "W-HOLIDAY-TABLE-MISSING",
         {{"year", std::int64_t{ruling.dates.year_missing}}});
  }
  warn_of_age(facts, ruling);
  ruling.sheets = sheets(facts, ruling.checklist);
  ask(facts, questions);
  ruling.checklist.questions = questions.take();
  if (!ruling.checklist.questions.empty()) {
    warn(facts, ruling.checklist, "W-MISSING-FACT",
         {{"count", static_cast<std::int64_t>(ruling.checklist.questions.size())}});
  }
  std::ranges::stable_sort(ruling.checklist.advisories, std::ranges::greater{},
                           &model::Advisory::blocking);
  return ruling;
}

model::Checklist required_documents(const model::Case& opened) {
  return rule_on(opened).checklist;
}

}  // namespace tongxing::rules
