// SPDX-License-Identifier: GPL-3.0-or-later
// Stacks boxes down the pages of one part of a packet.
#pragma once

#include <functional>
#include <vector>

#include "layout/pen.h"

namespace tongxing::layout {

/// Where things may stand on a page.
struct Sheet {
  page::Size size;
  Length left, right;  ///< x of the body's edges
  Length top, bottom;  ///< y of the body's edges; below stands the footer
  Length width() const { return right - left; }
};

/// One part of a packet (cover, checklist, a letter …): its pages and their structure. Tag 0 is the
/// part's Sect; ids are local to the part.
struct Part {
  std::vector<page::Tag> tags;
  std::vector<page::Page> pages;
};

class Flow {
 public:
  /// `head` draws what stands on top of every page (number from 0) and returns its height; what it
  /// draws on the first page may be tagged, on later pages it is decoration.
  using Head = std::function<Length(Pen&, std::size_t page)>;

  Flow(Part& part, Pen& pen, const Sheet& sheet, Head head);

  /// Places the box below the last one, on a new page if it does not fit. A box that asks to be
  /// kept with the next waits for it. A box higher than a page is placed at its top.
  void add(Box box);
  /// As add, for what was drawn with the pen just now.
  void add(Length height, bool keep_with_next = false);
  void space(Length height);  ///< none at the top of a page
  void new_page();            ///< requires that nothing drawn is still in the pen
  /// Room left on the page, waiting boxes included.
  Length room() const;
  Length y() const { return y_; }
  bool is_at_top() const { return fresh_ && waiting_.empty(); }  ///< of a page
  /// The last box is placed; nothing may follow.
  void finish();

 private:
  void place(Box box);
  void flush();

  Part& part_;
  Pen& pen_;
  Sheet sheet_;
  Head head_;
  Length y_{};
  bool fresh_ = false;  ///< nothing below the head yet
  std::vector<Box> waiting_;
};

/// Takes the rules on the upper edge away, if the box says so (Box::rule_on_top).
void drop_rule_on_top(Box& box);

/// Puts a box on a page, its top at y.
void place(page::Page& page, Box box, Length y);

}  // namespace tongxing::layout
