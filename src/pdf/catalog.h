// SPDX-License-Identifier: GPL-3.0-or-later
// The objects at the root of a file (ISO 32000-1, 7.7).
#pragma once

#include <string>
#include <vector>

#include "page/document.h"
#include "pdf/syntax.h"

namespace tongxing::pdf {

/// Numbers of the objects there is one of.
struct RootNumbers {
  ObjectNumber catalog = 0, pages = 0, info = 0, metadata = 0, resources = 0, structure = 0,
               outline = 0,  ///< 0: none
      form = 0,              ///< 0: none
      output_intent = 0;
};

void put_catalog(std::string& out, const page::Document& document, const RootNumbers& numbers);
void put_page_tree(std::string& out, const std::vector<ObjectNumber>& pages);
/// Says what the metadata says (ISO 19005-2, 6.6.3), for readers that know no XMP.
void put_info(std::string& out, const page::Document& document);
/// Width, height, colour and so on of a photograph, without << >>.
void put_image_entries(std::string& out, const page::Picture& picture);

}  // namespace tongxing::pdf
