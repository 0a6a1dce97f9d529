// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checklist.h"

#include <algorithm>
#include <set>

#include "rules/holding.h"
#include "rules/local.h"
#include "rules/sentences.h"

namespace tongxing::rules {
namespace {

using model::AdvisoryRule;
using model::DocumentRule;
using model::Requirement;
using model::Verdict;
using model::Whose;

/// Whom a rule is asked of: one entry, except for each_parent. `owner` may be nobody known.
struct Turn {
  std::optional<PersonKey> owner;
  Self self;
};

std::vector<Turn> turns(Whose whose, const model::People& people) {
  switch (whose) {
    case Whose::family:
      return {{std::nullopt, std::nullopt}};
    case Whose::child:
      return {{people.applicant, std::nullopt}};
    case Whose::chinese_parent:
      return {{people.chinese_parent, std::nullopt}};
    case Whose::foreign_parent:
      return {{people.foreign_parent, std::nullopt}};
    case Whose::agent:
      return {{people.agent, std::nullopt}};
    case Whose::applicant:
      return {{people.applicant, std::nullopt}};
    case Whose::guardian:
      return {{people.guardian, std::nullopt}};
    case Whose::inviter:
      // Who is visited invites, and who invites is visited, where nobody else does.
      return {{people.inviter ? people.inviter : people.host, std::nullopt}};
    case Whose::host:
      return {{people.host ? people.host : people.inviter, std::nullopt}};
    case Whose::each_parent:
      break;
  }
  std::vector<Turn> both;
  for (const auto& parent : {people.father, people.mother}) {
    if (parent) both.push_back({parent, parent});
  }
  return both;
}

void add_paths(std::vector<model::FactPath>& list, const std::vector<std::string>& paths) {
  for (const auto& path : paths) {
    const model::FactPath one(path);
    if (std::ranges::find(list, one) == list.end()) list.push_back(one);
  }
}

class Lines {
 public:
  Lines(const Facts& facts, Questions& questions) : facts_(facts), questions_(questions) {}

  void weigh(const DocumentRule& rule) {
    if (!rule.in_force.on(facts_.opened().as_of)) return;
    if (!rule.asked) {
      leave_out(rule, {});
      return;
    }
    for (const auto& turn : turns(rule.whose, facts_.opened().people)) {
      Trace trace;
      const auto needed = evaluate(rule.when, facts_, turn.self, trace);
      if (needed == Verdict::no) {
        leave_out(rule, turn);
      } else {
        add(rule, turn, needed, trace);
      }
    }
  }

  model::Checklist list;

 private:
  void leave_out(const DocumentRule& rule, const Turn& turn) {
    if (auto reason = say(rule.left_out, facts_, turn.self)) {
      list.left_out.push_back({rule.document, turn.owner, std::move(*reason)});
    }
  }

  /// A paper of one parent stands among that parent's.
  model::Group group(const DocumentRule& rule, const Turn& turn) const {
    const auto& people = facts_.opened().people;
    if (turn.self && turn.self == people.chinese_parent) return model::Group::chinese_parent;
    if (turn.self && turn.self == people.foreign_parent) return model::Group::foreign_parent;
    return rule.group;
  }

  void add(const DocumentRule& rule, const Turn& turn, Verdict needed, Trace& trace) {
    const auto& book = *facts_.opened().book;
    const auto& paper = book.papers.at(rule.document);
    Requirement line;
    line.document = rule.document;
    line.whose = turn.owner;
    line.group = group(rule, turn);
    line.supply = rule.supply;
    line.originals = rule.originals;
    line.copies = rule.copies;
    line.own_number = rule.own_number;
    if (needed == Verdict::yes) {
      line.needed = rule.recommended ? model::Needed::recommended : model::Needed::yes;
    }
    const auto& why =
        needed == Verdict::unknown && !rule.if_unknown.empty() ? rule.if_unknown : rule.because;
    if (auto reason = say(why, facts_, turn.self)) line.because.push_back(std::move(*reason));
    line.remarks = state_all(rule.remarks, facts_, turn.self);
    line.held = holding(paper, turn.owner, facts_, trace);
    line.country = issuer(paper, turn.owner, facts_);
    line.sources = cited(rule.sources, facts_);
    line.notes = rule.notes;
    line.rules.emplace_back(facts_.opened().procedure->id.value + "/" + rule.id);
    set_options(rule, turn, line, trace);
    add_paths(line.hinges_on, trace.missing);
    add_paths(line.facts, trace.read);
    questions_.add(trace, paper.code);
    list.lines.push_back(std::move(line));
  }

  /// The papers of which one is enough; the row holds what its best option holds.
  void set_options(const DocumentRule& rule, const Turn& turn, Requirement& line, Trace& trace) {
    std::optional<model::Holding> held;
    for (const auto& option : rule.options) {
      Trace condition;
      if (evaluate(option.when, facts_, turn.self, condition) == Verdict::no) continue;
      Trace ends;
      const auto& paper = facts_.opened().book->papers.at(option.document);
      model::Alternative one{option.document, holding(paper, turn.owner, facts_, ends),
                             say(option.remark, facts_, turn.self)};
      if (!held && one.held.satisfied == Verdict::yes) held = one.held;
      trace.add(ends);
      line.options.push_back(std::move(one));
    }
    if (line.options.size() < 2) {
      if (!line.options.empty() && line.options.front().remark) {
        line.remarks.push_back({*line.options.front().remark, line.sources});
      }
      line.options.clear();
      return;
    }
    line.any_of = rule.id;
    if (line.held.satisfied == Verdict::yes) return;
    if (held) {
      line.held = *held;
      return;
    }
    // Nothing was told of any of them: an expired paper of one kind does not settle the other.
    const auto worst = std::ranges::max_element(
        line.options, {}, [](const auto& option) { return option.held.satisfied; });
    line.held = worst->held;
  }

  const Facts& facts_;
  Questions& questions_;
};

/// A paper that has ended cannot be used: said once for each line.
void warn_of_expired(const Facts& facts, model::Checklist& list) {
  const AdvisoryId code("W-EXPIRED-DOC");
  for (const auto& line : list.lines) {
    if (!line.held.expired) continue;
    list.advisories.push_back({code,
                               facts.opened().book->advisories.at(code),
                               {"advisory.W-EXPIRED-DOC",
                                {{"document", line.document}, {"date", *line.held.valid_until}}},
                               line.sources,
                               {},
                               line.document});
  }
}

void raise(const AdvisoryRule& rule, const Facts& facts, Questions& questions,
           model::Checklist& list) {
  if (!rule.in_force.on(facts.opened().as_of)) return;
  for (const auto& turn : turns(rule.whose, facts.opened().people)) {
    Trace trace;
    const auto verdict = evaluate(rule.when, facts, turn.self, trace);
    const auto line = std::ranges::find_if(list.lines, [&](const Requirement& one) {
      return one.document == rule.about && (!turn.self || one.whose == turn.self);
    });
    // A warning about a paper is for offices that ask for the paper.
    if (rule.about && line == list.lines.end()) continue;
    questions.add(trace, rule.code.value);
    if (verdict != Verdict::yes) continue;
    auto text = say(rule.text, facts, turn.self);
    if (!text) continue;
    model::Advisory raised{rule.code,  rule.blocking, std::move(*text), cited(rule.sources, facts),
                           rule.notes, rule.about};
    if (rule.about && line->held.satisfied == Verdict::yes) raised.blocking = false;  // at hand
    list.advisories.push_back(std::move(raised));
  }
}

/// What the decoder found in the facts themselves (ID checksum, birth date and sex against it).
void take_from_profile(const Facts& facts, model::Checklist& list) {
  for (const auto& found : facts.profile().advisories) {
    const auto code = facts.opened().book->advisories.find(found.code);
    if (code == facts.opened().book->advisories.end()) continue;
    model::Sentence text{"advisory." + found.code.value, {}};
    if (found.path.starts_with("people.")) {
      const PersonKey who(found.path.substr(7, found.path.find('.', 7) - 7));
      if (facts.profile().person(who)) text.arguments.emplace_back("who", who);
    }
    if (text.arguments.empty()) text.id += ".plain";
    list.advisories.push_back({found.code, code->second, std::move(text), {}, {}, std::nullopt});
  }
}

/// Which disagreements the sheet explains: those that something on it names.
void gather_notes(const Facts& facts, const std::vector<model::NoteId>& of_procedure,
                  model::Checklist& list) {
  std::set<model::NoteId> wanted(of_procedure.begin(), of_procedure.end());
  for (const auto& line : list.lines) wanted.insert(line.notes.begin(), line.notes.end());
  for (const auto& one : list.advisories) wanted.insert(one.notes.begin(), one.notes.end());
  // D2 before D14: by length, then by text.
  std::vector<model::NoteId> order(wanted.begin(), wanted.end());
  std::ranges::sort(order, {},
                    [](const model::NoteId& id) { return std::pair(id.value.size(), id.value); });
  for (const auto& id : order) list.notes.push_back(facts.opened().book->notes.at(id));
}

}  // namespace

model::Checklist make_checklist(const Facts& facts, Questions& questions,
                                const std::vector<model::NoteId>& more_notes) {
  const auto& opened = facts.opened();
  const auto* local = local_rules(opened);
  Lines lines(facts, questions);
  for (const auto& rule : local ? local->documents : opened.procedure->documents) {
    lines.weigh(rule);
  }
  auto list = std::move(lines.list);
  // Of two rules for one paper, that which leaves it out says nothing where the other asks for it.
  std::erase_if(list.left_out, [&](const model::LeftOut& out) {
    return std::ranges::any_of(list.lines, [&](const Requirement& line) {
      return line.document == out.document && line.whose == out.whose;
    });
  });
  // In a group, what is only a precaution comes behind what the office asks for.
  std::ranges::stable_sort(list.lines, {}, [](const Requirement& line) {
    return std::pair(line.group, line.needed == model::Needed::recommended);
  });
  for (const auto& rule : opened.procedure->advisories) raise(rule, facts, questions, list);
  if (local) {
    for (const auto& rule : local->advisories) raise(rule, facts, questions, list);
  }
  warn_of_expired(facts, list);
  take_from_profile(facts, list);
  list.unstated = say_all(opened.procedure->unstated, facts, std::nullopt);
  if (local) {
    for (auto& more : say_all(local->unstated, facts, std::nullopt)) {
      list.unstated.push_back(std::move(more));
    }
  }
  auto notes = opened.procedure->notes;
  notes.insert(notes.end(), more_notes.begin(), more_notes.end());
  if (local) notes.insert(notes.end(), local->notes.begin(), local->notes.end());
  gather_notes(facts, notes, list);
  return list;
}

std::vector<std::optional<PersonKey>> owners(Whose whose, const model::People& people) {
  std::vector<std::optional<PersonKey>> list;
  for (const auto& turn : turns(whose, people)) list.push_back(turn.owner);
  return list;
}

}  // namespace tongxing::rules
