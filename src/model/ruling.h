// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the rules say about one case: the papers, and who comes where, when, and for how much.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "model/checklist.h"
#include "model/sentence.h"

namespace tongxing::model {

/// Who is who in one case.
struct People {
  PersonKey applicant;  ///< of a child's procedure: the child
  std::optional<PersonKey> father, mother;
  std::optional<PersonKey> chinese_parent, foreign_parent;  ///< each is one of the two above
  std::optional<PersonKey> agent;                           ///< files instead of them
  std::optional<PersonKey> guardian, inviter, host;
  bool operator==(const People&) const = default;
};

/// Who stands at the counter.
struct Presence {
  std::vector<PersonKey> must;         ///< each of these comes
  std::vector<PersonKey> one_of;       ///< one of these comes; empty where `must` says it
  std::vector<PersonKey> represented;  ///< cannot come and gives a power of attorney
  Verdict applicant = Verdict::unknown;
  Verdict parents_stated = Verdict::unknown;  ///< no: no source says which parent must come.
                                              ///< unknown: parents play no part
  std::optional<bool> agent_allowed;          ///< nullopt: no source says
  std::vector<Statement> remarks;
  std::vector<Citation> sources;
  std::vector<NoteId> notes;
  bool operator==(const Presence&) const = default;
};

struct Place {
  Sentence name;                   ///< short, for the large line: 民生路 1500 号
  std::vector<Statement> remarks;  ///< "Pudong", "no appointment as of May 2023"
  std::vector<Citation> sources;
  bool operator==(const Place&) const = default;
};

struct Step {
  Sentence what;
  std::optional<Sentence> where;  ///< at most six Han: C 号窗口
  std::vector<Citation> sources;
  bool operator==(const Step&) const = default;
};

struct Fee {
  std::string currency = "CNY";
  std::optional<int> authority;      ///< nullopt: no source states it, or not enough is known
  int courier = 0;                   ///< 0 where it is collected, or not yet decided
  std::optional<int> courier_offer;  ///< what a courier would cost
  std::optional<int> total;          ///< authority + courier
  std::vector<Citation> sources;
  std::vector<NoteId> notes;
  bool operator==(const Fee&) const = default;
};

struct Dates {
  std::optional<Date> ready;   ///< usual; nullopt: no source states a term
  std::optional<Date> latest;  ///< the limit
  int working_days = 0;        ///< behind `ready`
  int limit_days = 0;          ///< behind `latest`, calendar days
  int limit_working_days = 0;  ///< … or working days
  int year_missing = 0;        ///< its holidays are not known: only weekends were counted there
  std::vector<Citation> sources;
  bool operator==(const Dates&) const = default;
};

struct Validity {
  int months = 0;              ///< from the day of issue
  std::optional<int> entries;  ///< nullopt: multiple
  std::vector<Citation> sources;
  bool operator==(const Validity&) const = default;
};

/// The photograph as the office wants it; lengths in mm.
struct Photo {
  double width = 33, height = 48;
  double head_width_min = 15, head_width_max = 22;
  double head_height_min = 28, head_height_max = 33;
  double crown_min = 3, crown_max = 5, chin_min = 7;
  int prints = 0;
  std::vector<Statement> rules;
  std::vector<Citation> sources;
  std::vector<NoteId> notes;
  bool operator==(const Photo&) const = default;
};

/// A form or letter of ours that this case needs.
struct Sheet {
  FormId form;       ///< of a form: forms/<id>/
  LetterId letter;   ///< of a letter: templates/letters/<id>.yaml
  std::string code;  ///< FORM-CN, L-POA
  /// Form: the applicant. Letter: who signs it, if known, then whom else it is about: of a power of
  /// attorney the agent, if known; of any other the applicant.
  std::vector<PersonKey> subjects;
  int copies = 1;                                           ///< sets to print
  std::map<std::string, Verdict, std::less<>> truths = {};  ///< the conditions of a letter
  /// Of a form: what the procedure says in it, where it is known ("section" → "residence").
  std::map<std::string, std::string, std::less<>> fill = {};
  bool operator==(const Sheet&) const = default;
};

/// What the rules decided; all of it ids and values.
struct Ruling {
  People people;
  Presence presence;
  std::optional<Place> place;  ///< nullopt: no source names one
  std::vector<Step> steps;
  Fee fee;
  Dates dates;
  std::optional<Validity> validity;  ///< nullopt: no source states it
  std::optional<Photo> photo;
  std::vector<Statement> use;          ///< how the document is used: "keep the spent booklet"
  std::vector<Statement> information;  ///< what the law says: grounds for refusal, duties
  std::vector<Sheet> sheets;           ///< forms, then letters
  Checklist checklist;
  bool operator==(const Ruling&) const = default;
};

/// A procedure that was asked for, or looked at, and is not offered.
struct Refusal {
  ProcedureId procedure;
  std::string procedure_code;  ///< EEP-FIRST
  PersonKey applicant;
  int ordinal = 1;                 ///< of the applicant in this profile
  Verdict eligible = Verdict::no;  ///< unknown: undetermined, the questions would settle it
  AdvisoryId code;                 ///< W-NOT-ELIGIBLE
  std::vector<Sentence> reasons;   ///< at least one, and whom to ask
  std::vector<Citation> sources;
  std::vector<Question> questions;  ///< empty unless undetermined
  bool operator==(const Refusal&) const = default;
};

}  // namespace tongxing::model
