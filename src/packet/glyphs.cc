// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/glyphs.h"

#include <array>
#include <cstdio>
#include <set>

#include "library/translate.h"
#include "text/shape.h"

namespace tongxing::packet {

namespace {

constexpr char blank_square[] = "\xEF\xBF\xBC";  // U+FFFC

/// Texts that stand on paper as the user wrote them; the others are words of ours.
bool is_printed(model::FactType type) {
  using model::FactType;
  return type == FactType::text || type == FactType::lines || type == FactType::email ||
         type == FactType::phone || type == FactType::id_number || type == FactType::postcode;
}

/// Values are set in Kai, names also in Sans; the chains end in the same fallbacks.
std::vector<text::MissingCharacter> missing(const text::FontSet& fonts, const std::string& utf8) {
  auto found = fonts.missing(text::Role::kai, utf8);
  return found.empty() ? fonts.missing(text::Role::sans_bold, utf8) : found;
}

std::string code_point(char32_t c) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(c));
  return text;
}

}  // namespace

Diagnostics missing_glyphs(const model::Profile& profile, const text::FontSet& fonts) {
  Diagnostics found;
  for (const auto& [path, fact] : profile.facts) {
    if (!is_printed(fact.type)) continue;
    for (const auto& each : missing(fonts, fact.text)) {
      Diagnostic diagnostic{.code = "G001",
                            .what = {"no font has {0} ({1}), which stands in '{2}'",
                                     {personal(text::to_utf8(std::u32string(1, each.character))),
                                      personal(code_point(each.character)),
                                      {path}}},
                            .where = fact.where,
                            .hints = {},
                            .fault = Fault::glyph,
                            .path = {}};
      diagnostic.hints.push_back(
          {"install fonts-hanazono and fonts-babelstone-han, which have the rarest characters"});
      diagnostic.hints.push_back(
          {"or let it be written by hand: --handwrite-missing leaves an empty square"});
      found.push_back(std::move(diagnostic));
    }
  }
  return found;
}

std::vector<model::Advisory> leave_to_handwriting(model::Profile& profile,
                                                  const text::FontSet& fonts) {
  std::vector<model::Advisory> advisories;
  for (auto& [path, fact] : profile.facts) {
    if (!is_printed(fact.type)) continue;
    const auto found = missing(fonts, fact.text);
    if (found.empty()) continue;
    std::string replaced;
    std::size_t from = 0;
    for (const auto& each : found) {
      replaced += fact.text.substr(from, each.offset - from) + blank_square;
      from = each.offset + text::to_utf8(std::u32string(1, each.character)).size();
    }
    fact.text = replaced + fact.text.substr(from);
    model::Advisory advisory;
    advisory.code = AdvisoryId("W-GLYPH-MISSING");
    advisory.text = {"advisory.W-GLYPH-MISSING", {{"fact", path}}};
    advisories.push_back(std::move(advisory));
  }
  return advisories;
}

namespace {

/// The texts of one side and how they are set.
struct Side {
  std::vector<std::string> texts;
  std::vector<text::Role> roles;
};

std::array<Side, 2> sides(const library::Library& library) {
  using text::Role;
  Side chinese{{}, {Role::sans, Role::sans_bold, Role::song}};
  Side second{library::second_texts(library), {Role::latin, Role::latin_bold, Role::latin_serif}};
  for (const auto& [id, text] : library.words.phrases()) chinese.texts.push_back(text.zh);
  const auto& formats = library.words.formats(words::Language::en);
  for (unsigned month = 1; month <= 12; ++month)  // on seven days of the week
    second.texts.push_back(formats.date_with_weekday(*Date::from(2026, month, month)));
  return {std::move(chinese), std::move(second)};
}

}  // namespace

Diagnostics unprintable(const library::Library& library, const text::FontSet& fonts) {
  Diagnostics found;
  std::set<char32_t> known;
  for (const auto& side : sides(library))
    for (const auto& text : side.texts)
      for (const auto role : side.roles)
        for (const auto& each : fonts.missing(role, text)) {
          if (!known.insert(each.character).second) continue;
          found.push_back({.code = "T903",
                           .what = {"no font has {0} ({1}), which stands in '{2}'",
                                    {{text::to_utf8(std::u32string(1, each.character))},
                                     {code_point(each.character)},
                                     {text}}},
                           .hints = {{"the typefaces of the sheets stand in fonts/fonts.yaml"}},
                           .fault = Fault::data});
        }
  return found;
}

}  // namespace tongxing::packet
