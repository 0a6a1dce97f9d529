// SPDX-License-Identifier: GPL-3.0-or-later
// Every fact a profile may hold: its path, its type, the question to ask, and why we ask it.
//
// templates/schema.yaml is the only place that names a fact. The decoder, the rules' cross-check,
// the interview and the JSON Schema for editors all read it from here.
//
// A declared path has `*` where the user's own key stands and `[]` behind a list:
//   people.*.passports[].number      declared
//   people.emma.passports.0.number   in a profile
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "data/value.h"
#include "model/bilingual.h"

namespace tongxing::model {

/// What the text of a scalar means.
enum class FactType : std::uint8_t {
  text,          ///< one line, as given
  lines,         ///< text that may have several lines
  yes_no,        ///< yes no true false 是 否 有 无
  date,          ///< a whole day
  partial_date,  ///< a day, a month, or a year
  number,        ///< a whole number from 0
  choice,        ///< one of `choices`; canonical: its id
  country,       ///< canonical: ISO 3166-1 alpha-2
  city,          ///< id of a city, known to templates/cities or not: "shanghai"
  person,        ///< a key under `people`
  id,            ///< readable id: small letters, digits and -
  document,      ///< id of a paper, templates/documents.yaml
  procedure,     ///< id of a procedure, templates/procedures/, or "auto"
  case_id,       ///< [A-Za-z0-9-]{1,24}: goes into file names and codes
  id_number,     ///< 18 characters, GB 11643-1999
  phone,         ///< digits, + - ( ) and spaces
  email,
  postcode,  ///< six digits, kept as text
  file,      ///< a relative path beside the profile
};

/// The type's name in schema.yaml: "yes-no".
std::string_view name_of(FactType type);

struct Choice {
  std::string id;
  Bilingual label;
  std::vector<std::string> aliases;  ///< other spellings that are accepted: 男, M
};

/// One fact that may be known.
struct Declaration {
  std::string path;  ///< with * and []
  FactType type = FactType::text;
  std::vector<Choice> choices;  ///< FactType::choice; for FactType::city those we have names for
  Bilingual ask;                ///< one line
  Bilingual why;                ///< what hinges on it
  /// The group it stands in may be written as this fact alone: `hukou: no` is
  /// `hukou: {registered: no}`.
  bool short_form = false;
  /// Siblings whose presence makes this yes-no fact a yes: a number of a permit implies `held`.
  std::vector<std::string> implied_by;
  Span where;
};

/// The declarations as the tree they describe.
struct Node {
  enum class Kind : std::uint8_t {
    fact,   ///< a scalar; `declaration` is set
    group,  ///< named children
    list,   ///< any number of children[0]
    map,    ///< the user's own keys, each a children[0]
  };
  Kind kind = Kind::group;
  std::string name;             ///< last step of the path; "[]" and "*" for the element
  std::size_t declaration = 0;  ///< Kind::fact: index into Schema::facts
  std::vector<Node> children;   ///< in the order of schema.yaml

  const Node* child(std::string_view name) const;
};

struct Schema {
  std::vector<Declaration> facts;  ///< in the order of schema.yaml
  Node root;
  /// Names and codes of countries → alpha-2: "USA", "United States", "美国"; lower-case Latin.
  std::map<std::string, std::string, std::less<>> countries;
  /// The ids that exist, so that a slip of the hand is an error. Filled by library/ from our other
  /// files; where empty, every readable id is taken.
  std::vector<std::string> documents, procedures;
  std::map<std::string, std::string> procedure_codes;  ///< "eep-first" → its id

  /// The declaration of a concrete or a declared path: nullptr where there is none, or where the
  /// path is a group or a list. At `*` any key stands, at `[]` any number.
  const Declaration* find(std::string_view path) const;
  /// The node of such a path: a group, a list or a fact; nullptr where there is none.
  const Node* node(std::string_view path) const;
};

/// Errors (Fault::data), all of the file: an unknown type or attribute, a missing language, a path
/// that contradicts another.
Result<Schema> decode_schema(const data::Value& root);

/// JSON Schema (2020-12) of a profile, for editors that complete and explain while typing.
std::string json_schema(const Schema& schema);

}  // namespace tongxing::model
