// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the tables and gaps of a letter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compose/context.h"
#include "model/letter.h"

namespace tongxing::compose {

/// The people of one letter.
class LetterPeople {
 public:
  LetterPeople(const Context& context, const plan::Part& part);

  model::Bilingual head(const model::PeopleTable::Column& column) const;
  /// Lines of one cell; empty: not told.
  std::vector<std::string> value(model::Part part, model::PersonValue value) const;
  /// One row for each document that shows a name of the child, in the columns of the table; an
  /// empty cell: not told.
  std::vector<std::vector<std::string>> names(const model::NamesTable& table) const;

 private:
  std::optional<PersonKey> person(model::Part part) const;
  std::string fact(const PersonKey& person, std::string_view rest) const;
  model::Role role(model::Part part) const;

  const Context& context_;
  std::vector<PersonKey> subjects_;
};

/// Every gap that letters may have.
words::Arguments letter_arguments(const Context& context, const plan::Part& part);

}  // namespace tongxing::compose
