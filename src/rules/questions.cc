// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/questions.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace tongxing::rules {
namespace {

using model::Answer;
using model::FactType;
using model::Question;
using model::Role;

Answer answer_of(FactType type) {
  switch (type) {
    case FactType::yes_no:
      return Answer::yes_no;
    case FactType::choice:
      return Answer::choice;
    case FactType::date:
    case FactType::partial_date:
      return Answer::date;
    case FactType::number:
      return Answer::number;
    case FactType::country:
      return Answer::country;
    default:
      return Answer::text;
  }
}

constexpr std::array<std::pair<Role, std::string_view>, 9> roles = {{
    {Role::father, "father"},
    {Role::mother, "mother"},
    {Role::agent, "agent"},
    {Role::chinese_parent, "chinese_parent"},
    {Role::foreign_parent, "foreign_parent"},
    {Role::guardian, "guardian"},
    {Role::inviter, "inviter"},
    {Role::host, "host"},
}};

/// The part that the person of this path plays; a person nobody has named yet stands under the
/// name of the part itself.
std::optional<Role> role_of(const PersonKey& key, const Facts& facts) {
  if (key == facts.opened().people.applicant) {
    const auto* person = facts.profile().person(key);
    return person && person->has_role("child") ? Role::child : Role::applicant;
  }
  for (const auto& [role, name] : roles) {
    if (facts.person(name, std::nullopt) == key) return role;
  }
  for (const auto& [role, name] : roles) {
    if (key.value == name) return role;
  }
  return std::nullopt;
}

/// "people.emma.papers.marriage-certificate.held", "papers.x.held" → that paper.
std::optional<DocumentId> paper_of(std::string_view path) {
  auto at = path.starts_with("papers.") ? 0 : path.find(".papers.");
  if (at == std::string_view::npos) return std::nullopt;
  const auto rest = path.substr(at + (at == 0 ? 7 : 8));
  return DocumentId(std::string(rest.substr(0, rest.find('.'))));
}

}  // namespace

Question question(const std::string& path, const Facts& facts) {
  const auto* declaration = facts.opened().book->schema.find(path);
  assert(declaration);
  Question asked;
  asked.fact = model::FactPath(path);
  asked.declared = declaration->path;
  asked.answer = answer_of(declaration->type);
  for (const auto& choice : declaration->choices) asked.choices.push_back(choice.id);
  asked.about = paper_of(path);
  if (path.find(".name.as_printed.") != std::string::npos) {
    asked.about = DocumentId("child-birth-certificate");
  }
  if (path.starts_with("people.")) {
    const PersonKey key(path.substr(7, path.find('.', 7) - 7));
    if (facts.profile().person(key)) asked.whose = key;
    asked.role = role_of(key, facts);
  }
  return asked;
}

void Questions::add(const Trace& trace, std::string_view code) {
  for (const auto& path : trace.missing) {
    auto found = std::ranges::find(list_, path, [](const Question& q) { return q.fact.value; });
    if (found == list_.end()) {
      list_.push_back(question(path, *facts_));
      found = std::prev(list_.end());
    }
    auto& decides = found->decides;
    if (std::ranges::find(decides, code) == decides.end()) decides.emplace_back(code);
  }
}

std::vector<Question> Questions::take() {
  std::ranges::stable_sort(list_, std::ranges::greater{},
                           [](const Question& q) { return q.decides.size(); });
  return std::exchange(list_, {});
}

}  // namespace tongxing::rules
