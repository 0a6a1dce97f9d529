// SPDX-License-Identifier: GPL-3.0-or-later
// The form for Chinese citizens (FORM-CN), and what other forms say as it does.
#include <functional>

#include "compose/form_answers.h"

namespace tongxing::compose {

namespace {

using Kind = FieldAnswer::Kind;

std::string path(const PersonKey& person, std::string_view rest) {
  return model::fact_path(person, rest);
}

// --- the applicant ---

FieldAnswer chinese_name(const Context& context) {
  const auto& name = context.name(applicant(context));
  if (!name.chinese.empty()) return known(words::chinese_name(name.chinese));
  return unknown(path(applicant(context), "name.zh.given"));
}

FieldAnswer pinyin(const Context& context, std::string words::NameParts::*part, const char* rest) {
  const auto& name = context.name(applicant(context));
  if (name.pinyin.empty()) return unknown(path(applicant(context), rest));
  auto answer = known(words::capitals(name.pinyin.*part));
  if (answer.text.empty()) return none();  // a single name has no other part
  answer.derived = name.pinyin_derived;
  return answer;
}

// Province for the mainland, the country's name abroad (DOMAIN B1, no. 7).
FieldAnswer birth_place(const Context& context) {
  const auto* where = context.profile.find(path(applicant(context), "birth_place.country"));
  const auto* province = context.profile.find(path(applicant(context), "birth_place.province"));
  const auto* city = context.profile.find(path(applicant(context), "birth_place.city"));
  if (where && where->text != "CN") return known(country(context, where->text));
  if (province) return known(province->text);
  if (city) return known(city->text);
  return unknown(path(applicant(context), "birth_place.province"));
}

// A child on no register has no place of registration.
FieldAnswer hukou(const Context& context, const PersonKey& person) {
  const auto location = of(context, person, "hukou.location");
  if (location.kind == Kind::known) return location;
  const auto* registered = context.profile.find(path(person, "hukou.registered"));
  if (registered && registered->yes_no() == false) return none();
  if (registered || person != applicant(context)) return location;
  const auto& parent = context.plan.ruling.people.chinese_parent;
  if (!parent) return unknown(path(person, "hukou.registered"));
  const auto* includes = context.profile.find(path(*parent, "hukou.includes_child"));
  if (!includes) return unknown(path(person, "hukou.registered"));
  return includes->yes_no() == false ? none() : of(context, *parent, "hukou.location");
}

FieldAnswer national_id(const Context& context) {
  auto answer = of(context, applicant(context), "national_id");
  return answer.kind == Kind::known ? answer : blank();
}

FieldAnswer state_employee(const Context& context) {
  auto answer = of(context, applicant(context), "registered_state_employee");
  if (answer.kind == Kind::known) return answer;
  return is_child(context) ? known("no") : answer;  // inferred: a child holds no office
}

// The unit has to agree; nobody else names one.
FieldAnswer state_unit(const Context& context) {
  if (state_employee(context).text != "yes") return blank();
  return of_applicant(context, "employer.name");
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
  auto answer = of(context, applicant(context), std::string("emergency_contact.") + rest);
  if (answer.kind == Kind::known) return answer;
  const auto& parent = context.plan.ruling.people.chinese_parent;
  if (!parent || *parent == applicant(context)) return answer;
  if (std::string_view(parent_rest) == "name") {
    const auto& name = context.name(*parent);
    return name.chinese.empty() ? known(words::one_line_name(name))
                                : known(words::chinese_name(name.chinese));
  }
  const auto theirs = of(context, *parent, parent_rest);
  return theirs.kind == Kind::known ? theirs : answer;
}

/// Of the parent who is called where nobody else is named.
FieldAnswer emergency_relation(const Context& context) {
  auto answer = of_applicant(context, "emergency_contact.relation");
  const auto& people = context.plan.ruling.people;
  const auto& parent = people.chinese_parent;
  const bool named = !told(context, applicant(context), "emergency_contact.name").empty();
  if (answer.kind == Kind::known || named || !parent || *parent == applicant(context))
    return answer;
  const auto role = people.mother == parent ? model::Role::mother : model::Role::father;
  return known(context.say("cover.role", {{"role", role}}).zh);
}

// --- what is applied for ---

std::string permit_said(const Context& context, std::size_t permit, const char* rest) {
  return told(context, applicant(context),
              "permits." + std::to_string(permit) + "." + std::string(rest));
}

/// Index of the latest card or booklet for Hong Kong and Macao; nullopt: none is told.
std::optional<std::size_t> hk_macao_permit(const Context& context) {
  const auto count = context.profile.count(path(applicant(context), "permits")).value_or(0);
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < count; ++i)
    if (permit_said(context, i, "kind").starts_with("hk-macao")) found = i;
  return found;
}

bool for_hk_macao(const Context& context) {
  return filled(context, "document") == "hong-kong-macao";
}

FieldAnswer application_type(const Context& context) {
  if (const auto type = filled(context, "type"); !type.empty()) return known(type);
  if (!for_hk_macao(context)) return blank();
  if (const auto held = hk_macao_permit(context)) {
    const auto until = Date::parse(permit_said(context, *held, "valid_until"));
    if (!until) return unknown(path(applicant(context), "permits.0.valid_until"));
    return known(*until < context.plan.as_of ? "after-expiry" : "renewal");
  }
  if (context.profile.count(path(applicant(context), "permits"))) return known("first");
  return unknown(path(applicant(context), "permits.0.kind"));
}

/// Trips of the endorsements for one place: hk-1y2 → 1y2.
FieldAnswer trips(const Context& context, std::string_view place) {
  if (!for_hk_macao(context)) return blank();
  const auto list = path(applicant(context), "endorsements");
  const auto count = context.profile.count(list);
  if (!count) return unknown(list);
  auto answer = known({});
  for (std::size_t i = 0; i < *count; ++i)
    if (const auto id = told(context, applicant(context), "endorsements." + std::to_string(i));
        id.starts_with(place))
      answer.several.push_back(id.substr(place.size() + 1));
  return answer;
}

FieldAnswer endorsement_kind(const Context& context, std::string_view place) {
  const auto asked = trips(context, place);
  if (asked.kind != Kind::known || asked.several.empty()) return asked;
  return of_applicant(context, "endorsement_purpose");
}

FieldAnswer previous(const Context& context, std::string_view rest) {
  if (for_hk_macao(context)) {
    const auto permits = path(applicant(context), "permits");
    const auto held = hk_macao_permit(context);
    if (!held && context.profile.count(permits)) return none();
    return fact(context,
                permits + "." + std::to_string(held.value_or(0)) + "." + std::string(rest));
  }
  const auto list = path(applicant(context), "previous_permits");
  const auto count = context.profile.count(list);
  if (count == 0u) return none();
  if (!count)
    return context.plan.code.ends_with("-RENEW") ? unknown(list + ".0." + std::string(rest))
                                                 : none();
  return fact(context, list + "." + std::to_string(*count - 1) + "." + std::string(rest));
}

FieldAnswer destination(const Context& context) {
  const auto* found = context.profile.find("trip.destination");
  if (!found) return unknown("trip.destination");
  auto text = country(context, found->text);
  const auto more = context.profile.count("trip.other_destinations").value_or(0);
  for (std::size_t i = 0; i < more; ++i)
    if (const auto* next = context.profile.find("trip.other_destinations." + std::to_string(i)))
      text += "、" + country(context, next->text);
  return known(text);
}

FieldAnswer delivery(const Context& context, const std::string& rest) {
  const auto* collection = context.profile.find("delivery.collection");
  if (rest != "collection" && collection && collection->text == "pickup") return none();
  if (rest != "collection" && !collection) return blank();
  return fact(context, "delivery." + rest);
}

// --- the guardians: the Chinese parent first, who signs in Chinese ---

std::optional<PersonKey> guardian(const Context& context, int number) {
  if (is_grown_up(context)) return std::nullopt;
  const auto& people = context.plan.ruling.people;
  auto first = people.chinese_parent, second = people.foreign_parent;
  if (!first) first = people.mother, second = people.father;
  if (!first) first = people.guardian;
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
    const auto& people = context.plan.ruling.people;
    const auto role = people.mother == person   ? model::Role::mother
                      : people.father == person ? model::Role::father
                                                : model::Role::guardian;
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

constexpr NamedValue chinese_values[] = {
    {"applicant.name.zh", chinese_name},
    {"applicant.pinyin.surname",
     [](const Context& c) { return pinyin(c, &words::NameParts::surname, "name.pinyin.surname"); }},
    {"applicant.pinyin.given",
     [](const Context& c) { return pinyin(c, &words::NameParts::given, "name.pinyin.given"); }},
    {"applicant.birth_place", birth_place},
    {"applicant.national_id", national_id},
    {"applicant.hukou", [](const Context& c) { return hukou(c, applicant(c)); }},
    {"applicant.state_employee", state_employee},
    {"applicant.state_unit", state_unit},
    {"family.phone", phone},
    {"emergency.name", [](const Context& c) { return emergency(c, "name", "name"); }},
    {"emergency.phone", [](const Context& c) { return emergency(c, "phone", "phone"); }},
    {"emergency.relation", emergency_relation},
    {"application.document", [](const Context& c) { return known(filled(c, "document")); }},
    {"application.type", application_type},
    {"endorsement.hk.kind", [](const Context& c) { return endorsement_kind(c, "hk"); }},
    {"endorsement.hk.trips", [](const Context& c) { return trips(c, "hk"); }},
    {"endorsement.macao.kind", [](const Context& c) { return endorsement_kind(c, "mo"); }},
    {"endorsement.macao.trips", [](const Context& c) { return trips(c, "mo"); }},
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
    {"constant.none", [](const Context&) { return none(); }},
};

}  // namespace

std::span<const NamedValue> chinese_form_values() {
  return chinese_values;
}

}  // namespace tongxing::compose
