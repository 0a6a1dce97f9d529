// SPDX-License-Identifier: GPL-3.0-or-later
// The lists that fill tables of forms: relatives, who travels on the passport, the journey.
#include <algorithm>
#include <utility>

#include "compose/form_answers.h"

namespace tongxing::compose {

namespace {

using Kind = FieldAnswer::Kind;

struct Relative {
  PersonKey person;
  std::string relation;  ///< to the applicant: "father", or an id of the choice `relation`
};

std::string who_is(const Context& context, const Relative& relative) {
  if (relative.relation == "father")
    return context.say("cover.role", {{"role", model::Role::father}}).zh;
  if (relative.relation == "mother")
    return context.say("cover.role", {{"role", model::Role::mother}}).zh;
  return choice(context, "people.*.relation", relative.relation);
}

/// What `person` is to the applicant, from what the applicant is to that person; empty: no relative
/// of the narrow family.
std::string turned_round(const std::string& relation) {
  constexpr std::pair<std::string_view, std::string_view> pairs[] = {
      {"spouse", "spouse"}, {"child", "parent"}, {"parent", "child"}, {"sibling", "sibling"}};
  for (const auto& [applicants, theirs] : pairs)
    if (relation == applicants) return std::string(theirs);
  return {};
}

std::string married_to(const Context& context, const PersonKey& who) {
  const auto* status = context.profile.find("marriage.status");
  if (!status || status->text != "married") return {};
  const auto* first = context.profile.find("marriage.spouses.0");
  const auto* second = context.profile.find("marriage.spouses.1");
  if (!first || !second) return {};
  if (first->text == who.value) return second->text;
  return second->text == who.value ? first->text : std::string();
}

/// Said of the child itself, or by the parts that the two play.
bool is_child_of(const Context& context, const model::Person& child, const model::Person& parent) {
  const auto father = told(context, child.key, "father"),
             mother = told(context, child.key, "mother");
  if (father == parent.key.value || mother == parent.key.value) return true;
  if (!child.has_role("child")) return false;
  return (parent.has_role("father") && father.empty()) ||
         (parent.has_role("mother") && mother.empty());
}

/// What somebody is to the applicant; empty: no relative of the narrow family, as far as is told.
std::string relation_of(const Context& context, const model::Person& person) {
  const auto& who = *context.profile.person(applicant(context));
  if (is_child_of(context, who, person)) {
    if (person.key == context.plan.ruling.people.father) return "father";
    if (person.key == context.plan.ruling.people.mother) return "mother";
    return "parent";
  }
  if (const auto turned = turned_round(told(context, person.key, "relation")); !turned.empty())
    return turned;
  if (person.key.value == married_to(context, who.key)) return "spouse";
  return is_child_of(context, person, who) ? "child" : "";
}

/// Spouse, parents, children, then brothers and sisters, each as the profile lists them.
std::vector<Relative> relatives(const Context& context) {
  std::vector<Relative> all;
  for (const auto& person : context.profile.people) {
    if (person.key == applicant(context)) continue;
    if (auto relation = relation_of(context, person); !relation.empty())
      all.push_back({person.key, std::move(relation)});
  }
  constexpr std::string_view order[] = {"spouse", "father", "mother", "parent", "child", "sibling"};
  std::ranges::stable_sort(all, {}, [&](const Relative& one) {
    return std::ranges::find(order, std::string_view(one.relation)) - std::begin(order);
  });
  return all;
}

FieldAnswer name_of(const Context& context, const PersonKey& person) {
  const auto name = words::one_line_name(context.name(person));
  return name.empty() ? unknown(model::fact_path(person, "name.latin.given")) : known(name);
}

FieldAnswer nationality_of(const Context& context, const PersonKey& person) {
  const auto codes = nationalities(context, person);
  if (codes.empty()) return unknown(model::fact_path(person, "nationalities.0.country"));
  std::string text;
  for (const auto& code : codes) text += (text.empty() ? "" : "、") + country(context, code);
  return known(text);
}

FieldAnswer home_of(const Context& context, const PersonKey& person) {
  for (const char* rest : {"address.zh", "address.en"})
    if (const auto text = told(context, person, rest); !text.empty()) return known(text);
  return unknown(model::fact_path(person, "address.zh"));
}

constexpr NamedList::Column family_columns[] = {
    {"name", [](const Context& c, std::size_t i) { return name_of(c, relatives(c)[i].person); }},
    {"nationality",
     [](const Context& c, std::size_t i) { return nationality_of(c, relatives(c)[i].person); }},
    {"occupation",
     [](const Context& c, std::size_t i) { return of(c, relatives(c)[i].person, "occupation"); }},
    {"relation", [](const Context& c, std::size_t i) { return known(who_is(c, relatives(c)[i])); }},
    {"birth_date",
     [](const Context& c, std::size_t i) { return of(c, relatives(c)[i].person, "birth_date"); }},
    {"home", [](const Context& c, std::size_t i) { return home_of(c, relatives(c)[i].person); }},
};

/// A family of which nobody is told is not known to be none.
std::optional<std::size_t> count_relatives(const Context& context) {
  const auto count = relatives(context).size();
  return count ? std::optional(count) : std::nullopt;
}

// --- who travels on the passport ---

std::string dependants(const Context& context) {
  const auto own = passport(context, applicant(context));
  return own.value_or(model::fact_path(applicant(context), "passports.0")) + ".dependants";
}

PersonKey dependant(const Context& context, std::size_t line) {
  const auto* found = context.profile.find(dependants(context) + "." + std::to_string(line));
  return found ? PersonKey(found->text) : PersonKey();
}

FieldAnswer of_dependant(const Context& context, std::size_t line, const char* rest) {
  return of(context, dependant(context, line), rest);
}

FieldAnswer spelt(const Context& context, std::size_t line, std::string words::NameParts::*part) {
  const auto& name = context.name(dependant(context, line));
  const auto& parts = name.latin.empty() ? name.pinyin : name.latin;
  return known(words::capitals(parts.*part));
}

/// Whose what: a person of the profile says what the applicant is to them.
FieldAnswer relation_of_dependant(const Context& context, std::size_t line) {
  const auto person = dependant(context, line);
  for (const auto& one : relatives(context))
    if (one.person == person) return known(who_is(context, one));
  return unknown(model::fact_path(person, "relation"));
}

constexpr NamedList::Column dependant_columns[] = {
    {"surname",
     [](const Context& c, std::size_t i) { return spelt(c, i, &words::NameParts::surname); }},
    {"given",
     [](const Context& c, std::size_t i) { return spelt(c, i, &words::NameParts::given); }},
    {"name", [](const Context& c,
                std::size_t i) { return known(words::one_line_name(c.name(dependant(c, i)))); }},
    {"sex", [](const Context& c, std::size_t i) { return of_dependant(c, i, "sex"); }},
    {"birth_date",
     [](const Context& c, std::size_t i) { return of_dependant(c, i, "birth_date"); }},
    {"relation", relation_of_dependant},
};

std::optional<std::size_t> count_dependants(const Context& context) {
  return context.profile.count(dependants(context));
}

// --- the journey ---

FieldAnswer of_day(const Context& context, std::size_t line, const std::string& rest) {
  return of_applicant(context, "visa.itinerary." + std::to_string(line) + "." + rest);
}

FieldAnswer where_on(const Context& context, std::size_t line) {
  const auto city = of_day(context, line, "city"), address = of_day(context, line, "address");
  if (city.kind != Kind::known) return address;
  return address.kind == Kind::known ? known(city.text + " " + address.text) : city;
}

constexpr NamedList::Column journey_columns[] = {
    {"date", [](const Context& c, std::size_t i) { return of_day(c, i, "date"); }},
    {"address", where_on},
};

std::optional<std::size_t> count_days(const Context& context) {
  return context.profile.count(model::fact_path(applicant(context), "visa.itinerary"));
}

constexpr NamedList lists[] = {
    {"family", count_relatives,
     [](const Context& c) { return unknown(model::fact_path(applicant(c), "relation")); }, none,
     family_columns},
    {"dependants", count_dependants, [](const Context& c) { return unknown(dependants(c)); }, none,
     dependant_columns},
    {"journey", count_days,
     [](const Context& c) {
       return unknown(model::fact_path(applicant(c), "visa.itinerary.0.date"));
     },
     not_applicable, journey_columns},
};

}  // namespace

std::span<const NamedList> form_lists() {
  return lists;
}

}  // namespace tongxing::compose
