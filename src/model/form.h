// SPDX-License-Identifier: GPL-3.0-or-later
// A form of our own: a grid of labelled cells, drawn from forms/<id>/form.yaml.
//
// What it cannot say: anything but rows of cells. The grid is 174 mm wide; every row's cells must
// add up to it (or to what a photo beside them leaves). A table is rows that the loader has written
// out: line n of a list stands in the n-th of them.
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
  bool optional = false;                 ///< not known: stays blank instead of naming its question
  std::optional<std::size_t> line = {};  ///< of a table: which entry of the list, from 0
  bool leads = false;  ///< of a table: its first column, where an empty or unknown list is said
};

struct Field;

struct FieldChoice {
  std::string is;  ///< the value that ticks it
  Bilingual label;
  int span = 1;               ///< columns that it takes
  std::vector<Field> beside;  ///< at most one: a text to be written behind it
};

/// One field of a form.
struct Field {
  enum class Kind : std::uint8_t {
    text,       ///< shrinks, wraps, continues on a sheet of its own
    comb,       ///< one character a cell
    number,     ///< text that is a whole number, before its unit
    choice,     ///< boxes, ticked by value
    date,       ///< 年 月 日 are printed; year, month and day stand before them
    signature,  ///< empty, with room to sign
    sign_date,  ///< 年 月 日 to be written by hand
    statement,  ///< a printed sentence, nothing to fill in
    official,   ///< hatched: the authority's own
  };
  Kind kind = Kind::text;
  std::string name;  ///< of what can be filled in: that of the value, told apart where it is asked
                     ///< twice (guardian1.name-2); "entry" where there is no value
  FieldValue value;
  Bilingual label;  ///< of a table: the head of its column; else empty, the label cell before it
  Bilingual unit;   ///< number: 天 days
  bool several = false;              ///< choice: more than one may be ticked
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

/// The lines for a list of which nobody knows how long it is.
struct FormTable {
  std::string list;       ///< "family"; its columns are values "family.name"
  std::size_t lines = 0;  ///< that are printed; the rest goes to a continuation sheet
};

struct FormSection {
  std::optional<Bilingual> title;
  bool photo = false;              ///< a 37.5 mm column with the photo at the right of all rows
  std::optional<FormTable> table;  ///< rows: the heads of the columns, then its lines
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
