// SPDX-License-Identifier: GPL-3.0-or-later
// In which language besides Chinese the sheets are.
#pragma once

#include <filesystem>
#include <vector>

#include "app/commands.h"
#include "model/profile.h"
#include "packet/packet.h"

namespace tongxing::app {

/// Folders that may hold catalogues of the sheets: the user's, the last one first, then ours.
std::vector<std::filesystem::path> paper_folders(const Task& task);

/// `--lang`, else the profile's client_language, else English. Errors: U006, an option that names a
/// language without a catalogue (a profile that does is told so and gets English); T901, T902, T903
/// for a catalogue that cannot be used.
Result<packet::Prepared> in_second_language(const Task& task, const model::Profile& profile,
                                            packet::Prepared prepared);

}  // namespace tongxing::app
