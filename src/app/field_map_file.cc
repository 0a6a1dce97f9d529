// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field_map_file.h"

#include <memory>

#include "base/sha256.h"
#include "forms/drift.h"
#include "library/library.h"

namespace tongxing::app {
namespace {

constexpr std::size_t largest_map = 16u << 20, largest_form = 256u << 20;

}  // namespace

Result<std::optional<MapFile>> read_field_map(const Task& task, const OfficialPdf& pdf) {
  const auto& file = task.options.map;
  if (file.empty()) return std::optional<MapFile>();
  TRY(std::string bytes, task.around.world.read(file, largest_map));
  TRY(const data::Document document, data::read(file.string(), std::move(bytes), task.sources));
  TRY(forms::FieldMap map, forms::decode_field_map(document.root));
  TRY(const std::string raw, task.around.world.read(task.options.arguments.front(), largest_form));
  const auto digest = hex(sha256(raw));
  auto checked = forms::check_blank(map, digest, pdf.form);
  MapFile read;
  if (task.options.accept && (!checked || !map.blank)) {
    const auto edition = map.blank ? map.blank->edition : std::string();
    TRY(read.accepted, forms::with_blank_entry(task.sources.text(document.root.where.file), map,
                                               forms::blank_entry(digest, edition, pdf.form)));
    if (!edition.empty())
      task.report.say({"the map's edition still says {0}; mend it by hand", {{edition}}});
  } else if (!checked) {
    return std::move(checked).error();
  } else if (!map.blank) {
    task.report.say("the map does not say for which blank it was made; --accept writes it down");
  }
  read.map = std::move(map);
  return std::optional(std::move(read));
}

Result<FormWords> form_words(const Task& task) {
  TRY(library::Library loaded, library::load(task.around.world, task.folders, task.sources));
  TRY(text::FontSet fonts, text::FontSet::open(loaded.fonts));
  const auto words = std::make_shared<const words::Words>(std::move(loaded.words));
  return FormWords{std::move(fonts),
                   {words->say("part.continuation"), words->say("continuation.intro"),
                    [words](std::size_t number) {
                      return words->say("form.see_continuation",
                                        {{"number", static_cast<std::int64_t>(number)}});
                    }},
                   {words->say("proof.title"), words->say("proof.intro")}};
}

}  // namespace tongxing::app
