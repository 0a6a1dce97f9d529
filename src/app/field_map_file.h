// SPDX-License-Identifier: GPL-3.0-or-later
// What filling an official form needs beside the form: its map, fonts, a few words.
#pragma once

#include <optional>

#include "app/commands.h"
#include "app/official_form.h"
#include "forms/field_map.h"
#include "forms/proof.h"
#include "text/fonts.h"

namespace tongxing::app {

struct MapFile {
  forms::FieldMap map;
  /// With --accept, where the blank is another one: the map's text for this blank, to be written.
  std::optional<std::string> accepted;
};
/// The map that the line names; nullopt: none. Errors: those of the disk, of the map (M001, M004),
/// and M005 where the blank is another one and nobody accepts it.
Result<std::optional<MapFile>> read_field_map(const Task& task, const OfficialPdf& pdf);

struct FormWords {
  text::FontSet fonts;
  forms::ContinuationWords continuation;
  forms::ProofWords proof;
};
/// From our data folders.
Result<FormWords> form_words(const Task& task);

}  // namespace tongxing::app
