// SPDX-License-Identifier: GPL-3.0-or-later
// What the program knows, from which source, of what date.
#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/knowledge.h"
#include "library/library.h"

namespace tongxing::app {
namespace {

using Json = nlohmann::ordered_json;

/// What is printed: a statement with its sources, keys in brackets.
class Print {
 public:
  Print(const Task& task)
      : out_(task.around.out),
        report_(task.report),
        language_(task.language == "zh" ? "zh" : "en") {}

  void head(const Json& procedure) {
    out_ << text(procedure["code"]) << "  " << text(procedure[language_]) << ": "
         << text(procedure["short"][language_]) << "  (" << text(procedure["id"]) << ")\n";
  }

  void whole(const Json& procedure) {
    head(procedure);
    const auto days = procedure["in_force"];
    out_ << report_.translate("in force") << ": " << day(days["from"]) << " – " << day(days["to"])
         << '\n';
    gates("who it is for", procedure["eligible"]);
    gates("when it is offered", procedure["offered"]);
    documents(procedure["documents"]);
    statements("what to watch for", procedure["advisories"]);
    presence(procedure["presence"]);
    statements("where to go", procedure["places"]);
    statements("what to do", procedure["steps"]);
    fee(procedure["fee"]);
    term(procedure["term"]);
    validity(procedure["validity"]);
    statements("the photograph", procedure["photo"]);
    statements("using the document", procedure["use"]);
    statements("what the rules say", procedure["information"]);
    statements("stated by no source", procedure["unstated"]);
    list("cities with rules of their own", procedure["cities"]);
    list("where the sources disagree", procedure["notes"]);
    sources(procedure["sources"]);
  }

 private:
  static std::string text(const Json& value) {
    return value.is_string() ? value.get<std::string>() : std::string();
  }
  static std::string day(const Json& value) { return value.is_null() ? "…" : text(value); }

  void heading(const char* title) { out_ << '\n' << report_.translate(title) << '\n'; }

  void list(const char* title, const Json& ids) {
    if (ids.empty()) return;
    heading(title);
    std::string all;
    for (const Json& id : ids) all += "  " + text(id);
    out_ << all << '\n';
  }

  void hangs_on(const Json& one) {
    if (!one["when"].is_null())
      out_ << "      " << report_.translate("if") << ' ' << text(one["when"]) << '\n';
  }

  void cites(const Json& sources) {
    for (const Json& source : sources)
      out_ << "      [" << text(source["certainty"]) << "] " << text(source["id"])
           << (source["published"].is_null() ? "" : " " + text(source["published"])) << ", "
           << text(source["passage"]) << '\n';
  }

  void statements(const char* title, const Json& all) {
    if (all.empty()) return;
    heading(title);
    for (const Json& one : all) {
      const std::string code = one.contains("code") ? text(one["code"]) + "  " : "";
      out_ << "  - " << code << text(one[language_]) << '\n';
      hangs_on(one);
      cites(one["sources"]);
      remarks(one);
    }
  }

  void remarks(const Json& statement) {
    if (!statement.contains("remarks")) return;
    for (const Json& one : statement["remarks"]) {
      out_ << "    · " << text(one[language_]) << '\n';
      hangs_on(one);
      cites(one["sources"]);
    }
  }

  /// What must hold, and what is said where it does not.
  void gates(const char* title, const Json& all) {
    if (all.empty()) return;
    heading(title);
    for (const Json& one : all) {
      out_ << "  - " << text(one["when"]) << '\n';
      out_ << "      " << report_.translate("else it says") << ": " << text(one[language_]) << '\n';
      cites(one["sources"]);
    }
  }

  void documents(const Json& all) {
    heading("papers that some office asks for");
    for (const Json& one : all) {
      out_ << "  - " << text(one["code"]) << "  " << text(one[language_]) << "  "
           << one["originals"] << '+' << one["copies"] << (one["own_number"].get<bool>() ? "*" : "")
           << ": " << text(one["because"][language_]) << '\n';
      hangs_on(one);
      cites(one["sources"]);
      remarks(one);
    }
  }

  void presence(const Json& rules) {
    heading("who comes");
    for (const auto& [who, words] :
         {std::pair("parents", "of the parents"), std::pair("applicant", "the applicant"),
          std::pair("guardian", "the guardian"), std::pair("agent", "an agent instead")}) {
      if (rules[who].is_null() || rules[who] == "none") continue;
      out_ << "  - " << report_.translate(words) << ": " << text(rules[who]) << '\n';
    }
    cites(rules["sources"]);
    remarks(rules);
  }

  void fee(const Json& fee) {
    heading("the fee");
    if (fee["amounts"].empty()) out_ << "  " << report_.translate("not stated") << '\n';
    for (const Json& one : fee["amounts"]) {
      if (one["amount"] == 0)
        out_ << "  - " << report_.translate("free of charge") << '\n';
      else
        out_ << "  - " << text(fee["currency"]) << ' ' << one["amount"] << '\n';
      hangs_on(one);
    }
    cites(fee["sources"]);
  }

  void term(const Json& term) {
    heading("how long it takes");
    bool stated = false;
    for (const auto& [key, words] : {std::pair("working_days", "working days, usually"),
                                     std::pair("limit_days", "days at most"),
                                     std::pair("limit_working_days", "working days at most")}) {
      if (term[key].is_null()) continue;
      out_ << "  - " << term[key] << ' ' << report_.translate(words) << '\n';
      stated = true;
    }
    if (!stated) out_ << "  " << report_.translate("not stated") << '\n';
    cites(term["sources"]);
  }

  void validity(const Json& all) {
    if (all.empty()) return;
    heading("how long it is valid");
    for (const Json& one : all) {
      out_ << "  - " << one["months"] << ' ' << report_.translate("months") << ", "
           << (one["entries"].is_null()
                   ? report_.translate("any number of entries")
                   : one["entries"].dump() + " " + report_.translate("entries"))
           << '\n';
      hangs_on(one);
      cites(one["sources"]);
    }
  }

  void sources(const Json& all) {
    heading("where it is known from");
    for (const Json& source : all)
      out_ << "  " << (source["published"].is_null() ? "          " : text(source["published"]))
           << "  " << text(source["id"]) << ": " << text(source[language_]) << "  ["
           << text(source["certainty"]) << "]\n";
  }

  std::ostream& out_;
  const Reporter& report_;
  const char* language_;
};

/// By id or by code, in capitals or not.
const model::Procedure* find(const model::RuleBook& rules, const std::string& wanted) {
  const auto lower = [](unsigned char c) { return std::tolower(c); };
  for (const auto& [id, procedure] : rules.procedures) {
    const bool same = std::ranges::equal(procedure.code, wanted, {}, lower, lower);
    if (id.value == wanted || same) return &procedure;
  }
  return nullptr;
}

}  // namespace

ExitCode list_procedures(const Task& task) {
  const auto library = library::load(task.around.world, task.folders, task.sources);
  if (!library) return task.fail(library.error());
  Json all = Json::array();
  for (const ProcedureId& id : library->rules.order) {
    all.push_back(knowledge_head(library->rules.procedures.at(id), *library));
    if (!task.options.json) Print(task).head(all.back());
  }
  if (task.options.json) task.around.out << all.dump(2) << '\n';
  return ExitCode::done;
}

ExitCode show_procedure(const Task& task) {
  const auto library = library::load(task.around.world, task.folders, task.sources);
  if (!library) return task.fail(library.error());
  const std::string& id = task.options.arguments.front();
  const auto* found = find(library->rules, id);
  if (!found) {
    std::vector<std::string> ids;
    for (const ProcedureId& known : library->rules.order) ids.push_back(known.value);
    Diagnostic unknown{.code = "U005", .what = {"there is no procedure '{0}'", {{id}}}};
    if (const std::string near = nearest(id, ids); !near.empty())
      unknown.hints = {{"did you mean '{0}'?", {{near}}}};
    return task.fail({unknown});
  }
  const Json procedure = knowledge(*found, *library);
  if (task.options.json)
    task.around.out << procedure.dump(2) << '\n';
  else
    Print(task).whole(procedure);
  return ExitCode::done;
}

}  // namespace tongxing::app
