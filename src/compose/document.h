// SPDX-License-Identifier: GPL-3.0-or-later
// Parts → one document: page numbers, footers, the cover's code.
#pragma once

#include <string>
#include <vector>

#include "compose/context.h"
#include "layout/flow.h"

namespace tongxing::compose {

/// A finished part and what it is called.
struct NamedPart {
  layout::Part part;
  model::Bilingual title;
  bool starts_on_front = true;  ///< with --duplex
};

/// What every page of a document says at its foot.
struct Footing {
  std::string case_id;
  std::optional<Date> rules;  ///< newest source
  bool draft = false;
  model::Bilingual about = {};        ///< of the translation, where no cover says it
  std::string label = "footer.case";  ///< what case_id is
};

/// Appends the parts in order, numbers the pages and draws what stands on every page. With `duplex`
/// each part starts on an odd page; the pages left blank say so and are not counted.
page::Document bind(std::vector<NamedPart> parts, const Footing& footing, bool duplex,
                    const words::Words& words, const Style& style, text::Shaper& shaper);

/// SHA-256 over what the pages show (codes apart) and the rules they follow; the first twelve
/// hexadecimal digits, capitals.
std::string content_hash(const page::Document& document, std::string_view rules);

}  // namespace tongxing::compose
