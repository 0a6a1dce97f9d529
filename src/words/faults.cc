// SPDX-License-Identifier: GPL-3.0-or-later
// What can be wrong with a text of our own files.
#include <algorithm>
#include <set>

#include "words/say.h"

namespace tongxing::words {
namespace {

/// In the order of Kind, which is that of the alternatives of Argument but for text and number.
constexpr std::array<std::string_view, 12> kind_names = {
    "text",   "number", "date",      "money", "country",   "document",
    "person", "role",   "procedure", "city",  "documents", "people"};

bool style_fits(Kind kind, std::string_view style) {
  if (style.empty()) return true;
  switch (kind) {
    case Kind::date:
      return style == "iso" || style == "weekday" || style == "short";
    case Kind::number:
      return style == "word" || style == "Word" ||
             (std::count(style.begin(), style.end(), '|') == 1 && style.size() > 1);
    case Kind::person:
    case Kind::people:
      return style == "both";
    case Kind::document:
    case Kind::procedure:
      return style == "short";
    default:
      return false;
  }
}

void check_gaps(std::string_view text, Language in, const Declared& declared,
                std::vector<Message>& found) {
  const std::string language = in == Language::zh ? "zh" : "en";
  std::set<std::string, std::less<>> used;
  for (const Gap& gap : gaps(text)) {
    if (gap.name.empty()) {
      found.emplace_back("the {0} text has a brace without its partner",
                         std::initializer_list<Message::Argument>{{language}});
      continue;
    }
    used.insert(gap.name);
    const auto kind = declared.find(gap.name);
    if (kind == declared.end())
      found.emplace_back("nothing fills the gap '{0}' of the {1} text",
                         std::initializer_list<Message::Argument>{{gap.name}, {language}});
    else if (!style_fits(kind->second.kind, gap.style))
      found.emplace_back("'{0}' cannot be written as '{1}'",
                         std::initializer_list<Message::Argument>{{gap.name}, {gap.style}});
  }
  for (const auto& [name, gap] : declared)
    if (gap.only.value_or(in) == in && !used.contains(name))
      found.emplace_back("the {1} text has no gap for '{0}'",
                         std::initializer_list<Message::Argument>{{name}, {language}});
}

/// Whether the three bytes at `at` are a Han character of the basic plane (U+4E00 … U+9FFF).
bool han_at(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead > 0xE4 ? lead <= 0xE9
                     : lead == 0xE4 && static_cast<unsigned char>(text[at + 1]) >= 0xB8;
}

/// , ; : ? ! ( ) directly after a Han character: a slip of the keyboard.
bool has_half_width_mark(std::string_view text) {
  for (std::size_t at = 3; at < text.size(); ++at)
    if (std::string_view(",;:?!()").find(text[at]) != std::string_view::npos &&
        han_at(text, at - 3))
      return true;
  return false;
}

/// Every way of writing there is, for a kind that is not known here.
bool style_exists(std::string_view style, const Formats& formats) {
  const auto bars = static_cast<std::size_t>(std::count(style.begin(), style.end(), '|'));
  if (bars > 0) return bars + 1 == formats.plural_forms();
  constexpr std::array<std::string_view, 7> all = {"",     "iso",  "weekday", "short",
                                                   "word", "Word", "both"};
  return std::find(all.begin(), all.end(), style) != all.end();
}

}  // namespace

std::optional<DeclaredGap> declared_gap(std::string_view written) {
  DeclaredGap gap;
  if (written.ends_with(" zh")) gap.only = Language::zh;
  if (written.ends_with(" en")) gap.only = Language::en;
  if (gap.only) written.remove_suffix(3);
  const auto found = std::find(kind_names.begin(), kind_names.end(), written);
  if (found == kind_names.end()) return std::nullopt;
  gap.kind = static_cast<Kind>(found - kind_names.begin());
  return gap;
}

Kind kind_of(const Argument& argument) {
  // The alternatives of Argument in their order.
  constexpr std::array<Kind, 12> kinds = {
      Kind::text,   Kind::number, Kind::date,      Kind::money, Kind::country,   Kind::document,
      Kind::person, Kind::role,   Kind::procedure, Kind::city,  Kind::documents, Kind::people};
  static_assert(std::variant_size_v<Argument> == kinds.size());
  return kinds[argument.index()];
}

std::vector<Message> faults(const Bilingual& text, const Declared& declared) {
  std::vector<Message> found;
  if (text.zh.empty()) found.emplace_back("the zh text is missing");
  if (text.en.empty()) found.emplace_back("the en text is missing");
  if (!found.empty()) return found;
  check_gaps(text.zh, Language::zh, declared, found);
  check_gaps(text.en, Language::en, declared, found);
  if (has_half_width_mark(text.zh))
    found.emplace_back("the zh text has a half-width mark after a Chinese character");
  return found;
}

std::vector<Message> translation_faults(std::string_view english, std::string_view translation,
                                        const Formats& formats) {
  std::vector<Message> found;
  const auto report = [&](const char* what, const std::string& name) {
    found.emplace_back(what, std::initializer_list<Message::Argument>{{name}});
  };
  std::set<std::string, std::less<>> wanted, used;
  for (const Gap& gap : gaps(english)) wanted.insert(gap.name);
  for (const Gap& gap : gaps(translation)) {
    if (gap.name.empty())
      found.emplace_back("the translation has a brace without its partner");
    else if (!wanted.contains(gap.name))
      report("nothing fills the gap '{0}' of the translation", gap.name);
    else if (!style_exists(gap.style, formats))
      report("'{0}' is no way of writing a value in this language", gap.style);
    used.insert(gap.name);
  }
  for (const std::string& name : wanted)
    if (!used.contains(name)) report("the translation has no gap for '{0}'", name);
  return found;
}

}  // namespace tongxing::words
