// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/sentences.h"

#include <algorithm>

namespace tongxing::rules {
namespace {

using model::Certainty;
using model::Fact;
using model::FactType;
using model::Sentence;

std::optional<model::Argument> gap(std::string_view path, const Facts& facts, const Self& self) {
  if (path == "self") {
    if (!self) return std::nullopt;
    const auto& people = facts.opened().people;
    return model::Argument(self == people.father ? model::Role::father : model::Role::mother);
  }
  if (path == "city") return model::Argument(facts.opened().city->id);
  Trace unused;
  const auto fact = facts.get(path, self, unused);
  if (!fact) return std::nullopt;
  return argument(*fact);
}

}  // namespace

model::Argument argument(const Fact& fact) {
  switch (fact.type) {
    case FactType::country:
      return model::CountryCode(fact.text);
    case FactType::number:
      if (const auto number = fact.number()) return *number;
      break;
    case FactType::date:
      if (const auto day = fact.date()) return *day;
      break;
    case FactType::person:
      return PersonKey(fact.text);
    default:
      break;
  }
  return fact.text;
}

std::optional<Sentence> say(const model::Text& text, const Facts& facts, const Self& self) {
  if (text.empty()) return std::nullopt;
  Sentence sentence{text.id, {}};
  for (const auto& [name, path] : text.with) {
    auto value = gap(path, facts, self);
    if (!value) {
      if (text.plain.empty()) return std::nullopt;
      return Sentence{text.plain, {}};
    }
    sentence.arguments.emplace_back(name, std::move(*value));
  }
  return sentence;
}

std::vector<Sentence> say_all(const std::vector<model::ConditionalText>& texts, const Facts& facts,
                              const Self& self) {
  std::vector<Sentence> said;
  for (const auto& text : texts) {
    Trace unused;
    if (!text.in_force.on(facts.opened().as_of)) continue;
    if (evaluate(text.when, facts, self, unused) != model::Verdict::yes) continue;
    if (auto sentence = say(text.text, facts, self)) said.push_back(std::move(*sentence));
  }
  return said;
}

std::vector<model::Statement> state_all(const std::vector<model::ConditionalText>& texts,
                                        const Facts& facts, const Self& self) {
  std::vector<model::Statement> stated;
  for (const auto& text : texts) {
    for (auto& sentence : say_all({text}, facts, self)) {
      stated.push_back({std::move(sentence), cited(text.sources, facts)});
    }
  }
  return stated;
}

std::vector<model::Citation> cited(std::vector<model::Citation> sources, const Facts& facts) {
  const auto& opened = facts.opened();
  const bool elsewhere = !opened.city->verified && !opened.procedure->at_mission;
  for (auto& source : sources) {
    const bool of_a_city =
        source.certainty == Certainty::published_guide || source.certainty == Certainty::reported;
    const bool nationwide = opened.book->sources.at(source.source).nationwide;
    if (elsewhere && of_a_city && !nationwide) source.certainty = Certainty::inferred;
  }
  std::ranges::stable_sort(sources, {}, &model::Citation::certainty);
  return sources;
}

}  // namespace tongxing::rules
