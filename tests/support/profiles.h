// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the schema and profiles in tests.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "data/value.h"
#include "model/profile.h"

namespace tongxing::test {

inline std::string slurp(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline std::string describe(const Diagnostics& errors, const Sources& sources) {
  std::string out;
  for (const auto& error : errors) out += print(error, sources, {.values = ShowValues::yes});
  return out;
}

/// The schema that is shipped. Aborts where it is broken: its own test says why.
inline const model::Schema& shipped_schema() {
  static const model::Schema schema = [] {
    Sources sources;
    const std::string file = TONGXING_SOURCE_DIR "/templates/schema.yaml";
    auto text = data::read("schema.yaml", slurp(file), sources);
    if (!text) throw std::runtime_error(describe(text.error(), sources));
    auto decoded = model::decode_schema(text->root);
    if (!decoded) throw std::runtime_error(describe(decoded.error(), sources));
    return *std::move(decoded);
  }();
  return schema;
}

/// A profile as it comes from a file called `name`; what the reader mended stands before what the
/// decoder mended.
inline Result<model::Profile> read_profile(const std::string& name, std::string bytes,
                                           Sources& sources,
                                           const model::Schema& schema = shipped_schema()) {
  TRY(auto document, data::read(name, std::move(bytes), sources));
  TRY(auto profile, model::decode_profile(document.root, schema));
  profile.repairs.insert(profile.repairs.begin(), document.repairs.begin(), document.repairs.end());
  return profile;
}

}  // namespace tongxing::test
