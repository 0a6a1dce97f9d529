// SPDX-License-Identifier: GPL-3.0-or-later
// Fonts, templates, catalogues: is this machine able?
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/explain.h"
#include "app/second_language.h"
#include "app/starter.h"
#include "app/template_file.h"
#include "library/translate.h"
#include "packet/glyphs.h"
#include "text/fonts.h"
#include "words/translator.h"

namespace tongxing::app {
namespace {

using Json = nlohmann::ordered_json;

/// What was looked at, and how it went.
class Findings {
 public:
  explicit Findings(const Task& task) : task_(task) {}

  void good(const char* what, const Message& detail) { add(what, "ok", task_.report.text(detail)); }
  void poor(const char* what, const Message& detail) {
    add(what, "missing", task_.report.text(detail));
    codes_.push_back(ExitCode::incomplete);
  }
  void bad(const char* what, const Diagnostics& faults) {
    add(what, "wrong", task_.report.text({"errors: {0}", {{std::to_string(faults.size())}}}));
    codes_.push_back(task_.fail(faults));
  }

  ExitCode finish() const {
    if (task_.options.json) task_.around.out << all_.dump(2) << '\n';
    return together(codes_);
  }

 private:
  void add(const char* what, const char* state, const std::string& detail) {
    all_.push_back({{"part", what}, {"state", state}, {"detail", detail}});
    if (!task_.options.json) task_.around.out << state << "  " << what << ": " << detail << '\n';
  }

  const Task& task_;
  Json all_ = Json::array();
  std::vector<ExitCode> codes_;
};

std::string count(const auto& container) {
  return std::to_string(container.size());
}

void look_at_fonts(const text::FontCatalog& catalog, const Task& task, Findings& findings) {
  if (const auto fonts = text::FontSet::open(catalog); !fonts)
    return findings.bad("fonts", fonts.error());
  std::size_t found = 0;
  for (const text::FaceSource& face : catalog.faces) {
    const bool is_there = std::ranges::any_of(face.files, [&](const std::filesystem::path& file) {
      return task.around.world.exists(file);
    });
    if (is_there)
      ++found;
    else
      findings.poor("fonts", {"{0} is not installed; rare characters may need it: apt install {1}",
                              {{face.id}, {face.package}}});
  }
  findings.good("fonts", {"faces: {0}", {{std::to_string(found)}}});
}

void look_at_pages(const model::Schema& schema, const Task& task, Findings& findings) {
  const auto explain = read_template(task, "explain.yaml");
  if (!explain) return findings.bad("explain", explain.error());
  const auto pages = decode_explanations(*explain);
  if (!pages) return findings.bad("explain", pages.error());
  findings.good("explain", {"pages: {0}", {{count(*pages)}}});

  const auto file = read_template(task, "starter.yaml");
  if (!file) return findings.bad("starter", file.error());
  const auto starter = decode_starter(*file, schema);
  if (!starter) return findings.bad("starter", starter.error());
  findings.good("starter", {"people: {0}", {{count(starter->people)}}});
}

/// Every language in which the sheets can be: what is translated, and whether it can be printed.
void look_at_languages(const library::Library& library, const Task& task, Findings& findings) {
  const auto fonts = text::FontSet::open(library.fonts);
  if (!fonts) return;  // said already
  const auto look = [&](const library::Library& spoken) {
    const library::Second& second = spoken.second;
    const std::string name = "zh," + second.tag, all = std::to_string(second.all),
                      done = std::to_string(second.translated);
    if (const Diagnostics faults = packet::unprintable(spoken, *fonts); !faults.empty())
      findings.bad("sheets", faults);
    else if (second.tag == "en")
      findings.good("sheets", {"{0}", {{name}}});
    else if (second.is_unreviewed())
      findings.good("sheets", {"{0}: {1} of {2} sentences translated, not reviewed",
                               {{name}, {done}, {all}}});
    else
      findings.good("sheets", {"{0}: {1} of {2} sentences translated, reviewed: {3}",
                               {{name}, {done}, {all}, {second.reviewed}}});
  };
  look(library);
  const auto folders = paper_folders(task);
  constexpr words::Domain paper = words::Domain::paper;
  for (const std::string& tag : words::Translator::languages(task.around.world, folders, paper)) {
    const auto catalogue = words::Translator::open(task.around.world, folders, tag, paper);
    if (!catalogue) {
      findings.bad("sheets", catalogue.error());
    } else if (const auto spoken = library::translated(library, *catalogue)) {
      look(*spoken);
    } else {
      findings.bad("sheets", spoken.error());
    }
  }
}

}  // namespace

ExitCode doctor(const Task& task) {
  Findings findings(task);
  findings.good("data", {"{0}", {{task.folders.front().string()}}});
  findings.good("messages", {"language {0}", {{task.language}}});
  const auto library = library::load(task.around.world, task.folders, task.sources);
  if (!library) {
    findings.bad("templates", library.error());
    return findings.finish();
  }
  findings.good("templates", {"procedures: {0}, cities: {1}, kinds of paper: {2}, sources: {3}",
                              {{count(library->rules.procedures)},
                               {count(library->rules.cities)},
                               {count(library->rules.papers)},
                               {count(library->rules.sources)}}});
  findings.good("forms",
                {"forms: {0}, letters: {1}", {{count(library->forms)}, {count(library->letters)}}});
  look_at_pages(library->rules.schema, task, findings);
  look_at_fonts(library->fonts, task, findings);
  look_at_languages(*library, task, findings);
  return findings.finish();
}

}  // namespace tongxing::app
