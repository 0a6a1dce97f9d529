// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that will stand on paper, before it is put into a language.
//
// The rules know no words. They say which sentence, and with what in its gaps; words/ finds the
// text under the id, in zh and en, and puts the arguments where {name} stands. The texts of rules,
// steps, places, advisories and notes stand side by side in templates/ and are gathered under these
// ids in a `Phrases` table when the files are loaded.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "model/bilingual.h"

namespace tongxing::model {

/// A country or region by its ISO 3166-1 alpha-2 code: US, HK.
using CountryCode = Id<struct CountryTag>;

/// A part somebody plays in a case; the same person can have several.
enum class Role : std::uint8_t {
  child,
  father,
  mother,
  chinese_parent,
  foreign_parent,
  agent,
  applicant,  ///< where the case is not a child's
  guardian,
  inviter,
  host,  ///< the relative who is visited
};

struct Money {
  std::string currency;  ///< ISO 4217: CNY
  int amount = 0;        ///< whole units
  auto operator<=>(const Money&) const = default;
};

/// What can stand in a gap. A string is printed as it is (names of places, numbers of papers).
using Argument =
    std::variant<std::string, std::int64_t, Date, Money, CountryCode, DocumentId, PersonKey, Role,
                 ProcedureId, CityId, std::vector<DocumentId>, std::vector<PersonKey>>;

struct Sentence {
  std::string id;
  std::vector<std::pair<std::string, Argument>> arguments = {};  ///< names unique

  bool operator==(const Sentence&) const = default;
};

/// Sentence id → text. Ids begin with what they are:
///   document.<id>  source.<id>  procedure.<id>  city.<id>  advisory.<code>  note.<id>  form.<id>
///   letter.<id>    and <file>.<rule or step> for the sentences of a procedure or city file.
using Phrases = std::map<std::string, Bilingual, std::less<>>;

}  // namespace tongxing::model
