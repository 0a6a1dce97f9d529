// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/drawing.h"

#include <algorithm>
#include <cmath>

#include "pdf/syntax.h"

namespace tongxing::forms {
namespace {

using layout::Align;

constexpr auto largest_automatic = Length::pt(12);
constexpr auto largest_paragraph = Length::pt(10);
constexpr auto finest = Length::pt(0.1);
constexpr double leading = 1.2;         // of the size, from line to line
constexpr double middle_of_han = 0.38;  // above the baseline, in ems

Length em(int thousandths, Length size) {
  return Length::milli(
      static_cast<std::int32_t>(static_cast<std::int64_t>(thousandths) * size.milli() / 1000));
}

/// The paragraphs of a text; a line end in a value is meant.
std::vector<std::string> paragraphs(std::string_view utf8) {
  std::vector<std::string> all;
  for (;;) {
    const auto end = utf8.find('\n');
    all.emplace_back(utf8.substr(0, end));
    if (end == std::string_view::npos) return all;
    utf8.remove_prefix(end + 1);
  }
}

void widen(std::optional<Ink>& all, const Ink& one) {
  if (!all) {
    all = one;
    return;
  }
  all->left = std::min(all->left, one.left);
  all->bottom = std::min(all->bottom, one.bottom);
  all->right = std::max(all->right, one.right);
  all->top = std::max(all->top, one.top);
}

/// What the glyphs of each line cover.
std::vector<Ink> ink_of_lines(const std::vector<PlacedLine>& lines, const text::FontSet& fonts) {
  std::vector<Ink> all;
  for (const auto& placed : lines) {
    std::optional<Ink> ink;
    std::int32_t pen = 0;
    for (const auto& run : placed.line.runs) {
      for (const auto& glyph : run.glyphs) {
        const auto box = fonts.ink(run.face, glyph.id);
        const auto x = pen + glyph.dx;
        pen += glyph.advance;
        if (box[2] == box[0]) continue;
        widen(ink, {placed.x + em(x + box[0], placed.size),
                    placed.y + em(glyph.dy + box[1], placed.size),
                    placed.x + em(x + box[2], placed.size),
                    placed.y + em(glyph.dy + box[3], placed.size)});
      }
    }
    if (ink) all.push_back(*ink);
  }
  return all;
}

class TextSetter {
 public:
  TextSetter(text::Shaper& shaper, const BoxStyle& box) : shaper_(shaper), box_(box) {
    const auto side = std::min(Length::pt(2), box.size.width * 0.05);
    margin_ = std::max(side, box.border * 1.5);
    room_ = box.size.width - margin_ - margin_;
  }

  Drawing set(std::string_view utf8) {
    drawing_.size = box_.size;
    if (box_.comb > 0) {
      comb(utf8);
    } else {
      free(utf8);
    }
    if (drawing_.step == Step::continued) drawing_.lines.clear();
    return std::move(drawing_);
  }

 private:
  Length tallest() const { return box_.size.height - box_.border; }
  Length smallest() const { return std::min(box_.smallest, tallest()); }

  Length first_size(Length automatic, double share) const {
    const auto size = box_.font_size.value_or(std::min(automatic, box_.size.height * share));
    return std::max(std::min(size, tallest()), smallest());
  }

  void free(std::string_view utf8) {
    if (tallest() < Length::pt(4) || room_ < Length::pt(4)) {
      drawing_.step = Step::continued;
      return;
    }
    const bool one_line = utf8.find('\n') == std::string_view::npos;
    if (!box_.multiline && box_.lines <= 1 && one_line && single(utf8)) return;
    several(utf8, box_.multiline || box_.lines > 1);
  }

  bool single(std::string_view utf8) {
    const auto size = first_size(largest_automatic, 0.75);
    auto line = shaper_.line(utf8, box_.role);
    auto used = size;
    if (line.width_at(size) > room_) {
      // A tenth of a point at a time, so that equal boxes look alike.
      const auto exact = static_cast<std::int64_t>(room_.milli()) * 1000 / line.width;
      used = Length::milli(static_cast<std::int32_t>(exact / 100 * 100));
      if (used < smallest()) return false;
      drawing_.step = Step::shrunk;
    }
    for (;; used = used - finest) {
      if (used < smallest()) return false;
      add(line, used, box_.size.height / 2 - used * middle_of_han);
      if (keeps_inside()) break;
      drawing_.lines.clear();
      drawing_.step = Step::shrunk;
    }
    drawing_.used = used;
    return true;
  }

  /// Moves the lines up or down until their ink stands inside the box; false: it is too tall.
  bool keeps_inside() {
    std::optional<Ink> ink;
    for (const auto& one : ink_of_lines(drawing_.lines, shaper_.fonts())) widen(ink, one);
    if (!ink) return true;
    if (ink->top - ink->bottom > box_.size.height) return false;
    Length up;
    if (ink->bottom < Length()) up = Length() - ink->bottom;
    if (ink->top > box_.size.height) up = box_.size.height - ink->top;
    for (auto& placed : drawing_.lines) placed.y = placed.y + up;
    return true;
  }

  /// `meant`: the box is for several lines, so that they are no step of their own.
  void several(std::string_view utf8, bool meant) {
    const auto first =
        meant ? first_size(largest_paragraph, 1) : first_size(largest_automatic, 0.5);
    const auto step = Length::pt(0.5);
    for (auto size = first;; size = std::max(size - step, smallest())) {
      std::vector<text::Line> lines;
      for (const auto& paragraph : paragraphs(utf8)) {
        auto broken = shaper_.paragraph({{paragraph, box_.role}}, size, room_);
        std::ranges::move(broken, std::back_inserter(lines));
      }
      drawing_.lines.clear();
      if (go_in(lines, size) && place(std::move(lines), size)) {
        drawing_.step = !meant ? Step::wrapped : size == first ? Step::fits : Step::shrunk;
        return;
      }
      if (size <= smallest()) break;
    }
    drawing_.step = Step::continued;
  }

  Length leading_at(Length size) const {
    if (box_.lines > 1) return box_.size.height / static_cast<double>(box_.lines);
    return size * leading;
  }

  bool go_in(const std::vector<text::Line>& lines, Length size) const {
    const auto count = static_cast<double>(lines.size());
    const bool wide = std::ranges::any_of(
        lines, [&](const text::Line& line) { return line.width_at(size) > room_; });
    if (wide) return false;
    if (box_.lines > 1) return lines.size() <= box_.lines && size <= leading_at(size);
    return size * leading * (count - 1) + size <= box_.size.height - box_.border * 2;
  }

  bool place(std::vector<text::Line> lines, Length size) {
    drawing_.used = size;
    const auto step = leading_at(size);
    const auto count = static_cast<double>(lines.size());
    auto middle = box_.size.height - step / 2;  // of the first line
    if (box_.lines <= 1 && !box_.multiline)
      middle = box_.size.height / 2 + step * ((count - 1) / 2);
    else if (box_.lines <= 1)
      middle = box_.size.height - std::max(box_.border, Length::pt(1)) - size * 0.5;
    middle = std::min(middle, box_.size.height - size * 0.5);
    for (auto& line : lines) {
      add(std::move(line), size, middle - size * middle_of_han);
      middle -= step;
    }
    return keeps_inside();
  }

  void add(text::Line line, Length size, Length baseline) {
    const auto spare = box_.size.width - margin_ - margin_ - line.width_at(size);
    const auto x = box_.align == Align::left     ? margin_
                   : box_.align == Align::centre ? margin_ + spare / 2
                                                 : margin_ + spare;
    drawing_.lines.push_back({x, baseline, size, std::move(line)});
  }

  /// One character a cell; the caller has seen to it that there are enough cells.
  void comb(std::string_view utf8) {
    const auto cell = box_.size.width / static_cast<double>(box_.comb);
    auto size = std::min(first_size(largest_automatic, 0.75), cell * 1.1);
    std::vector<text::Line> all;
    for (const auto& character : characters(utf8)) {
      all.push_back(shaper_.line(character, box_.role));
      const auto width = all.back().width;
      if (width == 0) continue;
      const auto widest = static_cast<std::int64_t>(cell.milli()) * 960 / width;
      if (size.milli() > widest) size = Length::milli(static_cast<std::int32_t>(widest));
    }
    if (all.size() > box_.comb) size = Length();
    for (; size >= Length::pt(4); size = size - finest) {
      place_in_cells(all, cell, size);
      drawing_.used = size;
      if (keeps_inside()) return;
      drawing_.lines.clear();
    }
    drawing_.step = Step::continued;
  }

  void place_in_cells(const std::vector<text::Line>& all, Length cell, Length size) {
    const auto empty = box_.comb - all.size();
    auto at = box_.align == Align::left ? 0 : box_.align == Align::right ? empty : empty / 2;
    for (const auto& line : all) {
      const auto spare = cell - line.width_at(size);
      drawing_.lines.push_back({cell * static_cast<double>(at++) + spare / 2,
                                box_.size.height / 2 - size * middle_of_han, size, line});
    }
  }

  /// With the marks that combine with them.
  static std::vector<std::string> characters(std::string_view utf8) {
    std::vector<std::string> all;
    for (const char32_t c : text::to_utf32(utf8)) {
      const bool joins =
          (c >= 0x300 && c < 0x370) || (c >= 0xFE00 && c < 0xFE10) || (c >= 0xE0100 && c < 0xE01F0);
      const auto one = text::to_utf8(std::u32string(1, c));
      if (joins && !all.empty()) {
        all.back() += one;
      } else {
        all.push_back(one);
      }
    }
    return all;
  }

  text::Shaper& shaper_;
  const BoxStyle& box_;
  Length margin_, room_;
  Drawing drawing_;
};

void put_points(std::string& out, std::initializer_list<Length> numbers, const char* op) {
  for (const auto number : numbers) {
    pdf::put(out, number);
    out += ' ';
  }
  out += op;
  out += '\n';
}

/// Four Bézier arcs.
void put_circle(std::string& out, Length x, Length y, Length radius) {
  const auto k = radius * 0.5523;
  put_points(out, {x + radius, y}, "m");
  put_points(out, {x + radius, y + k, x + k, y + radius, x, y + radius}, "c");
  put_points(out, {x - k, y + radius, x - radius, y + k, x - radius, y}, "c");
  put_points(out, {x - radius, y - k, x - k, y - radius, x, y - radius}, "c");
  put_points(out, {x + k, y - radius, x + radius, y - k, x + radius, y}, "c");
}

}  // namespace

Drawing draw_text(text::Shaper& shaper, std::string_view utf8, const BoxStyle& box) {
  auto drawing = TextSetter(shaper, box).set(utf8);
  drawing.text = utf8;
  return drawing;
}

std::vector<Ink> ink_of(const Drawing& drawing, const text::FontSet& fonts) {
  auto all = ink_of_lines(drawing.lines, fonts);
  all.insert(all.end(), drawing.mark.begin(), drawing.mark.end());
  return all;
}

Drawing draw_mark(page::Size box, Mark mark) {
  Drawing drawing;
  drawing.size = box;
  const auto side = std::min(box.width, box.height);
  const auto x = box.width / 2, y = box.height / 2;
  if (mark == Mark::dot) {
    const auto radius = side * 0.25;
    put_circle(drawing.marks, x, y, radius);
    drawing.marks += "f\n";
    drawing.mark = {{x - radius, y - radius, x + radius, y + radius}};
    return drawing;
  }
  const auto width = side * 0.12;
  drawing.marks += "1 J 1 j ";
  put_points(drawing.marks, {width}, "w");
  put_points(drawing.marks, {x - side * 0.3, y - side * 0.02}, "m");
  put_points(drawing.marks, {x - side * 0.08, y - side * 0.26}, "l");
  put_points(drawing.marks, {x + side * 0.32, y + side * 0.3}, "l");
  drawing.marks += "S\n";
  const auto half = width / 2;
  drawing.mark = {{x - side * 0.3 - half, y - side * 0.26 - half, x + side * 0.32 + half,
                   y + side * 0.3 + half}};
  return drawing;
}

std::string draw_ground(const foreign::Widget& widget, page::Size box, bool is_round) {
  std::string out;
  const auto radius = std::min(box.width, box.height) / 2;
  if (!widget.background.components.empty()) {
    put_colour(out, widget.background, false);
    if (is_round) {
      put_circle(out, box.width / 2, box.height / 2, radius);
    } else {
      put_points(out, {{}, {}, box.width, box.height}, "re");
    }
    out += "f\n";
  }
  const auto width = Length::pt(std::clamp(widget.border_width, 0.0, 12.0));
  if (widget.border.components.empty() || width <= Length()) return out;
  put_colour(out, widget.border, true);
  put_points(out, {width}, "w");
  if (widget.border_style == foreign::BorderStyle::dashed) out += "[3] 0 d\n";
  const auto half = width / 2;
  if (widget.border_style == foreign::BorderStyle::underline) {
    put_points(out, {{}, half}, "m");
    put_points(out, {box.width, half}, "l");
  } else if (is_round) {
    put_circle(out, box.width / 2, box.height / 2, radius - half);
  } else {
    put_points(out, {half, half, box.width - width, box.height - width}, "re");
  }
  out += "S\n";
  return out;
}

std::string draw_frame(page::Size box, const foreign::Colour& colour) {
  const auto width = Length::pt(0.5);
  std::string out;
  put_colour(out, colour, true);
  put_points(out, {width}, "w");
  put_points(out, {width / 2, width / 2, box.width - width, box.height - width}, "re");
  return out + "S\n";
}

page::Size upright(page::Size box, int rotation) {
  return rotation % 180 == 0 ? box : page::Size{box.height, box.width};
}

foreign::Matrix placement(const page::Rect& box, int rotation, Length page_height) {
  const double x = box.at.x.pt(), w = box.size.width.pt(), h = box.size.height.pt();
  const double y = (page_height - box.at.y - box.size.height).pt();
  switch (rotation) {
    case 90:
      return {0, 1, -1, 0, x + w, y};
    case 180:
      return {-1, 0, 0, -1, x + w, y + h};
    case 270:
      return {0, -1, 1, 0, x, y + h};
    default:
      return {1, 0, 0, 1, x, y};
  }
}

page::Rect on_page(const Ink& ink, const page::Rect& box, int rotation, Length page_height) {
  const auto m = placement(box, rotation, page_height);
  const auto x = [&](Length u, Length v) { return m.a * u.pt() + m.c * v.pt() + m.e; };
  const auto y = [&](Length u, Length v) { return m.b * u.pt() + m.d * v.pt() + m.f; };
  const double x1 = x(ink.left, ink.bottom), x2 = x(ink.right, ink.top);
  const double y1 = y(ink.left, ink.bottom), y2 = y(ink.right, ink.top);
  return {{Length::pt(std::min(x1, x2)), page_height - Length::pt(std::max(y1, y2))},
          {Length::pt(std::abs(x2 - x1)), Length::pt(std::abs(y2 - y1))}};
}

void put_colour(std::string& out, const foreign::Colour& colour, bool stroke) {
  for (const double component : colour.components) {
    pdf::put_thousandths(out, static_cast<std::int64_t>(std::clamp(component, 0.0, 1.0) * 1000));
    out += ' ';
  }
  switch (colour.components.size()) {
    case 1:
      out += stroke ? "G\n" : "g\n";
      break;
    case 3:
      out += stroke ? "RG\n" : "rg\n";
      break;
    case 4:
      out += stroke ? "K\n" : "k\n";
      break;
    default:
      out += stroke ? "0 G\n" : "0 g\n";
  }
}

void put_matrix(std::string& out, const foreign::Matrix& matrix) {
  for (const double number : {matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f}) {
    pdf::put_thousandths(out, std::llround(number * 1000));
    out += ' ';
  }
}

}  // namespace tongxing::forms
