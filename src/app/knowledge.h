// SPDX-License-Identifier: GPL-3.0-or-later
// A procedure as the rule files have it: every statement, on what it hangs, and who says so.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "library/library.h"

namespace tongxing::app {

/// {id, code, zh, en, in_force, filed, based sections …, sources}: docs/CLI.md. `when` is the
/// condition in one line, "marriage.status is married and not (family.hukou_local is yes)".
nlohmann::ordered_json knowledge(const model::Procedure& procedure,
                                 const library::Library& library);

/// Its head alone: {id, code, zh, en, in_force}.
nlohmann::ordered_json knowledge_head(const model::Procedure& procedure,
                                      const library::Library& library);

/// A source: {id, zh, en, published, certainty}.
nlohmann::ordered_json knowledge_source(const SourceId& id, model::Certainty certainty,
                                        const library::Library& library);

}  // namespace tongxing::app
