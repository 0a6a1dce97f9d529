// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/context.h"

#include <algorithm>

namespace tongxing::compose {

std::string PageRange::text() const {
  const auto from = std::to_string(first);
  return count < 2 ? from : from + "–" + std::to_string(first + count - 1);
}

namespace {

model::Bilingual city_name(const Context& context) {
  const auto& id = context.plan.city.value;
  if (const auto* name = context.words.find("city." + id)) return *name;
  if (const auto* fact = context.library.rules.schema.find("city"))
    for (const auto& choice : fact->choices)
      if (choice.id == id) return choice.label;
  return context.say("city.other");
}

}  // namespace

model::Bilingual Context::say_where(std::string_view id, const ProcedureId& procedure) const {
  const auto city = city_name(*this);
  return {
      words.say(words::Language::zh, id, {{"procedure", procedure}, {"city", city.zh}}, people),
      words.say(words::Language::en, id, {{"procedure", procedure}, {"city", city.en}}, people)};
}

words::People spelled(words::People people) {
  constexpr std::string_view by_hand = "\uFFFC";
  for (auto& [person, name] : people) {
    auto& chinese = name.chinese;
    if ((chinese.surname + chinese.given).find(by_hand) == std::string::npos) continue;
    if (name.pinyin.empty()) continue;
    auto& last = chinese.given.empty() ? chinese.surname : chinese.given;
    last += "（" + words::pinyin_name(name.pinyin) + "）";
  }
  return people;
}

std::size_t Context::question(std::string_view fact) const {
  const auto& questions = plan.ruling.checklist.questions;
  const auto found = std::find_if(questions.begin(), questions.end(),
                                  [&](const auto& q) { return q.fact.value == fact; });
  return found == questions.end() ? 0 : static_cast<std::size_t>(found - questions.begin()) + 1;
}

const PageRange* Context::range(plan::PartKind kind) const {
  for (std::size_t i = 0; i < plan.parts.size(); ++i)
    if (plan.parts[i].kind == kind && pages[i].count > 0) return &pages[i];
  return nullptr;
}

model::Bilingual Context::say_for_office(std::string_view id) const {
  return say(std::string(id) + (procedure().at_mission ? "_mission" : ""));
}

std::optional<model::Role> Context::role(const PersonKey& person) const {
  using model::Role;
  const auto& all = plan.ruling.people;
  if (person == all.applicant) return procedure().for_child ? Role::child : Role::applicant;
  const std::pair<const std::optional<PersonKey>*, Role> parts[] = {
      {&all.mother, Role::mother},   {&all.father, Role::father}, {&all.guardian, Role::guardian},
      {&all.inviter, Role::inviter}, {&all.host, Role::host},     {&all.agent, Role::agent}};
  for (const auto& [who, role] : parts)
    if (*who == person) return role;
  return std::nullopt;
}

std::vector<SourceId> Context::sources() const {
  std::vector<SourceId> cited;
  const auto cite = [&](const std::vector<model::Citation>& citations) {
    for (const auto& citation : citations)
      if (std::find(cited.begin(), cited.end(), citation.source) == cited.end())
        cited.push_back(citation.source);
  };
  const auto& ruling = plan.ruling;
  const auto cite_all = [&](const std::vector<model::Statement>& statements) {
    for (const auto& statement : statements) cite(statement.sources);
  };
  for (const auto& line : ruling.checklist.lines) {
    cite(line.sources);
    cite_all(line.remarks);
  }
  cite(ruling.presence.sources);
  cite_all(ruling.presence.remarks);
  if (ruling.place) {
    cite(ruling.place->sources);
    cite_all(ruling.place->remarks);
  }
  for (const auto& step : ruling.steps) cite(step.sources);
  cite(ruling.fee.sources);
  cite(ruling.dates.sources);
  if (ruling.validity) cite(ruling.validity->sources);
  if (ruling.photo) {
    cite(ruling.photo->sources);
    cite_all(ruling.photo->rules);
  }
  cite_all(ruling.use);
  cite_all(ruling.information);
  for (const auto& advisory : ruling.checklist.advisories) cite(advisory.sources);
  for (const auto& note : ruling.checklist.notes)
    for (const auto& position : note.positions) cite(position.sources);
  return cited;
}

std::string Context::source_key(const SourceId& source) const {
  // Without D, which numbers the disagreements, and without I and O, which look like figures.
  static constexpr std::string_view letters = "ABCEFGHJKLMNPQRSTUVWXYZ";
  const auto cited = sources();
  const auto index =
      static_cast<std::size_t>(std::find(cited.begin(), cited.end(), source) - cited.begin());
  std::string key(1, letters[index % letters.size()]);
  if (index >= letters.size()) key += std::to_string(index / letters.size() + 1);
  return key;
}

}  // namespace tongxing::compose
