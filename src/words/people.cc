// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/people.h"

#include "words/pinyin.h"

namespace tongxing::words {

PersonName person_name(const model::Profile& profile, const PersonKey& person) {
  const auto fact = [&](std::string_view rest) {
    const model::Fact* found = profile.find(model::fact_path(person, rest));
    return found != nullptr ? found->text : std::string();
  };
  PersonName name;
  name.chinese = {fact("name.zh.surname"), fact("name.zh.given")};
  name.latin = {fact("name.latin.surname"), fact("name.latin.given")};
  if (const std::string middle = fact("name.latin.middle"); !middle.empty())
    name.latin.given += (name.latin.given.empty() ? "" : " ") + middle;
  name.pinyin = {fact("name.pinyin.surname"), fact("name.pinyin.given")};
  name.native = fact("name.native");
  if (name.pinyin.empty() && fact("name.pinyin.from") == "derive")
    if (auto proposal = derive_pinyin(name.chinese.surname, name.chinese.given)) {
      name.pinyin = *std::move(proposal);
      name.pinyin_derived = true;
    }
  return name;
}

People people(const model::Profile& profile) {
  People all;
  for (const model::Person& person : profile.people)
    all.emplace(person.key, person_name(profile, person.key));
  return all;
}

}  // namespace tongxing::words
