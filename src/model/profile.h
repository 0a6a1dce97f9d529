// SPDX-License-Identifier: GPL-3.0-or-later
// What we know about a family: facts by path, each with its place in the user's file.
//
// A fact that is absent, empty, `unknown` or 未知 is simply not there: it is never a no. A list
// that is absent is unknown; one that is empty, `none` or 无 is known to be empty.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "data/value.h"
#include "model/schema.h"

namespace tongxing::model {

/// One thing we know.
struct Fact {
  FactType type = FactType::text;
  /// Canonical: "yes", "2022-03-18", "1995-05", "12", the id of the choice, "US", "emma"; text as
  /// given (NFC). A given spelling of a name is never changed.
  std::string text;
  /// bool for yes_no, int64 for number, PartialDate for date and partial_date, else nothing.
  std::variant<std::monostate, bool, std::int64_t, PartialDate> value;
  Span where;
  bool implied = false;  ///< said by its siblings (Declaration::implied_by)

  std::optional<bool> yes_no() const;
  std::optional<std::int64_t> number() const;
  std::optional<PartialDate> partial_date() const;
  std::optional<Date> date() const;  ///< only where the whole day is known
  bool operator==(const Fact&) const = default;
};

struct Person {
  PersonKey key;
  std::vector<std::string> roles;  ///< ids of the choice `role`, in file order: "child", "mother"
  Span where;                      ///< of the key
  bool has_role(std::string_view role) const;
  bool operator==(const Person&) const = default;
};

/// Something about the facts alone, which needs no date: the value is printed as given.
struct ProfileAdvisory {
  AdvisoryId code;    ///< W-ID-CHECKSUM, W-ID-DOB, W-ID-SEX, W-CONTRADICTION, W-NUMBER-FORMAT
  std::string path;   ///< of the fact
  std::string other;  ///< of the fact it does not agree with; may be empty
  Message what;       ///< what exactly, in one sentence
  Span where;
};

/// Plain data, copyable; compared in tests by its dump.
struct Profile {
  std::string case_ref;  ///< empty: not given
  std::optional<CityId> city;
  std::optional<Date> as_of;           ///< filing day
  std::vector<ProcedureId> requested;  ///< empty: auto
  std::string client_language;         ///< BCP 47; empty: not given
  bool mask_ids = false;               ///< on cover and checklist; never on forms
  std::vector<Person> people;          ///< in file order

  std::map<std::string, Fact, std::less<>> facts;          ///< by concrete path
  std::map<std::string, std::size_t, std::less<>> counts;  ///< of the lists that are known
  std::vector<data::Repair> repairs;        ///< what was mended in values, in source order
  std::vector<ProfileAdvisory> advisories;  ///< in source order

  /// nullptr: unknown. `path` as in "people.emma.passports.0.number".
  const Fact* find(std::string_view path) const;
  /// Elements of a list ("people.emma.passports"); nullopt: unknown, 0: known to be none.
  std::optional<std::size_t> count(std::string_view list) const;
  const Person* person(const PersonKey& key) const;
  /// In file order.
  std::vector<PersonKey> with_role(std::string_view role) const;
  /// The keys the user gave in a map ("papers", "people.emma.papers"), sorted.
  std::vector<std::string> keys(std::string_view map) const;
};

/// "people.emma" + "birth_date" → "people.emma.birth_date".
std::string fact_path(const PersonKey& person, std::string_view rest);

/// Errors, all of the file, in source order: unknown key, wrong type, bad date, bad choice, a
/// reference to nobody, one ID number on two persons (docs/PROFILE.md lists the codes).
Result<Profile> decode_profile(const data::Value& root, const Schema& schema);

/// One line a fact, sorted by path: `people.emma.sex = female`; then counts, repairs, advisories.
/// For tests and goldens.
std::string dump(const Profile& profile);

}  // namespace tongxing::model
