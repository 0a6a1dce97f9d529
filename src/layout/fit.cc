// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/fit.h"

#include <algorithm>

namespace tongxing::layout {

namespace {

Type sized(const Type& type, Length size) {
  Type smaller = type;
  smaller.leading = type.leading * (size / type.size);
  smaller.size = size;
  smaller.stroke = type.stroke * (size / type.size);
  return smaller;
}

bool goes_into(const std::vector<text::Line>& lines, const Type& type, page::Size box) {
  const auto height = type.leading * static_cast<double>(lines.size());
  return height <= box.height + Length::milli(10) &&
         std::all_of(lines.begin(), lines.end(),
                     [&](const text::Line& line) { return line.width_at(type.size) <= box.width; });
}

}  // namespace

Fit fit(text::Shaper& shaper, std::string_view utf8, const Type& type, page::Size box,
        Length smallest, std::size_t lines) {
  const std::vector<text::Span> spans = {{std::string(utf8), type.role}};
  const auto step = Length::pt(0.5);
  const auto tight = [](Type t) {  // more lines than were meant stand closer
    t.leading = std::min(t.leading, t.size * 1.25);
    return t;
  };
  for (auto size = type.size; size >= smallest; size -= step) {
    const auto tried = lines > 1 ? tight(sized(type, size)) : sized(type, size);
    auto broken = shaper.paragraph(spans, size, box.width);
    if (broken.size() <= lines && goes_into(broken, tried, box))
      return {size == type.size ? Step::fits : Step::shrunk, tried, std::move(broken)};
  }
  const auto last = tight(sized(type, smallest));
  auto broken = shaper.paragraph(spans, smallest, box.width);
  if (goes_into(broken, last, box)) return {Step::wrapped, last, std::move(broken)};
  return {Step::continued, type, {}};
}

}  // namespace tongxing::layout
