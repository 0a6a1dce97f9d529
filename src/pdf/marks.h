// SPDX-License-Identifier: GPL-3.0-or-later
// Marked content: ties stretches of a content stream to structure elements, tells decoration from
// content, and says language and replacement text (ISO 32000-1, 14.6 to 14.9).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "page/document.h"

namespace tongxing::pdf {

class Marks {
 public:
  /// Writes to `out`. `tags`: where the items' tags are looked up; `first`: the first MCID.
  Marks(std::string& out, std::span<const page::Tag> tags, Length page_height, std::size_t first)
      : out_(out), tags_(tags), page_height_(page_height), first_(first) {}

  /// Call before an item is drawn. Neighbours of one tag share a stretch; neighbours on one line
  /// with one replacement text share that.
  void enter(const page::Item& item);
  void close();

  /// Tag of each stretch; the MCID is its index + `first`.
  const std::vector<page::TagId>& tags() const { return marked_; }

 private:
  void open(page::TagId tag, std::string_view decoration);
  bool continues_span(const page::Item& item) const;
  void open_span(const page::Item& item);
  void close_span();

  std::string& out_;
  std::span<const page::Tag> tags_;
  Length page_height_;
  std::size_t first_;
  std::vector<page::TagId> marked_;
  bool open_ = false, span_open_ = false;
  page::TagId tag_{};
  std::string_view decoration_;  ///< property list of an open artifact
  std::string language_, actual_text_;
  Length line_{};
};

}  // namespace tongxing::pdf
