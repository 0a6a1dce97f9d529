// SPDX-License-Identifier: GPL-3.0-or-later
// Rule files as somebody might write them: whatever they hold, they load or say what is wrong.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "support/rules.h"

namespace {

/// Enough for a city to change and for a rule to cite; the shipped files would be read each time.
const char* const sources_file =
    "guide: {zh: 指南, en: guide, short: {zh: 指南, en: guide}, certainty: reported}\n";
const char* const documents_file = "photo: {code: PHOTO, zh: 相片, en: photographs}\n";
const char* const procedure_file = R"(code: P
name: {zh: 证, en: permit}
short: {zh: 证, en: permit}
in_force: {}
eligible: []
offer: {when: {fact: child.minor, is: yes}, if_unknown: offer, not_offered: {zh: 不, en: "no"}, sources: [{source: guide, passage: p}]}
documents: [{id: photo, originals: 1, because: {zh: 要, en: wanted}, sources: [{source: guide, passage: p}]}]
)";
const char* const procedure_name = "procedures/exit-entry-permit/exit-entry-permit-first.yaml";

/// One file of each kind, by the letter that a seed begins with.
const char* name_of(std::uint8_t letter) {
  switch (letter) {
    case 'a':
      return "apostille.yaml";
    case 'c':
      return "cities/shanghai.yaml";
    case 'd':
      return "documents.yaml";
    case 'n':
      return "notes.yaml";
    case 's':
      return "sources.yaml";
    case 'v':
      return "advisories.yaml";
    case 'y':
      return "calendar/2026.yaml";
    default:
      return procedure_name;
  }
}

}  // namespace

/// The first byte says what kind of file the rest is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace tongxing;
  if (size == 0) return 0;
  const std::string name = name_of(bytes[0]);
  std::vector<library::RuleFile> files;
  for (const auto& [file, text] :
       {std::pair("sources.yaml", sources_file), std::pair("documents.yaml", documents_file),
        std::pair(procedure_name, procedure_file)}) {
    if (name != file) files.push_back({file, file, text});
  }
  files.push_back({name, name, {reinterpret_cast<const char*>(bytes) + 1, size - 1}});
  Sources sources;
  const auto book = test::load(files, sources);
  if (book) return 0;
  for (const auto& error : book.error()) {
    if (error.code.empty() || error.fault != Fault::data) std::abort();
    static_cast<void>(print(error, sources, {}));
  }
  return 0;
}
