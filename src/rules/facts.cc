// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/facts.h"

#include <algorithm>

#include "model/derived.h"
#include "rules/days.h"
#include "rules/derived.h"

namespace tongxing::rules {
namespace {

using model::Condition;
using model::Verdict;

void once(std::vector<std::string>& list, std::string path) {
  if (std::ranges::find(list, path) == list.end()) list.push_back(std::move(path));
}

std::string_view root_of(std::string_view path) {
  const auto dot = path.find('.');
  return dot == std::string_view::npos ? std::string_view{} : path.substr(0, dot);
}

std::string_view rest_of(std::string_view path) {
  return path.substr(path.find('.') + 1);
}

/// Why nobody is the Chinese (or foreign) parent: the nationalities that were not told.
void missed_nationalities(const Facts& facts, Trace& trace) {
  for (const char* role : {"father", "mother"}) {
    const auto person = facts.person(role, std::nullopt);
    if (!person) {
      trace.missed(facts.path_of(role, "nationalities.0.country", std::nullopt));
      continue;
    }
    Trace asked;
    if (is_chinese(facts.profile(), *person, facts.opened().as_of, asked) == Verdict::unknown)
      for (const auto& path : asked.missing) trace.missed(path);
  }
}

}  // namespace

void Trace::saw(std::string path) {
  once(read, std::move(path));
}
void Trace::missed(std::string path) {
  once(missing, std::move(path));
}

void Trace::add(const Trace& other) {
  for (const auto& path : other.read) saw(path);
  for (const auto& path : other.missing) missed(path);
}

const model::Fact* Facts::profile_fact(const std::string& path, Trace& trace) const {
  const auto* fact = profile().find(path);
  if (fact) {
    trace.saw(path);
  } else {
    trace.missed(path);
  }
  return fact;
}

std::optional<PersonKey> Facts::person(std::string_view root, const Self& self) const {
  const auto& people = case_->people;
  if (root == "self") return self;
  if (root == "applicant" || root == "child") return people.applicant;
  if (root == "father") return people.father;
  if (root == "mother") return people.mother;
  if (root == "chinese_parent") return people.chinese_parent;
  if (root == "foreign_parent") return people.foreign_parent;
  if (root == "agent") return people.agent;
  if (root == "guardian") return people.guardian;
  if (root == "inviter") return people.inviter;
  if (root == "host") return people.host;
  // Who invites is visited, where nobody else is.
  if (root == "visited") return people.host ? people.host : people.inviter;
  return std::nullopt;
}

std::string Facts::path_of(std::string_view root, std::string_view rest, const Self& self) const {
  const auto key = person(root, self);
  if (!key && root == "visited") root = "inviter";  // no such part can be written in a profile
  return model::fact_path(key ? *key : PersonKey(std::string(root)), rest);
}

std::optional<model::Fact> Facts::get(std::string_view path, const Self& self, Trace& trace) const {
  const auto root = root_of(path);
  const bool of_person = model::is_role_root(root);
  const auto who = of_person ? person(root, self) : std::nullopt;
  if (const auto* derived = model::find_derived(path)) {
    if (of_person && !who && derived->path == "self.chinese") {
      trace.missed(path_of(root, "nationalities.0.country", self));
      return std::nullopt;
    }
    return derive(derived->path, *this, of_person ? who : self, trace);
  }
  if (path == "city") {
    if (case_->city_named.empty()) {
      trace.missed("city");
      return std::nullopt;
    }
    trace.saw("city");
    return model::Fact{model::FactType::city, case_->city_named.value, {}, {}, false};
  }
  if (of_person && !who && (root == "chinese_parent" || root == "foreign_parent")) {
    missed_nationalities(*this, trace);
    return std::nullopt;
  }
  const auto* fact =
      profile_fact(of_person ? path_of(root, rest_of(path), self) : std::string(path), trace);
  return fact ? std::optional(*fact) : std::nullopt;
}

/// A yes-no fact of the profile as a verdict.
Verdict told(const Facts& facts, std::string_view path, const Self& self, Trace& trace) {
  const auto fact = facts.get(path, self, trace);
  return fact && fact->yes_no() ? model::verdict(*fact->yes_no()) : Verdict::unknown;
}

std::optional<Date> day(const Facts& facts, std::string_view path, Trace& trace) {
  const auto fact = facts.get(path, std::nullopt, trace);
  return fact ? fact->date() : std::nullopt;
}

namespace {

Verdict compare(const Condition& condition, const Facts& facts, const Self& self, Trace& trace) {
  const auto left = facts.get(condition.fact, self, trace);
  std::optional<model::Fact> right;
  if (!condition.other.empty()) right = facts.get(condition.other, self, trace);
  if (!left || !left->partial_date()) return Verdict::unknown;
  if (!condition.other.empty() && (!right || !right->partial_date())) return Verdict::unknown;
  const auto a = days_of(*left->partial_date());
  const auto b =
      condition.day ? Days{*condition.day, *condition.day} : days_of(*right->partial_date());
  const auto result = condition.kind == Condition::Kind::before ? is_before(a, b) : is_before(b, a);
  if (result == Verdict::unknown) trace.missed(trace.read.empty() ? "" : trace.read.back());
  return result;
}

/// Is the value in a list? A list that is not told is unknown.
Verdict among(const Condition& condition, const Facts& facts, const Self& self, Trace& trace) {
  const auto root = root_of(condition.fact);
  const auto list = model::is_role_root(root) ? facts.path_of(root, rest_of(condition.fact), self)
                                              : condition.fact;
  const auto count = facts.profile().count(list);
  if (!count) {
    trace.missed(list + ".0");
    return Verdict::unknown;
  }
  auto result = Verdict::no;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto* fact = facts.profile_fact(list + "." + std::to_string(i), trace);
    if (fact && fact->text == condition.values.front()) result = Verdict::yes;
  }
  return result;
}

/// One part of `all` or `any`; what it lacks counts only while the whole is open.
Verdict combine(const Condition& condition, const Facts& facts, const Self& self, Trace& trace) {
  const bool all = condition.kind == Condition::Kind::all;
  auto result = model::verdict(all);
  for (const auto& part : condition.parts) {
    const auto one = evaluate(part, facts, self, trace);
    result = all ? both(result, one) : either(result, one);
    if (result == model::verdict(!all)) break;  // settled: the rest cannot change it
  }
  return result;
}

Verdict weigh(const Condition& condition, const Facts& facts, const Self& self, Trace& trace) {
  using Kind = Condition::Kind;
  switch (condition.kind) {
    case Kind::always:
      return Verdict::yes;
    case Kind::all:
    case Kind::any:
      return combine(condition, facts, self, trace);
    case Kind::negation:
      return !evaluate(condition.parts.front(), facts, self, trace);
    case Kind::before:
    case Kind::after:
      return compare(condition, facts, self, trace);
    default:
      break;
  }
  if (condition.kind == Kind::has) return among(condition, facts, self, trace);
  const auto fact = facts.get(condition.fact, self, trace);
  if (condition.kind == Kind::known) return model::verdict(fact.has_value() == condition.expected);
  if (!fact) return Verdict::unknown;
  return model::verdict(std::ranges::find(condition.values, fact->text) != condition.values.end());
}

}  // namespace

model::Verdict evaluate(const Condition& condition, const Facts& facts, const Self& self,
                        Trace& trace) {
  Trace own;
  const auto result = weigh(condition, facts, self, own);
  if (result != Verdict::unknown) own.missing.clear();
  trace.add(own);
  return result;
}

}  // namespace tongxing::rules
