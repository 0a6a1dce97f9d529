// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be written where, once the map has been followed and the choices are made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "foreign/field.h"
#include "layout/pen.h"
#include "page/document.h"
#include "text/face.h"

namespace tongxing::forms {

/// A place on the page as seen.
struct Place {
  std::size_t page = 0;  ///< from 0
  page::Rect box;
  bool operator==(const Place&) const = default;
};

/// What a map may say of how an answer is set; nothing: as the field has it.
struct Style {
  std::optional<Length> size, smallest;
  std::optional<std::size_t> lines, comb;
  std::optional<layout::Align> align;
  text::Role role = text::Role::sans;
  bool operator==(const Style&) const = default;
};

/// One answer.
struct Filling {
  std::string name;                  ///< of the field, or of the place: for reports
  std::string label;                 ///< for the continuation sheet; empty: the name
  Span where;                        ///< where the value stands
  std::optional<std::size_t> field;  ///< index into OfficialForm::fields
  std::optional<Place> place;        ///< where there is no field
  std::string text;                  ///< drawn; empty for a mark
  /// Choice fields: the export values. Buttons: the state to be on; empty: off.
  std::vector<std::string> chosen;
  bool mark = false;                      ///< place: a tick, no text
  std::optional<foreign::Colour> colour;  ///< in place of the field's
  bool frame = false;                     ///< a line around each box, in that colour
  Style style;
};

}  // namespace tongxing::forms
