// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/profile_file.h"
#include "app/second_language.h"
#include "base/sha256.h"

namespace tongxing::app {
namespace {

namespace fs = std::filesystem;

compose::Options compose_options(const Options& options) {
  using plan::PartKind;
  compose::Options all{
      .paper = options.paper == "letter" ? compose::Paper::letter : compose::Paper::a4,
      .print = options.large_print ? compose::Print::large : compose::Print::normal,
      .duplex = options.duplex,
      .draft = options.draft};
  for (const std::string& part : options.only) {
    if (part == "cover") all.only.insert(PartKind::cover);
    if (part == "checklist")
      all.only.insert({PartKind::checklist, PartKind::day, PartKind::questions});
    if (part == "forms") all.only.insert(PartKind::form);
    if (part == "letters") all.only.insert(PartKind::letter);
  }
  return all;
}

/// Where the packets go. `named`: the user gave this very name, and may have it overwritten.
struct Target {
  std::vector<fs::path> files;
  bool named = false;
};

Result<Target> target(const Options& options, const packet::Family& family) {
  const auto& packets = family.packets;
  const fs::path output = options.output.value_or(".");
  if (output.extension() != ".pdf") {
    Target all;
    for (const packet::Packet& packet : packets)
      all.files.push_back((output / (packet.name + ".pdf")).lexically_normal());
    return all;
  }
  if (packets.size() == 1) return Target{{output}, true};
  return Diagnostic{.code = "U004",
                    .what = {"the family needs {0} packets, and one file is named",
                             {{std::to_string(family.plan.packets.size())}}},
                    .hints = {"name a folder with -o"},
                    .path = output.string()};
}

nlohmann::ordered_json json_of(const packet::Family& family, std::size_t index,
                               const fs::path& file, const library::Second& second) {
  const packet::Packet& packet = family.packets[index];
  nlohmann::ordered_json all = {{"case", family.plan.case_id}};
  const bool is_plan = index < family.plan.packets.size();
  const plan::PacketPlan* plan = is_plan ? &family.plan.packets[index] : nullptr;
  all["procedure"] = plan ? nlohmann::ordered_json(plan->procedure.value) : nullptr;
  all["applicant"] = plan ? nlohmann::ordered_json(plan->who) : nullptr;
  all["file"] = file.string();
  all["sha256"] = hex(sha256(packet.bytes));
  all["pages"] = packet.pages;
  all["advisories"] = nlohmann::ordered_json::array();
  all["missing"] = nlohmann::ordered_json::array();
  if (plan) {
    const model::Checklist& checklist = plan->ruling.checklist;
    for (const model::Advisory& advisory : checklist.advisories)
      all["advisories"].push_back(advisory.code.value);
    for (const model::Question& question : checklist.questions)
      all["missing"].push_back(question.declared);
  }
  const bool summary = !plan && !family.plan.packets.empty();
  if (summary)
    for (const model::Question& question : family.plan.missing)
      all["missing"].push_back(question.declared);
  const bool done = (plan || summary) && all["missing"].empty() && family.glyphs.empty();
  all["status"] = done ? "done" : "incomplete";
  all["code"] = static_cast<int>(done ? ExitCode::done : ExitCode::incomplete);
  all["as_of"] = family.plan.as_of.iso();
  all["lang"] = "zh," + second.tag;
  all["program"] = TONGXING_VERSION;
  all["rules_sha256"] = family.plan.rules.sha256;
  return all;
}

void tell(const Task& task, const packet::Family& family, const Target& files,
          const library::Second& second) {
  if (task.options.json) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < files.files.size(); ++i)
      all.push_back(json_of(family, i, files.files[i], second));
    task.around.out << all.dump(2) << '\n';
  }
  for (const fs::path& file : files.files) task.report.say({"written: {0}", {{file.string()}}});
  for (const model::Advisory& advisory : family.glyphs)
    task.report.say({"{0}: an empty box is to be filled in by hand", {{advisory.code.value}}});
  if (family.plan.packets.empty())
    task.report.say("no procedure can be offered; the page says why, and whom to ask");
  if (!family.plan.missing.empty())
    task.report.say({"questions still open: {0}; `tongxing check` lists them",
                     {{std::to_string(family.plan.missing.size())}}});
}

Result<ExitCode> render_one(const Task& task) {
  TRY(packet::Prepared english, packet::prepare(task.around.world, task.folders, task.sources));
  TRY(model::Profile profile,
      read_profile(task, task.options.arguments.front(), english.library.rules.schema));
  TRY(const packet::Prepared prepared, in_second_language(task, profile, std::move(english)));
  const packet::When day = when(task, profile);
  TRY(const packet::Files files_named, read_files(task, task.options.arguments.front(), profile));
  TRY(const packet::Family family,
      packet::make_packets(prepared, std::move(profile), day, compose_options(task.options),
                           task.options.handwrite_missing ? packet::MissingGlyphs::handwrite
                                                          : packet::MissingGlyphs::refuse,
                           files_named));
  TRY(const Target files, target(task.options, family));
  std::vector<Output> outputs;
  for (std::size_t i = 0; i < files.files.size(); ++i)
    outputs.push_back({files.files[i], family.packets[i].bytes});
  TRY_OK(task.around.world.write_all(
      outputs, files.named || task.options.force ? Overwrite::yes : Overwrite::no));
  tell(task, family, files, prepared.library.second);
  const bool whole =
      !family.plan.packets.empty() && family.plan.missing.empty() && family.glyphs.empty();
  return whole ? ExitCode::done : ExitCode::incomplete;
}

}  // namespace

ExitCode render(const Task& task) {
  const auto rendered = render_one(task);
  return rendered ? *rendered : task.fail(rendered.error());
}

}  // namespace tongxing::app
