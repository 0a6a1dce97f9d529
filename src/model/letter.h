// SPDX-License-Identifier: GPL-3.0-or-later
// Our own bilingual letters: templates/letters/<id>.yaml (docs/WORDS.md).
//
// A letter is a title, blocks in order, places to sign, and notes below. It never comes signed, and
// what the family did not tell us is a line to write on.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.h"
#include "model/bilingual.h"
#include "model/condition.h"

namespace tongxing::model {

/// Whose data a column of a letter's table, or a value, is.
enum class Part : std::uint8_t {
  principal,  ///< who cannot come
  agent,      ///< who acts for him
  declarant,  ///< who signs for a child, as parent or guardian; a grown applicant has none
  child,      ///< the applicant of a child's procedure
  applicant,
  father,
  mother,
  guardian,         ///< named as such, else a parent
  second_guardian,  ///< the other parent; no column where there cannot be one
  inviter,          ///< who is visited, where nobody else invites
  host,             ///< who invites, where nobody else is visited
};

/// What a row says of a person.
enum class PersonValue : std::uint8_t {
  name,  ///< Chinese line over Latin line
  sex,
  birth_date,
  document_number,  ///< ID card; passport of who has none
  telephone,
  address,
  relation,  ///< to the child; of an applicant: to the inviter or host
  birth_certificate_number,
  birth_place,
  nationality,           ///< each that is told
  nationality_at_birth,  ///< of a parent: at the birth of the child
  settled_abroad,        ///< of a parent, at that birth
  passport_number,       ///< of a foreign passport; the lost one, if one is said to be lost
  permit_number,         ///< permanent residence card, residence permit
  email,
  occupation,
  employer,
  places,  ///< of an applicant: the cities of the itinerary
};

/// One column a person, one row a value.
struct PeopleTable {
  struct Column {
    Part part;
    Bilingual head;
  };
  struct Row {
    PersonValue value;
    Bilingual label;
    std::vector<Part> parts;  ///< columns in which it is asked; the others stay empty
  };
  std::vector<Column> columns;
  std::vector<Row> rows;
};

/// A label and what is known: a value of a person, a fact, or whether something holds; of none of
/// them a line to write on.
struct LetterFact {
  Bilingual label;
  std::optional<Part> part;  ///< … of whom `value` is
  PersonValue value{};
  std::string fact;   ///< path as rules write it; `self` is who signs
  std::string truth;  ///< name of a condition: yes and no to tick
  int lines = 1;      ///< room to write in, where it is not told
};

/// One or two of them in a row.
struct FactsTable {
  std::vector<std::vector<LetterFact>> rows;
};

/// What a letter can list.
enum class ListOf : std::uint8_t {
  names,          ///< each document and the name as it has it
  nationalities,  ///< the foreign ones of the child
  itinerary,      ///< the days of the journey
};

/// What a column says of one of them.
enum class ListValue : std::uint8_t {
  // names
  spelling,
  document,
  number,
  issuer,
  issued,
  // nationalities
  country,
  how,
  since,
  passport,
  // itinerary
  date,
  city,
  address,
  transport,
};

struct ListTable {
  struct Column {
    ListValue value;
    Bilingual head;
  };
  ListOf of = ListOf::names;
  std::vector<Column> columns;
  int spare_rows = 0;  ///< empty rows to write in by hand
  int at_least = 0;    ///< rows in all
};

/// When a text stands in a letter: always, or only where a condition holds, or does not.
struct LetterText : Bilingual {
  std::string condition = {};  ///< name; empty: always
  bool expected = true;
};

/// Chinese and second language face each other. While its condition is open it has a box to tick.
struct Paragraph {
  LetterText text;  ///< gaps: those that Letter::arguments declares
};

/// What is done by hand.
struct Signature {
  enum class Kind : std::uint8_t { signature, fingerprint, date, stamp };
  Kind kind = Kind::signature;
  Bilingual caption;
  std::optional<Part> of;  ///< left out with this part's column
};

/// A line below the letter, not part of what is signed. Only a plain no takes it away.
struct LetterNote : LetterText {
  std::vector<SourceId> sources;  ///< where it states a fact
};

using LetterConditions = std::map<std::string, Condition, std::less<>>;

struct Letter {
  LetterId id;
  std::string code;  ///< L-POA
  Bilingual title;
  int copies = 1;                                             ///< sheets to print
  Bilingual status;                                           ///< head, left: not yet signed
  Bilingual instruction;                                      ///< head, right: what to do with it
  std::map<std::string, std::string, std::less<>> arguments;  ///< gap → kind, as in words.yaml
  LetterConditions conditions;                                ///< what its texts hang on
  std::vector<std::variant<PeopleTable, FactsTable, ListTable, Paragraph>> blocks;
  std::vector<Signature> signatures;  ///< left to right, as many lines as they need
  Bilingual notary;                   ///< head of the empty notary block; empty: no block
  std::vector<LetterNote> footer;     ///< small, below everything
};

}  // namespace tongxing::model
