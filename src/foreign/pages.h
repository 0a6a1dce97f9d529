// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a normalised file, and the way between what is seen and what the file says.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "foreign/field.h"
#include "foreign/objects.h"

namespace tongxing::foreign {

/// A rectangle of the file: left, bottom, right, top, in that order, in user space.
using UserBox = std::array<double, 4>;

/// From an array of four numbers, its corners put in order; nothing for anything else.
std::optional<UserBox> user_box(const Objects& objects, const PoDoFo::PdfObject* array);

struct Pages {
  std::vector<OfficialPage> pages;
  std::vector<const PoDoFo::PdfObject*> dictionaries;  ///< one a page
  std::map<int, std::size_t> page_of;  ///< number of an annotation → index of its page
};

/// Pages past the limit are not read: no form has 10,000.
Pages read_pages(const Objects& objects);

/// Where the box is seen.
page::Rect as_seen(const OfficialPage& page, const UserBox& box);

}  // namespace tongxing::foreign
