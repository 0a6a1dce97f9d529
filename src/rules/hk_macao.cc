// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/hk_macao.h"

#include <string>

namespace tongxing::rules {

std::optional<Date> hk_macao_card_ends(const Facts& facts, Trace& trace) {
  const auto list = model::fact_path(facts.opened().people.applicant, "permits");
  std::optional<Date> latest;
  for (std::size_t i = 0; i < facts.profile().count(list).value_or(0); ++i) {
    const auto card = list + "." + std::to_string(i);
    const auto* kind = facts.profile().find(card + ".kind");
    if (!kind || kind->text != "hk-macao-card") continue;
    const auto* until = facts.profile_fact(card + ".valid_until", trace);
    if (!until || !until->date()) return std::nullopt;
    if (!latest || *latest < *until->date()) latest = until->date();
  }
  return latest;
}

}  // namespace tongxing::rules
