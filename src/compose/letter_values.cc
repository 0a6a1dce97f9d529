// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/letter_values.h"

namespace tongxing::compose {

using model::PersonValue;

LetterPeople::LetterPeople(const Context& context, const plan::Part& part)
    : context_(context), subjects_(part.subjects) {}

std::optional<PersonKey> LetterPeople::person(model::Part part) const {
  switch (part) {
    case model::Part::child:
      return context_.plan.ruling.people.applicant;
    case model::Part::agent:
      return subjects_.size() > 1 ? std::optional(subjects_[1]) : std::nullopt;
    default:
      return subjects_.empty() ? std::nullopt : std::optional(subjects_[0]);
  }
}

model::Role LetterPeople::role(model::Part part) const {
  const auto who = person(part);
  const auto& people = context_.plan.ruling.people;
  if (part == model::Part::child) return model::Role::child;
  if (who && people.mother == who) return model::Role::mother;
  if (who && people.father == who) return model::Role::father;
  return model::Role::agent;
}

model::Bilingual LetterPeople::head(const model::PeopleTable::Column& column) const {
  const words::Arguments arguments = {{"role", role(column.part)}};
  return {context_.words.fill(words::Language::zh, column.head.zh, arguments, context_.people),
          context_.words.fill(words::Language::en, column.head.en, arguments, context_.people)};
}

std::string LetterPeople::fact(const PersonKey& person, std::string_view rest) const {
  const auto* found = context_.profile.find(model::fact_path(person, rest));
  return found ? found->text : std::string();
}

namespace {

std::vector<std::string> said(std::string text) {
  return text.empty() ? std::vector<std::string>{} : std::vector{std::move(text)};
}

}  // namespace

std::vector<std::string> LetterPeople::value(model::Part part, PersonValue value) const {
  const auto who = person(part);
  if (!who) return {};
  switch (value) {
    case PersonValue::name: {
      const auto name = words::cover_name(context_.name(*who));
      auto lines = said(name.first);
      if (!name.second.empty()) lines.push_back(name.second);
      return lines;
    }
    case PersonValue::sex: {
      const auto sex = fact(*who, "sex");
      return sex.empty() ? said({}) : said(context_.say("sex." + sex).zh);
    }
    case PersonValue::birth_date:
      return said(fact(*who, "birth_date"));
    case PersonValue::document_number: {
      auto number = fact(*who, "national_id");
      if (number.empty()) number = fact(*who, "passports.0.number");
      return said(number);
    }
    case PersonValue::telephone:
      return said(fact(*who, "phone"));
    case PersonValue::address: {
      auto address = fact(*who, "address.zh");
      return said(address.empty() ? fact(*who, "address.en") : address);
    }
    case PersonValue::relation: {
      const auto role = context_.say("cover.role", {{"role", this->role(part)}});
      return this->role(part) == model::Role::agent ? said({}) : said(role.zh);
    }
    case PersonValue::birth_certificate_number:
      return {};
  }
  return {};
}

std::vector<std::vector<std::string>> LetterPeople::names(const model::NamesTable& table) const {
  struct Variant {
    std::string spelling, document, number, issuer, issued;
  };
  std::vector<Variant> variants;
  const auto& child = context_.plan.ruling.people.applicant;
  const auto passport_number = fact(child, "passports.0.number");
  const auto country = fact(child, "passports.0.country");
  const auto& formats = context_.words.formats(words::Language::zh);
  const auto list = model::fact_path(child, "name.as_printed");
  for (std::size_t i = 0; i < context_.profile.count(list).value_or(0); ++i) {
    const auto at = "name.as_printed." + std::to_string(i);
    const auto document = fact(child, at + ".document");
    Variant variant{fact(child, at + ".text"), document, {}, {}, {}};
    if (context_.words.find("document." + document))
      variant.document = context_.say("document." + document).zh;
    if (document == "child-foreign-passport") {
      variant.number = passport_number;
      variant.issuer = formats.country(country).value_or(country);
      variant.issued = fact(child, "passports.0.issued");
    }
    variants.push_back(std::move(variant));
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& variant : variants) {
    std::vector<std::string> row;
    for (const auto& column : table.columns) {
      switch (column.value) {
        case model::NameValue::spelling:
          row.push_back(variant.spelling);
          break;
        case model::NameValue::document:
          row.push_back(variant.document);
          break;
        case model::NameValue::number:
          row.push_back(variant.number);
          break;
        case model::NameValue::issuer:
          row.push_back(variant.issuer);
          break;
        case model::NameValue::issued:
          row.push_back(variant.issued);
          break;
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

words::Arguments letter_arguments(const Context& context, const plan::Part& part) {
  const auto& plan = context.plan;
  // The power ends when the matter is closed; three months are ours, a date notaries ask for.
  words::Arguments arguments = {{"child", plan.ruling.people.applicant},
                                {"procedure", plan.procedure},
                                {"date", plan.as_of},
                                {"term_end", plan.as_of.plus_months(3)}};
  const auto& people = plan.ruling.people;
  if (!part.subjects.empty()) {
    arguments.push_back({"principal", part.subjects[0]});
    arguments.push_back({"declarant", part.subjects[0]});
    arguments.push_back(
        {"role", people.mother == part.subjects[0] ? model::Role::mother : model::Role::father});
  }
  if (part.subjects.size() > 1) arguments.push_back({"agent", part.subjects[1]});
  return arguments;
}

}  // namespace tongxing::compose
