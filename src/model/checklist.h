// SPDX-License-Identifier: GPL-3.0-or-later
// What a family must bring, and why.
//
// The middle of the house: rules produce it, plan carries it, and the bilingual sheet that the
// family holds is this with words added. Everything here is an id or a value: no zh, no en, no
// page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/sentence.h"
#include "model/verdict.h"

namespace tongxing::model {

using NoteId = Id<struct NoteTag>;        ///< key in templates/notes.yaml: "D5"
using FactPath = Id<struct FactPathTag>;  ///< of this profile: "people.emma.birth_date"

/// How far a statement can be trusted; what DOMAIN calls the level printed. Best first.
enum class Certainty : std::uint8_t { official, published_guide, reported, third_party, inferred };

/// Who said so.
struct Citation {
  SourceId source;
  PartialDate published;  ///< of the source; year 0: it bears no date
  Certainty certainty = Certainty::inferred;
  std::string passage;  ///< where in the source, for people who check: "Documents, 3"
  bool operator==(const Citation&) const = default;
};

/// Whether the rules want a paper. A line that is not wanted is in `LeftOut`, not here.
enum class Needed : std::uint8_t { unknown, recommended, yes };

/// Under which heading of the sheet a line stands.
enum class Group : std::uint8_t {
  child,
  applicant,  ///< where the case is not a child's
  guardian,
  chinese_parent,
  foreign_parent,
  inviter,  ///< who invites, or is visited
  together,
};

/// Where the paper comes from.
enum class Supply : std::uint8_t {
  family,  ///< they have it or fetch it
  packet,  ///< this packet contains it (worksheet, letter), to be copied or signed
};

/// What the profile says about having the paper.
struct Holding {
  Verdict satisfied = Verdict::unknown;  ///< no also where the paper held has expired
  std::optional<Date> valid_until = {};  ///< of the paper held
  bool expired = false;                  ///< valid_until is before the filing date
  std::string ending = {};               ///< last four characters of its number; may be empty
  bool operator==(const Holding&) const = default;
};

/// Something the sources say beside the list.
struct Statement {
  Sentence text;
  std::vector<Citation> sources;
  bool operator==(const Statement&) const = default;
};

/// One of several papers that serve the same line.
struct Alternative {
  DocumentId document;
  Holding held;
  std::optional<Sentence> remark;  ///< "accepted since 2023-11-07"
  bool operator==(const Alternative&) const = default;
};

/// One line of the checklist.
struct Requirement {
  DocumentId document;             ///< key in templates/documents.yaml
  std::optional<PersonKey> whose;  ///< nullopt: the family's
  Group group = Group::together;
  Needed needed = Needed::unknown;
  Supply supply = Supply::family;
  int originals = 0;  ///< also sheets of a form, prints of a photo
  int copies = 0;
  bool own_number = false;  ///< no source gives the number; it is our choice
  Holding held;
  std::string any_of;                ///< name of the group of alternatives; empty: none
  std::vector<Alternative> options;  ///< at least two where any_of is set: ONE row, one of these
  /// Line (from 0) whose paper serves here too and is not brought twice: the agent is the mother.
  std::optional<std::size_t> same_as;
  std::optional<CountryCode> country;  ///< that issued it, where that helps to recognise it
  std::vector<Sentence> because;       ///< why this family; at least one
  std::vector<Statement> remarks;      ///< what to watch: "must be valid", "booth on site CNY 30"
  std::vector<Citation> sources;       ///< at least one, best first
  std::vector<NoteId> notes;           ///< disagreements that concern this line
  /// Facts not told, or days not told whole, for which the need, what is held or an option waits.
  /// Empty also where nobody can be asked: then `because` says on what it hangs.
  std::vector<FactPath> hinges_on;
  std::vector<RuleId> rules;    ///< that spoke, in file order
  std::vector<FactPath> facts;  ///< of the profile that the rules read, in reading order
  bool operator==(const Requirement&) const = default;
};

/// A paper of the procedure that this family need not bring.
struct LeftOut {
  DocumentId document;
  std::optional<PersonKey> whose;
  Sentence reason;
  bool operator==(const LeftOut&) const = default;
};

/// A warning: data, on the page and in the JSON.
struct Advisory {
  AdvisoryId code;        ///< "W-NAME-MISMATCH"
  bool blocking = false;  ///< resolve before filing: first thing on the cover
  Sentence text;
  std::vector<Citation> sources;
  std::vector<NoteId> notes;
  std::optional<DocumentId> about;  ///< the line it speaks of
  bool operator==(const Advisory&) const = default;
};

/// How a question is answered with a pen.
enum class Answer : std::uint8_t { yes_no, choice, date, text, number, country };

/// A fact that nobody told us and that something hinges on.
struct Question {
  FactPath fact;         ///< where the answer goes in the profile
  std::string declared;  ///< its path in templates/schema.yaml: "people.*.birth_date"
  std::optional<PersonKey> whose;
  std::optional<Role> role;         ///< the part that person plays here
  std::optional<DocumentId> about;  ///< the paper, where the question is about one
  Answer answer = Answer::text;
  std::vector<std::string> choices;  ///< values of a choice, as the schema lists them
  std::vector<std::string> decides;  ///< codes of documents, advisories, procedures: "CP-JZZ"
  bool operator==(const Question&) const = default;
};

/// A point on which the sources disagree, with each position.
struct Note {
  struct Position {
    Sentence text;
    std::vector<Citation> sources;
    bool operator==(const Position&) const = default;
  };
  NoteId id;
  Sentence text;  ///< in one sentence, and what to do
  std::vector<Position> positions;
  Span where = {};
  bool operator==(const Note&) const = default;
};

/// Lines by group, and within it as the procedure file lists its documents. Same inputs, same
/// order, on every machine.
struct Checklist {
  std::vector<Requirement> lines;
  std::vector<LeftOut> left_out;
  std::vector<Advisory> advisories;  ///< blocking ones first, then in the order of the rules
  std::vector<Question> questions;   ///< those that decide most first
  std::vector<Note> notes;           ///< that some line or advisory names, by id: D1 D2 … D14
  std::vector<Sentence> unstated;    ///< what no source says, to be asked at 12367
  bool operator==(const Checklist&) const = default;
};

}  // namespace tongxing::model
