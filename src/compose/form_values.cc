// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/form_values.h"

#include <array>
#include <cassert>
#include <functional>

namespace tongxing::compose {

namespace {

using model::Fact;
using Kind = FieldAnswer::Kind;

FieldAnswer known(std::string text) {
  return {Kind::known, std::move(text), {}, false};
}
FieldAnswer none() {
  return {Kind::none, "无", {}, false};
}
FieldAnswer blank() {
  return {Kind::blank, {}, {}, false};
}
FieldAnswer unknown(std::string fact) {
  return {Kind::unknown, {}, std::move(fact), false};
}

std::string path(const PersonKey& person, std::string_view rest) {
  return model::fact_path(person, rest);
}

FieldAnswer fact(const Context& context, const std::string& at) {
  const auto* found = context.profile.find(at);
  return found ? known(found->text) : unknown(at);
}

FieldAnswer of(const Context& context, const PersonKey& person, std::string_view rest) {
  return fact(context, path(person, rest));
}

std::string country(const Context& context, const std::string& code) {
  return context.words.formats(words::Language::zh).country(code).value_or(code);
}

// --- the applicant ---

const PersonKey& child(const Context& context) {
  return context.plan.ruling.people.applicant;
}

FieldAnswer chinese_name(const Context& context) {
  const auto& name = context.name(child(context));
  if (!name.chinese.empty()) return known(words::chinese_name(name.chinese));
  return unknown(path(child(context), "name.zh.given"));
}

FieldAnswer pinyin(const Context& context, std::string words::NameParts::*part, const char* rest) {
  const auto& name = context.name(child(context));
  if (name.pinyin.empty()) return unknown(path(child(context), rest));
  auto answer = known(words::capitals(name.pinyin.*part));
  if (answer.text.empty()) return none();  // a single name has no other part
  answer.derived = name.pinyin_derived;
  return answer;
}

FieldAnswer birth_date(const Context& context) {
  const auto at = path(child(context), "birth_date");
  const auto* found = context.profile.find(at);
  if (!found || !found->partial_date()) return unknown(at);
  const auto date = *found->partial_date();
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  auto text = std::to_string(date.year) + " 年";
  if (date.month) text += " " + two(*date.month) + " 月";
  if (date.day) text += " " + two(*date.day) + " 日";
  return known(text);
}

// Province for the mainland, the country's name abroad (DOMAIN B1, no. 7).
FieldAnswer birth_place(const Context& context) {
  const auto* where = context.profile.find(path(child(context), "birth_place.country"));
  const auto* province = context.profile.find(path(child(context), "birth_place.province"));
  const auto* city = context.profile.find(path(child(context), "birth_place.city"));
  if (where && where->text != "CN") return known(country(context, where->text));
  if (province) return known(province->text);
  if (city) return known(city->text);
  return unknown(path(child(context), "birth_place.province"));
}

// A child on no register has no place of registration.
FieldAnswer hukou(const Context& context, const PersonKey& person) {
  const auto location = of(context, person, "hukou.location");
  if (location.kind == Kind::known) return location;
  const auto* registered = context.profile.find(path(person, "hukou.registered"));
  if (registered && registered->yes_no() == false) return none();
  if (registered || person != child(context)) return location;
  const auto& parent = context.plan.ruling.people.chinese_parent;
  if (!parent) return unknown(path(person, "hukou.registered"));
  const auto* includes = context.profile.find(path(*parent, "hukou.includes_child"));
  if (!includes) return unknown(path(person, "hukou.registered"));
  return includes->yes_no() == false ? none() : of(context, *parent, "hukou.location");
}

FieldAnswer national_id(const Context& context) {
  auto answer = of(context, child(context), "national_id");
  return answer.kind == Kind::known ? answer : blank();
}

FieldAnswer state_employee(const Context& context) {
  auto answer = of(context, child(context), "registered_state_employee");
  if (answer.kind == Kind::known) return answer;
  const auto* birth = context.profile.find(path(child(context), "birth_date"));
  const bool minor = birth && birth->date() && age_on(*birth->date(), context.plan.as_of) < 16;
  return minor ? known("no") : answer;  // inferred: a child holds no office
}

FieldAnswer phone(const Context& context) {
  if (const auto* contact = context.profile.find("contact.phone")) return known(contact->text);
  const auto& people = context.plan.ruling.people;
  for (const auto& parent : {people.chinese_parent, people.foreign_parent})
    if (parent)
      if (const auto* found = context.profile.find(path(*parent, "phone")))
        return known(found->text);
  return unknown("contact.phone");
}

FieldAnswer emergency(const Context& context, const char* rest, const char* parent_rest) {
  auto answer = of(context, child(context), std::string("emergency_contact.") + rest);
  if (answer.kind == Kind::known) return answer;
  const auto& parent = context.plan.ruling.people.chinese_parent;
  if (!parent) return answer;
  if (std::string_view(parent_rest) == "name") {
    const auto& name = context.name(*parent);
    return name.chinese.empty() ? known(words::one_line_name(name))
                                : known(words::chinese_name(name.chinese));
  }
  const auto theirs = of(context, *parent, parent_rest);
  return theirs.kind == Kind::known ? theirs : answer;
}

// --- what is applied for ---

FieldAnswer application_type(const Context& context) {
  return known(context.plan.code == "EEP-RENEW" ? "renewal" : "first");
}

FieldAnswer previous(const Context& context, std::string_view rest) {
  const auto list = path(child(context), "previous_permits");
  const auto count = context.profile.count(list);
  if (count == 0u) return none();
  if (!count)
    return context.plan.code == "EEP-RENEW" ? unknown(list + ".0." + std::string(rest)) : none();
  return fact(context, list + "." + std::to_string(*count - 1) + "." + std::string(rest));
}

FieldAnswer destination(const Context& context) {
  const auto* found = context.profile.find("trip.destination");
  return found ? known(country(context, found->text)) : unknown("trip.destination");
}

FieldAnswer delivery(const Context& context, const std::string& rest) {
  const auto* collection = context.profile.find("delivery.collection");
  if (rest != "collection" && collection && collection->text == "pickup") return none();
  if (rest != "collection" && !collection) return blank();
  return fact(context, "delivery." + rest);
}

// --- the guardians: the Chinese parent first, who signs in Chinese ---

std::optional<PersonKey> guardian(const Context& context, int number) {
  const auto& people = context.plan.ruling.people;
  auto first = people.chinese_parent, second = people.foreign_parent;
  if (!first) first = people.mother, second = people.father;
  return number == 1 ? first : second;
}

FieldAnswer guardian_value(const Context& context, int number,
                           const std::function<FieldAnswer(const PersonKey&)>& value) {
  const auto person = guardian(context, number);
  return person ? value(*person) : blank();
}

FieldAnswer guardian_name(const Context& context, int number) {
  return guardian_value(context, number, [&](const PersonKey& person) {
    const auto& name = context.name(person);
    const auto cover = words::cover_name(name);
    return cover.first.empty() ? unknown(path(person, "name.zh.given")) : known(cover.first);
  });
}

FieldAnswer guardian_relation(const Context& context, int number) {
  return guardian_value(context, number, [&](const PersonKey& person) {
    const auto role =
        context.plan.ruling.people.mother == person ? model::Role::mother : model::Role::father;
    return known(context.say("cover.role", {{"role", role}}).zh);
  });
}

FieldAnswer guardian_document(const Context& context, int number) {
  return guardian_value(context, number, [&](const PersonKey& person) {
    const auto id = of(context, person, "national_id");
    if (id.kind == Kind::known) return id;
    const auto passport = of(context, person, "passports.0.number");
    if (passport.kind == Kind::known) return passport;
    return context.plan.ruling.people.chinese_parent == person ? id : passport;
  });
}

FieldAnswer guardian_nationality(const Context& context, int number) {
  return guardian_value(context, number, [&](const PersonKey& person) {
    for (const char* rest : {"nationalities.0.country", "passports.0.country"})
      if (const auto* found = context.profile.find(path(person, rest)))
        return known(country(context, found->text));
    if (context.profile.find(path(person, "national_id"))) return known(country(context, "CN"));
    return unknown(path(person, "nationalities.0.country"));
  });
}

FieldAnswer guardian_hukou(const Context& context, int number) {
  return guardian_value(context, number,
                        [&](const PersonKey& person) { return hukou(context, person); });
}

FieldAnswer agent(const Context& context, bool name) {
  const auto& person = context.plan.ruling.people.agent;
  if (!person) return none();
  if (name) return known(words::one_line_name(context.name(*person)));
  return of(context, *person, "national_id");
}

struct Named {
  std::string_view name;
  FieldAnswer (*answer)(const Context&);
};

constexpr std::array<Named, 38> table = {{
    {"applicant.name.zh", chinese_name},
    {"applicant.pinyin.surname",
     [](const Context& c) { return pinyin(c, &words::NameParts::surname, "name.pinyin.surname"); }},
    {"applicant.pinyin.given",
     [](const Context& c) { return pinyin(c, &words::NameParts::given, "name.pinyin.given"); }},
    {"applicant.sex", [](const Context& c) { return of(c, child(c), "sex"); }},
    {"applicant.ethnic_group", [](const Context& c) { return of(c, child(c), "ethnicity"); }},
    {"applicant.birth_date", birth_date},
    {"applicant.birth_place", birth_place},
    {"applicant.national_id", national_id},
    {"applicant.hukou", [](const Context& c) { return hukou(c, child(c)); }},
    {"applicant.state_employee", state_employee},
    {"family.phone", phone},
    {"emergency.name", [](const Context& c) { return emergency(c, "name", "name"); }},
    {"emergency.phone", [](const Context& c) { return emergency(c, "phone", "phone"); }},
    {"application.document", [](const Context&) { return known("exit-entry-permit"); }},
    {"application.type", application_type},
    {"application.endorsement", [](const Context&) { return none(); }},
    {"application.destination", destination},
    {"previous.number", [](const Context& c) { return previous(c, "number"); }},
    {"previous.valid_until", [](const Context& c) { return previous(c, "valid_until"); }},
    {"delivery.collection", [](const Context& c) { return delivery(c, "collection"); }},
    {"delivery.recipient", [](const Context& c) { return delivery(c, "recipient"); }},
    {"delivery.phone", [](const Context& c) { return delivery(c, "phone"); }},
    {"delivery.address", [](const Context& c) { return delivery(c, "address"); }},
    {"delivery.postcode", [](const Context& c) { return delivery(c, "postcode"); }},
    {"guardian1.name", [](const Context& c) { return guardian_name(c, 1); }},
    {"guardian1.relation", [](const Context& c) { return guardian_relation(c, 1); }},
    {"guardian1.document", [](const Context& c) { return guardian_document(c, 1); }},
    {"guardian1.nationality", [](const Context& c) { return guardian_nationality(c, 1); }},
    {"guardian1.hukou", [](const Context& c) { return guardian_hukou(c, 1); }},
    {"guardian2.name", [](const Context& c) { return guardian_name(c, 2); }},
    {"guardian2.relation", [](const Context& c) { return guardian_relation(c, 2); }},
    {"guardian2.document", [](const Context& c) { return guardian_document(c, 2); }},
    {"guardian2.nationality", [](const Context& c) { return guardian_nationality(c, 2); }},
    {"guardian2.hukou", [](const Context& c) { return guardian_hukou(c, 2); }},
    {"agent.name", [](const Context& c) { return agent(c, true); }},
    {"agent.document", [](const Context& c) { return agent(c, false); }},
    {"", [](const Context&) { return blank(); }},
    {"constant.none", [](const Context&) { return none(); }},
}};

}  // namespace

std::vector<std::string> field_value_names() {
  std::vector<std::string> names;
  for (const auto& each : table) names.emplace_back(each.name);
  return names;
}

FieldAnswer field_answer(const Context& context, std::string_view name) {
  for (const auto& each : table)
    if (each.name == name) return each.answer(context);
  assert(false && "the loader checks the names of field values");
  return blank();
}

}  // namespace tongxing::compose
