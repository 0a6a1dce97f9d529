// SPDX-License-Identifier: GPL-3.0-or-later
// tongxing forms fill: values into somebody's PDF form, read back before the file is there.
// tongxing forms proof: the same form with all its boxes, for a person to look at.
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/field_map_file.h"
#include "app/official_form.h"
#include "base/sha256.h"
#include "forms/drift.h"
#include "forms/match.h"
#include "verify/verify.h"

namespace tongxing::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t largest_data = 16u << 20;

Result<data::Value> read_data(const Task& task) {
  const auto& file = task.options.values;
  TRY(std::string bytes, task.around.world.read(file, largest_data));
  TRY(data::Document document, data::read(file.string(), std::move(bytes), task.sources));
  task.report.mended(document.repairs, task.sources);
  return std::move(document.root);
}

/// Scripts and the like go whatever is filled; a signature goes only when somebody said so.
Result<Ok> check_signature(const Task& task, const foreign::OfficialForm& form) {
  if (!form.is_signed || task.options.drop_signature) return ok;
  return Diagnostic{.code = "M015",
                    .what = "the form is signed; filling it would break the signature",
                    .hints = {"--drop-signature fills it without the signature"},
                    .path = task.options.arguments.front()};
}

/// What the file had and the filled one has not.
std::vector<std::string> left_out(const foreign::OfficialForm& form, const Options& options) {
  std::vector<std::string> all;
  if (form.xfa != foreign::Xfa::none) all.emplace_back("xfa");
  if (form.has_scripts) all.emplace_back("scripts");
  if (form.has_embedded_files) all.emplace_back("embedded-files");
  if (form.is_signed) all.emplace_back("signature");
  if (!options.fillable && !form.fields.empty()) all.emplace_back("fields");
  return all;
}

void tell_left_out(const Task& task, const std::vector<std::string>& parts) {
  for (const auto& part : parts) {
    if (part == "xfa") task.report.say("left out: the form's XFA description");
    if (part == "scripts") task.report.say("left out: scripts");
    if (part == "embedded-files") task.report.say("left out: files that were embedded");
    if (part == "signature") task.report.say("left out: the signature, which is void now");
    if (part == "fields") task.report.say("the fields have become print; --fillable keeps them");
  }
}

const char* step_name(layout::Step step) {
  switch (step) {
    case layout::Step::fits:
      return "fits";
    case layout::Step::shrunk:
      return "shrunk";
    case layout::Step::wrapped:
      return "wrapped";
    case layout::Step::continued:
      return "continued";
  }
  return "";
}

Json filling_json(const Task& task, const forms::Filled& filled, const forms::Matched& matched,
                  const std::vector<std::string>& parts) {
  Json fields = Json::array();
  for (const auto& report : filled.reports) {
    Json one = {{"name", report.name}, {"step", step_name(report.step)}};
    one["size"] = report.size > Length() ? Json(report.size.pt()) : Json(nullptr);
    one["continuation"] = report.continuation > 0 ? Json(report.continuation) : Json(nullptr);
    fields.push_back(std::move(one));
  }
  return {{"file", task.options.output->string()},
          {"sha256", hex(sha256(filled.bytes))},
          {"pages", filled.pages},
          {"fillable", task.options.fillable},
          {"fields", fields},
          {"missing", matched.missing},
          {"left_out", parts},
          {"read_back", filled.meant.size()},
          {"program", TONGXING_VERSION}};
}

void tell_filling(const Task& task, const forms::Filled& filled, const forms::Matched& matched) {
  for (const auto& report : filled.reports) {
    if (report.step == layout::Step::shrunk)
      task.report.say({"'{0}' is set smaller to fit", {{report.name}}});
    if (report.step == layout::Step::wrapped)
      task.report.say({"'{0}' is set in several lines to fit", {{report.name}}});
    if (report.step == layout::Step::continued)
      task.report.say({"'{0}' does not fit; it stands on the continuation sheet, no. {1}",
                       {{report.name}, {std::to_string(report.continuation)}}});
  }
  for (const auto& path : matched.missing)
    task.report.say({"nobody told '{0}'; its box is empty", {{path}}});
  task.report.say({"written: {0}", {{task.options.output->string()}}});
}

Result<ExitCode> fill_one(const Task& task) {
  const auto keep = task.options.fillable ? foreign::Keep::fields : foreign::Keep::flat;
  TRY(const data::Value values, read_data(task));
  TRY(const OfficialPdf pdf, read_official(task, task.options.arguments.front()));
  TRY_OK(check_signature(task, pdf.form));
  TRY(const auto map, read_field_map(task, pdf));
  TRY(forms::Matched matched, map ? forms::match_fields(pdf.form, map->map, values)
                                  : forms::match_fields(pdf.form, values));
  TRY(foreign::Blank blank,
      foreign::prepare_blank(pdf.file, pdf.form, keep, task.options.arguments.front()));
  forms::add_stored_values(pdf.form, blank, matched.fillings);
  const auto prepared = forms::prepare(pdf.form, std::move(blank), keep);
  TRY(const FormWords words, form_words(task));
  text::Shaper shaper(words.fonts);
  TRY(const forms::Filled filled,
      forms::fill(prepared, matched.fillings, shaper, words.continuation));
  TRY_OK(verify::read_back(filled.bytes, filled.bare, filled.meant));
  std::vector<Output> outputs = {{*task.options.output, filled.bytes}};
  if (map && map->accepted) outputs.push_back({task.options.map, *map->accepted});
  TRY_OK(task.around.world.write_all(outputs, Overwrite::yes));
  if (outputs.size() > 1)
    task.report.say({"the map is for this blank now: {0}", {{task.options.map.string()}}});
  const auto parts = left_out(pdf.form, task.options);
  tell_left_out(task, parts);
  tell_filling(task, filled, matched);
  if (task.options.json)
    task.around.out << filling_json(task, filled, matched, parts).dump(2) << '\n';
  return matched.missing.empty() ? ExitCode::done : ExitCode::incomplete;
}

Result<ExitCode> proof_one(const Task& task) {
  const std::filesystem::path file = task.options.arguments.front();
  TRY(const OfficialPdf pdf, read_official(task, file));
  TRY(foreign::Blank blank, foreign::prepare_blank(pdf.file, pdf.form, foreign::Keep::flat, file));
  const auto prepared = forms::prepare(pdf.form, std::move(blank), foreign::Keep::flat);
  TRY(const FormWords words, form_words(task));
  text::Shaper shaper(words.fonts);
  TRY(const forms::Filled filled, forms::proof(prepared, shaper, words.proof));
  TRY_OK(task.around.world.write(*task.options.output, filled.bytes, Overwrite::yes));
  if (pdf.form.fields.empty()) task.report.say("the form has no fields");
  task.report.say({"written: {0}", {{task.options.output->string()}}});
  return ExitCode::done;
}

}  // namespace

ExitCode proof_form(const Task& task) {
  const auto made = proof_one(task);
  return made ? *made : task.fail(made.error());
}

ExitCode fill_form(const Task& task) {
  const auto filled = fill_one(task);
  return filled ? *filled : task.fail(filled.error());
}

}  // namespace tongxing::app
