// SPDX-License-Identifier: GPL-3.0-or-later
// Names of faces and of the parts they play.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tongxing::text {

/// Index into FontCatalog::faces, the same on every machine.
enum class FaceId : std::uint16_t {};

/// What a text is for; fonts/fonts.yaml maps each role to a chain of faces (first that has the
/// character wins). Weights are roles of their own.
enum class Role : std::uint8_t {
  sans,       ///< Chinese on covers and checklists
  sans_bold,  ///< headings, names of documents
  latin,      ///< the second language beside sans
  latin_bold,
  song,  ///< Chinese on forms and letters
  song_bold,
  latin_serif,  ///< the second language on forms and letters
  latin_serif_bold,
  kai,   ///< values filled in
  mono,  ///< machine text under a code
};
inline constexpr std::array<std::string_view, 10> role_names = {
    "sans",        "sans_bold",        "latin", "latin_bold", "song", "song_bold",
    "latin_serif", "latin_serif_bold", "kai",   "mono"};

}  // namespace tongxing::text
