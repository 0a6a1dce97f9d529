// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/pen.h"

#include <cassert>
#include <utility>

namespace tongxing::layout {

using page::Path;
using page::Point;
using page::Tag;
using page::TagId;
using page::TagType;
using Verb = page::Path::Verb;

Pen::Pen(text::Shaper& shaper, std::vector<Tag>& tags) : shaper_(shaper), tags_(tags) {
  assert(!tags.empty());
  open_.push_back(TagId{0});
}

TagId Pen::open(TagType type) {
  Tag tag;
  tag.type = type;
  return open(std::move(tag));
}

TagId Pen::open(Tag tag) {
  assert(current() != page::artifact);
  tag.parent = current();
  if (tag.box) box_.figures.push_back(static_cast<TagId>(tags_.size()));
  tags_.push_back(std::move(tag));
  open_.push_back(static_cast<TagId>(tags_.size() - 1));
  return open_.back();
}

void Pen::close() {
  assert(open_.size() > 1);
  open_.pop_back();
}

TagId Pen::current() const {
  return open_.back();
}

void Pen::put(Point at,
              std::variant<page::Text, page::Fill, Path, page::Code, page::Picture> draw) {
  box_.items.push_back({at, current(), std::move(draw)});
}

Length Pen::baseline(const Type& type) {
  return type.leading / 2 + type.size * 0.38;
}

void Pen::shaped(Length x, Length base, const Type& type, const text::Line& line,
                 std::string_view language, std::string_view actual_text, page::Grey grey) {
  std::int64_t pen = 0;  // 1/1000 em, so that rounding never adds up
  for (const auto& run : line.runs) {
    const auto at = x + Length::milli(static_cast<std::int32_t>(pen * type.size.milli() / 1000));
    if (run.blank_box) {
      Decoration decoration(*this);
      frame(at + type.size * 0.06, base - type.size * 0.82, type.size * 0.88, type.size * 0.88,
            Length::pt(0.5));
    } else {
      put({at, base}, page::Text{run, type.size, grey, type.stroke, std::string(language),
                                 std::string(actual_text)});
    }
    pen += run.width;
  }
}

namespace {

Length shift(Align align, Length width, Length used) {
  if (align == Align::left) return {};
  return align == Align::right ? width - used : (width - used) / 2;
}

std::vector<text::Span> spans_of(const Type& type, std::string_view utf8) {
  return {{std::string(utf8), type.role}};
}

}  // namespace

Length Pen::line(Length x, Length y, const Type& type, const Words& words, Align align,
                 Length width) {
  const auto shaped_line = shaper_.line(words.spans, type.tracking);
  const auto used = shaped_line.width_at(type.size);
  shaped(x + shift(align, width, used), y + baseline(type), type, shaped_line, words.language);
  return used;
}

Length Pen::line(Length x, Length y, const Type& type, std::string_view utf8,
                 std::string_view language, Align align, Length width) {
  return line(x, y, type, Words{spans_of(type, utf8), std::string(language)}, align, width);
}

namespace {

/// Breaks a paragraph; a last line of one short word is filled from the line before it, where that
/// takes no line more.
std::vector<text::Line> settled(text::Shaper& shaper, const Type& type, Length width,
                                const std::vector<text::Span>& spans) {
  auto lines = shaper.paragraph(spans, type.size, width);
  const auto enough = std::min(width * 0.2, type.size * 4.0);
  if (lines.size() < 2 || lines.back().width_at(type.size) >= enough) return lines;
  for (int percent = 97; percent >= 64; percent -= 3) {
    auto narrower = shaper.paragraph(spans, type.size, width * (percent / 100.0));
    if (narrower.size() > lines.size()) break;
    if (narrower.back().width_at(type.size) >= enough) return narrower;
  }
  return lines;
}

}  // namespace

Length Pen::paragraph(Length x, Length y, Length width, const Type& type, const Words& words,
                      Align align) {
  Length used{};
  for (const auto& each : settled(shaper_, type, width, words.spans)) {
    shaped(x + shift(align, width, each.width_at(type.size)), y + used + baseline(type), type, each,
           words.language);
    used += type.leading;
  }
  return used;
}

Length Pen::paragraph(Length x, Length y, Length width, const Type& type, std::string_view utf8,
                      std::string_view language, Align align) {
  return paragraph(x, y, width, type, Words{spans_of(type, utf8), std::string(language)}, align);
}

Length Pen::width(const Type& type, std::string_view utf8) {
  return shaper_.line(utf8, type.role, type.tracking).width_at(type.size);
}

void Pen::fill(Length x, Length y, Length width, Length height, page::Grey grey) {
  put({x, y}, page::Fill{{width, height}, grey});
}

void Pen::rule(Length x, Length y, Length width, Length thickness) {
  fill(x, y - thickness / 2, width, thickness);
}

void Pen::upright(Length x, Length y, Length height, Length thickness) {
  fill(x - thickness / 2, y, thickness, height);
}

void Pen::frame(Length x, Length y, Length width, Length height, Length thickness,
                std::vector<Length> dash) {
  Path path;
  path.verbs = {Verb::move, Verb::line, Verb::line, Verb::line, Verb::close};
  path.points = {{}, {width, {}}, {width, height}, {{}, height}};
  path.stroke = page::Grey{0};
  path.width = thickness;
  path.dash = std::move(dash);
  put({x, y}, std::move(path));
}

void Pen::ring(Length x, Length y, Length diameter, Length thickness, bool dot) {
  const auto circle = [](Length r) {
    const auto k = r * 0.5523;  // four cubic curves
    const Length o{};
    Path path;
    path.verbs = {Verb::move, Verb::curve, Verb::curve, Verb::curve, Verb::curve, Verb::close};
    path.points = {{r, o},   {r, k},   {k, r},  {o, r},  {-k, r}, {-r, k}, {-r, o},
                   {-r, -k}, {-k, -r}, {o, -r}, {k, -r}, {r, -k}, {r, o}};
    return path;
  };
  const auto radius = diameter / 2;
  auto outer = circle(radius);
  outer.stroke = page::Grey{0};
  outer.width = thickness;
  put({x + radius, y + radius}, std::move(outer));
  if (!dot) return;
  auto inner = circle(diameter * 0.28);
  inner.fill = page::Grey{0};
  put({x + radius, y + radius}, std::move(inner));
}

void Pen::tick(Length x, Length y, Length box) {
  Path path;
  path.verbs = {Verb::move, Verb::line, Verb::line};
  path.points = {{box * 0.12, box * 0.48}, {box * 0.40, box * 0.82}, {box * 1.12, box * -0.14}};
  path.stroke = page::Grey{0};
  path.width = Length::mm(0.55);
  path.round = true;
  put({x, y}, std::move(path));
}

void Pen::path(Length x, Length y, Path path) {
  put({x, y}, std::move(path));
}

void Pen::code(Length x, Length y, codes::Matrix matrix, Length module) {
  put({x, y}, page::Code{std::move(matrix), module});
}

void Pen::picture(Length x, Length y, page::Picture picture) {
  put({x, y}, std::move(picture));
}

void Pen::expect(page::Rect box, std::string text, std::string field) {
  box_.expectations.push_back({box, std::move(text), std::move(field)});
}

void Pen::jump(page::Rect from, std::size_t to_page, std::string contents) {
  box_.jumps.push_back({from, to_page, current(), std::move(contents)});
}

Box Pen::take(Length height) {
  box_.height = height;
  return std::exchange(box_, {});
}

}  // namespace tongxing::layout
