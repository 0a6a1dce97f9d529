// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/fixed_text.h"

#include <array>
#include <string_view>
#include <variant>

namespace tongxing::packet {

namespace {

using model::Bilingual;
using text::Role;

class Collector {
 public:
  Collector(pdf::FixedText& fixed, text::Shaper& shaper) : fixed_(fixed), shaper_(shaper) {}

  void add(Role role, std::string_view utf8) {
    for (const auto& run : shaper_.line(utf8, role).runs) fixed_.add(run);
  }
  void add(Role zh, Role en, const Bilingual& text) {
    add(zh, text.zh);
    add(en, text.en);
  }

 private:
  pdf::FixedText& fixed_;
  text::Shaper& shaper_;
};

constexpr std::string_view digits = "0123456789";
constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view small = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view marks = "-–,.:;/()+·× ";

/// Groups of words.yaml that are set in bold; the others in regular weight.
bool is_bold(std::string_view id) {
  constexpr std::array<std::string_view, 9> bold = {"part.",      "cover.title", "cover.resolve",
                                                    "cover.role", "group.",      "day.",
                                                    "photo.",     "answer.",     "head."};
  for (const auto prefix : bold)
    if (id.starts_with(prefix)) return true;
  return id == "checklist.flag_held" || id == "checklist.flag_missing";
}

bool is_sheet_text(std::string_view id) {
  constexpr std::array<std::string_view, 16> groups = {
      "role.",  "sex.",     "answer.",    "part.",   "head.",  "footer.", "cover.",     "column.",
      "group.", "country.", "checklist.", "source.", "photo.", "day.",    "questions.", "form."};
  for (const auto group : groups)
    if (id.starts_with(group)) return true;
  return false;
}

void alphabets(Collector& collect) {
  for (const auto role : {Role::sans, Role::sans_bold, Role::latin_bold, Role::kai, Role::mono,
                          Role::latin, Role::song}) {
    collect.add(role, digits);
    collect.add(role, marks);
  }
  for (const auto role : {Role::sans_bold, Role::latin, Role::kai, Role::mono})
    collect.add(role, capitals);
  collect.add(Role::latin, small);
  collect.add(Role::latin_bold, "TX");
}

void letter_text(Collector& collect, const model::Letter& letter) {
  collect.add(Role::song_bold, Role::latin_serif, letter.title);
  collect.add(Role::sans_bold, Role::latin, letter.status);
  collect.add(Role::sans_bold, Role::latin, letter.instruction);
  collect.add(Role::song_bold, Role::latin_serif, letter.notary);
  for (const auto& block : letter.blocks) {
    if (const auto* paragraph = std::get_if<model::Paragraph>(&block))
      collect.add(Role::song, Role::latin_serif, paragraph->text);
    if (const auto* table = std::get_if<model::PeopleTable>(&block)) {
      for (const auto& column : table->columns)
        collect.add(Role::song_bold, Role::latin_serif, column.head);
      for (const auto& row : table->rows) collect.add(Role::song, Role::latin_serif, row.label);
    }
    if (const auto* table = std::get_if<model::NamesTable>(&block))
      for (const auto& column : table->columns)
        collect.add(Role::song_bold, Role::latin_serif, column.head);
  }
  for (const auto& signature : letter.signatures)
    collect.add(Role::song, Role::latin_serif, signature.caption);
  for (const auto& note : letter.footer) collect.add(Role::song, Role::latin_serif, note);
}

}  // namespace

pdf::FixedText fixed_text(const library::Library& library, const plan::PacketPlan& kind,
                          const compose::FormLayers& layers, compose::Paper paper,
                          text::Shaper& shaper) {
  pdf::FixedText fixed;
  Collector collect(fixed, shaper);
  alphabets(collect);
  const auto page_height = compose::Style(paper).sheet().size.height;
  const auto procedure = kind.procedure.value + ".", city = kind.city.value + ".";
  for (const auto& [id, text] : library.words.phrases()) {
    if (is_sheet_text(id) || id.starts_with(procedure) || id.starts_with(city))
      collect.add(is_bold(id) ? Role::sans_bold : Role::sans, Role::latin, text);
  }
  const auto found = library.rules.procedures.find(kind.procedure);
  if (found != library.rules.procedures.end())
    for (const auto& rule : found->second.documents)
      if (const auto* name = library.words.find("document." + rule.document.value))
        collect.add(Role::sans_bold, Role::latin, *name);
  for (const auto& part : kind.parts) {
    if (part.kind == plan::PartKind::letter) letter_text(collect, library.letters.at(part.letter));
    if (part.kind != plan::PartKind::form) continue;
    for (const auto& layer : layers.at(part.form))
      fixed.backgrounds.push_back({layer.layer, page_height});
    collect.add(Role::kai, "无年月日男女父亲母亲");
  }
  return fixed;
}

}  // namespace tongxing::packet
