// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spoken.h"

#include <string_view>

namespace tongxing::app {
namespace {

model::Bilingual who(const model::Question& question, const library::Library& library,
                     const words::People& people) {
  if (question.role) return library.words.say("questions.role", {{"role", *question.role}}, people);
  if (!question.whose) return {};
  const auto known = people.find(*question.whose);
  if (known == people.end()) return {question.whose->value, question.whose->value};
  return {words::name_in(words::Script::chinese, known->second),
          words::name_in(words::Script::latin, known->second)};
}

}  // namespace

model::Bilingual ask(const model::Question& question, const library::Library& library,
                     const words::People& people) {
  const model::Bilingual& text = library.ask(question.declared);
  const model::Bilingual person = who(question, library, people);
  return {with_who(text.zh, person.zh), with_who(text.en, person.en)};
}

std::string with_who(std::string text, const std::string& who) {
  constexpr std::string_view gap = "{who}";
  for (std::size_t at = text.find(gap); at != std::string::npos;
       at = text.find(gap, at + who.size()))
    text.replace(at, gap.size(), who);
  return text;
}

const std::string& side(const model::Bilingual& text, const std::string& language) {
  return language == "zh" ? text.zh : text.en;
}

}  // namespace tongxing::app
