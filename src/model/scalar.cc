// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scalar.h"

#include <algorithm>
#include <charconv>

#include "base/letters.h"
#include "base/source.h"
#include "model/national_id.h"
#include "model/repair.h"
#include "model/written_date.h"

namespace tongxing::model {

namespace {

constexpr std::size_t kLineLength = 1'000;  // bytes
constexpr std::size_t kTextLength = 10'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
  return is_small(c) || (c >= 'A' && c <= 'Z');
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// What every reader of a type works on.
struct Input {
  std::string text;  // mended
  const Declaration& declaration;
  std::string_view name;
  const Schema& schema;
  Span where;
};

Reading fail(const Input& in, const char* code, Message what, std::vector<Message> hints = {}) {
  return {{}, {}, Diagnostic{code, std::move(what), in.where, std::move(hints)}};
}

/// Wrong type: "'attends' must be yes or no, not 'perhaps'".
Reading expected(const Input& in, std::string_view sentence, std::vector<Message> hints = {}) {
  return fail(in, "P005", {sentence, {{std::string(in.name)}, personal(in.text)}},
              std::move(hints));
}

Reading fact(const Input& in, std::string text, decltype(Fact::value) value = {}) {
  return {Fact{in.declaration.type, std::move(text), value, in.where, false}, {}, {}};
}

Reading read_text(const Input& in) {
  const bool one_line = in.declaration.type == FactType::text;
  if (one_line && in.text.find('\n') != std::string::npos)
    return fail(in, "P005", {"'{0}' must be one line", {{std::string(in.name)}}});
  const auto limit = one_line ? kLineLength : kTextLength;
  if (in.text.size() > limit)
    return fail(
        in, "P003",
        {"'{0}' is longer than {1} bytes", {{std::string(in.name)}, {std::to_string(limit)}}});
  return fact(in, in.text);
}

Reading read_yes_no(const Input& in) {
  const auto word = small_letters(in.text);
  if (is_one_of(word, {"yes", "true", "是", "有"})) return fact(in, "yes", true);
  if (is_one_of(word, {"no", "false", "否", "无", "没有", "none"})) return fact(in, "no", false);
  return expected(in, "'{0}' must be yes or no, not '{1}'",
                  {"if it is not known, write unknown or leave the line out"});
}

Reading read_day(const Input& in) {
  using Problem = WrittenDate::Problem;
  const auto read = read_date(in.text);
  const auto hints = read.hint.id.empty() ? std::vector<Message>{} : std::vector{read.hint};
  const auto value = personal(in.text);
  switch (read.problem) {
    case Problem::no_such_day:
      return fail(in, "P006", {"'{0}': there is no day {1}", {{std::string(in.name)}, value}},
                  hints);
    case Problem::not_a_date:
      return fail(in, "P006", {"'{0}': {1} is not a date", {{std::string(in.name)}, value}}, hints);
    case Problem::ambiguous:
      return fail(in, "P007", {"'{0}': {1} can be two days", {{std::string(in.name)}, value}},
                  hints);
    case Problem::calendar:
      return fail(in, "P007",
                  {"'{0}': {1} is a date of another calendar", {{std::string(in.name)}, value}},
                  hints);
    case Problem::none:
      break;
  }
  if (in.declaration.type == FactType::date && !read.date->whole())
    return fail(in, "P006", {"'{0}' needs the whole day, not {1}", {{std::string(in.name)}, value}},
                {"if the day is not known, leave the line out"});
  return fact(in, read.date->iso(), *read.date);
}

Reading read_number(const Input& in) {
  std::int64_t number = 0;
  const auto end = in.text.data() + in.text.size();
  if (in.text.empty() || in.text.size() > 9 ||
      !std::all_of(in.text.begin(), in.text.end(), is_digit) ||
      std::from_chars(in.text.data(), end, number).ptr != end)
    return expected(in, "'{0}' must be a whole number, not '{1}'");
  return fact(in, std::to_string(number), number);
}

const Choice* find_choice(const std::vector<Choice>& choices, std::string_view text) {
  for (const auto& choice : choices)
    if (choice.id == text || choice.label.zh == text ||
        std::find(choice.aliases.begin(), choice.aliases.end(), text) != choice.aliases.end())
      return &choice;
  const auto word = small_letters(text);
  for (const auto& choice : choices)
    if (small_letters(choice.id) == word || small_letters(choice.label.en) == word) return &choice;
  return nullptr;
}

std::vector<std::string> ids(const std::vector<Choice>& choices) {
  std::vector<std::string> out;
  for (const auto& choice : choices) out.push_back(choice.id);
  return out;
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

Reading read_choice(const Input& in) {
  const auto& choices = in.declaration.choices;
  if (const auto* choice = find_choice(choices, in.text)) return fact(in, choice->id);
  std::vector<Message> hints;
  const auto all = ids(choices);
  if (const auto near = nearest(in.text, all); !near.empty())
    hints.push_back({"did you mean '{0}'?", {{near}}});
  hints.push_back({"possible: {0}", {{listed(all)}}});
  return fail(in, "P008", {"'{0}' cannot be '{1}'", {{std::string(in.name)}, personal(in.text)}},
              std::move(hints));
}

Reading read_country(const Input& in) {
  const auto& countries = in.schema.countries;
  if (const auto found = countries.find(small_letters(in.text)); found != countries.end())
    return fact(in, found->second);
  std::vector<Message> hints;
  std::vector<std::string> names;
  for (const auto& [name, code] : countries)
    if (name.size() > 3) names.push_back(name);
  if (const auto near = nearest(small_letters(in.text), names); !near.empty())
    hints.push_back({"did you mean '{0}'?", {{countries.find(near)->second}}});
  hints.push_back("write the ISO code of two letters (US, EG), or the name in Chinese or English");
  return fail(in, "P008",
              {"'{0}': no country is called '{1}'", {{std::string(in.name)}, personal(in.text)}},
              std::move(hints));
}

/// A slip in the name of a city we know must not become a city we do not know.
Reading read_city(const Input& in) {
  const auto& known = in.declaration.choices;
  if (const auto* city = find_choice(known, in.text)) return fact(in, city->id);
  const auto word = small_letters(in.text);
  for (const auto& city : known)
    if (edit_distance(word, city.id) == 1)
      return fail(in, "P008",
                  {"'{0}': no city is called '{1}'", {{std::string(in.name)}, personal(in.text)}},
                  {{"did you mean '{0}'?", {{city.id}}}});
  if (is_readable_id(word) && !is_digit(word[0])) return fact(in, word);
  return expected(in, "'{0}' must be a city, not '{1}'",
                  {"write its name in small Latin letters, as in chengdu"});
}

Reading read_id(const Input& in) {
  const auto word = small_letters(in.text);
  if (is_readable_id(word)) return fact(in, word);
  return expected(in, "'{0}' must be an id of small letters, digits and -, not '{1}'");
}

/// An id that has to exist, if we know which ones do.
Reading read_known_id(const Input& in, const std::vector<std::string>& known,
                      std::string_view nothing_is_called) {
  auto reading = read_id(in);
  if (!reading.fact || known.empty() ||
      std::find(known.begin(), known.end(), reading.fact->text) != known.end())
    return reading;
  std::vector<Message> hints;
  if (const auto near = nearest(reading.fact->text, known); !near.empty())
    hints.push_back({"did you mean '{0}'?", {{near}}});
  return fail(in, "P008", {nothing_is_called, {{std::string(in.name)}, {in.text}}},
              std::move(hints));
}

Reading read_procedure(const Input& in) {
  if (in.text == "auto") return fact(in, in.text);
  const auto code = in.schema.procedure_codes.find(small_letters(in.text));
  if (code != in.schema.procedure_codes.end()) return fact(in, code->second);
  return read_known_id(in, in.schema.procedures, "'{0}': no procedure is called '{1}'");
}

Reading read_case_id(const Input& in) {
  if (is_case_id(in.text)) return fact(in, in.text);
  return fail(in, "P011", {"'{0}' cannot be used as a case reference", {personal(in.text)}},
              {"1 to 24 letters, digits and hyphens: it becomes part of file names and codes"});
}

Reading read_id_number(const Input& in) {
  std::string number;
  std::copy_if(in.text.begin(), in.text.end(), std::back_inserter(number),
               [](char c) { return c != ' ' && c != '-'; });
  std::vector<Message> mended;
  if (number != in.text) mended.push_back("blanks in an ID number were taken out");
  if (!number.empty() && number.back() == 'x') {
    number.back() = 'X';
    mended.push_back("the x of an ID number was made a capital");
  }
  if (has_id_shape(number)) {
    auto reading = fact(in, number);
    reading.mended = std::move(mended);
    return reading;
  }
  if (number.size() == 15 && std::all_of(number.begin(), number.end(), is_digit))
    return fail(in, "P014",
                {"'{0}' is a number of the old kind with 15 digits", {{std::string(in.name)}}},
                {"copy the 18 characters from the present card or the household register"});
  return fail(in, "P014",
              {"'{0}' must be 17 digits and a digit or X, not '{1}'",
               {{std::string(in.name)}, personal(in.text)}},
              {"numbers of passports and permanent residence cards have places of their own"});
}

Reading read_phone(const Input& in) {
  std::string rest = in.text;
  for (const std::string_view word : {"ext.", "ext", "转", "x"})
    if (const auto at = rest.find(word); at != std::string::npos) rest.erase(at, word.size());
  const auto digits = std::count_if(rest.begin(), rest.end(), is_digit);
  const bool signs = std::all_of(rest.begin(), rest.end(), [](char c) {
    return is_digit(c) || is_one_of(std::string_view(&c, 1), {"+", "-", "(", ")", " ", ".", "/"});
  });
  if (signs && digits >= 3 && digits <= 20) return fact(in, in.text);
  return expected(in, "'{0}' must be a telephone number, not '{1}'");
}

Reading read_email(const Input& in) {
  const auto at = in.text.find('@');
  const bool good = at != std::string::npos && at > 0 && at == in.text.rfind('@') &&
                    in.text.find('.', at) != std::string::npos &&
                    in.text.find_first_of(" \t\n") == std::string::npos && in.text.size() <= 254;
  return good ? fact(in, in.text) : expected(in, "'{0}' must be an e-mail address, not '{1}'");
}

Reading read_postcode(const Input& in) {
  if (in.text.size() == 6 && std::all_of(in.text.begin(), in.text.end(), is_digit))
    return fact(in, in.text);
  if (in.text.size() == 5 && std::all_of(in.text.begin(), in.text.end(), is_digit))
    return expected(in, "'{0}' must be six digits, not '{1}'",
                    {"was a zero in front lost? 010000 begins with one"});
  return expected(in, "'{0}' must be six digits, not '{1}'");
}

Reading read_file(const Input& in) {
  const auto& path = in.text;
  const bool safe = !path.empty() && path.front() != '/' && path.size() <= 255 &&
                    path.find('\\') == std::string::npos && path.find('\n') == std::string::npos &&
                    ("/" + path + "/").find("/../") == std::string::npos;
  if (safe) return fact(in, path);
  return fail(in, "P011",
              {"'{0}' must name a file beside the profile, not '{1}'",
               {{std::string(in.name)}, personal(path)}},
              {"put the file into the same folder and write its name alone"});
}

Reading read_as(const Input& in) {
  switch (in.declaration.type) {
    case FactType::text:
    case FactType::lines:
      return read_text(in);
    case FactType::yes_no:
      return read_yes_no(in);
    case FactType::date:
    case FactType::partial_date:
      return read_day(in);
    case FactType::number:
      return read_number(in);
    case FactType::choice:
      return read_choice(in);
    case FactType::country:
      return read_country(in);
    case FactType::city:
      return read_city(in);
    case FactType::person:
      return is_person_key(in.text) ? fact(in, in.text)
                                    : expected(in, "'{0}' must be a person's key, not '{1}'");
    case FactType::id:
      return read_id(in);
    case FactType::document:
      return read_known_id(in, in.schema.documents, "'{0}': no paper is called '{1}'");
    case FactType::procedure:
      return read_procedure(in);
    case FactType::case_id:
      return read_case_id(in);
    case FactType::id_number:
      return read_id_number(in);
    case FactType::phone:
      return read_phone(in);
    case FactType::email:
      return read_email(in);
    case FactType::postcode:
      return read_postcode(in);
    case FactType::file:
      return read_file(in);
  }
  return {};
}

}  // namespace

bool says_unknown(std::string_view text) {
  return is_one_of(text, {"unknown", "Unknown", "UNKNOWN", "未知", "不清楚", "不知道"});
}

bool says_none(std::string_view text) {
  return is_one_of(text, {"none", "None", "无", "没有"});
}

bool is_case_id(std::string_view text) {
  return !text.empty() && text.size() <= 24 && text.front() != '-' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool is_person_key(std::string_view text) {
  return !text.empty() && text.size() <= 32 && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; });
}

bool is_readable_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && text.front() != '-' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_small(c) || is_digit(c) || c == '-'; });
}

Reading read_scalar(const data::Value& value, const Declaration& declaration, std::string_view name,
                    const Schema& schema) {
  if (value.is_empty()) return {};
  Input in{value.text, declaration, name, schema, value.where};
  auto mended = repair(in.text, declaration.type);
  if (in.text.empty() || says_unknown(in.text)) return {};
  if (declaration.path.find(".name.") != std::string::npos && repair_interpunct(in.text))
    mended.push_back("the dot within a name was made U+00B7");
  auto reading = read_as(in);
  reading.mended.insert(reading.mended.begin(), mended.begin(), mended.end());
  return reading;
}

}  // namespace tongxing::model
