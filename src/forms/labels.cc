// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/labels.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace tongxing::forms {
namespace {

/// Millimetres.
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
};

Box box_of(const page::Rect& rect) {
  const double left = rect.at.x.mm(), top = rect.at.y.mm();
  return {left, top, left + rect.size.width.mm(), top + rect.size.height.mm()};
}

double overlap(double a, double b, double c, double d) {
  return std::min(b, d) - std::max(a, c);
}

bool on_one_line(const Box& a, const Box& b) {
  return overlap(a.top, a.bottom, b.top, b.bottom) > 0.4 * std::min(a.height(), b.height());
}

/// Words that stand together: no more than a wide blank apart, and no box between them.
struct Phrase {
  std::string text;
  Box box;
};

class LabelFinder {
 public:
  LabelFinder(const page::PrintedWords& words, std::vector<Box> boxes) : boxes_(std::move(boxes)) {
    join(words);
  }
  std::string label(const Box& box, bool is_toggle) const;

 private:
  void join(const page::PrintedWords& words);
  bool box_between(double left, double right, const Box& line) const;
  bool box_between_rows(double top, double bottom, const Box& column) const;
  std::optional<double> distance(const Phrase& phrase, const Box& box, bool is_toggle) const;

  std::vector<Box> boxes_;
  std::vector<Phrase> phrases_;
};

/// Is a field's box on this line between the two?
bool LabelFinder::box_between(double left, double right, const Box& line) const {
  return std::ranges::any_of(boxes_, [&](const Box& each) {
    return each.left > left - 0.5 && each.right < right + 0.5 && on_one_line(each, line);
  });
}

bool LabelFinder::box_between_rows(double top, double bottom, const Box& column) const {
  return std::ranges::any_of(boxes_, [&](const Box& each) {
    return each.top > top - 0.5 && each.bottom < bottom + 0.5 &&
           overlap(each.left, each.right, column.left, column.right) > 0;
  });
}

void LabelFinder::join(const page::PrintedWords& words) {
  for (const page::PrintedWord& word : words) {
    if (word.text.find_first_not_of("_.-") == std::string::npos) continue;  // a line to write on
    const Box box = box_of(word.box);
    Phrase* before = phrases_.empty() ? nullptr : &phrases_.back();
    const double gap = before ? box.left - before->box.right : 0;
    if (before && on_one_line(before->box, box) && gap > -1 &&
        gap < std::max(1.5, 0.7 * box.height()) && !box_between(before->box.right, box.left, box)) {
      before->text += (gap > 0.1 ? " " : "") + word.text;
      before->box.right = std::max(before->box.right, box.right);
      before->box.top = std::min(before->box.top, box.top);
      before->box.bottom = std::max(before->box.bottom, box.bottom);
    } else {
      phrases_.push_back({word.text, box});
    }
  }
}

/// How far the phrase is from naming the box; nothing: it does not. Millimetres with a handicap for
/// the less usual sides.
std::optional<double> LabelFinder::distance(const Phrase& phrase, const Box& box,
                                            bool is_toggle) const {
  const Box& text = phrase.box;
  const bool in_column = overlap(text.left, text.right, box.left, box.right) > 0;
  if (on_one_line(text, box)) {
    if (text.left >= box.left - 0.5 && text.right <= box.right + 0.5)
      return is_toggle ? std::nullopt : std::optional(0.0);
    const double before = box.left - text.right, behind = text.left - box.right;
    if (before > -1.5 && before < 60 && !box_between(text.right, box.left, text))
      return std::max(before, 0.0) + (is_toggle ? 4 : 1);
    if (behind > -1.5 && behind < (is_toggle ? 12 : 3) && !box_between(box.right, text.left, text))
      return std::max(behind, 0.0) + (is_toggle ? 0 : 20);
    return std::nullopt;
  }
  if (!in_column) return std::nullopt;
  const double above = box.top - text.bottom, below = text.top - box.bottom;
  if (above > -1.5 && above < 9 && !box_between_rows(text.bottom, box.top, text))
    return 2 * std::max(above, 0.0) + (is_toggle ? 8 : 2);
  if (below > -1.5 && below < 4 && !box_between_rows(box.bottom, text.top, text))
    return 2 * std::max(below, 0.0) + (is_toggle ? 12 : 4);
  return std::nullopt;
}

/// Without leaders, a colon or blanks at the ends; not longer than a line.
std::string tidy(const std::string& text) {
  std::string tidied;
  std::size_t count = 0;
  for (const char c : text) {
    const bool starts_character = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (starts_character && ++count > 80) break;
    const bool repeats =
        !tidied.empty() && (c == '_' || c == '.' || c == ' ') && tidied.back() == c;
    if (!repeats) tidied += c;
  }
  constexpr std::string_view ends = " _.:*";
  tidied.erase(0, std::min(tidied.find_first_not_of(ends), tidied.size()));
  tidied.erase(tidied.find_last_not_of(ends) + 1);
  constexpr std::string_view wide_colon = "：";
  if (tidied.ends_with(wide_colon)) tidied.erase(tidied.size() - wide_colon.size());
  return tidied;
}

std::string LabelFinder::label(const Box& box, bool is_toggle) const {
  double nearest = std::numeric_limits<double>::infinity();
  std::string found;
  for (const Phrase& phrase : phrases_) {
    const auto away = distance(phrase, box, is_toggle);
    if (!away || *away >= nearest) continue;
    std::string text = tidy(phrase.text);
    if (text.empty()) continue;
    nearest = *away;
    found = std::move(text);
  }
  return found;
}

bool is_toggle(const foreign::Field& field) {
  return field.type == foreign::FieldType::checkbox || field.type == foreign::FieldType::radio;
}

}  // namespace

std::vector<std::string> find_labels(const foreign::OfficialForm& form,
                                     const std::vector<page::PrintedWords>& words) {
  std::vector<std::vector<Box>> boxes(form.pages.size());
  for (const foreign::Field& field : form.fields)
    for (const foreign::Widget& widget : field.widgets)
      boxes[widget.page].push_back(box_of(widget.box));
  std::vector<LabelFinder> pages;
  for (std::size_t i = 0; i < form.pages.size(); ++i)
    pages.emplace_back(i < words.size() ? words[i] : page::PrintedWords{}, std::move(boxes[i]));
  std::vector<std::string> labels;
  for (const foreign::Field& field : form.fields)
    labels.push_back(field.widgets.empty()
                         ? ""
                         : pages[field.widgets.front().page].label(
                               box_of(field.widgets.front().box), is_toggle(field)));
  return labels;
}

std::vector<std::size_t> reading_order(const foreign::OfficialForm& form) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < form.fields.size(); ++i)
    if (!form.fields[i].widgets.empty()) order.push_back(i);
  const auto first = [&](std::size_t i) -> const foreign::Widget& {
    return form.fields[i].widgets.front();
  };
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const foreign::Widget &one = first(a), &two = first(b);
    if (one.page != two.page) return one.page < two.page;
    return one.box.at.y < two.box.at.y;
  });
  // Lines: what overlaps the box that begins the line; within one, from left to right.
  for (std::size_t begin = 0; begin < order.size();) {
    const foreign::Widget& head = first(order[begin]);
    std::size_t end = begin + 1;
    while (end < order.size() && first(order[end]).page == head.page &&
           on_one_line(box_of(head.box), box_of(first(order[end]).box)))
      ++end;
    std::stable_sort(
        order.begin() + static_cast<std::ptrdiff_t>(begin),
        order.begin() + static_cast<std::ptrdiff_t>(end),
        [&](std::size_t a, std::size_t b) { return first(a).box.at.x < first(b).box.at.x; });
    begin = end;
  }
  for (std::size_t i = 0; i < form.fields.size(); ++i)
    if (form.fields[i].widgets.empty()) order.push_back(i);
  return order;
}

}  // namespace tongxing::forms
