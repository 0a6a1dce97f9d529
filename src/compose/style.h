// SPDX-License-Identifier: GPL-3.0-or-later
// How our pages look: the tokens of the design, in one place.
//
// Sizes were drawn, looked at and photocopied in simulation. All text is black: greys of small type
// break in a copy. Meaning always has two carriers (bar and word, dashes and a number).
#pragma once

#include "layout/flow.h"

namespace tongxing::compose {

enum class Paper : std::uint8_t { a4, letter };
enum class Print : std::uint8_t { normal, large };  ///< large: 1.5 times, same words, more pages
/// tight: the same type with less white, where that saves a page that would be nearly empty.
enum class Spacing : std::uint8_t { usual, tight };

/// One Chinese line of text; every height is a whole number of quarters of it.
inline constexpr Length line_height = Length::mm(5);

class Style {
 public:
  explicit Style(Paper paper, Print print = Print::normal, Spacing spacing = Spacing::usual);

  const layout::Sheet& sheet() const { return sheet_; }
  bool large() const { return scale_ > 1; }
  double scale() const { return scale_; }
  /// Millimetres of the design at the size that is printed.
  Length mm(double millimetres) const { return Length::mm(millimetres * scale_); }
  /// The same for white space between things, which can shrink.
  Length gap(double millimetres) const { return mm(millimetres * (is_tight() ? 0.5 : 1)); }
  bool is_tight() const { return spacing_ == Spacing::tight; }
  /// x of column `n` (0 … 11) of twelve, 9 mm wide, 6 mm apart.
  Length column(int n) const { return sheet_.left + Length::mm(15.0 * n); }
  /// Width of `n` columns.
  static Length columns(int n) { return Length::mm(15.0 * n - 6); }

  // Chinese sets the line, the second language stands under it, smaller, in its own face.
  layout::Type zh, zh_bold, note, second, second_bold, second_note;
  layout::Type title, title_second, section, section_second;
  layout::Type child, child_second, case_number, total, fact;
  layout::Type count, machine, footer, footer_bold, footer_second;

  // Forms and letters: Song for what is printed, Kai for what is answered. Never scaled: they are
  // handed over.
  layout::Type form_title, form_title_second, form_section, form_section_second;
  layout::Type form_label, form_label_second, form_value, form_comb, form_option;
  layout::Type letter_title, letter, letter_second, letter_bold, letter_value;

  // Strokes.
  static constexpr Length head_rule = Length::pt(1), row_rule = Length::pt(0.4),
                          writing_line = Length::pt(0.5), box_stroke = Length::pt(0.8),
                          form_frame = Length::pt(0.7), form_grid = Length::pt(0.5),
                          form_group = Length::pt(1.2), form_box_stroke = Length::pt(0.6);

 private:
  layout::Sheet sheet_;
  double scale_;
  Spacing spacing_;
};

}  // namespace tongxing::compose
