// SPDX-License-Identifier: GPL-3.0-or-later
// `check`: everything `render` does, but for writing.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/plan_json.h"
#include "app/plan_text.h"
#include "app/profile_file.h"
#include "words/people.h"

namespace tongxing::app {
namespace {

/// How far a family is.
enum class Readiness { ready, gaps, impossible };

bool is_blocked(const plan::PacketPlan& packet) {
  return std::ranges::any_of(packet.ruling.checklist.advisories, &model::Advisory::blocking);
}

Readiness readiness(const plan::FamilyPlan& plan) {
  if (plan.packets.empty()) return Readiness::impossible;
  return plan.missing.empty() && std::ranges::none_of(plan.packets, is_blocked) ? Readiness::ready
                                                                                : Readiness::gaps;
}

/// In JSON: "ready", "gaps", "impossible".
const char* id(Readiness readiness) {
  return readiness == Readiness::ready  ? "ready"
         : readiness == Readiness::gaps ? "gaps"
                                        : "impossible";
}

const char* phrase(Readiness readiness) {
  switch (readiness) {
    case Readiness::ready:
      return "ready to be filed";
    case Readiness::gaps:
      return "printable with gaps";
    case Readiness::impossible:
      break;
  }
  return "not possible";
}

/// One profile, drawn and thrown away: what cannot be drawn is found too.
struct Checked {
  model::Profile profile;
  plan::FamilyPlan plan;
};

Result<Checked> check_one(const Task& task, const packet::Prepared& prepared,
                          const std::string& file) {
  TRY(model::Profile profile, read_profile(task, file, prepared.library.rules.schema));
  TRY(const packet::Files files, read_files(task, file, profile));
  TRY(packet::Family family, packet::make_packets(prepared, profile, when(task, profile), {},
                                                  packet::MissingGlyphs::refuse, files));
  return Checked{std::move(profile), std::move(family.plan)};
}

std::string report_of(const Checked& checked, const std::string& file,
                      const library::Library& library, const Task& task) {
  const words::People people = words::people(checked.profile);
  std::string all = file + ": " + task.report.translate(phrase(readiness(checked.plan))) + '\n';
  for (const model::ProfileAdvisory& advisory : checked.profile.advisories) {
    const auto [line, column] = task.sources.place(advisory.where.file, advisory.where.begin);
    all += "  ! " + advisory.code.value + " " + file + ":" + std::to_string(line) + ":" +
           std::to_string(column) + ": " + task.report.text(advisory.what) + '\n';
  }
  all += blocked_text(checked.plan, library, people, task);
  all += refused_text(checked.plan, library, people, task);
  all += missing_text(checked.plan, library, people, task);
  return all;
}

nlohmann::ordered_json json(const Checked& checked, const std::string& file,
                            const library::Library& library) {
  nlohmann::ordered_json all = {{"profile", file}, {"status", id(readiness(checked.plan))}};
  all["plan"] = plan_json(checked.plan, library, words::people(checked.profile));
  return all;
}

}  // namespace

ExitCode check(const Task& task) {
  const auto prepared = packet::prepare(task.around.world, task.folders, task.sources);
  if (!prepared) return task.fail(prepared.error());
  std::vector<ExitCode> codes;
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const std::string& file : task.options.arguments) {
    const auto checked = check_one(task, *prepared, file);
    if (!checked) {
      codes.push_back(task.fail(checked.error()));
      all.push_back({{"profile", file}, {"status", "error"}});
      continue;
    }
    if (readiness(checked->plan) != Readiness::ready) codes.push_back(ExitCode::incomplete);
    if (task.options.json)
      all.push_back(json(*checked, file, prepared->library));
    else
      task.around.out << report_of(*checked, file, prepared->library, task);
  }
  if (task.options.json) task.around.out << all.dump(2) << '\n';
  return together(codes);
}

}  // namespace tongxing::app
