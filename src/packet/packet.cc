// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/packet.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/source.h"
#include "compose/form_values.h"
#include "library/translate.h"
#include "packet/fixed_text.h"
#include "packet/glyphs.h"
#include "plan/make_plan.h"
#include "rules/rules.h"
#include "words/people.h"

namespace tongxing::packet {

namespace {

/// Fields that name a value we do not know how to find.
Diagnostics unknown_values(const library::Library& library) {
  const auto names = compose::field_value_names();
  Diagnostics found;
  const auto check = [&](const model::Field& field) {
    const auto& name = field.value.name;
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    Diagnostic diagnostic{.code = "T121", .what = {"there is no value '{0}'", {{name}}}};
    diagnostic.where = field.where;
    diagnostic.fault = Fault::data;
    if (const auto near = nearest(name, names); !near.empty())
      diagnostic.hints.push_back({"did you mean '{0}'?", {{near}}});
    found.push_back(std::move(diagnostic));
  };
  for (const auto& [id, form] : library.forms)
    for (const auto& page : form.pages)
      for (const auto& section : page.sections)
        for (const auto& row : section.rows)
          for (const auto& cell : row.cells) {
            if (!cell.field || cell.field->value.line.value_or(0) > 0) continue;
            check(*cell.field);
            for (const auto& choice : cell.field->choices)
              for (const auto& beside : choice.beside) check(beside);
          }
  return found;
}

void append(std::vector<model::Advisory>& all, std::vector<model::Advisory> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Result<Prepared> prepare(const World& world, const std::vector<std::filesystem::path>& folders,
                         Sources& sources) {
  TRY(auto library, library::load(world, folders, sources));
  if (auto found = unknown_values(library); !found.empty()) return found;
  TRY(auto fonts, text::FontSet::open(library.fonts));
  return Prepared{std::move(library), std::move(fonts)};
}

Result<Prepared> translated(Prepared prepared, const words::Translator& catalogue) {
  if (catalogue.language() == "en") return prepared;
  TRY(prepared.library, library::translated(std::move(prepared.library), catalogue));
  if (auto found = unprintable(prepared.library, prepared.fonts); !found.empty()) return found;
  return prepared;
}

Result<plan::FamilyPlan> make_plan(const library::Library& library, const model::Profile& profile,
                                   const When& when) {
  TRY(const auto choice, rules::choose(profile, library.rules, when.city, when.as_of));
  auto plan = plan::make_plan(profile, library.rules, choice, when.city, when.as_of);
  for (auto& each : plan.packets)
    append(each.ruling.checklist.advisories,
           photo_advisories(profile, each.ruling.people.applicant, each.ruling, each.as_of));
  return plan;
}

std::vector<const model::Fact*> files_wanted(const model::Profile& profile) {
  std::vector<const model::Fact*> wanted;
  for (const auto& [path, fact] : profile.facts)
    if (fact.type == model::FactType::file) wanted.push_back(&fact);
  return wanted;
}

namespace {

model::Advisory goes_on() {
  model::Advisory advisory;
  advisory.code = AdvisoryId("W-OVERFLOW");
  advisory.text = {"advisory.W-OVERFLOW", {}};
  return advisory;
}

bool is_photo_printed(const model::Profile& profile, const PersonKey& applicant) {
  const auto* told = profile.find(model::fact_path(applicant, "photo.print"));
  return told && told->yes_no().value_or(false);
}

Packet make_packet(const Prepared& prepared, const compose::Job& job, text::Shaper& shaper) {
  auto composed = compose::compose(job, shaper);
  const auto fixed = fixed_text(prepared.library, job.plan, job.layers, job.options.paper, shaper);
  const auto stationery = pdf::prepare(prepared.fonts, fixed);
  const auto name =
      job.plan.case_id + "_" + job.plan.procedure.value + "_" + std::to_string(job.plan.ordinal);
  return {name, pdf::write(composed.document, stationery, prepared.fonts), composed.hash,
          composed.document.pages.size(), composed.continued};
}

Packet make_refusal(const Prepared& prepared, const compose::RefusalJob& job,
                    text::Shaper& shaper) {
  const auto document = compose::compose_refusal(job, shaper);
  const auto stationery = pdf::prepare(prepared.fonts, pdf::FixedText{});
  return {job.family.case_id + "_not-offered",
          pdf::write(document, stationery, prepared.fonts),
          {},
          document.pages.size(),
          0};
}

/// Only the packets that have one of the parts asked for; an error where none has.
Result<Ok> leave_wanted(plan::FamilyPlan& plan, const compose::Options& options) {
  const auto is_empty = [&](const plan::PacketPlan& packet) {
    return std::ranges::none_of(packet.parts, [&](const plan::Part& part) {
      return options.only.empty() || options.only.contains(part.kind);
    });
  };
  if (plan.packets.empty() || std::erase_if(plan.packets, is_empty) == 0) return ok;
  if (!plan.packets.empty()) return ok;
  return Diagnostic{.code = "U009",
                    .what = "no packet of this family has such a part",
                    .hints = {{"`tongxing plan` lists forms and letters"}}};
}

bool is_summary_wanted(const plan::FamilyPlan& plan, const compose::Options& options) {
  return plan.packets.size() > 1 &&
         (options.only.empty() || options.only.contains(plan::PartKind::checklist));
}

Packet make_summary(const Prepared& prepared, const compose::SummaryJob& job,
                    text::Shaper& shaper) {
  const auto document = compose::compose_summary(job, shaper);
  const auto stationery = pdf::prepare(prepared.fonts, pdf::FixedText{});
  return {job.family.case_id + "_family-summary",
          pdf::write(document, stationery, prepared.fonts),
          {},
          document.pages.size(),
          0};
}

}  // namespace

Result<Family> make_packets(const Prepared& prepared, model::Profile profile, const When& when,
                            const compose::Options& options, MissingGlyphs missing,
                            const Files& files) {
  std::vector<model::Advisory> glyphs;
  if (missing == MissingGlyphs::handwrite) glyphs = leave_to_handwriting(profile, prepared.fonts);
  if (auto found = missing_glyphs(profile, prepared.fonts); !found.empty()) return found;
  TRY(auto plan, make_plan(prepared.library, profile, when));
  TRY_OK(leave_wanted(plan, options));
  Family family{std::move(plan), {}, std::move(glyphs)};

  const auto people = words::people(profile);
  text::Shaper shaper(prepared.fonts);
  const auto layers = compose::prepare_form_layers(prepared.library, options.paper, shaper);
  for (auto& each : family.plan.packets) {
    auto& advisories = each.ruling.checklist.advisories;
    append(advisories, family.glyphs);
    const auto& applicant = each.ruling.people.applicant;
    TRY(const auto photo, applicant_photo(profile, applicant, files, compose::form_photo));
    if (photo) append(advisories, picture_advisories(*photo, applicant, each.ruling));
    const bool printed = photo && is_photo_printed(profile, applicant);
    const compose::Job job{each,    profile, prepared.library,           people,
                           options, layers,  printed ? &*photo : nullptr};
    auto packet = make_packet(prepared, job, shaper);
    if (packet.continued > 0) {  // known once it is drawn; then its cover says so
      append(advisories, {goes_on()});
      packet = make_packet(prepared, job, shaper);
    }
    family.packets.push_back(std::move(packet));
  }
  if (is_summary_wanted(family.plan, options)) {
    std::vector<std::size_t> pages;
    for (const auto& each : family.packets) pages.push_back(each.pages);
    const compose::SummaryJob job{family.plan, profile, prepared.library,
                                  people,      options, std::move(pages)};
    family.packets.push_back(make_summary(prepared, job, shaper));
  }
  if (family.packets.empty()) {
    const compose::RefusalJob job{family.plan, profile, prepared.library, people, options};
    family.packets.push_back(make_refusal(prepared, job, shaper));
  }
  return family;
}

}  // namespace tongxing::packet
