// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/applicant.h"

#include <string>

#include "rules/days.h"
#include "rules/derived.h"
#include "rules/nationality.h"

namespace tongxing::rules {

using model::Verdict;

Verdict younger(const Facts& facts, int years, Trace& trace) {
  const auto birth = facts.get("applicant.birth_date", std::nullopt, trace);
  if (!birth || !birth->partial_date()) return Verdict::unknown;
  const auto result = younger_than(years, *birth->partial_date(), facts.opened().as_of);
  if (result == Verdict::unknown) trace.missed(trace.read.back());
  return result;
}

Verdict in_mainland(const Facts& facts, Trace& trace) {
  Trace asked, other;
  const auto here = told(facts, "applicant.in_mainland_china", std::nullopt, asked);
  if (here == Verdict::unknown &&
      told(facts, "applicant.resides_in_china", std::nullopt, other) == Verdict::yes) {
    other.missing.clear();
    trace.add(other);
    return Verdict::yes;
  }
  trace.add(asked);
  return here;
}

Verdict on_hukou(const Facts& facts, Trace& trace) {
  Trace own, listed;
  const auto child = told(facts, "applicant.hukou.registered", std::nullopt, own);
  if (child != Verdict::unknown) {
    trace.add(own);
    return child;
  }
  const auto with_parent = told(facts, "chinese_parent.hukou.includes_child", std::nullopt, listed);
  if (with_parent == Verdict::unknown) listed.missing.clear();  // one question is enough
  trace.add(listed);
  if (with_parent == Verdict::unknown) trace.add(own);
  return with_parent;
}

Verdict had_before(const Facts& facts, std::string_view kind, Trace& trace) {
  const auto list = model::fact_path(facts.opened().people.applicant, "previous_permits");
  const auto count = facts.profile().count(list);
  if (!count) {
    trace.missed(list + ".0.kind");
    return Verdict::unknown;
  }
  auto result = Verdict::no;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto* fact = facts.profile_fact(list + "." + std::to_string(i) + ".kind", trace);
    if (kind.empty()) return Verdict::yes;
    result = either(result, fact ? model::verdict(fact->text == kind) : Verdict::unknown);
  }
  return result;
}

Verdict may_claim(const Facts& facts, Trace& trace) {
  const auto list = model::fact_path(facts.opened().people.applicant, "eligible_nationalities");
  const auto count = facts.profile().count(list);
  if (!count) trace.missed(list + ".0");
  return count ? model::verdict(*count > 0) : Verdict::unknown;
}

Verdict chinese(const Facts& facts, Trace& trace) {
  const auto& applicant = facts.opened().people.applicant;
  const auto* person = facts.profile().person(applicant);
  if (person && person->has_role("child")) return chinese_by_birth(facts, trace);
  return is_chinese(facts.profile(), applicant, facts.opened().as_of, trace);
}

namespace {

/// One fact of the first foreign passport. Where none is told: of which country those are that are
/// told of, or else that fact of the next one.
const model::Fact* of_passport(const Facts& facts, std::string_view rest, Trace& trace) {
  const auto list = model::fact_path(facts.opened().people.applicant, "passports");
  const auto count = facts.profile().count(list).value_or(0);
  Trace open;
  for (std::size_t i = 0; i < count; ++i) {
    const auto element = list + "." + std::to_string(i) + ".";
    const auto* country = facts.profile().find(element + "country");
    if (!country) open.missed(element + "country");
    if (!country || !is_foreign(country->text)) continue;
    return facts.profile_fact(element + std::string(rest), trace);
  }
  if (open.missing.empty())
    open.missed(list + "." + std::to_string(count) + "." + std::string(rest));
  trace.add(open);
  return nullptr;
}

}  // namespace

std::optional<Date> passport_ends(const Facts& facts, Trace& trace) {
  const auto* ends = of_passport(facts, "valid_until", trace);
  return ends ? ends->date() : std::nullopt;
}

Verdict pages_short(const Facts& facts, Trace& trace) {
  const auto* told = of_passport(facts, "blank_pages", trace);
  const auto pages = told ? told->number() : std::nullopt;
  return pages ? model::verdict(*pages < 2) : Verdict::unknown;
}

Verdict passport_short(const Facts& facts, Trace& trace) {
  const auto ends = passport_ends(facts, trace);
  return ends ? model::verdict(*ends < facts.opened().as_of.plus_months(6)) : Verdict::unknown;
}

Verdict has_foreign_parent(const Facts& facts, Trace& trace) {
  auto all_chinese = Verdict::yes;
  for (const char* role : {"father", "mother"}) {
    const auto parent = facts.person(role, std::nullopt);
    if (!parent) {
      trace.missed(facts.path_of(role, "nationalities.0.country", std::nullopt));
      all_chinese = both(all_chinese, Verdict::unknown);
      continue;
    }
    all_chinese =
        both(all_chinese, is_chinese(facts.profile(), *parent, facts.opened().as_of, trace));
  }
  return !all_chinese;
}

Verdict cannot_come(const Facts& facts, const Self& self, Trace& trace) {
  if (!self) {
    return Verdict::unknown;
  }
  const auto* alive = facts.profile().find(model::fact_path(*self, "alive"));
  if (alive && alive->yes_no() == false) {
    trace.saw(model::fact_path(*self, "alive"));
    return Verdict::no;
  }
  return !told(facts, "self.attends", self, trace);
}

Verdict parents_absent(const Facts& facts, Trace& trace) {
  auto result = Verdict::yes;
  for (const char* role : {"father", "mother"}) {
    const auto parent = facts.person(role, std::nullopt);
    if (!parent) trace.missed(facts.path_of(role, "attends", std::nullopt));
    result = both(result, parent ? !told(facts, std::string(role) + ".attends", std::nullopt, trace)
                                 : Verdict::unknown);
    if (result == Verdict::no) return result;
  }
  return result;
}

}  // namespace tongxing::rules
