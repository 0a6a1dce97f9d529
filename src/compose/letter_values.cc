// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/letter_values.h"

#include <algorithm>

#include "model/derived.h"

namespace tongxing::compose {

using model::Part;
using model::PersonValue;
using model::Verdict;

namespace {

LetterValue said(std::string text) {
  LetterValue value;
  if (!text.empty()) value.lines.push_back(std::move(text));
  return value;
}

std::string element(std::string_view list, std::size_t index, std::string_view rest) {
  return std::string(list) + "." + std::to_string(index) + "." + std::string(rest);
}

}  // namespace

LetterValue lines_of(const std::string& text) {
  LetterValue value;
  std::size_t from = 0;
  while (from < text.size()) {
    const auto end = std::min(text.find('\n', from), text.size());
    if (end > from) value.lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return value;
}

LetterValues::LetterValues(const Context& context, const plan::Part& part)
    : context_(context), part_(part) {}

/// Who has to agree: the guardian named, else the parents. The dead do not sign.
std::vector<PersonKey> LetterValues::guardians() const {
  const auto& people = context_.plan.ruling.people;
  if (people.guardian) return {*people.guardian};
  std::vector<PersonKey> all;
  for (const auto& parent :
       {people.chinese_parent, people.foreign_parent, people.mother, people.father}) {
    if (!parent || std::find(all.begin(), all.end(), *parent) != all.end()) continue;
    if (fact(*parent, "alive") != "no") all.push_back(*parent);
  }
  return all;
}

std::optional<PersonKey> LetterValues::person(Part part) const {
  const auto& people = context_.plan.ruling.people;
  const auto& subjects = part_.subjects;
  const auto nth = [](const std::vector<PersonKey>& list, std::size_t n) {
    return n < list.size() ? std::optional(list[n]) : std::nullopt;
  };
  switch (part) {
    case Part::child:
    case Part::applicant:
      return people.applicant;
    case Part::principal:
      return nth(subjects, 0);
    case Part::agent:
      return nth(subjects, 1);
    case Part::declarant:
      return subjects.size() > 1 ? nth(subjects, 0) : std::nullopt;
    case Part::father:
      return people.father;
    case Part::mother:
      return people.mother;
    case Part::guardian:
      return nth(guardians(), 0);
    case Part::second_guardian:
      return nth(guardians(), 1);
    case Part::inviter:
      return people.inviter ? people.inviter : people.host;
    case Part::host:
      return people.host ? people.host : people.inviter;
  }
  return std::nullopt;
}

std::optional<PersonKey> LetterValues::person(std::string_view root) const {
  if (root == "self") return person(Part::principal);
  if (root == "father") return person(Part::father);
  if (root == "mother") return person(Part::mother);
  if (root == "guardian") return person(Part::guardian);
  if (root == "inviter") return person(Part::inviter);
  if (root == "host" || root == "visited") return person(Part::host);
  return person(Part::applicant);
}

bool LetterValues::has(Part part) const {
  if (part == Part::declarant) return part_.subjects.size() > 1 || context_.procedure().for_child;
  if (part != Part::second_guardian) return true;
  const auto& people = context_.plan.ruling.people;
  if (people.guardian) return false;
  for (const auto& parent : {people.father, people.mother})
    if (parent && fact(*parent, "alive") == "no") return false;
  return true;
}

std::optional<model::Role> LetterValues::role(Part part) const {
  const auto who = person(part);
  const auto& people = context_.plan.ruling.people;
  if (!who) return std::nullopt;
  if (people.mother == who) return model::Role::mother;
  if (people.father == who) return model::Role::father;
  if (people.guardian == who) return model::Role::guardian;
  return std::nullopt;
}

std::string LetterValues::fact(const PersonKey& person, std::string_view rest) const {
  const auto* found = context_.profile.find(model::fact_path(person, rest));
  return found ? found->text : std::string();
}

std::vector<std::string> LetterValues::both(const model::Bilingual& text) const {
  if (text.zh == text.en || text.en.empty()) return {text.zh};
  return {text.zh + " " + text.en};
}

std::string LetterValues::country(const std::string& code) const {
  const auto in = [&](words::Language language) {
    return context_.words.formats(language).country(code).value_or(code);
  };
  return both({in(words::Language::zh), in(words::Language::en)}).front();
}

LetterValue LetterValues::yes_or_no(Verdict verdict) const {
  LetterValue value;
  value.choices.push_back({context_.say("answer.yes"), verdict == Verdict::yes});
  value.choices.push_back({context_.say("answer.no"), verdict == Verdict::no});
  return value;
}

LetterValue LetterValues::written(const std::string& path) const {
  using model::FactType;
  const auto* found = context_.profile.find(path);
  const auto* declared = context_.library.rules.schema.find(path);
  if (declared && declared->type == FactType::yes_no)
    return yes_or_no(found ? model::verdict(*found->yes_no()) : Verdict::unknown);
  if (!found) return {};
  switch (found->type) {
    case FactType::country:
      return said(country(found->text));
    case FactType::person:
      return said(name_line_of(PersonKey(found->text)));
    case FactType::choice:
    case FactType::city:
      if (declared)
        for (const auto& choice : declared->choices)
          if (choice.id == found->text) return {both(choice.label), {}};
      return said(found->text);
    default:
      return lines_of(found->text);
  }
}

std::string LetterValues::name_line_of(const PersonKey& person) const {
  return words::one_line_name(context_.name(person));
}

LetterValue LetterValues::relation(Part part) const {
  if (part == Part::applicant) {
    const auto visited = person(Part::principal);  // who signs invites, or is visited
    if (!visited || part_.subjects.size() < 2) return {};
    auto value = written(model::fact_path(*visited, "relation"));
    for (auto& note : lines_of(fact(*visited, "relation_note")).lines)
      value.lines.push_back(std::move(note));
    return value;
  }
  const auto known = role(part);
  return known ? LetterValue{both(context_.say("cover.role", {{"role", *known}})), {}}
               : LetterValue{};
}

LetterValue LetterValues::birth_place(const PersonKey& who) const {
  std::string text;
  if (const auto code = fact(who, "birth_place.country"); !code.empty()) text = country(code);
  const auto province = fact(who, "birth_place.province"), city = fact(who, "birth_place.city");
  for (const auto& more : {province, city == province ? std::string() : city})
    if (!more.empty()) text += (text.empty() ? "" : " ") + more;
  return said(text);
}

LetterValue LetterValues::nationality(const PersonKey& who) const {
  LetterValue value;
  const auto count = context_.profile.count(model::fact_path(who, "nationalities")).value_or(0);
  for (std::size_t i = 0; i < count; ++i)
    if (const auto code = fact(who, element("nationalities", i, "country"));
        !code.empty() && fact(who, element("nationalities", i, "until")).empty())
      value.lines.push_back(country(code));
  return value;
}

// What the rules hold of a nationality on a day (rules/nationality.cc), from what is told alone;
// one that is open leaves the whole to be written by hand.
LetterValue LetterValues::nationality_at_birth(const PersonKey& who) const {
  const auto* born =
      context_.profile.find(model::fact_path(context_.plan.ruling.people.applicant, "birth_date"));
  const auto day = born ? born->date() : std::nullopt;
  if (!day) return {};
  LetterValue value;
  const auto list = model::fact_path(who, "nationalities");
  for (std::size_t i = 0; i < context_.profile.count(list).value_or(0); ++i) {
    const auto at = [&](std::string_view rest) {
      return context_.profile.find(model::fact_path(who, element("nationalities", i, rest)));
    };
    const auto *code = at("country"), *since = at("since"), *until = at("until"),
               *at_birth = at("at_birth"), *how = at("how");
    if (!code) return {};
    if (until) {
      if (!until->date()) return {};
      if (*until->date() < *day) continue;
    }
    if (since) {
      if (!since->date()) return {};
      if (*day < *since->date()) continue;
    } else if ((at_birth && at_birth->yes_no() == false) ||
               (how && (how->text == "naturalisation" || how->text == "marriage"))) {
      return {};
    }
    value.lines.push_back(country(code->text));
  }
  return value;
}

std::string LetterValues::foreign_passport(const PersonKey& who,
                                           std::string_view of_country) const {
  const auto count = context_.profile.count(model::fact_path(who, "passports")).value_or(0);
  for (std::size_t i = 0; i < count; ++i)
    if (fact(who, element("passports", i, "lost")) == "yes")
      return fact(who, element("passports", i, "number"));
  const auto index = foreign_passport_index(context_.profile, who, of_country);
  return index ? fact(who, element("passports", *index, "number")) : std::string();
}

std::string LetterValues::places(const PersonKey& who) const {
  std::vector<std::string> cities;
  const auto count = context_.profile.count(model::fact_path(who, "visa.itinerary")).value_or(0);
  for (std::size_t i = 0; i < count; ++i) {
    auto city = fact(who, element("visa.itinerary", i, "city"));
    if (!city.empty() && std::find(cities.begin(), cities.end(), city) == cities.end())
      cities.push_back(std::move(city));
  }
  std::string text;
  for (const auto& city : cities) text += (text.empty() ? "" : "、") + city;
  return text;
}

std::string LetterValues::permit(const PersonKey& who) const {
  const auto count = context_.profile.count(model::fact_path(who, "permits")).value_or(0);
  for (const char* kind : {"permanent-residence", "residence"})
    for (std::size_t i = 0; i < count; ++i)
      if (fact(who, element("permits", i, "kind")) == kind)
        return fact(who, element("permits", i, "number"));
  return {};
}

LetterValue LetterValues::value(Part part, PersonValue value) const {
  if (value == PersonValue::relation) return relation(part);
  const auto who = person(part);
  const auto told = [&](std::string_view rest) {
    return who ? written(model::fact_path(*who, rest)) : LetterValue{};
  };
  if (value == PersonValue::settled_abroad)
    return who ? told("settled_abroad_at_birth") : yes_or_no(Verdict::unknown);
  if (!who) return {};
  switch (value) {
    case PersonValue::name: {
      const auto name = words::cover_name(context_.name(*who));
      auto lines = said(name.first);
      if (!name.second.empty()) lines.lines.push_back(name.second);
      return lines;
    }
    case PersonValue::sex:
      return told("sex");
    case PersonValue::birth_date:
      return told("birth_date");
    case PersonValue::document_number: {
      const auto card = fact(*who, "national_id");
      return said(card.empty() ? fact(*who, "passports.0.number") : card);
    }
    case PersonValue::telephone:
      return told("phone");
    case PersonValue::address: {
      const auto address = fact(*who, "address.zh");
      return lines_of(address.empty() ? fact(*who, "address.en") : address);
    }
    case PersonValue::birth_certificate_number:
      return told("birth_certificate_number");
    case PersonValue::birth_place:
      return birth_place(*who);
    case PersonValue::nationality:
      return nationality(*who);
    case PersonValue::nationality_at_birth:
      return nationality_at_birth(*who);
    case PersonValue::passport_number:
      return said(foreign_passport(*who, {}));
    case PersonValue::permit_number:
      return said(permit(*who));
    case PersonValue::email:
      return told("email");
    case PersonValue::occupation:
      return told("occupation");
    case PersonValue::employer:
      return told("employer.name");
    case PersonValue::places:
      return said(places(*who));
    default:
      return {};
  }
}

LetterValue LetterValues::value(const model::LetterFact& fact) const {
  if (fact.part) return value(*fact.part, fact.value);
  if (fact.fact.empty() && fact.truth.empty()) return {};
  if (!fact.truth.empty()) return yes_or_no(part_.truths.at(fact.truth));
  const auto dot = fact.fact.find('.');
  const auto root = std::string_view(fact.fact).substr(0, dot);
  if (dot == std::string::npos || !model::is_role_root(root)) return written(fact.fact);
  const auto who = person(root);
  const auto rest = std::string_view(fact.fact).substr(dot + 1);
  // Of nobody known every fact is open; a yes-no one still has its boxes.
  return written(model::fact_path(who ? *who : PersonKey("-"), rest));
}

Verdict LetterValues::holds(const model::LetterText& text) const {
  if (text.condition.empty()) return Verdict::yes;
  const auto known = part_.truths.find(text.condition);
  const auto verdict = known == part_.truths.end() ? Verdict::unknown : known->second;
  return text.expected ? verdict : !verdict;
}

words::Arguments LetterValues::arguments() const {
  const auto& plan = context_.plan;
  const auto& subjects = part_.subjects;
  // The power ends when the matter is closed. Where the family names no day, three months are
  // ours: a date notaries ask for.
  auto end = plan.as_of.plus_months(3);
  if (!subjects.empty()) {
    const auto* told =
        context_.profile.find(model::fact_path(subjects[0], "power_of_attorney.valid_until"));
    if (told && told->date()) end = *told->date();
  }
  words::Arguments arguments = {{"child", plan.ruling.people.applicant},
                                {"applicant", plan.ruling.people.applicant},
                                {"procedure", plan.procedure},
                                {"date", plan.as_of},
                                {"term_end", end}};
  if (!subjects.empty()) arguments.push_back({"principal", subjects[0]});
  return arguments;
}

}  // namespace tongxing::compose
