// SPDX-License-Identifier: GPL-3.0-or-later
// What one entry of a procedure or city file says. Rules are data: this is their shape, and
// rules/ is the only room that weighs them. docs/PROCEDURES.md explains each key to authors.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/checklist.h"
#include "model/condition.h"
#include "model/ruling.h"

namespace tongxing::model {

/// The days on which a rule holds; both ends belong to it.
struct InForce {
  std::optional<Date> from, to;
  bool on(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

/// A text of the file: its id in the Phrases, and which facts stand in its gaps.
struct Text {
  std::string id;                                         ///< empty: there is none
  std::vector<std::pair<std::string, std::string>> with;  ///< gap → path of a fact, or "self"
  std::string plain;  ///< id of the text without gaps, said where a fact for a gap is missing
  bool empty() const { return id.empty(); }
};

/// A text that stands there only in some families.
struct ConditionalText {
  Condition when;
  Text text;
  std::vector<Citation> sources;
  InForce in_force;
};

/// Whose paper a rule speaks of.
enum class Whose : std::uint8_t {
  family,
  child,
  chinese_parent,
  foreign_parent,
  agent,
  applicant,
  guardian,
  inviter,
  host,
  each_parent,  ///< asked once for the father and once for the mother; `self` is that parent
};

/// An option of a row "one of".
struct OptionRule {
  DocumentId document;
  Condition when;  ///< only a `no` takes it away
  Text remark;
};

/// One line of a procedure's list of papers.
struct DocumentRule {
  std::string id;
  DocumentId document;
  Whose whose = Whose::family;
  Group group = Group::together;
  Supply supply = Supply::family;
  Condition when;
  bool asked = true;         ///< no: another office's list has it, this one's does not
  bool recommended = false;  ///< a precaution: wanted by no office
  int originals = 0, copies = 0;
  bool own_number = false;  ///< no source gives it
  Text because;             ///< why, where it is needed
  Text if_unknown;          ///< on what it hangs, where that is not known
  Text left_out;            ///< why not, where it is not; empty: says nothing
  std::vector<ConditionalText> remarks;
  std::vector<OptionRule> options;  ///< none, or two and more
  std::vector<Citation> sources;
  std::vector<NoteId> notes;
  InForce in_force;
  Span where;
};

struct AdvisoryRule {
  std::string id;  ///< of the rule
  AdvisoryId code;
  Whose whose = Whose::family;  ///< each_parent: raised for each of whom it is true
  Condition when;
  bool blocking = false;
  Text text;
  std::optional<DocumentId> about;
  std::vector<Citation> sources;
  std::vector<NoteId> notes;
  InForce in_force;
  Span where;
};

/// A condition for the procedure to be open to this applicant at all.
struct GateRule {
  std::string id;
  Condition when;             ///< must hold
  bool undetermined = false;  ///< even a plain `no` refuses nothing: the choice is still open
  AdvisoryId code{"W-NOT-ELIGIBLE"};  ///< of a refusal at this gate
  Text refused;                       ///< why not, and whom to ask
  Text unknown;                       ///< what is open
  bool ask_only = false;              ///< where it is unknown, ask, and go on
  std::vector<Citation> sources;
  InForce in_force;
  Span where;
};

/// When a procedure is offered to somebody who asked for none by name.
struct OfferRule {
  Condition when;
  bool if_unknown = false;  ///< offered also where this is open
  bool first = false;       ///< a plain no is said before the gates are weighed
  Text no, unknown;         ///< why not
  std::vector<Citation> sources;
};

/// A letter of ours that this family needs.
struct LetterRule {
  LetterId letter;
  std::string code;
  Whose whose = Whose::family;  ///< each_parent: one a parent
  Condition when;
  int copies = 1;
  /// Lines that the letter serves: where none of them is wanted, or all are at hand, there is no
  /// letter.
  std::vector<DocumentId> documents;
  Span where;
};

/// A fact that forms and letters want beside those the rules weigh.
struct AskRule {
  std::string fact;  ///< as rules write it
  Whose whose = Whose::family;
  Condition when;
  std::vector<std::string> decides;   ///< codes: FORM-CN
  std::vector<DocumentId> documents;  ///< as for a letter: asked only where one is on the list
};

/// What a procedure says in a form of ours: a word ("residence"), or a fact as rules write it.
struct FormFill {
  std::string name;  ///< as the values of the form know it: "section", "until"
  std::string text, fact;
};

struct FormRule {
  FormId form;
  std::string code;
  int copies = 1;
  std::vector<FormFill> fill;
};

/// How many parents stand at the counter.
enum class Parents : std::uint8_t { none, not_stated, one, both };

/// A disagreement that concerns only some families.
struct ConditionalNote {
  Condition when;
  NoteId note;
};

struct PresenceRules {
  Parents parents = Parents::none;
  bool represented = false;            ///< a power of attorney may stand for a parent
  std::optional<Condition> applicant;  ///< yes: comes; no: need not. nullopt: no source says
  std::optional<Condition> guardian;   ///< nullopt: none plays a part
  std::optional<Condition> agent;      ///< yes: may file instead. nullopt: no source says
  std::vector<ConditionalText> remarks;
  std::vector<Citation> sources;
  std::vector<ConditionalNote> notes;
};

struct PlaceRule {
  Condition when;
  Text name;
  std::vector<ConditionalText> remarks;
  std::vector<Citation> sources;
};

struct StepRule {
  Condition when;
  Text what, short_place;
  std::vector<Citation> sources;
};

struct FeeAmount {
  Condition when;
  int amount = 0;
};

struct FeeRules {
  std::string currency = "CNY";
  std::vector<FeeAmount> amounts;  ///< none: no source states it
  bool add_up = false;             ///< yes: all that hold; no: the first
  std::optional<int> courier;      ///< nullopt: no courier is known of
  std::vector<Citation> sources;
  std::vector<NoteId> notes;
};

/// For how long the document is valid.
struct ValidityRule {
  Condition when;
  Validity validity;
};

struct TermRules {
  Condition when;              ///< only a yes: the day of filing is the day it is counted from
  int working_days = 0;        ///< 0: no source states it
  int limit_days = 0;          ///< calendar days
  int limit_working_days = 0;  ///< at most one of the two limits is given
  std::vector<Citation> sources;
  std::vector<NoteId> notes;
};

}  // namespace tongxing::model
