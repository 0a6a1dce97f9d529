// SPDX-License-Identifier: GPL-3.0-or-later
// What a FontSet holds. Private to text/.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "text/boundaries.h"
#include "text/coverage.h"
#include "text/fonts.h"
#include "text/open_face.h"

namespace tongxing::text {

struct FontState {
  FontCatalog catalog;
  std::vector<std::optional<OpenFace>> faces;  ///< as catalog.faces; empty: not on this machine
  std::array<Coverage, role_names.size()> coverage;

  Boundaries boundaries;

  const OpenFace& at(FaceId face) const { return *faces[static_cast<std::size_t>(face)]; }
  const std::vector<std::size_t>& chain(Role role) const {
    return catalog.chains[static_cast<std::size_t>(role)];
  }

  /// Face and glyph for a character by itself.
  std::optional<Nominal> nominal(Role role, char32_t c) const;
  /// The role's face for × and for ’ ‐ · inside a Latin word.
  std::optional<FaceId> latin_face(Role role) const;
  bool has(FaceId face, char32_t c) const;
  bool has_variation(FaceId face, char32_t c, char32_t selector) const;

  /// Face that draws a whole grapheme cluster: the first of the chain that has the variation
  /// sequence in it, else the first that has all its characters; nullopt: none. Spaces and
  /// ignorables are drawn by any face.
  std::optional<FaceId> face_for_cluster(Role role, std::u32string_view cluster) const;
};

}  // namespace tongxing::text
