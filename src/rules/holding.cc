// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/holding.h"

#include <algorithm>
#include <array>
#include <string>

#include "rules/derived.h"

namespace tongxing::rules {
namespace {

using model::Fact;
using model::Holding;
using model::Paper;
using model::Verdict;

/// One look-up at one person or the family.
struct Look {
  const Facts& facts;
  const std::optional<PersonKey>& whose;
  const Paper& paper;
  Trace& trace;

  std::string path(std::string_view rest) const {
    return whose ? model::fact_path(*whose, rest) : std::string(rest);
  }
  const Fact* find(const std::string& at) const {
    const auto* fact = facts.profile().find(at);
    if (fact) trace.saw(at);
    return fact;
  }
  std::size_t count(std::string_view list) const {
    return facts.profile().count(path(list)).value_or(0);
  }
};

/// Notes the end of a paper that is held, and whether that has passed.
void set_end(Holding& held, const Look& look, const std::string& at, bool ask) {
  const auto* end = look.find(at);
  if (end && end->date()) {
    held.valid_until = end->date();
    held.expired = *end->date() < look.facts.opened().as_of;
    if (held.expired) held.satisfied = Verdict::no;
  } else if (ask) {
    look.trace.missed(at);
  }
}

std::string ending(const Fact* number) {
  if (!number || number->text.size() < 8) return {};
  return number->text.substr(number->text.size() - 4);
}

/// Where none is held, one of those of which too little is told may be it.
Holding or_open(Holding held, const Trace& open, const Look& look) {
  if (held.satisfied == Verdict::yes || open.missing.empty()) return held;
  look.trace.add(open);
  return {};
}

/// The best of a list of passports or permits: one that has not ended beats one that has.
template <class Wanted>
Holding best_of(const Look& look, std::string_view list, bool ask, Wanted wanted) {
  Holding best;
  Trace open;
  const bool known = look.facts.profile().count(look.path(list)).has_value();
  if (known) best.satisfied = Verdict::no;
  for (std::size_t i = 0; i < look.count(list); ++i) {
    const auto at = look.path(list) + "." + std::to_string(i) + ".";
    if (wanted(at, open) != Verdict::yes) continue;
    Holding one;
    Trace ends;
    one.satisfied = Verdict::yes;
    set_end(one, Look{look.facts, look.whose, look.paper, ends}, at + "valid_until", ask);
    one.ending = ending(look.find(at + "number"));
    if (best.satisfied == Verdict::yes) continue;
    best = one;
    look.trace.add(ends);
  }
  return or_open(std::move(best), open, look);
}

Holding passport(const Look& look, bool chinese) {
  return best_of(look, "passports", true, [&](const std::string& at, Trace& open) {
    const auto* country = look.find(at + "country");
    const auto* lost = look.find(at + "lost");
    if (lost && lost->yes_no() == true) return Verdict::no;
    if (!country) {
      open.missed(at + "country");
      return Verdict::unknown;
    }
    return model::verdict(chinese ? country->text == "CN" : is_foreign(country->text));
  });
}

Holding permit(const Look& look, std::initializer_list<std::string_view> kinds) {
  return best_of(look, "permits", true, [&](const std::string& at, Trace& open) {
    const auto* kind = look.find(at + "kind");
    if (!kind) {
      open.missed(at + "kind");
      return Verdict::unknown;
    }
    return model::verdict(std::ranges::find(kinds, kind->text) != kinds.end());
  });
}

/// A visa, stay or residence permit of China, whatever its dates: of a visa they are those of
/// entering, and whether the stay is over is asked elsewhere.
Holding current_permit(const Look& look) {
  Holding held;
  if (!look.facts.profile().count(look.path("permits"))) return held;
  held.satisfied = Verdict::no;
  Trace open;
  for (std::size_t i = 0; i < look.count("permits"); ++i) {
    const auto at = look.path("permits." + std::to_string(i) + ".");
    const auto* kind = look.find(at + "kind");
    const auto* country = look.find(at + "country");
    if (country && country->text != "CN") continue;
    if (!kind) {
      open.missed(at + "kind");
      continue;
    }
    if (kind->text == "visa" || kind->text == "stay" || kind->text == "residence") {
      held.satisfied = Verdict::yes;
    }
  }
  return or_open(std::move(held), open, look);
}

Holding as_told(const Look& look, std::string_view rest) {
  Holding held;
  const auto* fact = look.find(look.path(rest));
  if (fact && fact->yes_no()) held.satisfied = model::verdict(*fact->yes_no());
  return held;
}

Holding identity_card(const Look& look) {
  Holding held;
  const auto* number = look.find(look.path("national_id"));
  if (!number) return held;
  held.satisfied = Verdict::yes;
  held.ending = ending(number);
  set_end(held, look, look.path("national_id_valid_until"), false);
  return held;
}

Holding local_permit(const Look& look) {
  auto held = as_told(look, "local_residence_permit.held");
  if (held.satisfied == Verdict::yes) {
    set_end(held, look, look.path("local_residence_permit.valid_until"), true);
  }
  return held;
}

/// Good for six months from its issue (Regulations on foreigners, art. 16); that it has ended is
/// said by an advisory of its own.
Holding health_certificate(const Look& look) {
  auto held = as_told(look, "health_certificate.held");
  const auto* issued = look.find(look.path("health_certificate.issued"));
  if (held.satisfied != Verdict::yes || !issued || !issued->date()) return held;
  held.valid_until = issued->date()->plus_months(6);
  if (*held.valid_until < look.facts.opened().as_of) held.satisfied = Verdict::no;
  return held;
}

Holding earlier_permits(const Look& look) {
  Holding held;
  if (look.count("previous_permits") == 0) return held;
  held.satisfied = Verdict::yes;
  for (std::size_t i = 0; i < look.count("previous_permits"); ++i) {
    const auto* there = look.find(look.path("previous_permits." + std::to_string(i) + ".on_hand"));
    held.satisfied =
        both(held.satisfied,
             there && there->yes_no() ? model::verdict(*there->yes_no()) : Verdict::unknown);
  }
  return held;
}

/// An earlier permit for Hong Kong and Macao; that it has ended is no fault.
Holding earlier_hk_macao(const Look& look) {
  Holding held;
  if (!look.facts.profile().count(look.path("permits"))) return held;
  held.satisfied = Verdict::no;
  Trace open;
  for (std::size_t i = 0; i < look.count("permits"); ++i) {
    const auto at = look.path("permits") + "." + std::to_string(i) + ".";
    const auto* kind = look.find(at + "kind");
    if (!kind) open.missed(at + "kind");
    if (!kind || (kind->text != "hk-macao-card" && kind->text != "hk-macao-booklet")) continue;
    held.satisfied = Verdict::yes;
    held.ending = ending(look.find(at + "number"));
  }
  return or_open(std::move(held), open, look);
}

/// What the parents held abroad when the child was born: unknown unless one is told.
Holding permits_at_birth(const Look& look) {
  Holding held;
  for (const char* role : {"father", "mother"}) {
    const auto parent = look.facts.person(role, std::nullopt);
    if (!parent) continue;
    const auto list = model::fact_path(*parent, "permits");
    for (std::size_t i = 0; i < look.facts.profile().count(list).value_or(0); ++i) {
      const auto* then = look.find(list + "." + std::to_string(i) + ".held_at_childs_birth");
      if (then && then->yes_no() == true) held.satisfied = Verdict::yes;
    }
  }
  return held;
}

Holding attested(const Look& look) {
  Holding held;
  const auto* method = look.find("marriage.authentication.method");
  if (method) held.satisfied = model::verdict(method->text != "none");
  return held;
}

Holding attested_by(const Look& look, std::string_view wanted) {
  Holding held;
  const auto* method = look.find("marriage.authentication.method");
  if (method) held.satisfied = model::verdict(method->text == wanted);
  return held;
}

Holding any_number(const Look& look, std::string_view at) {
  Holding held;
  if (look.find(std::string(at))) held.satisfied = Verdict::yes;
  return held;
}

/// A ticket does only with its date and its seat fixed (Regulations, art. 7 (4)).
Holding onward_ticket(const Look& look) {
  Holding held;
  const auto* date = look.find(look.path("visa.onward.date"));
  const auto* seat = look.find(look.path("visa.onward.seat_confirmed"));
  if (seat && seat->yes_no() == false) held.satisfied = Verdict::no;
  if (date && seat && seat->yes_no() == true) held.satisfied = Verdict::yes;
  return held;
}

Holding family_fact(const Look& look, std::string_view at) {
  Holding held;
  const auto* fact = look.find(std::string(at));
  if (fact && fact->yes_no()) held.satisfied = model::verdict(*fact->yes_no());
  return held;
}

using Kind = Holding (*)(const Look&);
constexpr auto kinds = std::to_array<std::pair<std::string_view, Kind>>({
    {"apostille", [](const Look& l) { return attested_by(l, "apostille"); }},
    {"attestation", attested},
    {"chinese-passport", [](const Look& l) { return passport(l, true); }},
    {"consular-authentication", [](const Look& l) { return attested_by(l, "consular"); }},
    {"current-permit", current_permit},
    {"foreign-passport", [](const Look& l) { return passport(l, false); }},
    {"health-certificate", health_certificate},
    {"hk-macao-card", [](const Look& l) { return permit(l, {"hk-macao-card"}); }},
    {"hk-macao-permit", earlier_hk_macao},
    {"hukou", [](const Look& l) { return as_told(l, "hukou.registered"); }},
    {"identity-card", identity_card},
    {"local-residence-permit", local_permit},
    {"marriage-number", [](const Look& l) { return any_number(l, "marriage.number"); }},
    {"notarised", [](const Look& l) { return family_fact(l, "marriage.notarised"); }},
    {"onward-ticket", onward_ticket},
    {"papers", [](const Look&) { return Holding{}; }},
    {"permits-at-birth", permits_at_birth},
    {"previous-permits", earlier_permits},
    {"residence-or-work-permit",
     [](const Look& l) { return permit(l, {"residence", "permanent-residence", "work"}); }},
    {"residence-permit",
     [](const Look& l) { return permit(l, {"residence", "permanent-residence"}); }},
    {"school-agreement", [](const Look& l) { return as_told(l, "study.school_approved"); }},
    {"temporary-registration", [](const Look& l) { return as_told(l, "temporary_registration"); }},
    {"translated", [](const Look& l) { return family_fact(l, "marriage.translated"); }},
    {"unsigned", [](const Look&) { return Holding{.satisfied = Verdict::no}; }},
    {"work-permit", [](const Look& l) { return permit(l, {"work"}); }},
});

Kind find_kind(std::string_view word) {
  const auto found = std::ranges::find(kinds, word, &std::pair<std::string_view, Kind>::first);
  return found == kinds.end() ? nullptr : found->second;
}

/// `papers.<id>` of the person, else of the family.
std::optional<Holding> by_papers(const Look& look) {
  for (const bool own : {true, false}) {
    if (own && !look.whose) continue;
    const std::string list = "papers." + look.paper.id.value + ".";
    const auto at = own ? look.path(list) : list;
    const auto* fact = look.find(at + "held");
    if (!fact || !fact->yes_no()) continue;
    Holding held{.satisfied = model::verdict(*fact->yes_no())};
    if (held.satisfied == Verdict::yes) set_end(held, look, at + "valid_until", false);
    return held;
  }
  return std::nullopt;
}

}  // namespace

Holding holding(const Paper& paper, const std::optional<PersonKey>& whose, const Facts& facts,
                Trace& trace) {
  Trace asked;
  const Look look{facts, whose, paper, asked};
  auto told = by_papers(look);
  const auto kind = find_kind(paper.held_by);
  auto held = kind ? kind(look) : Holding{};
  if (told && !told->valid_until && told->satisfied == Verdict::yes) {
    told->valid_until = held.valid_until;
    told->expired = held.expired;
    if (told->expired) told->satisfied = Verdict::no;
  }
  if (told) {
    told->ending = held.ending;
    held = *told;
  }
  if (held.satisfied != Verdict::yes || held.valid_until) asked.missing.clear();
  trace.add(asked);
  return held;
}

std::optional<model::CountryCode> issuer(const Paper& paper, const std::optional<PersonKey>& whose,
                                         const Facts& facts) {
  if (paper.held_by == "marriage-number") {
    const auto* country = facts.profile().find("marriage.country");
    return country ? std::optional(model::CountryCode(country->text)) : std::nullopt;
  }
  if (!whose || paper.held_by != "foreign-passport") return std::nullopt;
  const auto list = model::fact_path(*whose, "passports");
  for (std::size_t i = 0; i < facts.profile().count(list).value_or(0); ++i) {
    const auto* country = facts.profile().find(list + "." + std::to_string(i) + ".country");
    if (country && is_foreign(country->text)) return model::CountryCode(country->text);
  }
  return std::nullopt;
}

}  // namespace tongxing::rules
