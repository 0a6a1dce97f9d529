// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/make_plan.h"

#include <algorithm>
#include <utility>

namespace tongxing::plan {
namespace {

std::vector<Part> parts_of(const model::Ruling& ruling) {
  std::vector<Part> parts;
  for (const auto kind : {PartKind::cover, PartKind::checklist, PartKind::day}) {
    parts.push_back({kind, {}, {}, {}, {}, 1});
  }
  if (!ruling.checklist.questions.empty()) {
    parts.push_back({PartKind::questions, {}, {}, {}, {}, 1});
  }
  for (const auto& sheet : ruling.sheets) {
    const auto kind = sheet.letter.empty() ? PartKind::form : PartKind::letter;
    parts.push_back({kind, sheet.form, sheet.letter, sheet.code, sheet.subjects, sheet.copies,
                     sheet.truths, sheet.fill});
  }
  return parts;
}

/// Each fact once, with everything that it decides anywhere.
void add_questions(std::vector<model::Question>& missing,
                   const std::vector<model::Question>& questions, const std::string& procedure) {
  for (const auto& question : questions) {
    auto found = std::ranges::find(missing, question.fact, &model::Question::fact);
    if (found == missing.end()) {
      missing.push_back(question);
      found = std::prev(missing.end());
    }
    auto codes = question.decides;
    if (!procedure.empty()) codes.push_back(procedure);
    for (auto& code : codes) {
      if (std::ranges::find(found->decides, code) == found->decides.end()) {
        found->decides.push_back(std::move(code));
      }
    }
  }
}

/// By applicant, then as the rules order procedures, whatever was asked for first: a loss is
/// reported before one leaves.
std::vector<const model::Decided*> in_order(const model::Outcome& choice,
                                            const model::RuleBook& book) {
  std::vector<const model::Decided*> order;
  for (const auto& one : choice.offered) order.push_back(&one);
  std::ranges::stable_sort(order, {}, [&](const model::Decided* one) {
    return std::pair(one->opened.ordinal, std::ranges::find(book.order, one->opened.procedure->id));
  });
  return order;
}

/// The newest whole date of a source behind anything in the ruling.
std::optional<Date> newest_source(const model::Ruling& ruling) {
  std::optional<Date> newest;
  const auto cite = [&](const std::vector<model::Citation>& sources) {
    for (const auto& one : sources) {
      const auto day = one.published.year == 0 ? std::nullopt : one.published.whole();
      if (day && (!newest || *newest < *day)) newest = day;
    }
  };
  for (const auto& line : ruling.checklist.lines) cite(line.sources);
  for (const auto& advisory : ruling.checklist.advisories) cite(advisory.sources);
  for (const auto& note : ruling.checklist.notes)
    for (const auto& position : note.positions) cite(position.sources);
  cite(ruling.presence.sources);
  if (ruling.place) cite(ruling.place->sources);
  for (const auto& step : ruling.steps) cite(step.sources);
  cite(ruling.fee.sources);
  cite(ruling.dates.sources);
  if (ruling.validity) cite(ruling.validity->sources);
  if (ruling.photo) cite(ruling.photo->sources);
  for (const auto* list : {&ruling.use, &ruling.information})
    for (const auto& statement : *list) cite(statement.sources);
  return newest;
}

std::string who(const model::Case& opened) {
  const bool child = opened.profile->person(opened.people.applicant)->has_role("child");
  return (child ? "child-" : "applicant-") + std::to_string(opened.ordinal);
}

}  // namespace

FamilyPlan make_plan(const model::Profile& profile, const model::RuleBook& book,
                     const model::Outcome& choice, CityId city, Date as_of) {
  FamilyPlan family{profile.case_ref.empty() ? "TX-0" : profile.case_ref,
                    std::move(city),
                    as_of,
                    {},
                    choice.refused,
                    {},
                    {book.sha256, std::nullopt}};
  const auto count_in = [&](const std::optional<Date>& day) {
    auto& newest = family.rules.newest;
    if (day && (!newest || *newest < *day)) newest = day;
  };
  for (const auto* one : in_order(choice, book)) {
    const auto& [opened, ruling] = *one;
    const Edition edition{book.sha256, newest_source(ruling)};
    count_in(edition.newest);
    family.packets.push_back({family.case_id, opened.procedure->id, opened.procedure->code,
                              opened.city->id, as_of, opened.ordinal, who(opened), ruling,
                              parts_of(ruling), edition});
    add_questions(family.missing, ruling.checklist.questions, {});
  }
  for (const auto& refusal : choice.refused) {
    for (const auto& one : refusal.sources)
      if (one.published.year != 0) count_in(one.published.whole());
    add_questions(family.missing, refusal.questions, refusal.procedure_code);
  }
  return family;
}

}  // namespace tongxing::plan
