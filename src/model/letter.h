// SPDX-License-Identifier: GPL-3.0-or-later
// Our own bilingual letters: templates/letters/<id>.yaml (docs/WORDS.md).
//
// A letter is a title, blocks in order, places to sign, and notes below. It never comes signed, and
// what the family did not tell us is a line to write on.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.h"
#include "model/bilingual.h"

namespace tongxing::model {

/// Whose data a column of a letter's table holds.
enum class Part : std::uint8_t {
  principal,  ///< the parent who cannot come
  agent,      ///< who acts for him
  declarant,  ///< the parent who declares
  child,
};

/// What a row says of a person.
enum class PersonValue : std::uint8_t {
  name,  ///< Chinese line over Latin line
  sex,
  birth_date,
  document_number,  ///< ID card; passport of who has none
  telephone,
  address,
  relation,  ///< to the child
  birth_certificate_number,
};

/// What a column says of one way in which a name is written.
enum class NameValue : std::uint8_t { spelling, document, number, issuer, issued };

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

/// One row for each document and the name as that document has it.
struct NamesTable {
  struct Column {
    NameValue value;
    Bilingual head;
  };
  std::vector<Column> columns;
  int spare_rows = 0;  ///< empty rows to write in by hand
};

/// Chinese and second language face each other.
struct Paragraph {
  Bilingual text;  ///< gaps: those that Letter::arguments declares
};

/// What is done by hand.
struct Signature {
  enum class Kind : std::uint8_t { signature, fingerprint, date };
  Kind kind = Kind::signature;
  Bilingual caption;
};

/// A line below the letter, not part of what is signed.
struct LetterNote : Bilingual {
  std::vector<SourceId> sources;  ///< where it states a fact
};

struct Letter {
  LetterId id;
  std::string code;  ///< L-POA
  Bilingual title;
  int copies = 1;                                             ///< sheets to print
  Bilingual status;                                           ///< head, left: not yet signed
  Bilingual instruction;                                      ///< head, right: what to do with it
  std::map<std::string, std::string, std::less<>> arguments;  ///< gap → kind, as in words.yaml
  std::vector<std::variant<PeopleTable, NamesTable, Paragraph>> blocks;
  std::vector<Signature> signatures;  ///< on one line, left to right
  Bilingual notary;                   ///< head of the empty notary block; empty: no block
  std::vector<LetterNote> footer;     ///< small, below everything
};

}  // namespace tongxing::model
