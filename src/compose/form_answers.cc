// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/form_answers.h"

namespace tongxing::compose {

using Kind = FieldAnswer::Kind;

FieldAnswer known(std::string text) {
  return {Kind::known, std::move(text), {}, false, {}};
}
FieldAnswer none() {
  return {Kind::none, "无", {}, false, {}};
}
FieldAnswer not_applicable() {
  return {Kind::none, "N/A", {}, false, {}};
}
FieldAnswer blank() {
  return {Kind::blank, {}, {}, false, {}};
}
FieldAnswer unknown(std::string fact) {
  return {Kind::unknown, {}, std::move(fact), false, {}};
}

FieldAnswer fact(const Context& context, const std::string& at) {
  const auto* found = context.profile.find(at);
  return found ? known(found->text) : unknown(at);
}

FieldAnswer of(const Context& context, const PersonKey& person, std::string_view rest) {
  return fact(context, model::fact_path(person, rest));
}

FieldAnswer of_applicant(const Context& context, std::string_view rest) {
  return of(context, applicant(context), rest);
}

std::string told(const Context& context, const PersonKey& person, std::string_view rest) {
  const auto* found = context.profile.find(model::fact_path(person, rest));
  return found ? found->text : std::string();
}

const PersonKey& applicant(const Context& context) {
  return context.plan.ruling.people.applicant;
}

std::string applicant_path(const Context& context, std::string_view rest) {
  return model::fact_path(applicant(context), rest);
}

namespace {

std::optional<int> age(const Context& context) {
  const auto* birth = context.profile.find(model::fact_path(applicant(context), "birth_date"));
  const auto day = birth ? birth->date() : std::nullopt;
  return day ? std::optional(age_on(*day, context.plan.as_of)) : std::nullopt;
}

}  // namespace

bool is_child(const Context& context) {
  return age(context).value_or(16) < 16;
}

bool is_grown_up(const Context& context) {
  return age(context).value_or(0) >= 16;
}

std::string filled(const Context& context, std::string_view name) {
  if (!context.sheet) return {};
  const auto found = context.sheet->fill.find(name);
  return found == context.sheet->fill.end() ? std::string() : found->second;
}

std::string country(const Context& context, const std::string& code) {
  return context.words.formats(words::Language::zh).country(code).value_or(code);
}

std::string country_twice(const Context& context, const std::string& code) {
  auto name = country(context, code);
  if (context.second != "en") return name;
  const auto english = context.words.formats(words::Language::en).country(code);
  return english ? name + " " + words::capitals(*english) : name;
}

std::string choice(const Context& context, std::string_view declared, const std::string& id) {
  const auto& label = context.library.choice(declared, id);
  return label.zh.empty() ? id : label.zh;
}

std::vector<std::string> nationalities(const Context& context, const PersonKey& person) {
  std::vector<std::string> codes;
  const auto list = model::fact_path(person, "nationalities");
  const auto count = context.profile.count(list).value_or(0);
  for (std::size_t i = 0; i < count; ++i) {
    const auto one = list + "." + std::to_string(i);
    const auto* code = context.profile.find(one + ".country");
    if (code && !context.profile.find(one + ".until")) codes.push_back(code->text);
  }
  if (codes.empty())
    if (const auto own = passport(context, person))
      if (const auto* code = context.profile.find(*own + ".country")) codes.push_back(code->text);
  if (codes.empty() && context.profile.find(model::fact_path(person, "national_id")))
    codes.push_back("CN");
  return codes;
}

std::optional<std::string> passport(const Context& context, const PersonKey& person) {
  const auto list = model::fact_path(person, "passports");
  const auto count = context.profile.count(list).value_or(0);
  for (std::size_t i = 0; i < count; ++i) {
    const auto one = list + "." + std::to_string(i);
    const auto* lost = context.profile.find(one + ".lost");
    if (!lost || lost->yes_no() == false) return one;
  }
  if (count == 0) return std::nullopt;
  return list + ".0";
}

FieldAnswer whole_birth_place(const Context& context, const PersonKey& person) {
  const auto code = told(context, person, "birth_place.country");
  if (code.empty()) return unknown(model::fact_path(person, "birth_place.country"));
  auto text = country(context, code);
  for (const char* rest : {"birth_place.province", "birth_place.city"})
    if (const auto part = told(context, person, rest); !part.empty()) text += " " + part;
  return known(text);
}

FieldAnswer own_phone(const Context& context) {
  auto answer = of_applicant(context, "phone");
  if (answer.kind == Kind::known) return answer;
  const auto* contact = context.profile.find("contact.phone");
  return contact ? known(contact->text) : answer;
}

}  // namespace tongxing::compose
