// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/style.h"

namespace tongxing::compose {

namespace {

using layout::Type;
using text::Role;

layout::Sheet sheet_of(Paper paper) {
  const bool a4 = paper == Paper::a4;
  const auto width = Length::mm(a4 ? 210 : 215.9), height = Length::mm(a4 ? 297 : 279.4);
  const auto side = (width - Length::mm(174)) / 2;  // the grid is 174 mm on both papers
  return {{width, height}, side, width - side, Length::mm(16), height - Length::mm(22)};
}

Type type(Role role, double size, double leading_mm, double stroke_pt = 0, int tracking = 0) {
  return {role, Length::pt(size), Length::mm(leading_mm), Length::pt(stroke_pt), tracking};
}

}  // namespace

Style::Style(Paper paper, Print print, Spacing spacing)
    : sheet_(sheet_of(paper)), scale_(print == Print::large ? 1.5 : 1.0), spacing_(spacing) {
  const auto scaled = [&](Role role, double size, double leading, int tracking = 0) {
    return type(role, size * scale_, leading * scale_, 0, tracking);
  };
  zh = scaled(Role::sans, 10.5, 5);
  zh_bold = scaled(Role::sans_bold, 10.5, 5);
  note = scaled(Role::sans, 9, 5);
  second = scaled(Role::latin, 8, 3.75);
  second_bold = scaled(Role::latin_bold, 8, 3.75);
  second_note = scaled(Role::latin, 7.5, 3.75);
  title = scaled(Role::sans_bold, 15, 7.5);
  title_second = scaled(Role::latin, 9.5, 5);
  section = scaled(Role::sans_bold, 12, 6.25);
  section_second = scaled(Role::latin, 8, 6.25);
  child = scaled(Role::sans_bold, 26, 11.25, 40);
  child_second = scaled(Role::latin, 14, 6.25);
  case_number = scaled(Role::latin_bold, 20, 8.75, 60);
  total = scaled(Role::latin_bold, 28, 11.25);
  fact = scaled(Role::sans_bold, 15, 7.5);
  count = scaled(Role::latin_bold, 12, 5);
  machine = type(Role::mono, 7.5, 3.75);  // as large as the code that it repeats
  footer = type(Role::sans, 8.5, 3.75);
  footer_bold = type(Role::sans_bold, 8.5, 3.75);
  footer_second = type(Role::latin, 7.5, 3.75);

  form_title = type(Role::song_bold, 20, 10, 0, 60);
  form_title_second = type(Role::latin_serif, 9.5, 5);
  form_section = type(Role::song_bold, 10.5, 6.25);
  form_section_second = type(Role::latin_serif, 8, 6.25);
  form_label = type(Role::song, 9.5, 4.375, 0.2);
  form_label_second = type(Role::latin_serif, 7.5, 3.125, 0.08);
  form_value = type(Role::kai, 13, 6.25, 0.1);
  form_comb = type(Role::kai, 12.75, 7, 0.1);
  form_option = type(Role::song, 10, 4.375, 0.2);
  letter_title = type(Role::song_bold, 20, 10, 0, 200);
  letter = type(Role::song, 10.5, 5, 0.2);
  letter_second = type(Role::latin_serif, 8.5, 5);
  letter_bold = type(Role::song_bold, 10.5, 5);
  letter_value = type(Role::kai, 11.5, 5.5, 0.1);
}

}  // namespace tongxing::compose
