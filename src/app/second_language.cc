// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/second_language.h"

#include "app/data_folder.h"
#include "words/translator.h"

namespace tongxing::app {
namespace {

constexpr words::Domain paper = words::Domain::paper;

/// The sheets as they are: Chinese stands on them in any case.
bool needs_no_catalogue(const std::string& tag) {
  const std::string language = tag.substr(0, tag.find_first_of("-_"));
  return language.empty() || language == "en" || language == "zh";
}

}  // namespace

std::vector<std::filesystem::path> paper_folders(const Task& task) {
  std::vector<std::filesystem::path> folders(task.options.data.rbegin(), task.options.data.rend());
  const auto ours = catalogue_folders(task.around.world, task.around.program);
  folders.insert(folders.end(), ours.begin(), ours.end());
  return folders;
}

Result<packet::Prepared> in_second_language(const Task& task, const model::Profile& profile,
                                            packet::Prepared prepared) {
  const std::string& option = task.options.second_language;
  const std::string& tag = option.empty() ? profile.client_language : option;
  if (needs_no_catalogue(tag)) return prepared;
  const auto folders = paper_folders(task);
  TRY(const auto catalogue, words::Translator::open(task.around.world, folders, tag, paper));
  if (catalogue.language() != "en") return packet::translated(std::move(prepared), catalogue);
  if (option.empty()) {
    task.report.say(
        {"there is no translation into '{0}'; the sheets are in Chinese and English", {{tag}}});
    return prepared;
  }
  std::string known = "en";
  for (const std::string& each : words::Translator::languages(task.around.world, folders, paper))
    known += ", " + each;
  return Diagnostic{.code = "U006",
                    .what = {"there is no translation of the sheets into '{0}'", {{tag}}},
                    .hints = {{"there are: {0}", {{known}}}}};
}

}  // namespace tongxing::app
