// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a letter: people, facts, lists. What nobody told is a line to write on.
#pragma once

#include <string_view>
#include <vector>

#include "compose/blocks.h"
#include "compose/letter_values.h"
#include "layout/fit.h"

namespace tongxing::compose {

/// A letter is one page. Where a family's values make it longer, white space gives way first.
struct LetterSpacing {
  Length row, paragraph, table, signature, sign, notary;
};

class LetterTables {
 public:
  /// Borrows all of them.
  LetterTables(const Context& context, const LetterSpacing& spacing, const LetterValues& values,
               SheetWriter& sheet)
      : context_(context),
        style_(context.style),
        spacing_(spacing),
        values_(values),
        sheet_(sheet) {}

  void draw(const model::PeopleTable& table);
  void draw(const model::FactsTable& table);
  void draw(const model::ListTable& table);

  /// A box to tick; `y` is the top of its line, `what` is said to who cannot see it.
  void box(Length x, Length y, bool ticked, const model::Bilingual& what);

 private:
  /// A cell, measured.
  struct Cell {
    bool asked = true;
    int lines = 1;  ///< room to write in, where it is not told
    std::vector<layout::Fit> fits = {};
    std::vector<LetterValue::Choice> choices = {};
    Length height{};
  };

  layout::Pen& pen() { return sheet_.pen(); }
  Cell measure(const LetterValue& value, Length room, int lines = 1);
  Length label_height(Length width, const model::Bilingual& label);
  void label(Length x, Length width, Length height, const model::Bilingual& text);
  void table_head(const std::vector<model::Bilingual>& heads, Length first,
                  const std::vector<Length>& columns);
  /// A box and its label; returns the width used.
  Length choice(Length x, Length y, const LetterValue::Choice& choice);
  void cell(const Cell& cell, Length x, Length column, Length height);
  void long_row(const model::LetterFact& fact, const Cell& cell, bool wide);
  void writing_lines(Length x, Length column, Length height, int lines);
  void end_row(Length height);
  void rule(Length y, Length thickness);

  const Context& context_;
  const Style& style_;
  const LetterSpacing& spacing_;
  const LetterValues& values_;
  SheetWriter& sheet_;
};

}  // namespace tongxing::compose
