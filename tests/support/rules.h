// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped rules, and plans of profiles written in a test.
#pragma once

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "library/rules_data.h"
#include "plan/make_plan.h"
#include "rules/rules.h"
#include "support/profiles.h"

namespace tongxing::test {

/// Every rule file as it is shipped.
inline std::vector<library::RuleFile> shipped_rule_files() {
  namespace fs = std::filesystem;
  std::vector<library::RuleFile> files;
  const fs::path root = fs::path(TONGXING_SOURCE_DIR) / "templates";
  for (const char* name :
       {"advisories.yaml", "apostille.yaml", "documents.yaml", "notes.yaml", "sources.yaml"}) {
    files.push_back({name, name, slurp((root / name).string())});
  }
  for (const char* folder : {"calendar", "cities", "procedures"}) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.is_regular_file()) found.push_back(entry.path());
    }
    std::ranges::sort(found);
    for (const auto& path : found) {
      const auto name = fs::relative(path, root).generic_string();
      files.push_back({name, name, slurp(path.string())});
    }
  }
  return files;
}

inline Result<model::RuleBook> load(const std::vector<library::RuleFile>& files, Sources& sources) {
  return library::decode_rules(files, shipped_schema(), sources,
                               [](std::string_view bytes) { return std::to_string(bytes.size()); });
}

/// Aborts where the shipped rules are broken: their own test says why.
inline const model::RuleBook& shipped_rules() {
  static const model::RuleBook book = [] {
    Sources sources;
    auto loaded = load(shipped_rule_files(), sources);
    if (!loaded) throw std::runtime_error(describe(loaded.error(), sources));
    return *std::move(loaded);
  }();
  return book;
}

inline Date day(std::string_view iso) {
  const auto parsed = Date::parse(iso);
  if (!parsed) throw std::runtime_error("no such day: " + std::string(iso));
  return *parsed;
}

inline model::Profile profile_of(const std::string& yaml) {
  Sources sources;
  auto profile = read_profile("family.yaml", yaml, sources);
  if (!profile) throw std::runtime_error(describe(profile.error(), sources));
  return *std::move(profile);
}

/// City and filing day as the profile has them; without a day, 2026-11-23.
inline plan::FamilyPlan plan_of(const model::Profile& profile,
                                const model::RuleBook& book = shipped_rules()) {
  const auto as_of = profile.as_of.value_or(day("2026-11-23"));
  const auto city = profile.city.value_or(CityId());
  auto choice = rules::choose(profile, book, city, as_of);
  if (!choice) throw std::runtime_error(english(choice.error().front().what));
  return plan::make_plan(profile, book, *choice, city, as_of);
}

}  // namespace tongxing::test
