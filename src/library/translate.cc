// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/translate.h"

#include <map>
#include <set>
#include <utility>

namespace tongxing::library {

namespace {

using model::Bilingual;

template <class Form, class Visit>
void texts_of_form(Form& form, Visit visit) {
  visit(form.title);
  visit(form.notice);
  for (auto& page : form.pages)
    for (auto& section : page.sections) {
      if (section.title) visit(*section.title);
      for (auto& row : section.rows)
        for (auto& cell : row.cells) {
          if (cell.label) visit(*cell.label);
          if (!cell.field) continue;
          visit(cell.field->statement);
          visit(cell.field->label);
          visit(cell.field->unit);
          for (auto& choice : cell.field->choices) {
            visit(choice.label);
            for (auto& beside : choice.beside) visit(beside.label);
          }
        }
    }
}

template <class Letter, class Visit>
void texts_of_letter(Letter& letter, Visit visit) {
  for (auto* text : {&letter.title, &letter.status, &letter.instruction, &letter.notary})
    visit(*text);
  for (auto& block : letter.blocks) {
    if (auto* paragraph = std::get_if<model::Paragraph>(&block)) visit(paragraph->text);
    if (auto* table = std::get_if<model::PeopleTable>(&block)) {
      for (auto& column : table->columns) visit(column.head);
      for (auto& row : table->rows) visit(row.label);
    }
    if (auto* table = std::get_if<model::ListTable>(&block))
      for (auto& column : table->columns) visit(column.head);
    if (auto* table = std::get_if<model::FactsTable>(&block))
      for (auto& row : table->rows)
        for (auto& fact : row) visit(fact.label);
  }
  for (auto& signature : letter.signatures) visit(signature.caption);
  for (auto& note : letter.footer) visit(note);
}

/// All texts but the phrases, which the words keep.
template <class AnyLibrary, class Visit>
void other_texts(AnyLibrary& library, Visit visit) {
  for (auto& fact : library.rules.schema.facts) {
    visit(fact.ask);
    visit(fact.why);
    for (auto& choice : fact.choices) visit(choice.label);
  }
  for (auto& [id, form] : library.forms) texts_of_form(form, visit);
  for (auto& [id, letter] : library.letters) texts_of_letter(letter, visit);
}

/// English → what stands in its place.
class Translation {
 public:
  Translation(const words::Translator& catalogue, const words::Formats& formats)
      : catalogue_(catalogue), formats_(formats) {}

  void put_into(Bilingual& text) {
    if (text.en.empty()) return;
    const auto [known, is_new] = texts_.try_emplace(text.en);
    if (is_new) known->second = look_up(text.en);
    if (known->second) text.en = *known->second;
  }

  Second second() const {
    Second all{catalogue_.language(), catalogue_.head("X-Reviewed"), 0, texts_.size()};
    if (all.reviewed == "no") all.reviewed.clear();
    for (const auto& [english, text] : texts_) all.translated += text.has_value();
    return all;
  }

  Diagnostics take_faults() { return std::move(faults_); }

 private:
  std::optional<std::string> look_up(const std::string& english) {
    auto text = catalogue_.find(english);
    if (!text) return std::nullopt;
    for (const Message& fault : words::translation_faults(english, *text, formats_))
      faults_.push_back({.code = "T902",
                         .what = fault,
                         .hints = {{"the sentence is: {0}", {{english}}}},
                         .fault = Fault::data,
                         .path = catalogue_.file().string()});
    return formats_.spaced(*text);
  }

  const words::Translator& catalogue_;
  const words::Formats& formats_;
  std::map<std::string, std::optional<std::string>> texts_;
  Diagnostics faults_;
};

}  // namespace

Result<Library> translated(Library library, const words::Translator& catalogue) {
  if (catalogue.language() == "en") return library;
  const words::Formats formats(words::Language::en, catalogue.language());
  Translation translation(catalogue, formats);
  words::Phrases phrases = library.words.phrases();
  for (auto& [id, text] : phrases) translation.put_into(text);
  library.words = words::Words(std::move(phrases), catalogue.language());
  // A profile may still say it in English.
  for (auto& fact : library.rules.schema.facts)
    for (auto& choice : fact.choices) choice.aliases.push_back(choice.label.en);
  other_texts(library, [&](Bilingual& text) { translation.put_into(text); });
  if (Diagnostics faults = translation.take_faults(); !faults.empty()) return faults;
  library.second = translation.second();
  return library;
}

std::vector<std::string> second_texts(const Library& library) {
  std::set<std::string> all;
  for (const auto& [id, text] : library.words.phrases()) all.insert(text.en);
  other_texts(library, [&](const Bilingual& text) { all.insert(text.en); });
  all.erase("");
  return {all.begin(), all.end()};
}

}  // namespace tongxing::library
