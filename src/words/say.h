// SPDX-License-Identifier: GPL-3.0-or-later
// Sentence ids and values → sentences in a language.
//
// A text has gaps: {date}, {child}. What stands in a gap is written as the language writes that
// kind of value; a gap may ask for another way after a colon:
//
//   date      {d}          2026年11月23日 / 23 November 2026
//             {d:iso}      2026-11-23
//             {d:weekday}  2026年11月23日星期一 / Monday 23 November 2026
//             {d:short}    11月23日 / 23 November
//   number    {n}          6
//             {n:word}     六 / six          {n:Word}  六 / Six
//             {n:page|pages}  the first for 1, else the second; a language with more forms, or with
//                             other rules, has them in CLDR's order (Formats::plural)
//   person    {p}          the Chinese name in Chinese, the Latin one in English
//             {p:both}     米艾玛 MILLER, EMMA ROSE
//   role, document, procedure, city   the phrase role.<id>, document.<id> …; {x:short} the phrase
//             procedure.<id>.short where there is one
//   country   美国 / United States
//   money     15元 / CNY 15
//   text      as it is
//   documents, people   甲、乙 / A, B and C
//
// Both languages of a text have the same gaps, and so has every translation of the second one. This
// is the whole of the syntax; there is no way to write a brace.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/message.h"
#include "model/sentence.h"
#include "words/formats.h"
#include "words/names.h"

namespace tongxing::words {

using model::Argument;
using model::Bilingual;
using model::Phrases;
using model::Sentence;

/// What the people of one family are called.
using People = std::map<PersonKey, PersonName>;
using Arguments = std::vector<std::pair<std::string, Argument>>;

/// One gap of a text: {name} or {name:style}.
struct Gap {
  std::string name, style;
  bool operator==(const Gap&) const = default;
};
/// The gaps of a text in order; for the loaders' checks. A brace that closes nothing, or is not
/// closed, gives a gap with an empty name.
std::vector<Gap> gaps(std::string_view text);

/// What a gap can hold, as `with:` in our files says it.
enum class Kind : std::uint8_t {
  text,
  number,
  date,
  money,
  country,
  document,
  person,
  role,
  procedure,
  city,
  documents,
  people,
};
/// Which gap a text declares: its kind, and the language that has it where only one does.
struct DeclaredGap {
  Kind kind = Kind::text;
  std::optional<Language> only = std::nullopt;
  bool operator==(const DeclaredGap&) const = default;
};
using Declared = std::map<std::string, DeclaredGap, std::less<>>;
/// As files write it: "date"; "date en" for a gap that only the English text has. nullopt: there is
/// no such kind.
std::optional<DeclaredGap> declared_gap(std::string_view written);
Kind kind_of(const Argument& argument);

/// Everything wrong with a text of our own files: a language missing, a gap that nothing fills, an
/// argument without a gap in one of the languages, a style that does not fit the kind, braces that
/// do not match, half-width punctuation between Chinese characters. Empty: it can be printed.
std::vector<Message> faults(const Bilingual& text, const Declared& declared);
/// Everything wrong with a translation of an English text that passed `faults`: a gap that the
/// English has not, or the other way round; a way of writing that does not exist, or with more or
/// fewer forms of a plural than the language of `formats` has.
std::vector<Message> translation_faults(std::string_view english, std::string_view translation,
                                        const Formats& formats);

/// All texts of one run, in both languages. Immutable; shared by all threads.
class Words {
 public:
  /// Texts that passed `faults`: those of templates/words.yaml and those that the other files
  /// bring. `second`: the language in which their English side is, as a BCP 47 tag.
  explicit Words(Phrases phrases, std::string_view second = "en");

  const Phrases& phrases() const { return phrases_; }
  /// Tag of the second language: "en", "fr".
  const std::string& second() const { return formats(Language::en).tag(); }
  const Formats& formats(Language language) const;
  /// nullptr: no such id.
  const Bilingual* find(std::string_view id) const;

  /// Requires: `find(sentence.id)`, and an argument for each gap. Extra arguments are allowed.
  std::string say(Language language, const Sentence& sentence, const People& people = {}) const;
  std::string say(Language language, std::string_view id, const Arguments& arguments = {},
                  const People& people = {}) const;
  /// Both languages at once.
  Bilingual say(const Sentence& sentence, const People& people = {}) const;
  Bilingual say(std::string_view id, const Arguments& arguments = {},
                const People& people = {}) const;

  /// The one behind the other in each language, with the mark between them; the other alone where
  /// one is empty.
  Bilingual joined(const Bilingual& first, Mark mark, const Bilingual& then) const;

  /// A text that stands in a struct of its own (letters, forms).
  std::string fill(Language language, std::string_view text, const Arguments& arguments,
                   const People& people = {}) const;
  /// One value as it stands in a gap with this style.
  std::string write(Language language, const Argument& value, std::string_view style = {},
                    const People& people = {}) const;

 private:
  Phrases phrases_;
  std::array<Formats, 2> formats_;
};

}  // namespace tongxing::words
