// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/library.h"

#include <algorithm>
#include <cassert>

#include "base/letters.h"
#include "base/sha256.h"
#include "library/folders.h"
#include "library/font_catalog.h"
#include "library/form_data.h"
#include "library/letter_data.h"
#include "library/rules_data.h"
#include "library/words_data.h"
#include "model/schema.h"

namespace tongxing::library {

namespace {

constexpr std::string_view yaml = ".yaml";

template <class T>
void keep(Diagnostics& all, Result<T>& result) {
  if (result) return;
  for (auto& each : std::move(result).error()) all.push_back(std::move(each));
}

Result<std::map<FormId, model::Form>> load_forms(const Folders& folders) {
  std::map<FormId, model::Form> forms;
  Diagnostics found;
  for (const auto& name : folders.list("forms")) {
    auto file = folders.read(std::filesystem::path("forms") / name / "form.yaml");
    if (!file) {
      keep(found, file);
      continue;
    }
    auto form = decode_form(FormId(name), *file);
    if (form) forms.emplace(FormId(name), *std::move(form));
    keep(found, form);
  }
  if (!found.empty()) return found;
  return forms;
}

Result<std::map<LetterId, model::Letter>> load_letters(const Folders& folders,
                                                       model::RuleBook& rules) {
  std::map<LetterId, model::Letter> letters;
  Diagnostics found;
  for (const auto& name : folders.list("templates/letters")) {
    if (!name.ends_with(yaml)) continue;
    auto file = folders.read(std::filesystem::path("templates/letters") / name);
    if (!file) {
      keep(found, file);
      continue;
    }
    const LetterId id(name.substr(0, name.size() - yaml.size()));
    auto letter = decode_letter(id, *file, rules);
    if (letter) {
      rules.letters[id] = letter->conditions;
      letters.emplace(id, *std::move(letter));
    }
    keep(found, letter);
  }
  if (!found.empty()) return found;
  return letters;
}

Result<model::RuleBook> load_rules(const World& world,
                                   const std::vector<std::filesystem::path>& folders,
                                   const Folders& files, Sources& sources) {
  TRY(const auto schema_file, files.read("templates/schema.yaml"));
  TRY(auto schema, model::decode_schema(schema_file));
  TRY(const auto rule_files, read_rule_files(world, folders));
  TRY(auto rules, decode_rules(rule_files, std::move(schema), sources,
                               [](std::string_view bytes) { return hex(sha256(bytes)); }));
  // So that the id of a paper that does not exist is an error in a profile.
  for (const auto& [id, paper] : rules.papers) rules.schema.documents.push_back(id.value);
  for (const auto& [id, procedure] : rules.procedures) {
    rules.schema.procedures.push_back(id.value);
    rules.schema.procedure_codes.emplace(small_letters(procedure.code), id.value);
  }
  return rules;
}

// What one kind of file says of another.
Diagnostics cross_check(const model::RuleBook& rules, const WordsData& words,
                        const std::map<FormId, model::Form>& forms,
                        const std::map<LetterId, model::Letter>& letters) {
  Diagnostics found;
  const auto report = [&](Message what, Span where) {
    found.push_back(
        {.code = "T120", .what = std::move(what), .where = where, .fault = Fault::data});
  };
  for (const auto& [id, procedure] : rules.procedures) {
    for (const auto& form : procedure.forms)
      if (!forms.contains(form.form))
        report({"there is no form '{0}'", {{form.form.value}}}, procedure.where);
    for (const auto& letter : procedure.letters)
      if (!letters.contains(letter.letter))
        report({"there is no letter '{0}'", {{letter.letter.value}}}, procedure.where);
  }
  const auto source = [&](const SourceId& cited, const std::string& by) {
    if (!rules.sources.contains(cited))
      report({"there is no source '{0}', which {1} cites", {{cited.value}, {by}}}, {});
  };
  for (const auto& [id, cited] : words.sources)
    for (const auto& each : cited) source(each, id);
  for (const auto& [id, form] : forms)
    for (const auto& each : form.sources) source(each, id.value);
  for (const auto& [id, letter] : letters)
    for (const auto& note : letter.footer)
      for (const auto& each : note.sources) source(each, id.value);
  return found;
}

}  // namespace

Result<Library> load(const World& world, const std::vector<std::filesystem::path>& folders,
                     Sources& sources) {
  const Folders files(world, folders, sources);
  Diagnostics found;
  auto rules = load_rules(world, folders, files, sources);
  keep(found, rules);
  auto words_file = files.read("templates/words.yaml");
  keep(found, words_file);
  auto words = words_file ? decode_words(*words_file) : Result<WordsData>(WordsData{});
  keep(found, words);
  auto forms = load_forms(files);
  keep(found, forms);
  auto letters =
      rules ? load_letters(files, *rules)
            : Result<std::map<LetterId, model::Letter>>(std::map<LetterId, model::Letter>());
  keep(found, letters);
  auto fonts_file = files.read("fonts/fonts.yaml");
  keep(found, fonts_file);
  auto fonts = fonts_file ? decode_font_catalog(*fonts_file)
                          : Result<text::FontCatalog>(text::FontCatalog{});
  keep(found, fonts);
  if (!found.empty()) return found;
  if (auto crossed = cross_check(*rules, *words, *forms, *letters); !crossed.empty())
    return crossed;

  auto phrases = words->phrases;
  phrases.insert(rules->phrases.begin(), rules->phrases.end());
  return Library{*std::move(rules), words::Words(std::move(phrases)), *std::move(forms),
                 *std::move(letters), *std::move(fonts)};
}

Result<std::string> typed_characters(const World& world,
                                     const std::vector<std::filesystem::path>& folders,
                                     Sources& sources) {
  TRY(const auto file, Folders(world, folders, sources).bytes("fonts/typed.txt"));
  std::string all;
  for (std::size_t at = 0; at < file.size();) {
    const auto end = std::min(file.find('\n', at), file.size());
    if (file[at] != '#') all.append(file, at, end - at);
    at = end + 1;
  }
  return all;
}

const model::Bilingual& Library::ask(std::string_view declared) const {
  const auto* fact = rules.schema.find(declared);
  assert(fact);
  return fact->ask;
}

const model::Bilingual& Library::why(std::string_view declared) const {
  const auto* fact = rules.schema.find(declared);
  assert(fact);
  return fact->why;
}

const model::Bilingual& Library::choice(std::string_view declared, std::string_view value) const {
  static const model::Bilingual none;
  if (const auto* fact = rules.schema.find(declared))
    for (const auto& each : fact->choices)
      if (each.id == value) return each.label;
  return none;
}

}  // namespace tongxing::library
