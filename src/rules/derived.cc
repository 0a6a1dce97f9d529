// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/derived.h"

#include <array>
#include <cassert>
#include <string>

#include "rules/applicant.h"
#include "rules/asks_for.h"
#include "rules/hk_macao.h"
#include "rules/local.h"
#include "rules/marriage.h"
#include "rules/names.h"
#include "rules/nationality.h"
#include "rules/stay.h"
#include "rules/trip.h"

namespace tongxing::rules {
namespace {

using model::Fact;
using model::Verdict;
using Maybe = std::optional<Fact>;

Maybe of(Verdict verdict) {
  if (verdict == Verdict::unknown) return std::nullopt;
  const bool yes = verdict == Verdict::yes;
  return Fact{model::FactType::yes_no, yes ? "yes" : "no", yes, {}, false};
}

Maybe of(std::optional<Date> day) {
  if (!day) return std::nullopt;
  const PartialDate partial{day->year(), day->month(), day->day()};
  return Fact{model::FactType::date, day->iso(), partial, {}, false};
}

Maybe of(std::optional<int> number) {
  if (!number) return std::nullopt;
  return Fact{model::FactType::number, std::to_string(*number), std::int64_t{*number}, {}, false};
}

/// Nobody named is nobody known of: the question is what the applicant is to that person.
Verdict somebody_is(const Facts& facts, std::string_view role, Trace& trace) {
  if (facts.person(role, std::nullopt)) return Verdict::yes;
  trace.missed(facts.path_of(role, "relation", std::nullopt));
  return Verdict::unknown;
}

using Work = Maybe (*)(const Facts&, const Self&, Trace&);
struct Row {
  std::string_view path;
  Work work;
};

#define TONGXING_FACT(...)                                                                    \
  [](const Facts& f, [[maybe_unused]] const Self& self, [[maybe_unused]] Trace& t) -> Maybe { \
    return of(__VA_ARGS__);                                                                   \
  }

constexpr std::array rows = {
    Row{"applicant.asks_for_residence", TONGXING_FACT(asks_for_residence(f, t))},
    Row{"applicant.asks_for_stay", TONGXING_FACT(asks_for_stay(f, t))},
    Row{"applicant.asks_for_visa", TONGXING_FACT(asks_for_visa(f, t))},
    Row{"applicant.chinese", TONGXING_FACT(chinese(f, t))},
    Row{"applicant.chinese_by_birth", TONGXING_FACT(chinese_by_birth(f, t))},
    Row{"applicant.chinese_passport",
        TONGXING_FACT(has_passport(f.profile(), f.opened().people.applicant, Whether::chinese, t))},
    Row{"applicant.extended_to", TONGXING_FACT(extended_to(f, t))},
    Row{"applicant.extension_left", TONGXING_FACT(extension_left(f, t))},
    Row{"applicant.extension_over", TONGXING_FACT(extension_over(f, t))},
    Row{"applicant.foreign_nationality", TONGXING_FACT(foreign_nationality(f, t))},
    Row{"applicant.foreign_passport",
        TONGXING_FACT(has_passport(f.profile(), f.opened().people.applicant, Whether::foreign, t))},
    Row{"applicant.health_expired", TONGXING_FACT(health_expired(f, t))},
    Row{"applicant.health_valid", TONGXING_FACT(!health_expired(f, t))},
    Row{"applicant.hk_macao_booklet",
        TONGXING_FACT(holds(f, f.opened().people.applicant, "hk-macao-booklet", t))},
    Row{"applicant.hk_macao_card",
        TONGXING_FACT(holds(f, f.opened().people.applicant, "hk-macao-card", t))},
    Row{"applicant.hk_macao_card_ends", TONGXING_FACT(hk_macao_card_ends(f, t))},
    Row{"applicant.holds_residence_permit",
        TONGXING_FACT(holds(f, f.opened().people.applicant, "residence", t))},
    Row{"applicant.holds_stay_permit",
        TONGXING_FACT(holds(f, f.opened().people.applicant, "stay", t))},
    Row{"applicant.holds_visa", TONGXING_FACT(holds(f, f.opened().people.applicant, "visa", t))},
    Row{"applicant.in_mainland", TONGXING_FACT(in_mainland(f, t))},
    Row{"applicant.may_claim_nationality", TONGXING_FACT(may_claim(f, t))},
    Row{"applicant.minor", TONGXING_FACT(younger(f, 18, t))},
    Row{"applicant.name_created", TONGXING_FACT(name_created(f, t))},
    Row{"applicant.names_differ", TONGXING_FACT(names_differ(f, t))},
    Row{"applicant.on_hukou", TONGXING_FACT(on_hukou(f, t))},
    Row{"applicant.overstayed", TONGXING_FACT(overstayed(f, t))},
    Row{"applicant.pages_short", TONGXING_FACT(pages_short(f, t))},
    Row{"applicant.parent_chinese", TONGXING_FACT(parent_chinese(f, t))},
    Row{"applicant.passport_ends", TONGXING_FACT(passport_ends(f, t))},
    Row{"applicant.passport_short", TONGXING_FACT(passport_short(f, t))},
    Row{"applicant.previous_document", TONGXING_FACT(had_before(f, "", t))},
    Row{"applicant.previous_permit", TONGXING_FACT(had_before(f, "exit-entry-permit", t))},
    Row{"applicant.previous_travel_document", TONGXING_FACT(had_before(f, "travel-document", t))},
    Row{"applicant.reached_60", TONGXING_FACT(!younger(f, 60, t))},
    Row{"applicant.reached_70", TONGXING_FACT(!younger(f, 70, t))},
    Row{"applicant.residence_three_years", TONGXING_FACT(residence_three_years(f, t))},
    Row{"applicant.residence_year", TONGXING_FACT(residence_year(f, t))},
    Row{"applicant.stay_ends", TONGXING_FACT(stay_ends(f, t))},
    Row{"applicant.under_16", TONGXING_FACT(younger(f, 16, t))},
    Row{"applicant.visa_long", TONGXING_FACT(visa_long(f, t))},
    Row{"as_of", TONGXING_FACT(std::optional(f.opened().as_of))},
    Row{"city.verified", TONGXING_FACT(model::verdict(f.opened().city->verified))},
    Row{"family.applies_here", TONGXING_FACT(applies_here(f, f.opened().people.chinese_parent, t))},
    Row{"family.has_foreign_parent", TONGXING_FACT(has_foreign_parent(f, t))},
    Row{"family.has_guardian", TONGXING_FACT(somebody_is(f, "guardian", t))},
    Row{"family.has_host", TONGXING_FACT(somebody_is(f, "host", t))},
    Row{"family.has_inviter", TONGXING_FACT(somebody_is(f, "inviter", t))},
    Row{"family.hukou_local", TONGXING_FACT(hukou_local(f, f.opened().people.chinese_parent, t))},
    Row{"family.parents_absent", TONGXING_FACT(parents_absent(f, t))},
    Row{"marriage.apostille_country", TONGXING_FACT(apostille_country(f, t))},
    Row{"marriage.certificate_asked", TONGXING_FACT(certificate_asked(f, t))},
    Row{"marriage.not_chinese", TONGXING_FACT(not_chinese(f, t))},
    Row{"marriage.other_region", TONGXING_FACT(other_region(f, t))},
    Row{"marriage.outside", TONGXING_FACT(outside(f, t))},
    Row{"permit.ends", TONGXING_FACT(permit_ends(f))},
    Row{"permit.ready", TONGXING_FACT(permit_ready(f))},
    Row{"self.cannot_come", TONGXING_FACT(cannot_come(f, self, t))},
    Row{"self.chinese", TONGXING_FACT(self ? is_chinese(f.profile(), *self, f.opened().as_of, t)
                                           : Verdict::unknown)},
    Row{"self.permanent_resident", TONGXING_FACT(holds(f, self, "permanent-residence", t))},
    Row{"trip.elsewhere", TONGXING_FACT(goes_elsewhere(f, t))},
    Row{"trip.leaves_too_soon", TONGXING_FACT(leaves_too_soon(f, t))},
    Row{"trip.outlasts_permit", TONGXING_FACT(outlasts_permit(f, t))},
};

#undef TONGXING_FACT

}  // namespace

std::optional<Fact> derive(std::string_view path, const Facts& facts, const Self& self,
                           Trace& trace) {
  for (const auto& row : rows) {
    if (row.path != path) continue;
    Trace own;
    auto fact = row.work(facts, self, own);
    if (fact) own.missing.clear();
    trace.add(own);
    return fact;
  }
  assert(false && "a derived fact without a row");
  return std::nullopt;
}

}  // namespace tongxing::rules
