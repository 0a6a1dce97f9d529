// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan_json.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/spoken.h"
#include "plan/summary.h"

namespace tongxing::app {
namespace {

using Json = nlohmann::ordered_json;

template <class T, class Make>
Json list(const std::vector<T>& items, Make make) {
  Json array = Json::array();
  for (const T& item : items) array.push_back(make(item));
  return array;
}

template <class T, class Make>
Json or_null(const std::optional<T>& item, Make make) {
  return item ? Json(make(*item)) : Json(nullptr);
}

template <class T>
Json or_null(const std::optional<T>& item) {
  return item ? Json(*item) : Json(nullptr);
}

const char* name(model::Verdict verdict) {
  return verdict == model::Verdict::yes ? "yes" : verdict == model::Verdict::no ? "no" : "unknown";
}

const char* name(model::Needed needed) {
  switch (needed) {
    case model::Needed::yes:
      return "yes";
    case model::Needed::recommended:
      return "recommended";
    case model::Needed::unknown:
      break;
  }
  return "unknown";
}

const char* name(model::Certainty certainty) {
  switch (certainty) {
    case model::Certainty::official:
      return "official";
    case model::Certainty::published_guide:
      return "published-guide";
    case model::Certainty::reported:
      return "reported";
    case model::Certainty::third_party:
      return "third-party";
    case model::Certainty::inferred:
      break;
  }
  return "inferred";
}

std::string iso_of(Date day) {
  return day.iso();
}
std::string key(const PersonKey& person) {
  return person.value;
}

Json citation(const model::Citation& cited) {
  return {{"id", cited.source.value},
          {"published", cited.published.year == 0 ? Json(nullptr) : Json(cited.published.iso())},
          {"certainty", name(cited.certainty)}};
}

Json text(const model::Bilingual& said) {
  return {{"zh", said.zh}, {"en", said.en}};
}

/// Turns the nouns of one plan into JSON; knows how to say an id.
class PlanWriter {
 public:
  PlanWriter(const library::Library& library, const words::People& people)
      : library_(library), people_(people) {}

  Json packet(const plan::PacketPlan& plan) const;
  Json refusal(const model::Refusal& refusal) const;
  Json question(const model::Question& question) const;
  Json summary(const plan::FamilySummary& summary) const;

 private:
  Json say(const model::Sentence& sentence) const {
    return text(library_.words.say(sentence, people_));
  }
  Json phrase(const std::string& id) const { return text(library_.words.say(id)); }
  Json named(const std::string& id, const std::string& code, const std::string& phrase_id) const {
    Json json = {{"id", id}, {"code", code}};
    json.update(phrase(phrase_id));
    return json;
  }
  Json document(const model::Requirement& line, const DocumentId& id,
                const model::Holding& held) const;
  Json documents(const model::Checklist& checklist) const;
  Json parts(const plan::PacketPlan& plan, plan::PartKind kind) const;
  Json note(const model::Note& note) const;
  Json advisory(const model::Advisory& advisory) const;

  const library::Library& library_;
  const words::People& people_;
};

Json PlanWriter::document(const model::Requirement& line, const DocumentId& id,
                          const model::Holding& held) const {
  Json json = named(id.value, library_.rules.papers.at(id).code, "document." + id.value);
  json["needed"] = name(line.needed);
  json["originals"] = line.originals;
  json["copies"] = line.copies;
  json["whose"] = or_null(line.whose, key);
  json["satisfied"] = name(held.satisfied);
  json["any_of"] = line.any_of.empty() ? Json(nullptr) : Json(line.any_of);
  json["because"] = Json::array();
  for (const model::FactPath& fact : line.facts) json["because"].push_back(fact.value);
  for (const RuleId& rule : line.rules) json["because"].push_back(rule.value);
  json["sources"] = list(line.sources, citation);
  return json;
}

/// A line with alternatives becomes one entry for each, held together by `any_of`.
Json PlanWriter::documents(const model::Checklist& checklist) const {
  Json array = Json::array();
  for (const model::Requirement& line : checklist.lines) {
    if (line.options.empty()) array.push_back(document(line, line.document, line.held));
    for (const model::Alternative& option : line.options)
      array.push_back(document(line, option.document, option.held));
  }
  return array;
}

Json PlanWriter::parts(const plan::PacketPlan& plan, plan::PartKind kind) const {
  Json array = Json::array();
  for (const plan::Part& part : plan.parts) {
    if (part.kind != kind) continue;
    Json json = {{"id", kind == plan::PartKind::form ? part.form.value : part.letter.value},
                 {"code", part.code}};
    if (kind == plan::PartKind::letter) json["count"] = part.copies;
    array.push_back(json);
  }
  return array;
}

Json PlanWriter::note(const model::Note& note) const {
  Json json = {{"id", note.id.value}};
  json.update(say(note.text));
  json["sources"] = Json::array();
  for (const model::Note::Position& position : note.positions)
    for (const model::Citation& cited : position.sources)
      json["sources"].push_back(citation(cited));
  return json;
}

Json PlanWriter::advisory(const model::Advisory& advisory) const {
  Json json = {{"code", advisory.code.value}, {"blocking", advisory.blocking}};
  json.update(say(advisory.text));
  json["sources"] = list(advisory.sources, citation);
  return json;
}

Json PlanWriter::packet(const plan::PacketPlan& plan) const {
  const model::Ruling& ruling = plan.ruling;
  const auto say_it = [this](const model::Sentence& sentence) { return say(sentence); };
  Json json;
  json["procedure"] = named(plan.procedure.value, plan.code, "procedure." + plan.procedure.value);
  json["applicant"] = ruling.people.applicant.value;
  json["documents"] = documents(ruling.checklist);
  json["forms"] = parts(plan, plan::PartKind::form);
  json["letters"] = parts(plan, plan::PartKind::letter);
  json["presence"] = {{"must", list(ruling.presence.must, key)},
                      {"one_of", list(ruling.presence.one_of, key)},
                      {"represented", list(ruling.presence.represented, key)},
                      {"applicant", name(ruling.presence.applicant)},
                      {"agent_allowed", or_null(ruling.presence.agent_allowed)}};
  json["place"] = or_null(ruling.place, [&](const model::Place& place) { return say(place.name); });
  json["steps"] = list(ruling.steps, [&](const model::Step& step) { return say(step.what); });
  json["validity"] = or_null(ruling.validity, [](const model::Validity& validity) {
    return Json{{"months", validity.months}, {"entries", or_null(validity.entries)}};
  });
  json["notes"] =
      list(ruling.checklist.notes, [this](const model::Note& one) { return note(one); });
  json["fee"] = {{"currency", ruling.fee.currency},
                 {"authority", or_null(ruling.fee.authority)},
                 {"courier", ruling.fee.courier},
                 {"total", or_null(ruling.fee.total)}};
  json["dates"] = {{"ready", or_null(ruling.dates.ready, iso_of)},
                   {"latest", or_null(ruling.dates.latest, iso_of)}};
  json["advisories"] = list(ruling.checklist.advisories,
                            [this](const model::Advisory& one) { return advisory(one); });
  json["unstated"] = list(ruling.checklist.unstated, say_it);
  return json;
}

Json PlanWriter::refusal(const model::Refusal& refusal) const {
  Json json = {{"procedure", refusal.procedure.value},
               {"procedure_code", refusal.procedure_code},
               {"applicant", refusal.applicant.value},
               {"code", refusal.code.value},
               {"eligible", name(refusal.eligible)}};
  model::Bilingual why;
  for (const model::Sentence& reason : refusal.reasons) {
    const model::Bilingual said = library_.words.say(reason, people_);
    why.zh += said.zh;
    why.en += (why.en.empty() ? "" : " ") + said.en;
  }
  json.update(text(why));
  json["sources"] = list(refusal.sources, citation);
  return json;
}

Json PlanWriter::question(const model::Question& question) const {
  Json json = {{"fact", question.fact.value}};
  json.update(text(ask(question, library_, people_)));
  json["decides"] = question.decides;
  return json;
}

Json PlanWriter::summary(const plan::FamilySummary& summary) const {
  Json json;
  json["papers"] = list(summary.papers, [this](const plan::FamilyPaper& paper) {
    Json one = named(paper.document.value, library_.rules.papers.at(paper.document).code,
                     "document." + paper.document.value);
    one["also"] = list(paper.also, [](const DocumentId& id) { return id.value; });
    one["needed"] = name(paper.needed);
    one["whose"] = or_null(paper.whose, key);
    one["originals"] = paper.originals;
    one["copies"] = paper.copies;
    one["shared"] = paper.is_shared();
    one["packets"] = list(paper.wanted, [](const plan::Wanted& wanted) { return wanted.packet; });
    return one;
  });
  json["originals"] = summary.originals;
  json["copies"] = summary.copies;
  json["photographs"] = summary.photographs;
  const Json stated(summary.fee.stated);
  json["fee"] = {{"total", summary.fee.is_whole() ? stated : Json(nullptr)},
                 {"stated", stated},
                 {"unstated", summary.fee.unstated}};
  return json;
}

}  // namespace

Json plan_json(const plan::FamilyPlan& plan, const library::Library& library,
               const words::People& people) {
  const PlanWriter writer(library, people);
  Json json = {{"schema", "tongxing.plan/1"},
               {"case", plan.case_id},
               {"as_of", plan.as_of.iso()},
               {"city", plan.city.empty() ? Json(nullptr) : Json(plan.city.value)}};
  json["packets"] =
      list(plan.packets, [&](const plan::PacketPlan& one) { return writer.packet(one); });
  json["refused"] =
      list(plan.refused, [&](const model::Refusal& one) { return writer.refusal(one); });
  json["missing"] =
      list(plan.missing, [&](const model::Question& one) { return writer.question(one); });
  if (plan.packets.size() > 1)
    json["summary"] = writer.summary(plan::summarize(plan, library.rules));
  json["rules"] = {{"edition", or_null(plan.rules.newest, iso_of)}, {"sha256", plan.rules.sha256}};
  return json;
}

}  // namespace tongxing::app
