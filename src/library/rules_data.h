// SPDX-License-Identifier: GPL-3.0-or-later
// All rule files under templates/ → one cross-checked RuleBook (docs/PROCEDURES.md).
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/source.h"
#include "base/world.h"
#include "model/rulebook.h"

namespace tongxing::library {

/// One file, named by its place under templates/: "cities/shanghai.yaml".
struct RuleFile {
  std::string name;
  std::string path;  ///< as diagnostics show it
  std::string bytes;
};

/// Every rule file, sorted by name; of two with one name that of the later folder counts. A data
/// folder is the one that contains templates/. Errors: the disk's.
Result<std::vector<RuleFile>> read_rule_files(const World& world,
                                              const std::vector<std::filesystem::path>& folders);

/// Hex digest of the rules as read; injected, so that this room needs no cryptography.
using HexDigest = std::function<std::string(std::string_view)>;

/// Reads and cross-checks. Errors (Fault::data), all of all files: every fact in a rule exists,
/// every document, source, advisory and note exists and is used, every text has both languages and
/// fitting gaps (codes: rule_reader.h).
Result<model::RuleBook> decode_rules(const std::vector<RuleFile>& files, model::Schema schema,
                                     Sources& sources, const HexDigest& digest);

}  // namespace tongxing::library
