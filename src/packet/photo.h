// SPDX-License-Identifier: GPL-3.0-or-later
// The photograph that a family gives: read, fitted into its frame, measured against what the office
// wants. It is never stretched and never cut.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/profile.h"
#include "model/ruling.h"
#include "page/document.h"

namespace tongxing::packet {

/// Files that a profile names: its words for the file (a path beside the profile) → the bytes.
using Files = std::map<std::string, std::string, std::less<>>;

/// The largest photograph that is read.
inline constexpr std::size_t photo_bytes = 10'000'000;
inline constexpr unsigned photo_width = 6000, photo_height = 8000;  ///< pixels

/// A JPEG (its picture as it is, its notes on place, time and camera left out) or a PNG (8-bit grey
/// or RGB samples, what is transparent over white). `size`: the largest that fits `frame`
/// unstretched. Errors (Fault::input, at `file`): I001 neither of them, I002 damaged or cut short,
/// I003 too large, I004 a kind that printers do not agree on (CMYK, animated …), I005 stored
/// turned.
Result<page::Picture> read_photo(std::string_view bytes, const model::Fact& file, page::Size frame);

/// The applicant's, if the profile names one. Errors: those of `read_photo`; I006 not among
/// `files`.
Result<std::optional<page::Picture>> applicant_photo(const model::Profile& profile,
                                                     const PersonKey& applicant, const Files& files,
                                                     page::Size frame);

/// W-PHOTO-SPEC for each thing that the profile says of the photograph and that is not as the
/// office wants it: older than six months on the filing day, background not white, prints of
/// another size. Empty where no source says what the office wants.
std::vector<model::Advisory> photo_advisories(const model::Profile& profile,
                                              const PersonKey& applicant,
                                              const model::Ruling& ruling, Date as_of);

/// W-PHOTO-SPEC for too few pixels and for a shape that is neither that of the print nor 3:4
/// (within 2 %).
std::vector<model::Advisory> picture_advisories(const page::Picture& picture,
                                                const PersonKey& applicant,
                                                const model::Ruling& ruling);

}  // namespace tongxing::packet
