// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/packet_facts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tongxing::compose {

namespace {

using model::Bilingual;

PacketFact not_stated(const Context& context, PacketFact fact) {
  fact.value = context.say("cover.not_stated");
  fact.remarks.push_back(context.say_for_office("cover.ask"));
  return fact;
}

PacketFact where(const Context& context) {
  const auto& place = context.plan.ruling.place;
  PacketFact fact{context.say("cover.where"), {}, {}};
  if (!place) return not_stated(context, std::move(fact));
  fact.value = context.say(place->name);
  if (!place->remarks.empty())  // the others stand on the day sheet
    fact.remarks.push_back(context.say(place->remarks.front().text));
  return fact;
}

model::Role role_of(const Context& context, const PersonKey& person) {
  return context.role(person).value_or(model::Role::agent);
}

// Mother and father rather than names: the names stand above.
Bilingual one_of(const Context& context, const Bilingual& roles) {
  return {context.say("cover.one_of_them", {{"roles", roles.zh}}).zh,
          context.say("cover.one_of_them", {{"roles", roles.en}}).en};
}

Bilingual roles_of(const Context& context, const std::vector<PersonKey>& people) {
  Bilingual all;
  for (const auto& person : people) {
    const auto role = context.say("cover.role", {{"role", role_of(context, person)}});
    all.zh += (all.zh.empty() ? "" : "、") + role.zh;
    all.en += (all.en.empty() ? "" : ", ") + role.en;
  }
  return all;
}

PacketFact who(const Context& context) {
  const auto& presence = context.plan.ruling.presence;
  PacketFact fact{context.say("cover.who_comes"), {}, {}};
  auto comers = presence.must.empty() ? presence.one_of : presence.must;
  if (presence.applicant == model::Verdict::yes &&
      std::find(comers.begin(), comers.end(), context.plan.ruling.people.applicant) == comers.end())
    comers.push_back(context.plan.ruling.people.applicant);
  const bool nobody_must = comers.empty() && presence.applicant == model::Verdict::no &&
                           presence.agent_allowed.value_or(false);
  if (nobody_must)
    fact.value = context.say("cover.agent_instead");
  else if (comers.empty())
    fact = not_stated(context, std::move(fact));
  else if (presence.must.empty())
    fact.value = one_of(context, roles_of(context, comers));
  else
    fact.value = roles_of(context, comers);
  for (const auto& absent : presence.represented)
    fact.remarks.push_back(context.say("cover.with_letter", {{"role", role_of(context, absent)}}));
  if (presence.parents_stated == model::Verdict::no)
    fact.remarks.push_back(context.say("cover.parents_unknown"));
  using Ids = std::array<const char*, 3>;  // by verdict: no, unknown, yes
  const Ids ids =
      context.procedure().for_child
          ? Ids{"cover.child_need_not", "cover.child_unknown", "cover.child_comes"}
          : Ids{"cover.applicant_need_not", "cover.applicant_unknown", "cover.applicant_comes"};
  fact.remarks.push_back(context.say(ids[static_cast<std::size_t>(presence.applicant)]));
  if (!context.procedure().for_child && presence.agent_allowed)
    fact.remarks.push_back(
        context.say(*presence.agent_allowed ? "cover.agent_may" : "cover.agent_may_not"));
  return fact;
}

PacketFact fee(const Context& context) {
  const auto& fee = context.plan.ruling.fee;
  PacketFact fact{context.say("cover.fee"), {}, {}};
  if (!fee.total) {
    return not_stated(context, std::move(fact));
  }
  fact.value = amount_of(context, fee.currency, *fee.total);
  if (fee.courier > 0)
    fact.remarks.push_back(context.say("cover.courier_included",
                                       {{"amount", model::Money{fee.currency, fee.courier}}}));
  else if (fee.courier_offer)
    fact.remarks.push_back(context.say(
        "cover.courier_extra", {{"amount", model::Money{fee.currency, *fee.courier_offer}}}));
  return fact;
}

std::int64_t limit(const model::Dates& dates) {
  return dates.limit_working_days > 0 ? dates.limit_working_days : dates.limit_days;
}

PacketFact ready(const Context& context) {
  const auto& dates = context.plan.ruling.dates;
  PacketFact fact{context.say("cover.ready_by"), {}, {}};
  if (!dates.ready) {
    if (dates.latest) fact.label = context.say("cover.decided_by");
    if (!dates.latest && dates.limit_working_days > 0) {
      // The term is known, the day on which it begins is not.
      fact.label = context.say("cover.decided_by");
      fact.value = context.say("cover.within", {{"days", limit(dates)}});
      fact.remarks.push_back(context.say("cover.from_acceptance"));
      return fact;
    }
    if (!dates.latest) return not_stated(context, std::move(fact));
    fact.value = {dates.latest->iso(), {}};
    fact.remarks.push_back(
        context.say(dates.limit_working_days > 0 ? "cover.at_most" : "cover.at_most_calendar",
                    {{"date", context.plan.as_of}, {"days", limit(dates)}}));
    if (dates.year_missing != 0) fact.remarks.push_back(context.say("cover.holidays_unknown"));
    return fact;
  }
  fact.value = {dates.ready->iso(), {}};
  fact.remarks.push_back(context.say(
      "cover.filed", {{"date", context.plan.as_of}, {"days", std::int64_t(dates.working_days)}}));
  if (dates.latest && *dates.latest != *dates.ready)
    fact.remarks.push_back(context.say("cover.latest", {{"date", *dates.latest}}));
  if (dates.year_missing != 0) fact.remarks.push_back(context.say("cover.holidays_unknown"));
  return fact;
}

}  // namespace

Bilingual amount_of(const Context& context, const std::string& currency, int amount) {
  if (amount == 0) return context.say("cover.free");
  return context.say("cover.amount", {{"amount", model::Money{currency, amount}}});
}

std::array<PacketFact, 4> packet_facts(const Context& context) {
  return {where(context), who(context), fee(context), ready(context)};
}

}  // namespace tongxing::compose
