// SPDX-License-Identifier: GPL-3.0-or-later
// Both wings in one call: a profile becomes packets.
//
// What does not depend on the family is in Prepared: made once, immutable, shared by all threads.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/world.h"
#include "compose/compose.h"
#include "library/library.h"
#include "model/profile.h"
#include "packet/photo.h"
#include "pdf/pdf.h"
#include "plan/plan.h"
#include "text/fonts.h"
#include "words/translator.h"

namespace tongxing::packet {

/// The rules, and the fonts to print with.
struct Prepared {
  library::Library library;
  text::FontSet fonts;
};

/// Errors: Fault::data for our own files, Fault::glyph for a font that is not there.
Result<Prepared> prepare(const World& world, const std::vector<std::filesystem::path>& folders,
                         Sources& sources);

/// The same in Chinese and the language of `catalogue`. Errors: library::translated, and
/// unprintable (packet/glyphs.h).
Result<Prepared> translated(Prepared prepared, const words::Translator& catalogue);

/// Filing day and city as settled: option, else profile, else today / nowhere.
struct When {
  Date as_of;
  CityId city;
};

/// Everything the profile leads to; writes nothing. Errors: rules::choose.
Result<plan::FamilyPlan> make_plan(const library::Library& library, const model::Profile& profile,
                                   const When& when);

enum class MissingGlyphs : std::uint8_t {
  refuse,     ///< an error for each character (Fault::glyph)
  handwrite,  ///< an empty square to write in, with the spelling beside it, and an advisory
};

/// One finished file.
struct Packet {
  std::string name;   ///< TX-2026-00017_exit-entry-permit-first_1: no personal data
  std::string bytes;  ///< the PDF
  std::string hash;   ///< as in the code on its cover; empty where there is none
  std::size_t pages = 0;
  std::size_t continued = 0;  ///< values that went to the continuation sheet
};

struct Family {
  plan::FamilyPlan plan;
  /// In the order of the plan, and behind several of them the family summary
  /// (`<case>_family-summary`; with options.only, where the checklist is among the parts). One page
  /// of reasons if it has none.
  std::vector<Packet> packets;
  std::vector<model::Advisory> glyphs;  ///< W-GLYPH-MISSING, where characters are to be written in
};

/// The facts that name a file; their text is its path, seen from the profile's folder.
std::vector<const model::Fact*> files_wanted(const model::Profile& profile);

/// Draws all packets of one family, or none. `files`: those that `files_wanted` named.
///
/// A name whose spelling is to be derived is completed first; a character that is in no font is
/// found before a page is made.
Result<Family> make_packets(const Prepared& prepared, model::Profile profile, const When& when,
                            const compose::Options& options, MissingGlyphs missing,
                            const Files& files);

}  // namespace tongxing::packet
