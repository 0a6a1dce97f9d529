// SPDX-License-Identifier: GPL-3.0-or-later
// One file of our templates/ folder that only the program itself reads (explain.yaml,
// starter.yaml).
#pragma once

#include <string>

#include "app/commands.h"
#include "data/value.h"

namespace tongxing::app {

Result<data::Value> read_template(const Task& task, const std::string& name);

}  // namespace tongxing::app
