// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/flow.h"

#include <utility>

namespace tongxing::layout {

void place(page::Page& page, Box box, Length y) {
  for (auto& item : box.items) {
    item.at.y += y;
    page.items.push_back(std::move(item));
  }
  for (auto& jump : box.jumps) {
    jump.from.at.y += y;
    page.jumps.push_back(std::move(jump));
  }
  for (auto& expectation : box.expectations) {
    expectation.box.at.y += y;
    page.expectations.push_back(std::move(expectation));
  }
}

void drop_rule_on_top(Box& box) {
  if (!box.rule_on_top) return;
  std::erase_if(box.items, [](const page::Item& item) {
    const auto* fill = std::get_if<page::Fill>(&item.draw);
    return fill && item.at.y <= Length{} && item.at.y + fill->size.height < Length::mm(1);
  });
}

Flow::Flow(Part& part, Pen& pen, const Sheet& sheet, Head head)
    : part_(part), pen_(pen), sheet_(sheet), head_(std::move(head)) {
  new_page();
}

void Flow::new_page() {
  flush();
  part_.pages.emplace_back();
  part_.pages.back().size = sheet_.size;
  const auto number = part_.pages.size() - 1;
  const auto height = head_ ? head_(pen_, number) : Length{};
  layout::place(part_.pages.back(), pen_.take(height), sheet_.top);
  y_ = sheet_.top + height;
  fresh_ = true;
}

Length Flow::room() const {
  auto room = sheet_.bottom - y_;
  for (const auto& box : waiting_) room -= box.height;
  return room;
}

void Flow::add(Length height, bool keep_with_next) {
  auto box = pen_.take(height);
  box.keep_with_next = keep_with_next;
  add(std::move(box));
}

void Flow::add(Box box) {
  const bool waits = box.keep_with_next;
  if (box.height > room() && !fresh_) {
    auto held = std::exchange(waiting_, {});
    new_page();
    waiting_ = std::move(held);
  }
  if (box.height > room() && !waiting_.empty()) {  // together they are higher than a page
    flush();
    new_page();
  }
  waiting_.push_back(std::move(box));
  if (!waits) flush();
}

void Flow::place(Box box) {
  if (fresh_) drop_rule_on_top(box);
  const auto height = box.height;
  for (const auto figure : box.figures)
    part_.tags[static_cast<std::size_t>(figure)].box->at.y += y_;
  layout::place(part_.pages.back(), std::move(box), y_);
  y_ += height;
  fresh_ = false;
}

void Flow::flush() {
  for (auto& box : std::exchange(waiting_, {})) place(std::move(box));
}

void Flow::space(Length height) {
  if (waiting_.empty()) {
    if (!fresh_) y_ += height;
  } else {
    waiting_.push_back({.height = height, .keep_with_next = true});
  }
}

void Flow::finish() {
  flush();
}

}  // namespace tongxing::layout
