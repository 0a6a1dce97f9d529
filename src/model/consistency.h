// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that do not agree with each other, whatever the day.
#pragma once

#include "model/profile.h"

namespace tongxing::model {

/// A person that is named but not there; one ID number on two persons; one person who is father and
/// mother. P009, P010, P015.
Diagnostics impossible(const Profile& profile);

/// What a careful clerk would ask about; the values stay as given. In source order.
std::vector<ProfileAdvisory> doubtful(const Profile& profile, const Schema& schema);

}  // namespace tongxing::model
