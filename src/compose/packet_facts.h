// SPDX-License-Identifier: GPL-3.0-or-later
// What one asks first about a packet: where, who comes, for how much, ready when.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "compose/context.h"

namespace tongxing::compose {

/// One value, then words. What no source states says so, and whom to ask.
struct PacketFact {
  model::Bilingual label, value;  ///< a value without `en` stands for itself: 2026-12-02
  std::vector<model::Bilingual> remarks;
};

/// Money, or that nothing is to be paid.
model::Bilingual amount_of(const Context& context, const std::string& currency, int amount);

/// Where, who comes, fee, ready by: of the packet that `context` is about.
std::array<PacketFact, 4> packet_facts(const Context& context);

}  // namespace tongxing::compose
