// SPDX-License-Identifier: GPL-3.0-or-later
// What the values of our forms are made of: one file a form adds its own.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "compose/form_values.h"

namespace tongxing::compose {

FieldAnswer known(std::string text);
FieldAnswer none();                     ///< known to be none: 无
FieldAnswer not_applicable();           ///< the same as the visa form wants it: N/A
FieldAnswer blank();                    ///< not for us to fill in
FieldAnswer unknown(std::string fact);  ///< concrete path

/// A fact by its concrete path, of one person, of the applicant.
FieldAnswer fact(const Context& context, const std::string& at);
FieldAnswer of(const Context& context, const PersonKey& person, std::string_view rest);
FieldAnswer of_applicant(const Context& context, std::string_view rest);
/// The text of a fact; empty: not told.
std::string told(const Context& context, const PersonKey& person, std::string_view rest);

const PersonKey& applicant(const Context& context);
/// "people.emma.visa.entries" for "visa.entries".
std::string applicant_path(const Context& context, std::string_view rest);
/// Under 16 on the filing day; 16 or more. An age that is not known is neither.
bool is_child(const Context& context);
bool is_grown_up(const Context& context);
/// What the procedure says in this form ("section"); empty: nothing.
std::string filled(const Context& context, std::string_view name);

/// Name of a country in Chinese; with the second language in capitals where that is English.
std::string country(const Context& context, const std::string& code);
std::string country_twice(const Context& context, const std::string& code);
/// The Chinese name of a choice of the schema.
std::string choice(const Context& context, std::string_view declared, const std::string& id);
/// Countries of a person's nationalities that have not ended, as codes; else of the first passport.
std::vector<std::string> nationalities(const Context& context, const PersonKey& person);
/// A passport number: "people.tom.passports.1", of those not lost the first; nullopt: none told.
std::optional<std::string> passport(const Context& context, const PersonKey& person);
/// Country, province and city of birth as far as told.
FieldAnswer whole_birth_place(const Context& context, const PersonKey& person);
/// The applicant's telephone, else that of whoever is to be called.
FieldAnswer own_phone(const Context& context);

/// A value by its name.
struct NamedValue {
  std::string_view name;
  FieldAnswer (*answer)(const Context&);
};

/// A list by its name.
struct NamedList {
  struct Column {
    std::string_view name;
    FieldAnswer (*answer)(const Context&, std::size_t line);
  };
  std::string_view name;
  std::optional<std::size_t> (*count)(const Context&);  ///< nullopt: not known
  FieldAnswer (*unknown)(const Context&);               ///< where it is not
  FieldAnswer (*empty)();
  std::span<const Column> columns;
};

std::span<const NamedValue> chinese_form_values();
std::span<const NamedValue> foreigner_form_values();
std::span<const NamedValue> visa_form_values();
std::span<const NamedValue> travel_form_values();
std::span<const NamedList> form_lists();

}  // namespace tongxing::compose
