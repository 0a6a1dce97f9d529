// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/marks.h"

#include <cassert>

#include "page/names.h"
#include "pdf/syntax.h"

namespace tongxing::pdf {
namespace {

/// What an artifact is (14.8.2.2): rules and frames are layout; text, codes and pictures that no
/// element owns are running heads and feet.
std::string_view kind_of(const page::Item& item, Length page_height) {
  if (std::holds_alternative<page::Fill>(item.draw) ||
      std::holds_alternative<page::Path>(item.draw)) {
    return "<</Type/Layout>>";
  }
  return item.at.y < page_height / 2 ? "<</Type/Pagination/Subtype/Header>>"
                                     : "<</Type/Pagination/Subtype/Footer>>";
}

}  // namespace

void Marks::enter(const page::Item& item) {
  const auto decoration =
      item.tag == page::artifact ? kind_of(item, page_height_) : std::string_view();
  if (!open_ || item.tag != tag_ || decoration != decoration_) {
    close();
    open_ = true;
    tag_ = item.tag;
    decoration_ = decoration;
    out_ += '/';
    if (item.tag == page::artifact) {
      out_ += "Artifact";
      out_ += decoration;
    } else {
      assert(static_cast<std::size_t>(item.tag) < tags_.size());
      out_ += name_of(tags_[static_cast<std::size_t>(item.tag)].type);
      out_ += "<</MCID ";
      put(out_, static_cast<std::int64_t>(first_ + marked_.size()));
      out_ += ">>";
      marked_.push_back(item.tag);
    }
    out_ += "BDC\n";
  }
  enter_span(item);
}

void Marks::enter_span(const page::Item& item) {
  const auto* text = std::get_if<page::Text>(&item.draw);
  // Decoration is not read aloud: its language does not matter.
  const std::string_view language =
      text != nullptr && item.tag != page::artifact ? std::string_view(text->language) : "";
  const std::string_view actual_text = text != nullptr ? std::string_view(text->actual_text) : "";
  if (span_open_ && language == language_ && actual_text == actual_text_ &&
      (actual_text.empty() || item.at.y == line_)) {
    return;
  }
  close_span();
  if (language.empty() && actual_text.empty()) return;
  span_open_ = true;
  language_ = language;
  actual_text_ = actual_text;
  line_ = item.at.y;
  out_ += "/Span<<";
  if (!language.empty()) {
    out_ += "/Lang";
    put_text(out_, language);
  }
  if (!actual_text.empty()) {
    out_ += "/ActualText";
    put_text(out_, actual_text);
  }
  out_ += ">>BDC\n";
}

void Marks::close_span() {
  if (span_open_) out_ += "EMC\n";
  span_open_ = false;
}

void Marks::close() {
  close_span();
  if (open_) out_ += "EMC\n";
  open_ = false;
}

}  // namespace tongxing::pdf
