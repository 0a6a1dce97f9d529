// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a form that is the same for everybody: grid, labels, boxes; and where answers go.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "compose/style.h"
#include "model/form.h"
#include "page/document.h"
#include "text/shape.h"
#include "words/say.h"

namespace tongxing::compose {

/// A box to tick, or for a part of a date.
struct PlacedChoice {
  page::Rect box;
  page::TagId tag{};  ///< Form element, local to the layer
};

/// A field with its place on the page.
struct PlacedField {
  const model::Field* field = nullptr;  ///< borrowed from the Form
  model::Bilingual label;               ///< of the label cell before it
  page::Rect box;                       ///< the cell
  page::Rect inner;                     ///< where an answer may stand; comb: the cells
  page::TagId tag{};                    ///< Form element of the answer, local to the layer
  std::vector<PlacedChoice> choices;
  std::vector<PlacedChoice> parts;  ///< date: year, month, day
};

/// A table: where its head says that there are more lines than go into it.
struct PlacedTable {
  const model::FormSection* section = nullptr;  ///< borrowed from the Form
  page::Rect note;
};

struct FormLayer {
  std::shared_ptr<const page::Layer> layer;
  std::vector<PlacedField> fields;  ///< in reading order
  std::vector<PlacedTable> tables;
  std::optional<page::Rect> photo;  ///< 33 × 48 mm frame
  page::TagId photo_tag{};
};

/// Draws page `number` (from 0) of a form.
FormLayer draw_form_layer(text::Shaper& shaper, const Style& style, const words::Words& words,
                          const model::Form& form, std::size_t number);

/// Height of a form row that gives none, of a section head, width of a comb cell.
inline constexpr Length form_row_height = Length::mm(11.25), form_head_height = Length::mm(6.25),
                        comb_cell = Length::mm(5.5), comb_height = Length::mm(7),
                        form_inset = Length::mm(1.5), form_tick = Length::mm(3.2);
/// Of a date: room before 年, before 月 and 日, for the character itself.
inline constexpr Length form_year = Length::mm(20), form_month = Length::mm(7),
                        form_date_unit = Length::mm(3.6);
/// The frame for the photograph.
inline constexpr page::Size form_photo{Length::mm(33), Length::mm(48)};

}  // namespace tongxing::compose
