// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/navigation.h"

#include <cassert>

namespace tongxing::pdf {
namespace {

/// The whole page in the window.
void put_destination(std::string& out, ObjectNumber page) {
  out += "/Dest[";
  put_reference(out, page);
  out += "/Fit]";
}

}  // namespace

void put_page_labels(std::string& out, const page::Document& document) {
  out += "<</Nums[";
  bool counting = false;  // the entry in force numbers this page rightly
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const auto& label = document.pages[i].label;
    if (label.empty() && counting) continue;
    put(out, static_cast<std::int64_t>(i));
    counting = label.empty();
    if (counting) {
      out += "<</S/D/St ";
      put(out, static_cast<std::int64_t>(i + 1));
    } else {
      out += "<</P";
      put_text(out, label);
    }
    out += ">>";
  }
  out += "]>>";
}

void write_outline(PartBuilder& part, const page::Document& document,
                   const std::vector<ObjectNumber>& pages, ObjectNumber first) {
  const auto count = static_cast<ObjectNumber>(document.outline.size());
  assert(count > 0);
  auto& root = part.object(first);
  root += "<</Type/Outlines/First ";
  put_reference(root, first + 1);
  root += "/Last ";
  put_reference(root, first + count);
  root += "/Count ";
  put(root, count);
  root += ">>";
  for (ObjectNumber i = 1; i <= count; ++i) {
    const auto& bookmark = document.outline[i - 1];
    assert(bookmark.page < pages.size());
    auto& out = part.object(first + i);
    out += "<</Title";
    put_text(out, bookmark.title);
    out += "/Parent ";
    put_reference(out, first);
    if (i > 1) {
      out += "/Prev ";
      put_reference(out, first + i - 1);
    }
    if (i < count) {
      out += "/Next ";
      put_reference(out, first + i + 1);
    }
    put_destination(out, pages[bookmark.page]);
    out += ">>";
  }
}

void write_jump(PartBuilder& part, const page::Jump& jump, Length page_height,
                const std::vector<ObjectNumber>& pages, ObjectNumber number, std::int64_t key) {
  assert(jump.to_page < pages.size());
  auto& out = part.object(number);
  out += "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect";  // F 4: printed (ISO 19005-2, 6.3.2)
  put_box(out, jump.from, page_height);
  put_destination(out, pages[jump.to_page]);
  out += "/Contents";
  put_text(out, jump.contents);
  out += "/StructParent ";
  put(out, key);
  out += ">>";
}

}  // namespace tongxing::pdf
