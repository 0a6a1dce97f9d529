// SPDX-License-Identifier: GPL-3.0-or-later
// The form for passport, travel document and certificate of return (FORM-TD).
#include "compose/form_answers.h"

namespace tongxing::compose {

namespace {

using Kind = FieldAnswer::Kind;

FieldAnswer foreign_name(const Context& context) {
  const auto name = words::latin_name(context.name(applicant(context)).latin);
  return name.empty() ? unknown(applicant_path(context, "name.latin.given")) : known(name);
}

FieldAnswer former_names(const Context& context) {
  const auto list = applicant_path(context, "name.former");
  const auto count = context.profile.count(list);
  if (!count) return unknown(list);
  std::string text;
  for (std::size_t i = 0; i < *count; ++i)
    if (const auto* name = context.profile.find(list + "." + std::to_string(i)))
      text += (text.empty() ? "" : "、") + name->text;
  return text.empty() ? none() : known(text);
}

FieldAnswer marital_status(const Context& context) {
  auto answer = of_applicant(context, "marital_status");
  if (answer.kind == Kind::known)
    answer.text = choice(context, "people.*.marital_status", answer.text);
  else if (is_child(context))
    return known(choice(context, "people.*.marital_status", "single"));
  return answer;
}

/// The present address, where it is abroad, else the one told to be abroad; and the other way
/// round.
FieldAnswer address(const Context& context, bool abroad) {
  const auto& who = applicant(context);
  const auto where = told(context, who, "address.country");
  if (where.empty() || (where != "CN") == abroad)
    for (const char* rest : {"address.zh", "address.en"})
      if (const auto text = told(context, who, rest); !text.empty() && !where.empty())
        return known(text);
  if (!abroad) return unknown(applicant_path(context, "address.zh"));
  for (const char* rest : {"address_abroad.zh", "address_abroad.en"})
    if (const auto text = told(context, who, rest); !text.empty()) return known(text);
  return unknown(applicant_path(context, "address_abroad.zh"));
}

/// What one is abroad as: the last permit of another country, with its last day.
FieldAnswer status_abroad(const Context& context) {
  const auto list = applicant_path(context, "permits");
  const auto count = context.profile.count(list);
  if (!count) return unknown(list + ".0.kind");
  std::string text;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto one = "permits." + std::to_string(i) + ".";
    const auto kind = told(context, applicant(context), one + "kind");
    if (!kind.starts_with("foreign-")) continue;
    text = choice(context, "people.*.permits[].kind", kind);
    for (const char* rest : {"category", "valid_until"})
      if (const auto part = told(context, applicant(context), one + rest); !part.empty())
        text += " " + part;
  }
  return text.empty() ? none() : known(text);
}

/// The document handed in: the last one that is told.
FieldAnswer old_document(const Context& context, std::string_view rest) {
  const auto list = applicant_path(context, "previous_permits");
  const auto count = context.profile.count(list);
  if (!count && filled(context, "reason") == "issue") return unknown(list);
  if (count == 0u) return rest == "kind" ? none() : blank();
  auto answer =
      fact(context, list + "." + std::to_string(count.value_or(1) - 1) + "." + std::string(rest));
  if (answer.kind == Kind::known && rest == "kind")
    answer.text = choice(context, "people.*.previous_permits[].kind", answer.text);
  return answer;
}

constexpr NamedValue travel_values[] = {
    {"travel.foreign_name", foreign_name},
    {"travel.former_names", former_names},
    {"travel.marital_status", marital_status},
    {"travel.address_abroad", [](const Context& c) { return address(c, true); }},
    {"travel.address_in_china", [](const Context& c) { return address(c, false); }},
    {"travel.status_abroad", status_abroad},
    {"travel.document", [](const Context& c) { return known(filled(c, "document")); }},
    {"travel.reason", [](const Context& c) { return known(filled(c, "reason")); }},
    {"old.kind", [](const Context& c) { return old_document(c, "kind"); }},
    {"old.number", [](const Context& c) { return old_document(c, "number"); }},
    {"old.issued", [](const Context& c) { return old_document(c, "issued"); }},
    {"old.valid_until", [](const Context& c) { return old_document(c, "valid_until"); }},
    {"old.place", [](const Context& c) { return old_document(c, "place"); }},
};

}  // namespace

std::span<const NamedValue> travel_form_values() {
  return travel_values;
}

}  // namespace tongxing::compose
