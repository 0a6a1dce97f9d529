// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/local.h"

namespace tongxing::rules {

using model::Verdict;

const model::LocalRules* local_rules(const model::Case& opened) {
  const auto found = opened.city->procedures.find(opened.procedure->id);
  return found == opened.city->procedures.end() ? nullptr : &found->second;
}

const model::TermRules& local_term(const model::Case& opened) {
  const auto* local = local_rules(opened);
  return local && local->term ? *local->term : opened.procedure->term;
}

const model::FeeRules& local_fee(const model::Case& opened) {
  const auto* local = local_rules(opened);
  return local && local->fee ? *local->fee : opened.procedure->fee;
}

const model::PresenceRules& local_presence(const model::Case& opened) {
  const auto* local = local_rules(opened);
  return local && local->presence ? *local->presence : opened.procedure->presence;
}

std::optional<model::Validity> local_validity(const Facts& facts) {
  const auto* local = local_rules(facts.opened());
  const bool own = local && !local->validity.empty();
  for (const auto& rule : own ? local->validity : facts.opened().procedure->validity) {
    Trace unused;
    const auto holds = evaluate(rule.when, facts, std::nullopt, unused);
    if (holds == Verdict::yes) return rule.validity;
    if (holds == Verdict::unknown) return std::nullopt;  // the first that holds may be this one
  }
  return std::nullopt;
}

namespace {

/// Is the city under `path` the one in which the application is filed?
Verdict same_city(const Facts& facts, const PersonKey& person, std::string_view path,
                  Trace& trace) {
  const auto* city = facts.profile_fact(model::fact_path(person, path), trace);
  if (facts.opened().city_named.empty()) trace.missed("city");
  if (!city || facts.opened().city_named.empty()) return Verdict::unknown;
  return model::verdict(city->text == facts.opened().city_named.value);
}

Verdict permit_valid(const Facts& facts, const PersonKey& person, Trace& trace) {
  const auto at = [&](std::string_view rest) {
    return model::fact_path(person, "local_residence_permit." + std::string(rest));
  };
  Trace asked;
  const auto* held = facts.profile_fact(at("held"), asked);
  if (held && held->yes_no() == false) {
    trace.add(asked);
    return Verdict::no;
  }
  const auto* until = facts.profile_fact(at("valid_until"), asked);
  const auto here = same_city(facts, person, "local_residence_permit.city", asked);
  auto valid = Verdict::unknown;
  if (until && until->date()) valid = model::verdict(facts.opened().as_of <= *until->date());
  // Whether there is one comes first; its dates are asked for once there is.
  if (!held && !until && here == Verdict::unknown) {
    trace.missed(at("held"));
    return Verdict::unknown;
  }
  trace.add(asked);
  return both(valid, here);
}

}  // namespace

Verdict hukou_local(const Facts& facts, const std::optional<PersonKey>& parent, Trace& trace) {
  if (!parent) {
    facts.get("chinese_parent.hukou.city", std::nullopt, trace);
    return Verdict::unknown;
  }
  return same_city(facts, *parent, "hukou.city", trace);
}

Verdict applies_here(const Facts& facts, const std::optional<PersonKey>& parent, Trace& trace) {
  const auto local = hukou_local(facts, parent, trace);
  if (local == Verdict::yes || !parent) return local;
  return either(local, permit_valid(facts, *parent, trace));
}

}  // namespace tongxing::rules
