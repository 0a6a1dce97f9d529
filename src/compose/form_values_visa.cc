// SPDX-License-Identifier: GPL-3.0-or-later
// The visa form (FORM-VISA). What is known not to apply is N/A there; words are Chinese, with
// English capitals beside the name of a country.
#include <algorithm>

#include "compose/form_answers.h"

namespace tongxing::compose {

namespace {

using Kind = FieldAnswer::Kind;

// --- part 1 ---

FieldAnswer name_part(const Context& context, const char* rest) {
  auto answer = of_applicant(context, rest);
  if (answer.kind == Kind::known) {
    answer.text = words::capitals(answer.text);
    return answer;
  }
  return told(context, applicant(context), "name.single") == "yes" ? blank() : answer;
}

/// A passport has no box of its own for it.
FieldAnswer middle_name(const Context& context) {
  auto answer = name_part(context, "name.latin.middle");
  return answer.kind == Kind::known ? answer : blank();
}

FieldAnswer other_names(const Context& context) {
  const auto list = applicant_path(context, "name.former");
  const auto count = context.profile.count(list);
  if (!count) return unknown(list);
  std::string text;
  for (std::size_t i = 0; i < *count; ++i)
    if (const auto* name = context.profile.find(list + "." + std::to_string(i)))
      text += (text.empty() ? "" : "、") + words::capitals(name->text);
  return text.empty() ? not_applicable() : known(text);
}

FieldAnswer current_nationality(const Context& context) {
  const auto codes = nationalities(context, applicant(context));
  if (codes.empty()) return unknown(applicant_path(context, "nationalities.0.country"));
  std::string text;
  for (const auto& code : codes) text += (text.empty() ? "" : "、") + country_twice(context, code);
  return known(text);
}

/// Those told of that have ended. That there were none is not told by silence.
FieldAnswer former_nationality(const Context& context) {
  const auto list = applicant_path(context, "nationalities");
  std::string text;
  for (std::size_t i = 0; i < context.profile.count(list).value_or(0); ++i) {
    const auto one = list + "." + std::to_string(i);
    const auto* code = context.profile.find(one + ".country");
    if (code && context.profile.find(one + ".until"))
      text += (text.empty() ? "" : "、") + country_twice(context, code->text);
  }
  return text.empty() ? unknown(list) : known(text);
}

FieldAnswer occupations(const Context& context) {
  const auto list = applicant_path(context, "occupations");
  const auto count = context.profile.count(list);
  if (!count) return unknown(list);
  auto answer = known({});
  for (std::size_t i = 0; i < *count; ++i)
    if (const auto* one = context.profile.find(list + "." + std::to_string(i)))
      answer.several.push_back(one->text);
  return answer;
}

/// The occupation in words, behind the box for which it is asked.
FieldAnswer occupation_behind(const Context& context, std::string_view box) {
  const auto ticked = occupations(context).several;
  return std::ranges::count(ticked, box) ? of_applicant(context, "occupation") : blank();
}

FieldAnswer marital_box(const Context& context) {
  auto answer = of_applicant(context, "marital_status");
  if (answer.kind == Kind::known && answer.text != "married" && answer.text != "single")
    answer.text = "other";
  return answer.kind == Kind::known || !is_child(context) ? answer : known("single");
}

FieldAnswer marital_other(const Context& context) {
  const auto status = told(context, applicant(context), "marital_status");
  if (status.empty() || status == "married" || status == "single") return blank();
  return known(choice(context, "people.*.marital_status", status));
}

/// Of the unit: somebody at school has a school.
FieldAnswer unit(const Context& context) {
  auto answer = of_applicant(context, "employer.name");
  if (answer.kind == Kind::known) return answer;
  const auto school = told(context, applicant(context), "study.school");
  return school.empty() ? answer : known(school);
}

/// Where home is: the address abroad, else the present one, which is abroad too.
std::string home_path(const Context& context) {
  const auto& who = applicant(context);
  for (const char* rest : {"address_abroad.en", "address_abroad.zh"})
    if (!told(context, who, rest).empty()) return "address_abroad.";
  return told(context, who, "address.country") == "CN" ? "address_abroad." : "address.";
}

FieldAnswer home_address(const Context& context) {
  const auto home = home_path(context);
  for (const char* rest : {"en", "zh"})
    if (const auto text = told(context, applicant(context), home + rest); !text.empty())
      return known(text);
  return unknown(applicant_path(context, home + "en"));
}

FieldAnswer home_postcode(const Context& context) {
  return of_applicant(context, home_path(context) + "postcode");
}

/// Where one is when applying: the present address, unless that is in China.
FieldAnswer applies_from(const Context& context) {
  const auto where = told(context, applicant(context), "address.country");
  if (where.empty() || where == "CN") return unknown(applicant_path(context, "address.country"));
  return known(country_twice(context, where));
}

// --- part 2 ---

FieldAnswer purpose(const Context& context) {
  const auto told_purpose = told(context, applicant(context), "visa.purpose");
  const auto by_procedure = filled(context, "purpose");
  if (by_procedure == "family-reunion" && told_purpose == "foster-care")
    return known("foster-care");
  const bool visits = by_procedure == "visit-resident" || by_procedure == "long-visit";
  constexpr std::string_view matters[] = {"private-matters", "medical", "humanitarian", "other"};
  if (visits && std::ranges::count(matters, told_purpose)) return known("other");
  return by_procedure.empty() ? unknown(applicant_path(context, "visa.purpose"))
                              : known(by_procedure);
}

FieldAnswer purpose_other(const Context& context) {
  if (purpose(context).text != "other") return blank();
  if (const auto words = filled(context, "purpose_other"); !words.empty()) return known(words);
  const auto told_purpose = told(context, applicant(context), "visa.purpose");
  if (told_purpose.empty() || told_purpose == "other") return blank();
  return known(choice(context, "people.*.visa.purpose", told_purpose));
}

constexpr std::string_view entry_boxes[] = {"one", "two", "multiple-half-year",
                                            "multiple-one-year"};

FieldAnswer entries_box(const Context& context) {
  auto answer = of_applicant(context, "visa.entries");
  if (answer.kind == Kind::known && !std::ranges::count(entry_boxes, answer.text))
    answer.text = "other";
  return answer;
}

FieldAnswer entries_other(const Context& context) {
  const auto wanted = told(context, applicant(context), "visa.entries");
  if (wanted.empty() || wanted == "other" || std::ranges::count(entry_boxes, wanted))
    return blank();
  return known(choice(context, "people.*.visa.entries", wanted));
}

/// Who invites: a person, else an organisation.
FieldAnswer inviter(const Context& context, const char* of_person, const char* of_organisation) {
  const auto& people = context.plan.ruling.people;
  const auto& person = people.inviter ? people.inviter : people.host;
  if (person) {
    if (std::string_view(of_person) == "name") {
      const auto name = words::one_line_name(context.name(*person));
      return name.empty() ? unknown(model::fact_path(*person, "name.zh.given")) : known(name);
    }
    if (std::string_view(of_person) == "relation") {
      auto answer = of(context, *person, "relation");
      if (answer.kind == Kind::known)
        answer.text = choice(context, "people.*.relation", answer.text);
      return answer;
    }
    return of(context, *person, of_person);
  }
  const auto* organisation = context.profile.find("inviting_organisation.name");
  if (std::string_view(of_organisation).empty())
    return organisation ? blank() : unknown("inviting_organisation.name");
  return fact(context, std::string("inviting_organisation.") + of_organisation);
}

FieldAnswer countries_visited(const Context& context) {
  const auto list = applicant_path(context, "visa.countries_visited");
  const auto count = context.profile.count(list);
  if (!count) return unknown(list);
  std::string text;
  for (std::size_t i = 0; i < *count; ++i)
    if (const auto* code = context.profile.find(list + "." + std::to_string(i)))
      text += (text.empty() ? "" : "、") + country_twice(context, code->text);
  return text.empty() ? not_applicable() : known(text);
}

// --- parts 3 and 5 ---

constexpr const char* declarations[] = {
    "declarations.overstayed", "declarations.refused", "declarations.criminal_record",
    "declarations.serious_illness", "declarations.epidemic_area"};

/// Asked for only behind a yes; where all are no there is nothing to explain.
FieldAnswer explanation(const Context& context) {
  auto answer = of_applicant(context, "declarations.explanation");
  if (answer.kind == Kind::known) return answer;
  bool all_no = true;
  for (const auto* each : declarations) {
    const auto said = told(context, applicant(context), each);
    if (said == "yes") return answer;
    all_no = all_no && said == "no";
  }
  return all_no ? not_applicable() : blank();
}

FieldAnswer filler(const Context& context, const char* rest) {
  const auto& agent = context.plan.ruling.people.agent;
  if (!agent) return blank();
  if (std::string_view(rest) == "name") return known(words::one_line_name(context.name(*agent)));
  auto answer = of(context, *agent, rest);
  if (std::string_view(rest) == "relation" && answer.kind == Kind::known)
    answer.text = choice(context, "people.*.relation", answer.text);
  return answer;
}

constexpr NamedValue visa_values[] = {
    {"visa.name.last", [](const Context& c) { return name_part(c, "name.latin.surname"); }},
    {"visa.name.middle", middle_name},
    {"visa.name.first", [](const Context& c) { return name_part(c, "name.latin.given"); }},
    {"visa.name.other", other_names},
    {"visa.nationality", current_nationality},
    {"visa.former_nationality", former_nationality},
    {"visa.occupations", occupations},
    {"visa.occupation.parliament",
     [](const Context& c) { return occupation_behind(c, "parliament"); }},
    {"visa.occupation.official", [](const Context& c) { return occupation_behind(c, "official"); }},
    {"visa.occupation.military", [](const Context& c) { return occupation_behind(c, "military"); }},
    {"visa.occupation.other", [](const Context& c) { return occupation_behind(c, "other"); }},
    {"visa.marital_status", marital_box},
    {"visa.marital_other", marital_other},
    {"visa.unit", unit},
    {"visa.home.address", home_address},
    {"visa.home.postcode", home_postcode},
    {"visa.applies_from", applies_from},
    {"visa.purpose", purpose},
    {"visa.purpose_other", purpose_other},
    {"visa.entries", entries_box},
    {"visa.entries_other", entries_other},
    {"visa.express", [](const Context& c) { return of_applicant(c, "visa.express"); }},
    {"visa.first_arrival", [](const Context& c) { return of_applicant(c, "visa.first_arrival"); }},
    {"visa.days", [](const Context& c) { return of_applicant(c, "visa.days"); }},
    {"visa.who_pays", [](const Context& c) { return of_applicant(c, "visa.who_pays"); }},
    {"inviter.name", [](const Context& c) { return inviter(c, "name", "name"); }},
    {"inviter.address", [](const Context& c) { return inviter(c, "address.zh", "address"); }},
    {"inviter.phone", [](const Context& c) { return inviter(c, "phone", "phone"); }},
    {"inviter.relation", [](const Context& c) { return inviter(c, "relation", ""); }},
    {"visa.previous", [](const Context& c) { return of_applicant(c, "visa.previous"); }},
    {"visa.countries_visited", countries_visited},
    {"declared.overstayed", [](const Context& c) { return of_applicant(c, declarations[0]); }},
    {"declared.refused", [](const Context& c) { return of_applicant(c, declarations[1]); }},
    {"declared.criminal_record", [](const Context& c) { return of_applicant(c, declarations[2]); }},
    {"declared.serious_illness", [](const Context& c) { return of_applicant(c, declarations[3]); }},
    {"declared.epidemic_area", [](const Context& c) { return of_applicant(c, declarations[4]); }},
    {"declared.explanation", explanation},
    {"filler.name", [](const Context& c) { return filler(c, "name"); }},
    {"filler.relation", [](const Context& c) { return filler(c, "relation"); }},
    {"filler.address", [](const Context& c) { return filler(c, "address.zh"); }},
    {"filler.phone", [](const Context& c) { return filler(c, "phone"); }},
};

}  // namespace

std::span<const NamedValue> visa_form_values() {
  return visa_values;
}

}  // namespace tongxing::compose
