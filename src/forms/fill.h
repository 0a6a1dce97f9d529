// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared form and one set of answers → the bytes of a filled PDF.
//
// The form is prepared once: everything that no filling changes is one constant prefix of the file.
// A filling adds the overlay of each page (flat) or the fields and their looks (fillable), small
// fonts, continuation sheets and the cross-reference stream. Equal input gives equal bytes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "foreign/blank.h"
#include "forms/filling.h"
#include "layout/fit.h"
#include "model/bilingual.h"
#include "page/read_back.h"
#include "pdf/part.h"
#include "text/shape.h"

namespace tongxing::forms {

/// Immutable; any number of threads may fill it.
struct PreparedForm {
  foreign::OfficialForm form;
  foreign::Blank blank;
  foreign::Keep keep = foreign::Keep::flat;
  pdf::PreparedPart base;      ///< header and the blank's objects
  pdf::ObjectNumber next = 0;  ///< the first number that is free
};
PreparedForm prepare(foreign::OfficialForm form, foreign::Blank blank, foreign::Keep keep);

/// What is printed where a value does not go into its box, in two languages.
struct ContinuationWords {
  model::Bilingual title, intro;
  /// "see continuation sheet, no. 2"
  std::function<model::Bilingual(std::size_t)> see;
};

/// How one answer went in.
struct Report {
  std::string name;
  layout::Step step = layout::Step::fits;
  Length size{};                 ///< of its text; 0: a mark
  std::size_t continuation = 0;  ///< its number on the continuation sheet; 0: none
};

struct Filled {
  std::string bytes;
  /// The same file without the answers, to compare with: what it lacks is what was meant.
  std::string bare;
  std::vector<page::ReadBack> meant;
  std::vector<Report> reports;  ///< by filling
  std::size_t pages = 0;
};

/// Requires: fillings that match_fields() made for this form. Errors: G001 a character is in no
/// font (Fault::glyph); M016 a box that holds no text at all (Fault::data).
Result<Filled> fill(const PreparedForm& prepared, const std::vector<Filling>& fillings,
                    text::Shaper& shaper, const ContinuationWords& words);

/// The same without `bare` and `meant`, which take as long again.
Result<Filled> fill_unchecked(const PreparedForm& prepared, const std::vector<Filling>& fillings,
                              text::Shaper& shaper, const ContinuationWords& words);

}  // namespace tongxing::forms
