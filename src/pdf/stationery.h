// SPDX-License-Identifier: GPL-3.0-or-later
// The prepared parts of a file. Object numbers 1 … count are theirs in every file; a file holds
// only the parts it uses, and the numbers of the others stay free.
#pragma once

#include <memory>
#include <vector>

#include "page/document.h"
#include "pdf/font.h"
#include "pdf/part.h"
#include "pdf/pdf.h"

namespace tongxing::pdf {

/// The font of one face's fixed text.
struct PreparedFont {
  std::unique_ptr<const Font> font;  ///< null: no fixed text in this face
  ObjectNumber object = 0;
  PreparedPart part;
};

/// A layer as a content stream. Its marked content has the MCIDs from 0 on.
struct PreparedLayer {
  std::shared_ptr<const page::Layer> layer;
  Length page_height;
  ObjectNumber stream = 0;
  PreparedPart part;
  std::vector<page::TagId> marks;  ///< local tag of each MCID
  std::vector<bool> fonts;         ///< by FaceId: draws with its fixed font
};

struct Stationery::State {
  PreparedPart base;  ///< header and colour profile
  ObjectNumber output_intent = 0;
  std::vector<PreparedFont> fonts;  ///< by FaceId
  std::vector<PreparedLayer> layers;
  ObjectNumber count = 0;  ///< highest number used

  /// Requires: it was prepared.
  const PreparedLayer& layer(const page::Layer* layer, Length page_height) const;
};

}  // namespace tongxing::pdf
