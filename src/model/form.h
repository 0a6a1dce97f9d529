// SPDX-License-Identifier: GPL-3.0-or-later
// A form of our own: a grid of labelled cells, drawn from forms/<id>/form.yaml.
//
// What it cannot say: anything but rows of cells. The grid is 174 mm wide; every row's cells must
// add up to it (or to what a photo beside them leaves).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/length.h"
#include "base/result.h"
#include "model/bilingual.h"

namespace tongxing::model {

/// Which value goes into a field and how it is written, resolved by compose/.
struct FieldValue {
  std::string name;  ///< "applicant.name.zh", "constant.none"; empty: left to the pen of the signer
  bool optional = false;  ///< not known: stays blank instead of naming its question
};

struct FieldChoice {
  std::string is;  ///< the value that ticks it
  Bilingual label;
};

/// One field of a form.
struct Field {
  enum class Kind : std::uint8_t {
    text,       ///< shrinks, wraps, continues on a sheet of its own
    comb,       ///< one character a cell
    choice,     ///< boxes, ticked by value
    date,       ///< 2022 年 03 月 18 日
    signature,  ///< empty, with room to sign
    sign_date,  ///< 年 月 日 to be written by hand
    statement,  ///< a printed sentence, nothing to fill in
    official,   ///< hatched: the authority's own
  };
  Kind kind = Kind::text;
  FieldValue value;
  std::vector<int> groups;           ///< comb: cells in each group, a stronger line between them
  std::vector<FieldChoice> choices;  ///< choice
  int columns = 1;                   ///< choice: boxes in a line
  int lines = 1;                     ///< text: lines before it is made smaller
  Bilingual statement;               ///< statement, official
  Span where;                        ///< in form.yaml
};

struct Cell {
  std::optional<Bilingual> label;  ///< a label cell, or
  std::optional<Field> field;      ///< a field cell
  Length width;
};

struct FormRow {
  Length height;
  std::vector<Cell> cells;
};

struct FormSection {
  std::optional<Bilingual> title;
  bool photo = false;  ///< a 37.5 mm column with the photo at the right of all rows
  std::vector<FormRow> rows;
};

struct FormPage {
  std::vector<FormSection> sections;
};

struct Form {
  FormId id;
  Bilingual title;
  Bilingual notice;  ///< printed over the form: whose paper this is
  std::vector<SourceId> sources;
  std::vector<FormPage> pages;
};

}  // namespace tongxing::model
