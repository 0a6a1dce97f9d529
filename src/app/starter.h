// SPDX-License-Identifier: GPL-3.0-or-later
// The commented profile that `init` prints: which facts and in which order from
// templates/starter.yaml, the questions from templates/schema.yaml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "data/value.h"
#include "model/bilingual.h"
#include "model/schema.h"

namespace tongxing::app {

struct Starter {
  struct Person {
    std::string key;  ///< under `people`, and the role
    model::Bilingual who;
    std::vector<std::string> facts;  ///< paths below people.*
  };
  model::Bilingual opening, lists, more;
  std::vector<std::string> packet;
  std::vector<Person> people;
  std::vector<std::string> family;
};

/// Errors (Fault::data): a part is missing, a path that the schema does not declare.
Result<Starter> decode_starter(const data::Value& root, const model::Schema& schema);

/// What is known already; it is written in instead of being asked.
struct StarterAnswers {
  std::optional<CityId> city;
  std::optional<ProcedureId> procedure;
};

/// The YAML text. All facts are there with nothing behind them, which says nothing; lists are
/// commented out, since an empty element would say that there is one.
std::string starter_text(const Starter& starter, const model::Schema& schema,
                         const StarterAnswers& answers);

}  // namespace tongxing::app
