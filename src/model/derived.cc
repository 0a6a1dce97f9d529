// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/derived.h"

#include <algorithm>
#include <array>
#include <string>

namespace tongxing::model {
namespace {

constexpr FactType yes_no = FactType::yes_no;
constexpr FactType date = FactType::date;
constexpr FactType number = FactType::number;

constexpr std::array facts = {
    DerivedFact{"applicant.asks_for_residence", yes_no, "asks for a residence permit"},
    DerivedFact{"applicant.asks_for_stay", yes_no, "asks for a stay permit"},
    DerivedFact{"applicant.asks_for_visa", yes_no, "asks for a visa"},
    DerivedFact{"applicant.chinese", yes_no, "is a Chinese citizen; a child by birth"},
    DerivedFact{"applicant.chinese_by_birth", yes_no, "Nationality Law art. 4 and 5"},
    DerivedFact{"applicant.chinese_passport", yes_no, "holds a passport of China"},
    DerivedFact{"applicant.extended_to", date, "last day after the extension asked for"},
    DerivedFact{"applicant.extension_left", number, "days left under the cap of art. 14"},
    DerivedFact{"applicant.extension_over", yes_no, "asks for more days than that"},
    DerivedFact{"applicant.foreign_nationality", yes_no, "holds a foreign nationality or passport"},
    DerivedFact{"applicant.foreign_passport", yes_no, "holds a foreign passport"},
    DerivedFact{"applicant.health_expired", yes_no, "certificate older than six months"},
    DerivedFact{"applicant.health_valid", yes_no, "certificate at most six months old"},
    DerivedFact{"applicant.hk_macao_booklet", yes_no, "holds the old booklet"},
    DerivedFact{"applicant.hk_macao_card", yes_no, "holds the card"},
    DerivedFact{"applicant.hk_macao_card_ends", date, "last day of the card, of the later of two"},
    DerivedFact{"applicant.holds_residence_permit", yes_no, "holds a residence permit"},
    DerivedFact{"applicant.holds_stay_permit", yes_no, "holds a stay permit"},
    DerivedFact{"applicant.holds_visa", yes_no, "holds a visa"},
    DerivedFact{"applicant.in_mainland", yes_no, "is in mainland China"},
    DerivedFact{"applicant.may_claim_nationality", yes_no, "could claim a foreign nationality"},
    DerivedFact{"applicant.minor", yes_no, "has not reached 18 on the filing day"},
    DerivedFact{"applicant.name_created", yes_no,
                "no Chinese name stands on the birth certificate"},
    DerivedFact{"applicant.names_differ", yes_no, "birth certificate and foreign passport differ"},
    DerivedFact{"applicant.on_hukou", yes_no, "is on a household register"},
    DerivedFact{"applicant.overstayed", yes_no, "the last lawful day is over"},
    DerivedFact{"applicant.pages_short", yes_no, "fewer than two blank pages in the passport"},
    DerivedFact{"applicant.parent_chinese", yes_no, "a parent was a Chinese citizen at the birth"},
    DerivedFact{"applicant.passport_ends", date, "last day of the foreign passport"},
    DerivedFact{"applicant.passport_short", yes_no, "the passport ends within six months"},
    DerivedFact{"applicant.previous_document", yes_no, "had a permit or a travel document"},
    DerivedFact{"applicant.previous_permit", yes_no, "had an exit-entry permit"},
    DerivedFact{"applicant.previous_travel_document", yes_no, "had a travel document"},
    DerivedFact{"applicant.reached_60", yes_no, "has reached 60 on the filing day"},
    DerivedFact{"applicant.reached_70", yes_no, "has reached 70 on the filing day"},
    DerivedFact{"applicant.residence_three_years", yes_no, "asks to reside for 36 months or more"},
    DerivedFact{"applicant.residence_year", yes_no, "asks to reside for twelve months or more"},
    DerivedFact{"applicant.stay_ends", date, "last lawful day"},
    DerivedFact{"applicant.under_16", yes_no, "has not reached 16 on the filing day"},
    DerivedFact{"applicant.visa_long", yes_no, "asks to stay more than 180 days"},
    DerivedFact{"as_of", date, "the filing day"},
    DerivedFact{"city.verified", yes_no, "we have this city's own list"},
    DerivedFact{"family.applies_here", yes_no, "local hukou, or a valid local residence permit"},
    DerivedFact{"family.has_foreign_parent", yes_no, "one parent is not a Chinese citizen"},
    DerivedFact{"family.has_guardian", yes_no, "somebody is the guardian"},
    DerivedFact{"family.has_host", yes_no, "somebody is visited"},
    DerivedFact{"family.has_inviter", yes_no, "somebody invites"},
    DerivedFact{"family.hukou_local", yes_no, "the Chinese parent's hukou is in this city"},
    DerivedFact{"family.parents_absent", yes_no, "neither parent comes"},
    DerivedFact{"marriage.apostille_country", yes_no, "issued where apostilles are made"},
    DerivedFact{"marriage.certificate_asked", yes_no, "married; unknown after a divorce or death"},
    DerivedFact{"marriage.not_chinese", yes_no, "the certificate is not in Chinese"},
    DerivedFact{"marriage.other_region", yes_no, "issued in Hong Kong, Macao or Taiwan"},
    DerivedFact{"marriage.outside", yes_no, "issued outside mainland China"},
    DerivedFact{"permit.ends", date, "last day of a permit issued on the filing day"},
    DerivedFact{"permit.ready", date, "usual day on which the permit is ready"},
    DerivedFact{"self.cannot_come", yes_no, "is alive and does not come"},
    DerivedFact{"self.chinese", yes_no, "is a Chinese citizen"},
    DerivedFact{"self.permanent_resident", yes_no, "holds a permanent residence card"},
    DerivedFact{"trip.elsewhere", yes_no, "goes to another country than that of the passport"},
    DerivedFact{"trip.leaves_too_soon", yes_no, "leaves before the permit is ready"},
    DerivedFact{"trip.outlasts_permit", yes_no, "is back after the permit has ended"},
};

constexpr auto holdings = std::to_array<std::string_view>({
    "apostille",
    "attestation",
    "chinese-passport",
    "consular-authentication",
    "current-permit",
    "foreign-passport",
    "health-certificate",
    "hk-macao-card",
    "hk-macao-permit",
    "hukou",
    "identity-card",
    "local-residence-permit",
    "marriage-number",
    "notarised",
    "onward-ticket",
    "papers",
    "permits-at-birth",
    "previous-permits",
    "residence-or-work-permit",
    "residence-permit",
    "school-agreement",
    "temporary-registration",
    "translated",
    "unsigned",
    "work-permit",
});

constexpr std::array<std::string_view, 12> roots = {
    "agent",    "applicant", "child",   "chinese_parent", "father", "foreign_parent",
    "guardian", "host",      "inviter", "mother",         "self",   "visited"};

}  // namespace

std::span<const DerivedFact> derived_facts() {
  return facts;
}

const DerivedFact* find_derived(std::string_view path) {
  const auto search = [](std::string_view wanted) -> const DerivedFact* {
    const auto found = std::ranges::lower_bound(facts, wanted, {}, &DerivedFact::path);
    return found != facts.end() && found->path == wanted ? &*found : nullptr;
  };
  if (const auto* found = search(path)) return found;
  const auto dot = path.find('.');
  if (path.starts_with("child.")) {
    if (const auto* found = search("applicant" + std::string(path.substr(dot)))) return found;
  }
  if (dot == std::string_view::npos || !is_role_root(path.substr(0, dot))) return nullptr;
  return search("self" + std::string(path.substr(dot)));
}

std::span<const std::string_view> holding_kinds() {
  return holdings;
}

bool is_role_root(std::string_view word) {
  return std::ranges::binary_search(roots, word);
}

std::string declared_path(std::string_view path) {
  const auto dot = path.find('.');
  if (dot == std::string_view::npos || !is_role_root(path.substr(0, dot))) return std::string(path);
  return "people.*" + std::string(path.substr(dot));
}

}  // namespace tongxing::model
