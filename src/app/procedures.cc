// SPDX-License-Identifier: GPL-3.0-or-later
// What the program knows, from which source, of what date.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "app/commands.h"
#include "app/spoken.h"
#include "library/library.h"

namespace tongxing::app {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const model::InForce& force) {
  return {{"from", force.from ? Json(force.from->iso()) : Json(nullptr)},
          {"to", force.to ? Json(force.to->iso()) : Json(nullptr)}};
}

Json head(const model::Procedure& procedure, const library::Library& library) {
  const model::Bilingual name = library.words.say("procedure." + procedure.id.value);
  return {{"id", procedure.id.value},
          {"code", procedure.code},
          {"zh", name.zh},
          {"en", name.en},
          {"in_force", json_of(procedure.in_force)}};
}

/// All sources that a procedure's papers cite, by id.
std::set<SourceId> cited(const model::Procedure& procedure) {
  std::set<SourceId> all;
  for (const model::DocumentRule& rule : procedure.documents)
    for (const model::Citation& source : rule.sources) all.insert(source.source);
  for (const model::AdvisoryRule& rule : procedure.advisories)
    for (const model::Citation& source : rule.sources) all.insert(source.source);
  return all;
}

Json source_json(const SourceId& id, const library::Library& library) {
  const model::Bilingual title = library.words.say("source." + id.value);
  const PartialDate published = library.rules.sources.at(id).published;
  return {{"id", id.value},
          {"zh", title.zh},
          {"en", title.en},
          {"published", published.year == 0 ? Json(nullptr) : Json(published.iso())}};
}

std::vector<std::string> cities(const ProcedureId& id, const library::Library& library) {
  std::vector<std::string> all;
  for (const auto& [city, rules] : library.rules.cities)
    if (rules.procedures.contains(id)) all.push_back(city.value);
  return all;
}

Json whole(const model::Procedure& procedure, const library::Library& library) {
  Json all = head(procedure, library);
  all["cities"] = cities(procedure.id, library);
  all["documents"] = Json::array();
  for (const model::DocumentRule& rule : procedure.documents) {
    const model::Bilingual name = library.words.say("document." + rule.document.value);
    all["documents"].push_back({{"id", rule.document.value},
                                {"code", library.rules.papers.at(rule.document).code},
                                {"zh", name.zh},
                                {"en", name.en}});
  }
  all["sources"] = Json::array();
  for (const SourceId& id : cited(procedure)) all["sources"].push_back(source_json(id, library));
  return all;
}

void print(const Json& procedure, const Task& task) {
  const char* language = task.language == "zh" ? "zh" : "en";
  const auto text = [](const Json& value) { return value.get<std::string>(); };
  std::ostream& out = task.around.out;
  out << text(procedure["id"]) << "  " << text(procedure[language]) << "  ("
      << text(procedure["code"]) << ")\n";
  if (!procedure.contains("documents")) return;
  out << task.report.translate("cities with rules of their own") << ":";
  for (const Json& city : procedure["cities"]) out << ' ' << text(city);
  out << '\n' << task.report.translate("papers that some office asks for") << ":\n";
  for (const Json& paper : procedure["documents"])
    out << "  " << text(paper["code"]) << "  " << text(paper[language]) << '\n';
  out << task.report.translate("where it is known from") << ":\n";
  for (const Json& source : procedure["sources"])
    out << "  " << (source["published"].is_null() ? "          " : text(source["published"]))
        << "  " << text(source[language]) << '\n';
}

}  // namespace

ExitCode list_procedures(const Task& task) {
  const auto library = library::load(task.around.world, task.folders, task.sources);
  if (!library) return task.fail(library.error());
  Json all = Json::array();
  for (const auto& [id, procedure] : library->rules.procedures) {
    all.push_back(head(procedure, *library));
    if (!task.options.json) print(all.back(), task);
  }
  if (task.options.json) task.around.out << all.dump(2) << '\n';
  return ExitCode::done;
}

ExitCode show_procedure(const Task& task) {
  const auto library = library::load(task.around.world, task.folders, task.sources);
  if (!library) return task.fail(library.error());
  const std::string& id = task.options.arguments.front();
  const auto& procedures = library->rules.procedures;
  const auto found = procedures.find(ProcedureId(id));
  if (found == procedures.end()) {
    std::vector<std::string> ids;
    for (const auto& [known, unused] : procedures) ids.push_back(known.value);
    Diagnostic unknown{.code = "U005", .what = {"there is no procedure '{0}'", {{id}}}};
    if (const std::string near = nearest(id, ids); !near.empty())
      unknown.hints = {{"did you mean '{0}'?", {{near}}}};
    return task.fail({unknown});
  }
  const Json procedure = whole(found->second, *library);
  if (task.options.json)
    task.around.out << procedure.dump(2) << '\n';
  else
    print(procedure, task);
  return ExitCode::done;
}

}  // namespace tongxing::app
