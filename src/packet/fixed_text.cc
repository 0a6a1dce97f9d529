// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/fixed_text.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include "packet/procedure_text.h"

namespace tongxing::packet {

namespace {

using model::Bilingual;
using text::Role;

/// The text without its gaps: {date:iso} is never printed.
std::string said(std::string_view text) {
  std::string out;
  bool in_gap = false;
  for (const char c : text) {
    if (c == '{') in_gap = true;
    if (!in_gap) out += c;
    if (c == '}') in_gap = false;
  }
  return out;
}

class Collector {
 public:
  Collector(pdf::FixedText& fixed, text::Shaper& shaper) : fixed_(fixed), shaper_(shaper) {}

  void add(Role role, std::string_view utf8) {
    for (const auto& run : shaper_.line(said(utf8), role).runs) fixed_.add(run);
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

bool is_one_of(std::string_view id, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), id) != names.end();
}

bool begins_with_one_of(std::string_view id, std::initializer_list<std::string_view> groups) {
  return std::any_of(groups.begin(), groups.end(),
                     [&](const auto group) { return id.starts_with(group); });
}

/// Sentences of words.yaml that are headings, or set as large.
bool is_bold(std::string_view id) {
  return begins_with_one_of(id, {"part.", "group.", "role."}) ||
         is_one_of(id, {"cover.title", "cover.resolve_first", "cover.contents", "cover.not_stated",
                        "day.order", "day.watch", "day.use", "day.information", "day.disagree",
                        "day.unstated", "day.unstated_mission", "day.left_out", "photo.true_size",
                        "photo.rules", "checklist.flag_held", "checklist.flag_missing"});
}

/// Sentences of words.yaml in regular weight, most of which stand in every packet.
bool is_regular(std::string_view id) {
  if (begins_with_one_of(id, {"part.", "role."})) return true;  // in the foot, as a label
  return !is_bold(id) &&
         begins_with_one_of(id, {"sex.", "answer.", "footer.", "cover.", "column.", "checklist.",
                                 "certainty.", "photo.", "day.", "questions.", "form."});
}

void alphabets(Collector& collect) {
  for (const auto role :
       {Role::sans, Role::sans_bold, Role::latin_bold, Role::kai, Role::latin, Role::song}) {
    collect.add(role, digits);
    collect.add(role, marks);
  }
  for (const auto role : {Role::sans_bold, Role::latin, Role::kai}) collect.add(role, capitals);
  collect.add(Role::mono, "0123456789ABCDEFTXCOVR:-");  // what a code says
  collect.add(Role::latin, small);
  collect.add(Role::latin_bold, "TX");
}

void sheet_text(Collector& collect, const words::Words& words) {
  for (const auto& [id, text] : words.phrases()) {
    if (is_bold(id)) collect.add(Role::sans_bold, Role::latin, text);
    if (is_regular(id)) collect.add(Role::sans, Role::latin, text);
  }
  for (const auto* id : {"checklist.flag_held", "checklist.flag_missing"})
    collect.add(Role::latin_bold, words.say(id).en);
}

void rules_text(Collector& collect, const library::Library& library, const plan::PacketPlan& kind) {
  const auto add = [&](Role role, const std::string& id) {
    if (const auto* text = library.words.find(id)) collect.add(role, Role::latin, *text);
  };
  add(Role::sans_bold, "procedure." + kind.procedure.value);
  add(Role::sans, "procedure." + kind.procedure.value + ".short");
  const auto all = procedure_text(library.rules, kind.procedure, kind.city);
  for (const auto& id : all.lines) add(Role::sans, id);
  for (const auto& id : all.titles) add(Role::sans_bold, id);
  for (const auto& id : all.documents) add(Role::sans_bold, "document." + id.value);
  for (const auto& id : all.left_out) add(Role::sans, "document." + id.value);
  for (const auto& id : all.sources) add(Role::sans, "source." + id.value + ".short");
  for (const auto* id : {"source.undated", "source.inferred", "source.disagree"})
    add(Role::sans, id);
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
    if (const auto* table = std::get_if<model::ListTable>(&block))
      for (const auto& column : table->columns)
        collect.add(Role::song_bold, Role::latin_serif, column.head);
    if (const auto* table = std::get_if<model::FactsTable>(&block))
      for (const auto& row : table->rows)
        for (const auto& fact : row) collect.add(Role::song, Role::latin_serif, fact.label);
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
  sheet_text(collect, library.words);
  rules_text(collect, library, kind);
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
