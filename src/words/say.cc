// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/say.h"

#include <cassert>

namespace tongxing::words {
namespace {

using model::CountryCode;
using model::Money;
using model::Role;

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// Calls `literal` and `gap` for what the text is made of, in order.
template <class Literal, class OnGap>
void walk(std::string_view text, Literal literal, OnGap gap) {
  while (!text.empty()) {
    const std::size_t open = text.find_first_of("{}");
    literal(text.substr(0, open));
    if (open == std::string_view::npos) return;
    const std::size_t close = text.find('}', open);
    if (text[open] == '}' || close == std::string_view::npos) {
      gap(std::string_view{}, std::string_view{});
      text.remove_prefix(open + 1);
      continue;
    }
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    const std::size_t colon = inside.find(':');
    gap(inside.substr(0, colon),
        colon == std::string_view::npos ? std::string_view{} : inside.substr(colon + 1));
    text.remove_prefix(close + 1);
  }
}

std::string write_date(const Formats& formats, Date day, std::string_view style) {
  if (style == "iso") return day.iso();
  if (style == "weekday") return formats.date_with_weekday(day);
  if (style == "short") return formats.day_and_month(day);
  return formats.date(day);
}

std::string write_number(const Formats& formats, std::int64_t value, std::string_view style) {
  if (style.find('|') != std::string_view::npos) {
    for (std::size_t form = formats.plural(value); form > 0; --form)
      style.remove_prefix(style.find('|') + 1);
    return std::string(style.substr(0, style.find('|')));
  }
  if (style == "word") return formats.number_word(value);
  if (style == "Word") {
    const std::string word = formats.number_word(value);
    std::size_t first = 1;  // bytes of the first letter
    while (first < word.size() && (static_cast<unsigned char>(word[first]) & 0xC0) == 0x80) ++first;
    return capitals(word.substr(0, first)) + word.substr(first);
  }
  return formats.number(value);
}

std::string write_person(Language language, const PersonKey& key, std::string_view style,
                         const People& people) {
  const auto found = people.find(key);
  assert(found != people.end());
  if (found == people.end()) return {};
  if (style == "both") return one_line_name(found->second);
  return name_in(language == Language::zh ? Script::chinese : Script::latin, found->second);
}

}  // namespace

std::vector<Gap> gaps(std::string_view text) {
  std::vector<Gap> found;
  walk(
      text, [](std::string_view) {},
      [&](std::string_view name, std::string_view style) {
        found.push_back({std::string(name), std::string(style)});
      });
  return found;
}

namespace {

std::string_view role_name(Role role) {
  switch (role) {
    case Role::child:
      return "child";
    case Role::father:
      return "father";
    case Role::mother:
      return "mother";
    case Role::chinese_parent:
      return "chinese-parent";
    case Role::foreign_parent:
      return "foreign-parent";
    case Role::agent:
      return "agent";
    case Role::applicant:
      return "applicant";
    case Role::guardian:
      return "guardian";
    case Role::inviter:
      return "inviter";
    case Role::host:
      return "host";
  }
  return {};
}

}  // namespace

Words::Words(Phrases phrases, std::string_view second)
    : phrases_(std::move(phrases)),
      formats_{Formats(Language::zh), Formats(Language::en, second)} {}

const Formats& Words::formats(Language language) const {
  return formats_[static_cast<std::size_t>(language)];
}

const Bilingual* Words::find(std::string_view id) const {
  const auto found = phrases_.find(id);
  return found == phrases_.end() ? nullptr : &found->second;
}

std::string Words::write(Language language, const Argument& value, std::string_view style,
                         const People& people) const {
  const Formats& by = formats(language);
  const auto named = [&](std::string_view what, std::string_view id) {
    const std::string whole = std::string(what) + "." + std::string(id);
    const bool brief = style == "short" && find(whole + ".short") != nullptr;
    return say(language, brief ? whole + ".short" : whole);
  };
  const auto each = [&](const auto& values) {
    std::vector<std::string> items;
    for (const auto& one : values) items.push_back(write(language, one, style, people));
    return by.list(items);
  };
  return std::visit(
      Overloaded{
          [](const std::string& text) { return text; },
          [&](std::int64_t number) { return write_number(by, number, style); },
          [&](Date day) { return write_date(by, day, style); },
          [&](const Money& money) { return by.money(money.amount, money.currency); },
          [&](const CountryCode& code) { return by.country(code.value).value_or(code.value); },
          [&](const DocumentId& id) { return named("document", id.value); },
          [&](const ProcedureId& id) { return named("procedure", id.value); },
          [&](const CityId& id) { return named("city", id.value); },
          [&](Role role) { return named("role", role_name(role)); },
          [&](const PersonKey& key) { return write_person(language, key, style, people); },
          [&](const std::vector<DocumentId>& ids) { return each(ids); },
          [&](const std::vector<PersonKey>& keys) { return each(keys); },
      },
      value);
}

Bilingual Words::joined(const Bilingual& first, Mark mark, const Bilingual& then) const {
  const auto join = [&](Language language, const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? a + b : a + formats(language).mark(mark) + b;
  };
  return {join(Language::zh, first.zh, then.zh), join(Language::en, first.en, then.en)};
}

std::string Words::fill(Language language, std::string_view text, const Arguments& arguments,
                        const People& people) const {
  std::string result;
  walk(
      text, [&](std::string_view literal) { result += literal; },
      [&](std::string_view name, std::string_view style) {
        for (const auto& [known, value] : arguments) {
          if (known != name) continue;
          result += write(language, value, style, people);
          return;
        }
        assert(false && "an argument for each gap");
      });
  return result;
}

std::string Words::say(Language language, std::string_view id, const Arguments& arguments,
                       const People& people) const {
  const Bilingual* text = find(id);
  assert(text != nullptr);
  if (text == nullptr) return std::string(id);
  return fill(language, language == Language::zh ? text->zh : text->en, arguments, people);
}

std::string Words::say(Language language, const Sentence& sentence, const People& people) const {
  return say(language, sentence.id, sentence.arguments, people);
}

Bilingual Words::say(std::string_view id, const Arguments& arguments, const People& people) const {
  return {say(Language::zh, id, arguments, people), say(Language::en, id, arguments, people)};
}

Bilingual Words::say(const Sentence& sentence, const People& people) const {
  return say(sentence.id, sentence.arguments, people);
}

}  // namespace tongxing::words
