// SPDX-License-Identifier: GPL-3.0-or-later
// Values by name: those that each form brings, and those that are a fact of the applicant.
#include "compose/form_values.h"

#include <algorithm>
#include <cassert>

#include "compose/form_answers.h"

namespace tongxing::compose {

namespace {

using Kind = FieldAnswer::Kind;

/// A value that is a fact of the applicant, printed as it is told.
struct PlainValue {
  std::string_view name, fact;
};

constexpr PlainValue plain_values[] = {
    {"applicant.sex", "sex"},
    {"applicant.ethnic_group", "ethnicity"},
    {"applicant.birth_date", "birth_date"},
    {"applicant.local_id", "local_id"},
    {"applicant.email", "email"},
    {"applicant.occupation", "occupation"},
    {"applicant.education", "education"},
    {"applicant.chinese.surname", "name.zh.surname"},
    {"applicant.chinese.given", "name.zh.given"},
    {"employer.name", "employer.name"},
    {"employer.phone", "employer.phone"},
    {"employer.address", "employer.address"},
    {"employer.postcode", "employer.postcode"},
    {"contact.name", "emergency_contact.name"},
    {"contact.phone", "emergency_contact.phone"},
    {"contact.relation", "emergency_contact.relation"},
};

constexpr std::span<const NamedValue> (*sets[])() = {chinese_form_values, foreigner_form_values,
                                                     visa_form_values, travel_form_values};

FieldAnswer list_answer(const NamedList& list, const Context& context,
                        const model::FieldValue& value) {
  const auto column = std::string_view(value.name).substr(list.name.size() + 1);
  const auto line = value.line.value_or(0);
  const auto count = list.count(context);
  const bool leads = line == 0 && value.leads;
  if (!count) return leads ? list.unknown(context) : blank();
  if (line >= *count) return leads ? list.empty() : blank();
  for (const auto& each : list.columns)
    if (each.name == column) return each.answer(context, line);
  assert(false && "the loader checks the columns of a list");
  return blank();
}

}  // namespace

std::vector<std::string> field_value_names() {
  std::vector<std::string> names = {""};
  for (const auto& each : plain_values) names.emplace_back(each.name);
  for (const auto set : sets)
    for (const auto& each : set()) names.emplace_back(each.name);
  for (const auto& list : form_lists())
    for (const auto& column : list.columns)
      names.push_back(std::string(list.name) + "." + std::string(column.name));
  return names;
}

FieldAnswer field_answer(const Context& context, const model::FieldValue& value) {
  const std::string_view name = value.name;
  if (name.empty()) return blank();
  if (value.line)
    for (const auto& list : form_lists())
      if (name.starts_with(list.name) && name.substr(list.name.size()).starts_with('.'))
        return list_answer(list, context, value);
  for (const auto& each : plain_values)
    if (each.name == name) return of_applicant(context, each.fact);
  for (const auto set : sets)
    for (const auto& each : set())
      if (each.name == name) return each.answer(context);
  assert(false && "the loader checks the names of field values");
  return blank();
}

std::size_t list_lines(const Context& context, std::string_view name) {
  for (const auto& list : form_lists())
    if (list.name == name) return list.count(context).value_or(0);
  return 0;
}

}  // namespace tongxing::compose
