// SPDX-License-Identifier: GPL-3.0-or-later
// The form for foreigners inside China (FORM-FGN). Of its sections 5 to 9 exactly one is filled in:
// the procedure names it (`fill` in templates/procedures), the others stay empty.
#include <algorithm>

#include "compose/form_answers.h"

namespace tongxing::compose {

namespace {

using Kind = FieldAnswer::Kind;

// --- who ---

/// A passport's part of the name; the part that a single name has not stays empty.
FieldAnswer latin(const Context& context, std::string words::NameParts::*part, const char* rest) {
  const auto& name = context.name(applicant(context));
  const auto& spelt = name.latin.empty() ? name.pinyin : name.latin;
  if (!(spelt.*part).empty()) {
    auto answer = known(words::capitals(spelt.*part));
    answer.derived = name.latin.empty() && name.pinyin_derived;
    return answer;
  }
  const auto single = told(context, applicant(context), "name.single");
  return single == "yes" ? blank() : unknown(applicant_path(context, rest));
}

FieldAnswer nationality(const Context& context) {
  const auto codes = nationalities(context, applicant(context));
  if (codes.empty()) return unknown(applicant_path(context, "nationalities.0.country"));
  std::string text;
  for (const auto& code : codes) text += (text.empty() ? "" : "、") + country(context, code);
  return known(text);
}

bool lives_in_china(const Context& context) {
  const auto where = told(context, applicant(context), "address.country");
  return where.empty() || where == "CN";
}

FieldAnswer address_in_china(const Context& context) {
  for (const char* rest : {"address.zh", "address.en"})
    if (const auto text = told(context, applicant(context), rest);
        lives_in_china(context) && !text.empty())
      return known(text);
  return unknown(applicant_path(context, "address.zh"));
}

/// A visitor has none, and none is invented.
FieldAnswer unit_in_china(const Context& context) {
  const auto& who = applicant(context);
  if (const auto school = told(context, who, "study.school"); !school.empty()) return known(school);
  const auto section = filled(context, "section");
  if (section != "residence" && section != "note" && section != "change") return blank();
  return of(context, who, "employer.name");
}

FieldAnswer contact_person(const Context& context) {
  const auto& who = applicant(context);
  const auto both = [](std::string name, const std::string& phone) {
    return known(phone.empty() ? std::move(name) : name + " " + phone);
  };
  if (const auto name = told(context, who, "emergency_contact.name"); !name.empty())
    return both(name, told(context, who, "emergency_contact.phone"));
  const auto& people = context.plan.ruling.people;
  for (const auto& person : {people.host, people.inviter, people.agent}) {
    if (!person || *person == who) continue;
    const auto cover = words::cover_name(context.name(*person)).first;
    if (!cover.empty()) return both(cover, told(context, *person, "phone"));
  }
  return unknown(applicant_path(context, "emergency_contact.name"));
}

// --- what is held ---

FieldAnswer of_passport(const Context& context, std::string_view rest) {
  const auto own = passport(context, applicant(context));
  if (own) return fact(context, *own + "." + std::string(rest));
  const auto list = applicant_path(context, "passports");
  if (context.profile.count(list)) return none();
  return unknown(list + ".0." + std::string(rest));
}

/// The Chinese visa or permit issued last, else the one listed last; nullopt: none is told.
std::optional<std::string> current_permit(const Context& context) {
  const auto list = applicant_path(context, "permits");
  const auto count = context.profile.count(list).value_or(0);
  std::optional<std::string> latest;
  std::string issued;
  for (std::size_t i = 0; i < count; ++i) {
    const auto one = list + "." + std::to_string(i);
    const auto said = [&](const char* rest) {
      const auto* found = context.profile.find(one + rest);
      return found ? found->text : std::string();
    };
    const auto kind = said(".kind"), where = said(".country"), when = said(".issued");
    if (kind != "visa" && kind != "stay" && kind != "residence") continue;
    if (!where.empty() && where != "CN") continue;
    if (latest && !issued.empty() && !when.empty() && when < issued) continue;
    latest = one;
    issued = when;
  }
  return latest;
}

/// Nothing is held by whoever entered without a visa, or has an empty list.
bool holds_nothing(const Context& context) {
  return context.profile.count(applicant_path(context, "permits")) ||
         told(context, applicant(context), "stay.reason") == "visa-free";
}

FieldAnswer of_current(const Context& context, std::string_view rest) {
  if (const auto held = current_permit(context))
    return fact(context, *held + "." + std::string(rest));
  if (holds_nothing(context)) return rest == "kind" ? blank() : none();
  return unknown(applicant_path(context, "permits.0." + std::string(rest)));
}

// --- what is applied for ---

bool section(const Context& context, std::string_view name) {
  return filled(context, "section") == name;
}

/// Until when; what the program works out only where nothing is told.
FieldAnswer until(const Context& context, std::string_view name) {
  if (!section(context, name)) return blank();
  auto answer = of_applicant(context, "wanted_until");
  if (answer.kind == Kind::known) return answer;
  const auto worked_out = filled(context, "until");
  return worked_out.empty() ? answer : known(worked_out);
}

/// The category asked for, else that of the visa held: an extension keeps it.
FieldAnswer visa_category(const Context& context) {
  if (!section(context, "visa")) return blank();
  auto answer = of_applicant(context, "visa.category");
  if (answer.kind == Kind::known || filled(context, "action") == "change") return answer;
  const auto held = of_current(context, "category");
  return held.kind == Kind::known ? held : answer;
}

constexpr std::string_view visa_boxes[] = {"F", "L", "M", "Q2", "J2", "S2", "X2", "R", "G", "C"};

/// Section 10: a category for which the form has no box (K, and those of residence permits).
FieldAnswer notes(const Context& context) {
  const auto category = visa_category(context);
  if (category.kind != Kind::known || std::ranges::count(visa_boxes, category.text)) return blank();
  const auto name = choice(context, "people.*.visa.category", category.text);
  const auto words = name == category.text ? name : category.text + "（" + name + "）";
  return known(context.say("form.category_without_box", {{"category", words}}).zh);
}

FieldAnswer visa_group(const Context& context) {
  if (!section(context, "visa")) return blank();
  auto answer = known({});
  if (told(context, applicant(context), "visa.change_reason") == "left-group")
    answer.several.push_back("left-group");
  if (told(context, applicant(context), "visa.group") == "yes") answer.several.push_back("group");
  return answer;
}

FieldAnswer action(const Context& context, std::string_view in_section) {
  if (!section(context, in_section)) return blank();
  return known(filled(context, "action"));
}

/// Asked only where another visa is wanted.
FieldAnswer of_new_visa(const Context& context, std::string_view rest) {
  if (!section(context, "visa") || filled(context, "action") != "change") return blank();
  auto answer = of_applicant(context, rest);
  if (answer.kind == Kind::known && rest == "visa.entries")
    answer.text = choice(context, "people.*.visa.entries", answer.text);
  return answer;
}

FieldAnswer stay_reason(const Context& context) {
  if (!section(context, "stay")) return blank();
  auto answer = of_applicant(context, "stay.reason");
  constexpr std::string_view boxes[] = {"visa-free", "crew", "renounced", "reason-ended"};
  if (answer.kind == Kind::known && !std::ranges::count(boxes, answer.text)) answer.text = "other";
  return answer;
}

FieldAnswer stay_reissue(const Context& context) {
  const bool lost = told(context, applicant(context), "stay.reason") == "lost-permit";
  return section(context, "stay") && lost ? known("reissue") : blank();
}

/// That of the procedure, else what is told; a permit that is made anew keeps its category.
FieldAnswer residence_category(const Context& context) {
  if (!section(context, "residence")) return blank();
  if (const auto category = filled(context, "category"); !category.empty()) return known(category);
  return of_applicant(context, "residence.category");
}

FieldAnswer other_document(const Context& context) {
  return section(context, "exit-permit") || section(context, "note")
             ? known(filled(context, "section"))
             : blank();
}

FieldAnswer changes(const Context& context) {
  if (!section(context, "change")) return blank();
  const auto list = applicant_path(context, "residence.changes");
  const auto count = context.profile.count(list);
  if (!count) return unknown(list);
  auto answer = known({});
  for (std::size_t i = 0; i < *count; ++i)
    if (const auto* one = context.profile.find(list + "." + std::to_string(i)))
      answer.several.push_back(one->text);
  return answer;
}

FieldAnswer agent_phone(const Context& context) {
  const auto& agent = context.plan.ruling.people.agent;
  return agent ? of(context, *agent, "phone") : blank();
}

constexpr NamedValue foreigner_values[] = {
    {"applicant.latin.surname",
     [](const Context& c) { return latin(c, &words::NameParts::surname, "name.latin.surname"); }},
    {"applicant.latin.given",
     [](const Context& c) { return latin(c, &words::NameParts::given, "name.latin.given"); }},
    {"applicant.nationality", nationality},
    {"applicant.birth_place.whole",
     [](const Context& c) { return whole_birth_place(c, applicant(c)); }},
    {"applicant.address_in_china", address_in_china},
    {"applicant.phone", own_phone},
    {"applicant.unit_in_china", unit_in_china},
    {"applicant.contact", contact_person},
    {"passport.type", [](const Context& c) { return of_passport(c, "type"); }},
    {"passport.number", [](const Context& c) { return of_passport(c, "number"); }},
    {"passport.issued", [](const Context& c) { return of_passport(c, "issued"); }},
    {"passport.place", [](const Context& c) { return of_passport(c, "place"); }},
    {"passport.valid_until", [](const Context& c) { return of_passport(c, "valid_until"); }},
    {"current.kind", [](const Context& c) { return of_current(c, "kind"); }},
    {"current.number", [](const Context& c) { return of_current(c, "number"); }},
    {"current.valid_until", [](const Context& c) { return of_current(c, "valid_until"); }},
    {"visa.category", visa_category},
    {"visa.group", visa_group},
    {"visa.until", [](const Context& c) { return until(c, "visa"); }},
    {"visa.action", [](const Context& c) { return action(c, "visa"); }},
    {"visa.new.entries", [](const Context& c) { return of_new_visa(c, "visa.entries"); }},
    {"visa.new.days", [](const Context& c) { return of_new_visa(c, "visa.days"); }},
    {"stay.reason", stay_reason},
    {"stay.reissue", stay_reissue},
    {"stay.until", [](const Context& c) { return until(c, "stay"); }},
    {"residence.category", residence_category},
    {"residence.action", [](const Context& c) { return action(c, "residence"); }},
    {"residence.until", [](const Context& c) { return until(c, "residence"); }},
    {"other.document", other_document},
    {"exit-permit.until", [](const Context& c) { return until(c, "exit-permit"); }},
    {"note.until", [](const Context& c) { return until(c, "note"); }},
    {"change.items", changes},
    {"foreigner.notes", notes},
    {"agent.phone", agent_phone},
};

}  // namespace

std::span<const NamedValue> foreigner_form_values() {
  return foreigner_values;
}

}  // namespace tongxing::compose
