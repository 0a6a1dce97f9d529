// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/photo.h"

#include <algorithm>
#include <cmath>

namespace tongxing::compose {

namespace {

using layout::Align;
using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using page::Path;
using page::TagType;
using Verb = page::Path::Verb;

Length mm(double x) {
  return Length::mm(x);
}

std::string range(double from, double to) {
  const auto text = [](double x) {
    auto s = std::to_string(std::round(x * 10) / 10);
    s.erase(s.find_last_not_of('0') + 1);
    if (s.back() == '.') s.pop_back();
    return s;
  };
  return from == to ? text(from) : text(from) + "–" + text(to);
}

class Drawing {
 public:
  Drawing(const Context& context, Pen& pen, const model::Photo& photo, Length left, Length top)
      : context_(context), pen_(pen), photo_(photo), left_(left), top_(top) {}

  Length draw() {
    page::Tag figure;
    figure.type = TagType::figure;
    const auto said = context_.say("photo.drawing");
    figure.alt = said.zh + " " + said.en;
    figure.box = page::Rect{{left_, top_}, {mm(photo_.width + 20), mm(photo_.height + 15)}};
    Tagged tag(pen_, std::move(figure));
    pen_.frame(left_, top_, mm(photo_.width), mm(photo_.height), Style::writing_line);
    head();
    measures();
    return mm(photo_.height + 17.5);
  }

 private:
  Length crown() const { return top_ + mm((photo_.crown_min + photo_.crown_max) / 2); }
  Length chin() const {
    return crown() + mm((photo_.head_height_min + photo_.head_height_max) / 2);
  }
  double head_width() const { return (photo_.head_width_min + photo_.head_width_max) / 2; }

  void head() {
    const auto centre = left_ + mm(photo_.width / 2);
    const auto rx = mm(head_width() / 2), ry = (chin() - crown()) / 2;
    const auto kx = rx * 0.5523, ky = ry * 0.5523;
    const Length o{};
    Path oval;
    oval.verbs = {Verb::move, Verb::curve, Verb::curve, Verb::curve, Verb::curve, Verb::close};
    oval.points = {{rx, o},    {rx, ky},   {kx, ry}, {o, ry},   {-kx, ry}, {-rx, ky}, {-rx, o},
                   {-rx, -ky}, {-kx, -ry}, {o, -ry}, {kx, -ry}, {rx, -ky}, {rx, o}};
    dashed(std::move(oval), centre, crown() + ry);
    Path shoulders;
    const auto neck = mm(4), wide = mm(photo_.width / 2 - 3),
               down = top_ + mm(photo_.height) - chin();
    shoulders.verbs = {Verb::move, Verb::line, Verb::curve, Verb::move, Verb::line, Verb::curve};
    shoulders.points = {{-neck, -mm(2)}, {-neck, mm(2)}, {-neck, mm(4)}, {-wide, mm(3)},
                        {-wide, down},   {neck, -mm(2)}, {neck, mm(2)},  {neck, mm(4)},
                        {wide, mm(3)},   {wide, down}};
    dashed(std::move(shoulders), centre, chin());
  }

  void dashed(Path path, Length x, Length y) {
    path.stroke = page::Grey{0};
    path.width = Length::pt(0.5);
    path.dash = {Length::pt(2.5), Length::pt(2)};
    pen_.path(x, y, std::move(path));
  }

  void measures() {
    const auto right = left_ + mm(photo_.width), bottom = top_ + mm(photo_.height);
    const auto inner = right + mm(4), outer = right + mm(14);
    thin(right + mm(1), top_, outer + mm(2) - right - mm(1));
    thin(left_ + mm(photo_.width / 2), crown(), inner + mm(3) - left_ - mm(photo_.width / 2));
    thin(left_ + mm(photo_.width / 2), chin(), inner + mm(3) - left_ - mm(photo_.width / 2));
    thin(right + mm(1), bottom, outer + mm(2) - right - mm(1));
    height_mark(inner, top_, crown(), range(photo_.crown_min, photo_.crown_max));
    height_mark(inner, crown(), chin(), range(photo_.head_height_min, photo_.head_height_max));
    height_mark(inner, chin(), bottom, "≥ " + range(photo_.chin_min, photo_.chin_min));
    height_mark(outer, top_, bottom, range(photo_.height, photo_.height));
    const auto centre = left_ + mm(photo_.width / 2), half = mm(head_width() / 2);
    width_mark(centre - half, centre + half, bottom + mm(5),
               range(photo_.head_width_min, photo_.head_width_max));
    width_mark(left_, right, bottom + mm(12), range(photo_.width, photo_.width));
  }

  void thin(Length x, Length y, Length width) { pen_.rule(x, y, width, Length::pt(0.3)); }

  void slash(Length x, Length y) {
    Path path;
    path.verbs = {Verb::move, Verb::line};
    path.points = {{-mm(0.8), mm(0.8)}, {mm(0.8), -mm(0.8)}};
    path.stroke = page::Grey{0};
    path.width = Length::pt(0.6);
    pen_.path(x, y, std::move(path));
  }

  void height_mark(Length x, Length from, Length to, const std::string& text) {
    pen_.upright(x, from, to - from, Length::pt(0.3));
    slash(x, from);
    slash(x, to);
    auto type = figure_type();
    pen_.line(x + mm(1), (from + to) / 2 - type.leading / 2, type, text);
  }

  void width_mark(Length from, Length to, Length y, const std::string& text) {
    pen_.rule(from, y, to - from, Length::pt(0.3));
    slash(from, y);
    slash(to, y);
    auto type = figure_type();
    pen_.line(from, y - mm(4), type, text, {}, Align::centre, to - from);
  }

  layout::Type figure_type() const { return {text::Role::latin, Length::pt(8), mm(3.75), {}, 0}; }

  const Context& context_;
  Pen& pen_;
  const model::Photo& photo_;
  Length left_, top_;
};

}  // namespace

std::vector<layout::Box> photo_boxes(const Context& context, SheetWriter& sheet,
                                     const model::Photo& photo, Length width) {
  const auto& style = context.style;
  auto& pen = sheet.pen();
  std::vector<layout::Box> boxes;
  const auto left = sheet.left();
  const auto heading = [&](const char* id) {
    {
      Decoration decoration(pen);
      pen.rule(left, {}, width, Style::head_rule);
    }
    const auto top = style.mm(2.5);
    return top + section_heading(context, pen, left, top, width, context.say(id)) + style.mm(2.5);
  };
  const auto y = heading("photo.true_size");
  boxes.push_back(pen.take(y + Drawing(context, pen, photo, left, y).draw() + style.mm(2.5)));

  boxes.push_back(pen.take(heading("photo.rules")));
  boxes.back().keep_with_next = true;
  Tagged list(pen, TagType::l);
  std::size_t number = 0;
  const auto rule = [&](const model::Bilingual& said, const std::string& source = {}) {
    boxes.push_back(keyed_item(context, pen, left, width, std::to_string(++number), said, source));
  };
  if (photo.prints > 0) rule(context.say("photo.prints", {{"n", std::int64_t(photo.prints)}}));
  for (std::size_t i = 0; i < photo.rules.size(); ++i)
    rule(context.say(photo.rules[i].text), source_mark(context, photo.rules[i].sources));
  rule(context.say("photo.measure"), source_mark(context, photo.sources));
  return boxes;
}

}  // namespace tongxing::compose
