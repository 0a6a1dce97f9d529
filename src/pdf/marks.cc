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

struct Span {
  std::string_view language, actual_text;
};

/// What is said of an item beside its tag. The language of decoration does not matter: it is not
/// read aloud.
Span span_of(const page::Item& item) {
  const auto* text = std::get_if<page::Text>(&item.draw);
  if (text == nullptr) return {};
  if (item.tag == page::artifact) return {{}, text->actual_text};
  return {text->language, text->actual_text};
}

}  // namespace

void Marks::enter(const page::Item& item) {
  const auto decoration =
      item.tag == page::artifact ? kind_of(item, page_height_) : std::string_view();
  const bool same_span = continues_span(item);
  // A stretch ends with its span: Poppler (22.12) loses what follows a span in the same stretch.
  const bool after_span = span_open_ && !same_span;
  if (!open_ || item.tag != tag_ || decoration != decoration_ || after_span) {
    close();
    open(item.tag, decoration);
  }
  if (!span_open_) open_span(item);
}

void Marks::open(page::TagId tag, std::string_view decoration) {
  open_ = true;
  tag_ = tag;
  decoration_ = decoration;
  out_ += '/';
  if (tag == page::artifact) {
    out_ += "Artifact";
    out_ += decoration;
  } else {
    assert(static_cast<std::size_t>(tag) < tags_.size());
    out_ += name_of(tags_[static_cast<std::size_t>(tag)].type);
    out_ += "<</MCID ";
    put(out_, static_cast<std::int64_t>(first_ + marked_.size()));
    out_ += ">>";
    marked_.push_back(tag);
  }
  out_ += "BDC\n";
}

bool Marks::continues_span(const page::Item& item) const {
  const auto wanted = span_of(item);
  return span_open_ && item.tag == tag_ && wanted.language == language_ &&
         wanted.actual_text == actual_text_ && (actual_text_.empty() || item.at.y == line_);
}

void Marks::open_span(const page::Item& item) {
  const auto wanted = span_of(item);
  if (wanted.language.empty() && wanted.actual_text.empty()) return;
  span_open_ = true;
  language_ = wanted.language;
  actual_text_ = wanted.actual_text;
  line_ = item.at.y;
  out_ += "/Span<<";
  if (!language_.empty()) {
    out_ += "/Lang";
    put_text(out_, language_);
  }
  if (!actual_text_.empty()) {
    out_ += "/ActualText";
    put_text(out_, actual_text_);
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
