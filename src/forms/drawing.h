// SPDX-License-Identifier: GPL-3.0-or-later
// One answer in one box, measured and placed. Private to forms/.
//
// A drawing has a space of its own: points, origin at the bottom left of the box as its text is
// read, y up. How the box stands on the page is said by placement().
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foreign/field.h"
#include "forms/filling.h"
#include "layout/fit.h"
#include "text/shape.h"

namespace tongxing::forms {

using layout::Step;

/// A line of text; `x`, `y`: where its baseline begins.
struct PlacedLine {
  Length x, y, size;
  text::Line line;
};

/// A rectangle, y up.
struct Ink {
  Length left, bottom, right, top;
};

struct Drawing {
  page::Size size;     ///< of the box
  std::string ground;  ///< operators: background, border
  std::string marks;   ///< operators: ticks, dots; in the colour of the text
  std::vector<PlacedLine> lines;
  foreign::Colour colour{{0}};  ///< of text and marks
  Step step = Step::fits;
  Length used{};          ///< size of the text; 0: no text
  std::string text;       ///< what must be read here again
  std::vector<Ink> mark;  ///< what a mark covers; text: ink_of()
};

/// What a box asks of its text.
struct BoxStyle {
  page::Size size;
  text::Role role = text::Role::sans;
  std::optional<Length> font_size;  ///< nullopt: to fit
  Length smallest = Length::pt(6);
  std::size_t lines = 0;  ///< ruled lines in the box; 0: not ruled
  bool multiline = false;
  layout::Align align = layout::Align::left;
  std::size_t comb = 0;  ///< cells; 0: no comb
  Length border{};       ///< room its border takes
};

/// Text in a box: fits, shrunk, wrapped; Step::continued with no lines: it does not go in.
Drawing draw_text(text::Shaper& shaper, std::string_view utf8, const BoxStyle& box);

/// What each line, or the mark, covers.
std::vector<Ink> ink_of(const Drawing& drawing, const text::FontSet& fonts);

enum class Mark : std::uint8_t { tick, dot };
Drawing draw_mark(page::Size box, Mark mark);

/// Operators for a widget's own background and border.
std::string draw_ground(const foreign::Widget& widget, page::Size box, bool is_round);

/// Operators for a thin line around a box.
std::string draw_frame(page::Size box, const foreign::Colour& colour);

/// The box as its text is read: width and height change places where it stands upright.
page::Size upright(page::Size box, int rotation);
/// From a drawing's space to the page as seen, points, origin bottom left, y up.
foreign::Matrix placement(const page::Rect& box, int rotation, Length page_height);
/// A rectangle of the drawing on the page as seen, origin top left.
page::Rect on_page(const Ink& ink, const page::Rect& box, int rotation, Length page_height);

/// "r g b rg" and the like; `stroke`: RG.
void put_colour(std::string& out, const foreign::Colour& colour, bool stroke);
/// Six numbers, as in `cm` and /Matrix.
void put_matrix(std::string& out, const foreign::Matrix& matrix);

}  // namespace tongxing::forms
