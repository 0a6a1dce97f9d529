// SPDX-License-Identifier: GPL-3.0-or-later
// Bookmarks, page labels, jumps (ISO 32000-1, 12.3, 12.4.2, 12.5.6.5).
#pragma once

#include <vector>

#include "page/document.h"
#include "pdf/part.h"

namespace tongxing::pdf {

/// Value of /PageLabels: its own label for a page that has one, otherwise the page's number.
void put_page_labels(std::string& out, const page::Document& document);

/// The outline root is `first`, its entries follow. Requires: the outline is not empty.
void write_outline(PartBuilder& part, const page::Document& document,
                   const std::vector<ObjectNumber>& pages, ObjectNumber first);

/// A link annotation; `key` is its entry in the parent tree.
void write_jump(PartBuilder& part, const page::Jump& jump, Length page_height,
                const std::vector<ObjectNumber>& pages, ObjectNumber number, std::int64_t key);

}  // namespace tongxing::pdf
