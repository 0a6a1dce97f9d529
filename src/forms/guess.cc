// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/guess.h"

#include <algorithm>
#include <array>

#include "forms/map_reader.h"

namespace tongxing::forms {
namespace {

constexpr std::string_view nobody_named = "applicant";
constexpr double contradicted = 0.75;  // factor

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// General and Chinese punctuation, full-width signs (U+2010…, U+3000…, U+FF01…): three bytes each.
bool is_punctuation(std::string_view text) {
  if (text.size() < 3) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned code = (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
  if ((byte(0) & 0xF0U) != 0xE0U) return false;
  return (code >= 0x2000 && code <= 0x206F) || (code >= 0x3000 && code <= 0x301F) ||
         (code >= 0xFF01 && code <= 0xFF0F) || (code >= 0xFF1A && code <= 0xFF20) ||
         (code >= 0xFF3B && code <= 0xFF40);
}

/// Words of one kind: a Chinese character is a word, elsewhere blanks part them.
std::size_t count_words(std::string_view folded) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i], before = i == 0 ? ' ' : folded[i - 1];
    const bool begins = is_ascii(c) ? c != ' ' && (before == ' ' || !is_ascii(before))
                                    : (static_cast<unsigned char>(c) & 0xC0) == 0xC0;
    count += begins ? 1 : 0;
  }
  return count;
}

/// Where the phrase stands in the text as whole words; npos: nowhere.
std::size_t find_phrase(std::string_view text, std::string_view phrase) {
  for (std::size_t at = text.find(phrase); at != std::string_view::npos;
       at = text.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    const auto parts = [&](std::size_t i) { return !is_ascii(text[i]) || text[i] == ' '; };
    if (!is_ascii(phrase.front()) ||
        ((at == 0 || parts(at - 1)) && (end == text.size() || parts(end))))
      return at;
  }
  return std::string_view::npos;
}

/// Takes the person out of the text: "father s date of birth" → father, "date of birth".
std::string person_of(std::string& text, const Vocabulary& vocabulary) {
  for (const PersonWords& each : vocabulary.people)
    for (const std::string& phrase : each.phrases)
      if (const std::size_t at = find_phrase(text, phrase); at != std::string::npos) {
        text.erase(at, phrase.size());
        text = fold(text);
        if (text.starts_with("s ")) text.erase(0, 2);
        if (text.starts_with("的")) text.erase(0, std::string_view("的").size());
        return each.person;
      }
  return "";
}

/// Words that say nothing of what is asked; single letters and digits do not either.
constexpr std::array<std::string_view, 24> fillers = {
    "the",  "your", "of",   "an",       "please", "enter", "mm",    "dd",
    "yyyy", "if",   "any",  "optional", "no",     "full",  "legal", "current",
    "line", "item", "part", "number",   "type",   "or",    "in",    "s"};

std::size_t count_telling(std::string_view folded) {
  std::size_t count = 0;
  while (!folded.empty()) {
    const std::string_view word = folded.substr(0, folded.find(' '));
    folded.remove_prefix(std::min(word.size() + 1, folded.size()));
    const bool is_filler = (word.size() == 1 && is_ascii(word[0])) ||
                           std::ranges::all_of(word, is_digit) ||
                           std::ranges::find(fillers, word) != fillers.end();
    count += is_filler ? 0 : count_words(word);
  }
  return count;
}

/// How sure a phrase makes us that stands in a text with so many other words. One word alone may
/// mean anything in company: "first" of "first entry".
double confidence(std::size_t length, std::size_t others) {
  if (others == 0) return 0.95;
  if (length == 1) return 0.5;
  return others == 1 ? 0.85 : others == 2 ? 0.8 : others <= 5 ? 0.65 : 0.45;
}

struct Hit {
  Guess guess;
  std::string person;
  std::size_t length = 0;  ///< of the phrase, in words
};

Hit best_hit(std::string text, const Vocabulary& vocabulary) {
  Hit best;
  best.person = person_of(text, vocabulary);
  const std::size_t all = count_telling(text);
  bool is_ambiguous = false;  // two facts, and as much said for each
  for (const FactWords& fact : vocabulary.facts)
    for (const std::string& phrase : fact.phrases) {
      const std::size_t length = count_words(phrase);
      if (length < best.length || find_phrase(text, phrase) == std::string::npos) continue;
      if (length == best.length) {
        is_ambiguous = is_ambiguous || fact.fact != best.guess.path;
        continue;
      }
      is_ambiguous = false;
      best.length = length;
      const std::size_t told = std::min(all, count_telling(phrase));
      best.guess = {fact.fact, confidence(length, all - told), fact.is_choice};
    }
  if (is_ambiguous) best.guess.confidence *= contradicted;
  return best;
}

/// "form1[0].#subform[1].Pt1Line2_FamilyName[0]" → "Pt1Line2_FamilyName".
std::string_view last_part(std::string_view name) {
  name = name.substr(name.rfind('.') + 1);
  return name.substr(0, name.find('['));
}

/// "passports[].number" → "passports.0.number".
std::string first_of_each(std::string path) {
  constexpr std::string_view any = "[]";
  for (std::size_t at = path.find(any); at != std::string::npos; at = path.find(any))
    path.replace(at, any.size(), ".0");
  return path;
}

bool can_hold(const foreign::Field& field, bool is_choice) {
  switch (field.type) {
    case foreign::FieldType::text:
      return true;
    case foreign::FieldType::combo:
    case foreign::FieldType::list:
      return true;
    case foreign::FieldType::radio:
      return is_choice;
    case foreign::FieldType::checkbox:
    case foreign::FieldType::signature:
    case foreign::FieldType::button:
      return false;
  }
  return false;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_punctuation(text.substr(i))) {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
      i += 2;
      continue;
    }
    const char c = text[i], before = i == 0 ? ' ' : text[i - 1];
    const bool is_letter = is_small(c) || is_capital(c) || is_digit(c) || !is_ascii(c);
    const bool starts_word = (is_capital(c) && is_small(before)) ||
                             (is_digit(c) != is_digit(before) && (is_digit(c) || is_digit(before)));
    if ((!is_letter || starts_word) && !folded.empty() && folded.back() != ' ') folded += ' ';
    if (is_letter) folded += is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

Guess guess(const foreign::Field& field, std::string_view label, const Vocabulary& vocabulary) {
  Hit best;
  std::string person;
  const Hit told = best_hit(fold(field.tooltip), vocabulary);
  for (const Hit& hit : {told, best_hit(fold(label), vocabulary),
                         best_hit(fold(last_part(field.name)), vocabulary)}) {
    if (person.empty()) person = hit.person;
    if (hit.guess.confidence > best.guess.confidence) best = hit;
  }
  if (best.guess.path.empty() || !can_hold(field, best.guess.is_choice)) return {};
  // Who made the form says something else, or something unknown: what stands near may be another's.
  if (!field.tooltip.empty() && told.guess.path != best.guess.path)
    best.guess.confidence *= contradicted;
  const std::string who = !best.person.empty() ? best.person
                          : !person.empty()    ? person
                                               : std::string(nobody_named);
  best.guess.path = "people." + who + "." + first_of_each(best.guess.path);
  return best.guess;
}

namespace {

std::vector<std::string> phrases(MapReader& reader, const data::Value& entry) {
  std::vector<std::string> all;
  const data::Value* words = entry.find("words");
  if (words == nullptr || !reader.need_list(*words)) {
    reader.report("M001", {"the key '{0}' is missing", {{"words"}}}, entry.where);
    return all;
  }
  for (const data::Value& word : words->items) all.push_back(fold(reader.text(word)));
  return all;
}

}  // namespace

Result<Vocabulary> decode_vocabulary(const data::Value& root) {
  MapReader reader;
  Vocabulary vocabulary;
  if (!reader.need_map(root)) return reader.take();
  reader.only_keys(root, {"facts", "people"});
  if (const data::Value* facts = root.find("facts"); facts && reader.need_list(*facts))
    for (const data::Value& entry : facts->items) {
      reader.only_keys(entry, {"fact", "words", "choice"});
      vocabulary.facts.push_back(
          {reader.text(entry, "fact"), phrases(reader, entry), reader.yes_no(entry, "choice")});
    }
  if (const data::Value* people = root.find("people"); people && reader.need_list(*people))
    for (const data::Value& entry : people->items) {
      reader.only_keys(entry, {"person", "words"});
      vocabulary.people.push_back({reader.text(entry, "person"), phrases(reader, entry)});
    }
  if (!reader.found().empty()) return reader.take();
  return vocabulary;
}

}  // namespace tongxing::forms
