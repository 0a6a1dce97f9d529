// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of our letters: names by document, foreign nationalities, the days of a journey.
#include <algorithm>

#include "compose/letter_values.h"

namespace tongxing::compose {

using model::ListValue;

namespace {

/// The facts of one element of a list of the applicant's.
class Element {
 public:
  Element(const Context& context, std::string list, std::size_t index)
      : context_(context), at_(std::move(list) + "." + std::to_string(index) + ".") {}

  std::string text(std::string_view rest) const {
    const auto* found = context_.profile.find(path(rest));
    return found ? found->text : std::string();
  }
  /// The label of a choice.
  std::string label(std::string_view rest) const {
    const auto* declared = context_.library.rules.schema.find(path(rest));
    if (declared)
      for (const auto& choice : declared->choices)
        if (choice.id == text(rest)) return choice.label.zh + "\n" + choice.label.en;
    return {};
  }

 private:
  std::string path(std::string_view rest) const {
    return model::fact_path(context_.plan.ruling.people.applicant, at_ + std::string(rest));
  }

  const Context& context_;
  std::string at_;
};

std::size_t count_of(const Context& context, std::string_view list) {
  const auto path = model::fact_path(context.plan.ruling.people.applicant, list);
  return context.profile.count(path).value_or(0);
}

/// The second language on a line of its own.
std::string below(const model::Bilingual& text) {
  return text.zh == text.en ? text.zh : text.zh + "\n" + text.en;
}

std::string country_name(const Context& context, const std::string& code) {
  const auto in = [&](words::Language language) {
    return context.words.formats(language).country(code).value_or(code);
  };
  return code.empty() ? code : below({in(words::Language::zh), in(words::Language::en)});
}

std::string paper_name(const Context& context, const std::string& id) {
  return context.words.find("document." + id) ? below(context.say("document." + id)) : id;
}

/// What a paper is that is one of the passports told.
std::optional<std::size_t> passport_of(const Context& context, std::string_view document) {
  const auto& applicant = context.plan.ruling.people.applicant;
  if (document == "child-foreign-passport" || document == "applicant-passport")
    return foreign_passport_index(context.profile, applicant);
  return std::nullopt;
}

void complete_from_passport(const Context& context, std::size_t index, ListRow& row) {
  const Element passport(context, "passports", index);
  const auto fill = [&](ListValue value, std::string text) {
    if (row[value].empty()) row[value] = std::move(text);
  };
  fill(ListValue::number, passport.text("number"));
  fill(ListValue::issuer, passport.text("place").empty()
                              ? country_name(context, passport.text("country"))
                              : passport.text("place"));
  fill(ListValue::issued, passport.text("issued"));
}

}  // namespace

std::optional<std::size_t> foreign_passport_index(const model::Profile& profile,
                                                  const PersonKey& person,
                                                  std::string_view country) {
  const auto list = model::fact_path(person, "passports");
  for (std::size_t i = 0; i < profile.count(list).value_or(0); ++i) {
    const auto* of = profile.find(list + "." + std::to_string(i) + ".country");
    if (of && of->text != "CN" && (country.empty() || of->text == country)) return i;
  }
  return std::nullopt;
}

std::vector<ListRow> name_rows(const Context& context) {
  std::vector<ListRow> rows;
  bool passport_listed = false;
  for (std::size_t i = 0; i < count_of(context, "name.as_printed"); ++i) {
    const Element one(context, "name.as_printed", i);
    const auto document = one.text("document");
    ListRow row{{ListValue::spelling, one.text("text")},
                {ListValue::document, paper_name(context, document)},
                {ListValue::number, one.text("number")},
                {ListValue::issuer, one.text("issuer")},
                {ListValue::issued, one.text("issued")}};
    if (document == "child-birth-certificate" && row[ListValue::number].empty()) {
      const auto* number = context.profile.find(
          model::fact_path(context.plan.ruling.people.applicant, "birth_certificate_number"));
      if (number) row[ListValue::number] = number->text;
    }
    if (const auto passport = passport_of(context, document)) {
      complete_from_passport(context, *passport, row);
      passport_listed = true;
    }
    rows.push_back(std::move(row));
  }
  const auto& name = context.name(context.plan.ruling.people.applicant);
  const auto is_listed = [&](const std::string& spelling) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](const ListRow& row) { return row.at(ListValue::spelling) == spelling; });
  };
  const auto passport =
      foreign_passport_index(context.profile, context.plan.ruling.people.applicant);
  if (const auto latin = words::latin_name(name.latin);
      !latin.empty() && passport && !passport_listed) {
    ListRow row{{ListValue::spelling, latin},
                {ListValue::document, paper_name(context, "child-foreign-passport")}};
    complete_from_passport(context, *passport, row);
    rows.push_back(std::move(row));
  }
  if (const auto chinese = words::chinese_name(name.chinese);
      !chinese.empty() && !is_listed(chinese))
    rows.push_back({{ListValue::spelling, chinese},
                    {ListValue::document, below(context.say("letter.this_application"))}});
  for (std::size_t i = 0; i < count_of(context, "name.former"); ++i) {
    const auto* former = context.profile.find(
        model::fact_path(context.plan.ruling.people.applicant, "name.former." + std::to_string(i)));
    if (former && !is_listed(former->text)) rows.push_back({{ListValue::spelling, former->text}});
  }
  return rows;
}

std::vector<ListRow> nationality_rows(const Context& context) {
  std::vector<ListRow> rows;
  for (std::size_t i = 0; i < count_of(context, "nationalities"); ++i) {
    const Element one(context, "nationalities", i);
    const auto code = one.text("country");
    if (code == "CN") continue;
    ListRow row{{ListValue::country, country_name(context, code)},
                {ListValue::how, one.label("how")}};
    row[ListValue::since] = one.text("since");
    if (row[ListValue::since].empty() && one.text("at_birth") == "yes")
      row[ListValue::since] = below(context.say("letter.from_birth"));
    const auto& applicant = context.plan.ruling.people.applicant;
    if (const auto index = foreign_passport_index(context.profile, applicant, code))
      row[ListValue::passport] = Element(context, "passports", *index).text("number");
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<ListRow> itinerary_rows(const Context& context) {
  std::vector<ListRow> rows;
  for (std::size_t i = 0; i < count_of(context, "visa.itinerary"); ++i) {
    const Element one(context, "visa.itinerary", i);
    rows.push_back({{ListValue::date, one.text("date")},
                    {ListValue::city, one.text("city")},
                    {ListValue::address, one.text("address")},
                    {ListValue::transport, one.text("transport")}});
  }
  return rows;
}

std::vector<std::vector<std::string>> LetterValues::rows(const model::ListTable& table) const {
  const auto all = table.of == model::ListOf::names           ? name_rows(context_)
                   : table.of == model::ListOf::nationalities ? nationality_rows(context_)
                                                              : itinerary_rows(context_);
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : all) {
    auto& row = rows.emplace_back();
    for (const auto& column : table.columns) {
      const auto found = one.find(column.value);
      row.push_back(found == one.end() ? std::string() : found->second);
    }
  }
  return rows;
}

}  // namespace tongxing::compose
