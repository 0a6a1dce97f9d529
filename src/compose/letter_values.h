// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the tables and gaps of a letter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compose/context.h"
#include "model/letter.h"

namespace tongxing::compose {

/// What goes into one cell. Neither of the two: not told.
struct LetterValue {
  /// Alternatives with a box each; while it is open none is ticked.
  struct Choice {
    model::Bilingual label;
    bool ticked = false;
  };
  std::vector<std::string> lines = {};
  std::vector<Choice> choices = {};
  bool known() const { return !lines.empty() || !choices.empty(); }
};

/// The lines that a text was given in.
LetterValue lines_of(const std::string& text);

/// The people and facts of one letter.
class LetterValues {
 public:
  LetterValues(const Context& context, const plan::Part& part);

  /// Is this part asked for at all? No where a second guardian cannot be, and of a grown applicant,
  /// who declares in person.
  bool has(model::Part part) const;
  LetterValue value(model::Part part, model::PersonValue value) const;
  LetterValue value(const model::LetterFact& fact) const;
  /// One row for each thing that is told, in the columns of the table; an empty cell: not told.
  std::vector<std::vector<std::string>> rows(const model::ListTable& table) const;
  /// Does a text of the letter hold? Yes where it hangs on nothing.
  model::Verdict holds(const model::LetterText& text) const;
  /// Every gap that letters may have.
  words::Arguments arguments() const;

 private:
  std::optional<PersonKey> person(model::Part part) const;
  std::optional<PersonKey> person(std::string_view root) const;
  std::vector<PersonKey> guardians() const;
  std::optional<model::Role> role(model::Part part) const;
  std::string fact(const PersonKey& person, std::string_view rest) const;
  /// A fact in the way of its type; of a choice its label in both languages.
  LetterValue written(const std::string& path) const;
  std::vector<std::string> both(const model::Bilingual& text) const;
  std::string country(const std::string& code) const;
  std::string name_line_of(const PersonKey& person) const;
  LetterValue yes_or_no(model::Verdict verdict) const;
  LetterValue relation(model::Part part) const;
  LetterValue birth_place(const PersonKey& who) const;
  LetterValue nationality(const PersonKey& who) const;
  LetterValue nationality_at_birth(const PersonKey& who) const;
  std::string foreign_passport(const PersonKey& who, std::string_view of_country) const;
  std::string permit(const PersonKey& who) const;
  std::string places(const PersonKey& who) const;

  const Context& context_;
  const plan::Part& part_;
};

/// The rows of a list, one a map by column.
using ListRow = std::map<model::ListValue, std::string>;
/// Each way in which a paper writes a name of the applicant, and the names told without a paper.
std::vector<ListRow> name_rows(const Context& context);
std::vector<ListRow> nationality_rows(const Context& context);
std::vector<ListRow> itinerary_rows(const Context& context);

/// Index in the list of passports of the one that a paper of this id is: for a foreign one the
/// first foreign one, or that of the country; nullopt: none.
std::optional<std::size_t> foreign_passport_index(const model::Profile& profile,
                                                  const PersonKey& person,
                                                  std::string_view country = {});

}  // namespace tongxing::compose
