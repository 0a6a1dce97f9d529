// SPDX-License-Identifier: GPL-3.0-or-later
#include <variant>

#include "plan/make_plan.h"

namespace tongxing::plan {
namespace {

using model::Verdict;

std::string word(Verdict verdict) {
  return verdict == Verdict::yes ? "yes" : verdict == Verdict::no ? "no" : "unknown";
}

std::string word(model::Needed needed) {
  switch (needed) {
    case model::Needed::yes:
      return "yes";
    case model::Needed::recommended:
      return "recommended";
    default:
      return "unknown";
  }
}

std::string word(model::Group group) {
  constexpr const char* names[] = {"child",          "applicant", "guardian", "chinese-parent",
                                   "foreign-parent", "inviter",   "together"};
  return names[static_cast<int>(group)];
}

std::string word(model::Certainty certainty) {
  constexpr const char* names[] = {"official", "published-guide", "reported", "third-party",
                                   "inferred"};
  return names[static_cast<int>(certainty)];
}

std::string word(PartKind kind) {
  constexpr const char* names[] = {"cover", "checklist", "day", "questions", "form", "letter"};
  return names[static_cast<int>(kind)];
}

template <class List, class Text>
std::string joined(const List& list, Text text) {
  std::string out;
  for (const auto& one : list) out += (out.empty() ? "" : ", ") + text(one);
  return out.empty() ? "-" : out;
}

constexpr auto by_value = [](const auto& id) { return id.value; };

struct Write {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Date day) const { return day.iso(); }
  std::string operator()(const model::Money& money) const {
    return money.currency + " " + std::to_string(money.amount);
  }
  std::string operator()(model::Role role) const {
    constexpr const char* names[] = {"child",          "father", "mother",    "chinese-parent",
                                     "foreign-parent", "agent",  "applicant", "guardian",
                                     "inviter",        "host"};
    return names[static_cast<int>(role)];
  }
  template <class Tag>
  std::string operator()(const Id<Tag>& id) const {
    return id.value;
  }
  template <class T>
  std::string operator()(const std::vector<T>& list) const {
    return joined(list, by_value);
  }
};

std::string say(const model::Sentence& sentence) {
  std::string out = sentence.id;
  for (const auto& [name, value] : sentence.arguments) {
    out += " {" + name + "=" + std::visit(Write{}, value) + "}";
  }
  return out;
}

std::string people(const std::vector<PersonKey>& list) {
  return joined(list, by_value);
}

std::string key(const std::optional<PersonKey>& person) {
  return person ? person->value : "-";
}

std::string cite(const model::Citation& one) {
  return one.source.value + " (" + word(one.certainty) + ")";
}

void held(std::string& out, const model::Holding& holding) {
  out += word(holding.satisfied);
  if (holding.valid_until) out += " to " + holding.valid_until->iso();
  if (holding.expired) out += " EXPIRED";
  if (!holding.ending.empty()) out += " ..." + holding.ending;
}

void line(std::string& out, const model::Requirement& one) {
  out += one.document.value + " of " + key(one.whose) + " [" + word(one.group) + "] needed " +
         word(one.needed) + ", " + std::to_string(one.originals) + "+" +
         std::to_string(one.copies) + (one.own_number ? " (ours)" : "") + ", held ";
  held(out, one.held);
  out += "\n";
  for (const auto& option : one.options) {
    out += "  or " + option.document.value + ", held ";
    held(out, option.held);
    out += "\n";
  }
  for (const auto& reason : one.because) out += "  because " + say(reason) + "\n";
  for (const auto& remark : one.remarks) out += "  remark " + say(remark.text) + "\n";
  out += "  sources " + joined(one.sources, cite) + "\n";
  if (!one.notes.empty()) out += "  notes " + joined(one.notes, by_value) + "\n";
  if (!one.hinges_on.empty()) out += "  hinges on " + joined(one.hinges_on, by_value) + "\n";
}

}  // namespace

std::string dump(const model::Checklist& list) {
  std::string out;
  for (const auto& one : list.lines) line(out, one);
  for (const auto& one : list.left_out) {
    out +=
        "left out " + one.document.value + " of " + key(one.whose) + ": " + say(one.reason) + "\n";
  }
  for (const auto& one : list.advisories) {
    out += one.code.value + (one.blocking ? " BLOCKING " : " ") + say(one.text) + "\n";
  }
  for (const auto& one : list.questions) {
    out += "question " + one.fact.value + " decides " +
           joined(one.decides, [](const auto& code) { return code; }) + "\n";
  }
  for (const auto& one : list.notes) out += "note " + one.id.value + "\n";
  for (const auto& one : list.unstated) out += "unstated " + say(one) + "\n";
  return out;
}

std::string dump(const PacketPlan& plan) {
  const auto& ruling = plan.ruling;
  std::string out = "packet " + plan.code + " " + plan.city.value + " " + plan.as_of.iso() + " " +
                    plan.who + " " + ruling.people.applicant.value + "\n";
  out += "people father " + key(ruling.people.father) + ", mother " + key(ruling.people.mother) +
         ", Chinese " + key(ruling.people.chinese_parent) + ", foreign " +
         key(ruling.people.foreign_parent) + ", agent " + key(ruling.people.agent) + "\n";
  out += "presence must " + people(ruling.presence.must) + "; one of " +
         people(ruling.presence.one_of) + "; represented " + people(ruling.presence.represented) +
         "; applicant " + word(ruling.presence.applicant) + "\n";
  out += "place " + (ruling.place ? say(ruling.place->name) : "not stated") + "\n";
  for (const auto& step : ruling.steps) out += "step " + say(step.what) + "\n";
  out += "fee " + (ruling.fee.total ? std::to_string(*ruling.fee.total) : "not stated") + " " +
         ruling.fee.currency + ", courier " + std::to_string(ruling.fee.courier) + "\n";
  out += "ready " + (ruling.dates.ready ? ruling.dates.ready->iso() : "not stated") + ", latest " +
         (ruling.dates.latest ? ruling.dates.latest->iso() : "not stated") + "\n";
  if (ruling.validity) {
    out += "valid " + std::to_string(ruling.validity->months) + " months, entries " +
           (ruling.validity->entries ? std::to_string(*ruling.validity->entries) : "many") + "\n";
  }
  for (const auto& part : plan.parts) {
    out += "part " + word(part.kind) + " " + part.code + " of " + people(part.subjects) + " x" +
           std::to_string(part.copies);
    for (const auto& [name, text] : part.fill) out += " " + name + "=" + text;
    out += "\n";
  }
  return out + dump(ruling.checklist);
}

std::string dump(const FamilyPlan& plan) {
  std::string out = "case " + plan.case_id + "\n";
  for (const auto& packet : plan.packets) out += dump(packet);
  for (const auto& one : plan.refused) {
    out += "refused " + one.procedure_code + " for " + one.applicant.value + " eligible " +
           word(one.eligible) + " " + one.code.value + "\n";
    for (const auto& reason : one.reasons) out += "  " + say(reason) + "\n";
  }
  for (const auto& one : plan.missing) {
    out += "missing " + one.fact.value + " decides " +
           joined(one.decides, [](const auto& code) { return code; }) + "\n";
  }
  return out;
}

}  // namespace tongxing::plan
