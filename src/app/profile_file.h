// SPDX-License-Identifier: GPL-3.0-or-later
// From the name of a file to what it says of a family, with the command line's words over it.
#pragma once

#include <string>

#include "app/commands.h"
#include "model/profile.h"
#include "model/schema.h"
#include "packet/packet.h"

namespace tongxing::app {

/// Reads, decodes, and reports what was mended. `--procedure` takes the place of what is requested.
Result<model::Profile> read_profile(const Task& task, const std::string& file,
                                    const model::Schema& schema);

/// The files that the profile names, which lie beside it. Errors, all at once and at their places
/// in the profile: missing, a folder, too large, unreadable.
Result<packet::Files> read_files(const Task& task, const std::string& file,
                                 const model::Profile& profile);

/// Filing day and city: option, else profile, else today in Shanghai and no city.
packet::When when(const Task& task, const model::Profile& profile);

}  // namespace tongxing::app
