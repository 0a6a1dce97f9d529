// SPDX-License-Identifier: GPL-3.0-or-later
// Our own forms: what they ask, and blanks to fill in on the screen.
#include <cctype>
#include <nlohmann/json.hpp>
#include <numeric>

#include "app/commands.h"
#include "app/knowledge.h"
#include "library/library.h"
#include "packet/blank.h"

namespace tongxing::app {
namespace {

using Json = nlohmann::ordered_json;
using model::Bilingual;
using model::Field;

const char* kind_word(const Field& field) {
  switch (field.kind) {
    case Field::Kind::number:
      return "number";
    case Field::Kind::comb:
      return "comb";
    case Field::Kind::choice:
      return field.several ? "choices" : "choice";
    case Field::Kind::date:
      return "date";
    case Field::Kind::signature:
      return "signature";
    case Field::Kind::sign_date:
      return "sign_date";
    case Field::Kind::statement:
      return "statement";
    case Field::Kind::official:
      return "official";
    default:
      return "text";
  }
}

Json bilingual_json(const Bilingual& text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

Json field_json(const Field& field, const Bilingual& label) {
  Json all = {{"kind", kind_word(field)}};
  if (!field.name.empty()) all["name"] = field.name;
  all.update(bilingual_json(field.statement.zh.empty() ? label : field.statement));
  if (!field.groups.empty())
    all["max_length"] = std::accumulate(field.groups.begin(), field.groups.end(), 0);
  if (field.lines > 1) all["lines"] = field.lines;
  for (const model::FieldChoice& choice : field.choices) {
    Json option = {{"is", choice.is}};
    option.update(bilingual_json(choice.label));
    for (const Field& beside : choice.beside) option["text"] = field_json(beside, choice.label);
    all["options"].push_back(std::move(option));
  }
  return all;
}

Json section_json(const model::FormSection& section) {
  Json all =
      section.title ? bilingual_json(*section.title) : Json({{"zh", nullptr}, {"en", nullptr}});
  all["photo"] = section.photo;
  all["fields"] = Json::array();
  Bilingual label;
  for (const model::FormRow& row : section.rows)
    for (const model::Cell& cell : row.cells)
      if (cell.label)
        label = *cell.label;
      else if (cell.field)
        all["fields"].push_back(
            field_json(*cell.field, cell.field->label.zh.empty() ? label : cell.field->label));
  return all;
}

/// Docs: docs/CLI.md.
Json form_json(const model::Form& form, const library::Library& library) {
  Json all = {{"id", form.id.value}};
  all.update(bilingual_json(form.title));
  all["notice"] = bilingual_json(form.notice);
  all["pages"] = Json::array();
  for (const model::FormPage& page : form.pages) {
    Json sections = Json::array();
    for (const model::FormSection& section : page.sections)
      sections.push_back(section_json(section));
    all["pages"].push_back({{"sections", std::move(sections)}});
  }
  all["sources"] = Json::array();
  for (const SourceId& id : form.sources)
    all["sources"].push_back(knowledge_source(id, library.rules.sources.at(id).best, library));
  return all;
}

class FormPrint {
 public:
  explicit FormPrint(const Task& task)
      : out_(task.around.out),
        report_(task.report),
        language_(task.language == "zh" ? "zh" : "en") {}

  void head(const Json& form) {
    out_ << text(form["id"]) << "  " << text(form[language_]) << "  (" << form["pages"].size()
         << ' ' << report_.translate("pages") << ")\n";
  }

  void whole(const Json& form) {
    head(form);
    out_ << text(form["notice"][language_]) << '\n';
    for (std::size_t i = 0; i < form["pages"].size(); ++i) {
      out_ << '\n' << report_.translate("page") << ' ' << i + 1 << '\n';
      for (const Json& section : form["pages"][i]["sections"]) show(section);
    }
    out_ << '\n' << report_.translate("where it is known from") << '\n';
    for (const Json& source : form["sources"])
      out_ << "  " << (source["published"].is_null() ? "          " : text(source["published"]))
           << "  " << text(source["id"]) << ": " << text(source[language_]) << "  ["
           << text(source["certainty"]) << "]\n";
  }

 private:
  static std::string text(const Json& value) {
    return value.is_string() ? value.get<std::string>() : std::string();
  }

  void show(const Json& section) {
    if (section[language_].is_string()) out_ << "  " << text(section[language_]) << '\n';
    if (section["photo"].get<bool>()) out_ << "    " << report_.translate("photograph") << '\n';
    for (const Json& field : section["fields"]) {
      out_ << "    " << text(field[language_]) << "  [" << text(field["kind"]);
      if (field.contains("max_length")) out_ << ' ' << field["max_length"];
      out_ << ']';
      if (field.contains("name")) out_ << "  " << text(field["name"]);
      out_ << '\n';
      if (!field.contains("options")) continue;
      std::string options;
      for (const Json& option : field["options"])
        options +=
            (options.empty() ? "" : " | ") + text(option["is"]) + ": " + text(option[language_]);
      out_ << "      " << options << '\n';
    }
  }

  std::ostream& out_;
  const Reporter& report_;
  const char* language_;
};

/// By id, in capitals or not.
const model::Form* find_form(const library::Library& library, const std::string& wanted) {
  const auto lower = [](unsigned char c) { return std::tolower(c); };
  for (const auto& [id, form] : library.forms)
    if (std::ranges::equal(id.value, wanted, {}, lower, lower)) return &form;
  return nullptr;
}

Diagnostic no_form(const library::Library& library, const std::string& wanted) {
  std::vector<std::string> ids;
  for (const auto& [id, form] : library.forms) ids.push_back(id.value);
  Diagnostic unknown{.code = "U007", .what = {"there is no form '{0}'", {{wanted}}}};
  if (const std::string near = nearest(wanted, ids); !near.empty())
    unknown.hints = {{"did you mean '{0}'?", {{near}}}};
  return unknown;
}

Result<Ok> write_blank(const Task& task, const model::Form& form,
                       const packet::Prepared& prepared) {
  TRY(const std::string typed,
      library::typed_characters(task.around.world, task.folders, task.sources));
  const auto paper = task.options.paper == "letter" ? compose::Paper::letter : compose::Paper::a4;
  const std::string bytes = packet::make_blank(prepared, form, paper, typed);
  TRY_OK(task.around.world.write(*task.options.output, bytes, Overwrite::yes));
  task.report.say({"written: {0}", {{task.options.output->string()}}});
  return Ok{};
}

}  // namespace

ExitCode list_forms(const Task& task) {
  const auto library = library::load(task.around.world, task.folders, task.sources);
  if (!library) return task.fail(library.error());
  Json all = Json::array();
  for (const auto& [id, form] : library->forms) {
    const Json whole = form_json(form, *library);
    if (!task.options.json) FormPrint(task).head(whole);
    all.push_back({{"id", id.value},
                   {"zh", form.title.zh},
                   {"en", form.title.en},
                   {"pages", form.pages.size()},
                   {"sources", whole["sources"]}});
  }
  if (task.options.json) task.around.out << all.dump(2) << '\n';
  return ExitCode::done;
}

ExitCode show_form(const Task& task) {
  const std::string& id = task.options.arguments.front();
  const auto prepared = packet::prepare(task.around.world, task.folders, task.sources);
  if (!prepared) return task.fail(prepared.error());
  const auto* form = find_form(prepared->library, id);
  if (!form) return task.fail({no_form(prepared->library, id)});
  if (task.options.output) {
    if (const auto written = write_blank(task, *form, *prepared); !written)
      return task.fail(written.error());
  } else if (!task.options.json) {
    FormPrint(task).whole(form_json(*form, prepared->library));
  }
  if (task.options.json) task.around.out << form_json(*form, prepared->library).dump(2) << '\n';
  return ExitCode::done;
}

}  // namespace tongxing::app
