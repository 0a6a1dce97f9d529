// SPDX-License-Identifier: GPL-3.0-or-later
// The structure tree: elements, what stands in them, and the way back from the page
// (ISO 32000-1, 14.7).
#pragma once

#include <cstdint>
#include <vector>

#include "page/document.h"
#include "pdf/part.h"

namespace tongxing::pdf {

/// What the structure must know of a page.
struct PageStructure {
  ObjectNumber page = 0;
  std::vector<page::TagId> marks;  ///< owner of each MCID, from 0
  /// Annotations of page::Page::jumps and, behind them, of fields, numbered on from here.
  ObjectNumber first_annotation = 0;
};

/// Object numbers a structure takes, from `first` on.
struct StructureNumbers {
  ObjectNumber root = 0, parent_tree = 0, first_element = 0, first_page_owners = 0;

  StructureNumbers(ObjectNumber first, std::size_t tags)
      : root(first),
        parent_tree(first + 1),
        first_element(first + 2),
        first_page_owners(first + 2 + static_cast<ObjectNumber>(tags)) {}
};

/// How many numbers the structure of a document takes.
inline ObjectNumber structure_count(const page::Document& document) {
  return static_cast<ObjectNumber>(2 + document.tags.size() + document.pages.size());
}

/// A page is its own index in the parent tree; the annotations follow the pages in page order.
void write_structure(PartBuilder& part, const page::Document& document,
                     const std::vector<PageStructure>& pages, const StructureNumbers& numbers);

}  // namespace tongxing::pdf
