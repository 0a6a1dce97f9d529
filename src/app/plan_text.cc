// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan_text.h"

#include <algorithm>

#include "app/spoken.h"
#include "plan/summary.h"

namespace tongxing::app {
namespace {

/// Says sentences and messages in one language.
class Speaker {
 public:
  Speaker(const library::Library& library, const words::People& people, const Task& task)
      : library_(library), people_(people), task_(task) {}

  std::string say(const model::Sentence& sentence) const {
    return side(library_.words.say(sentence, people_), task_.language);
  }
  std::string phrase(const std::string& id) const {
    return side(library_.words.say(id), task_.language);
  }
  std::string message(const Message& message) const { return task_.report.text(message); }
  std::string question(const model::Question& asked) const {
    return side(ask(asked, library_, people_), task_.language);
  }
  std::string paper(const DocumentId& id) const { return phrase("document." + id.value); }

 private:
  const library::Library& library_;
  const words::People& people_;
  const Task& task_;
};

std::string listed(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

template <class Line>
std::string counts(const Line& line, const Speaker& speaker) {
  return speaker.message({"originals {0}, copies {1}",
                          {{std::to_string(line.originals)}, {std::to_string(line.copies)}}});
}

const char* mark(model::Needed needed) {
  switch (needed) {
    case model::Needed::yes:
      return "  [ ] ";
    case model::Needed::recommended:
      return "  [+] ";
    case model::Needed::unknown:
      break;
  }
  return "  [?] ";
}

std::string line_text(const model::Requirement& line, const Speaker& speaker) {
  std::string names = speaker.paper(line.document);
  if (!line.options.empty()) {
    std::vector<std::string> options;
    for (const model::Alternative& option : line.options)
      options.push_back(speaker.paper(option.document));
    names = speaker.message({"one of: {0}", {{listed(options)}}});
  }
  std::string text = mark(line.needed) + names + " (" + counts(line, speaker) + ")";
  if (line.whose) text += " – " + line.whose->value;
  text += '\n';
  for (const model::Sentence& reason : line.because) text += "      " + speaker.say(reason) + '\n';
  return text;
}

std::string advisory_text(const model::Advisory& advisory, const Speaker& speaker) {
  return (advisory.blocking ? "  !! " : "  !  ") + advisory.code.value + ": " +
         speaker.say(advisory.text) + '\n';
}

std::string packet_text(const plan::PacketPlan& plan, const Speaker& speaker) {
  const model::Ruling& ruling = plan.ruling;
  std::string text = speaker.phrase("procedure." + plan.procedure.value) + " (" +
                     plan.procedure.value + ") – " + ruling.people.applicant.value + '\n';
  for (const model::Advisory& advisory : ruling.checklist.advisories)
    text += advisory_text(advisory, speaker);
  for (const model::Requirement& line : ruling.checklist.lines) text += line_text(line, speaker);
  if (ruling.place)
    text += "  " + speaker.message({"place: {0}", {{speaker.say(ruling.place->name)}}}) + '\n';
  if (ruling.fee.total == 0)
    text += "  " + speaker.message("fee: none, free of charge") + '\n';
  else if (ruling.fee.total)
    text += "  " +
            speaker.message(
                {"fee: {0} {1}", {{ruling.fee.currency}, {std::to_string(*ruling.fee.total)}}}) +
            '\n';
  if (ruling.dates.ready)
    text += "  " + speaker.message({"usually ready on {0}", {{ruling.dates.ready->iso()}}}) + '\n';
  else if (ruling.dates.latest)
    text += "  " +
            speaker.message({"decided on {0} at the latest", {{ruling.dates.latest->iso()}}}) +
            '\n';
  return text + '\n';
}

std::string numbers(const std::vector<plan::PacketIndex>& packets) {
  std::vector<std::string> all;
  for (const plan::PacketIndex packet : packets) all.push_back(std::to_string(packet + 1));
  return listed(all);
}

std::string shared_text(const plan::FamilyPaper& paper, const Speaker& speaker) {
  std::vector<plan::PacketIndex> packets;
  for (const plan::Wanted& wanted : paper.wanted) packets.push_back(wanted.packet);
  std::string text =
      mark(paper.needed) + speaker.paper(paper.document) + " (" + counts(paper, speaker) + ")";
  if (paper.whose) text += " – " + paper.whose->value;
  return text + ": " + speaker.message({"packets {0}", {{numbers(packets)}}}) + '\n';
}

/// What several packets have in common; nothing where there is only one.
std::string summary_text(const plan::FamilyPlan& plan, const model::RuleBook& book,
                         const Speaker& speaker) {
  if (plan.packets.size() < 2) return "";
  const plan::FamilySummary summary = plan::summarize(plan, book);
  std::string shared;
  for (const plan::FamilyPaper& paper : summary.papers)
    if (paper.is_shared()) shared += shared_text(paper, speaker);
  std::string text;
  if (!shared.empty())
    text += speaker.message("Originals that several packets share, counted once:") + '\n' + shared;
  const char* fees =
      summary.fee.is_whole() ? "fees in all: {0} {1}" : "fees stated so far: {0} {1}";
  for (const auto& [currency, amount] : summary.fee.stated)
    text += speaker.message({fees, {{currency}, {std::to_string(amount)}}}) + '\n';
  if (!summary.fee.is_whole())
    text += speaker.message({"fee not stated for packets {0}", {{numbers(summary.fee.unstated)}}}) +
            '\n';
  return text;
}

}  // namespace

namespace {

/// The first few: with nobody's citizenship known, every procedure hangs on the answer.
std::string decides(const model::Question& question, const Speaker& speaker) {
  constexpr std::size_t few = 8;
  const auto& all = question.decides;
  if (all.size() <= few) return speaker.message({"decides {0}", {{listed(all)}}});
  const std::vector<std::string> first(all.begin(), all.begin() + few);
  return speaker.message(
      {"decides {0} and {1} more", {{listed(first)}, {std::to_string(all.size() - few)}}});
}

}  // namespace

std::string missing_text(const plan::FamilyPlan& plan, const library::Library& library,
                         const words::People& people, const Task& task) {
  const Speaker speaker(library, people, task);
  if (plan.missing.empty()) return "";
  std::string text = speaker.message("What is missing:") + '\n';
  for (const model::Question& question : plan.missing) {
    text += "  " + question.fact.value + "\n      " + speaker.question(question) + '\n';
    if (!question.decides.empty()) text += "      " + decides(question, speaker) + '\n';
  }
  return text;
}

std::string blocked_text(const plan::FamilyPlan& plan, const library::Library& library,
                         const words::People& people, const Task& task) {
  const Speaker speaker(library, people, task);
  std::string text;
  for (const plan::PacketPlan& packet : plan.packets)
    for (const model::Advisory& advisory : packet.ruling.checklist.advisories)
      if (advisory.blocking) text += advisory_text(advisory, speaker);
  return text;
}

std::string refused_text(const plan::FamilyPlan& plan, const library::Library& library,
                         const words::People& people, const Task& task) {
  const Speaker speaker(library, people, task);
  struct Said {
    PersonKey applicant;
    std::vector<std::string> codes, reasons;
  };
  std::vector<Said> all;  // what is refused to the same person for the same reasons stands together
  for (const model::Refusal& refusal : plan.refused) {
    const bool has_another = std::ranges::any_of(plan.packets, [&](const plan::PacketPlan& one) {
      return one.ruling.people.applicant == refusal.applicant;
    });
    if (has_another) continue;
    std::vector<std::string> reasons;
    for (const model::Sentence& reason : refusal.reasons) reasons.push_back(speaker.say(reason));
    auto same = std::ranges::find_if(all, [&](const Said& one) {
      return one.applicant == refusal.applicant && one.reasons == reasons;
    });
    if (same == all.end()) same = all.insert(same, {refusal.applicant, {}, std::move(reasons)});
    same->codes.push_back(refusal.procedure_code);
  }
  std::string text;
  for (const auto& [applicant, codes, reasons] : all) {
    text +=
        speaker.message({"not offered: {0} for {1}", {{listed(codes)}, {applicant.value}}}) + '\n';
    for (const std::string& reason : reasons) text += "      " + reason + '\n';
  }
  return text;
}

std::string plan_text(const plan::FamilyPlan& plan, const library::Library& library,
                      const words::People& people, const Task& task) {
  const Speaker speaker(library, people, task);
  const std::string day = plan.as_of.iso();
  // A mission abroad asks for no city.
  const bool abroad = std::ranges::all_of(plan.packets, [&](const plan::PacketPlan& one) {
    return library.rules.procedures.at(one.procedure).at_mission;
  });
  std::string text = speaker.message(
      !plan.city.empty() ? Message("filing on {0} in {1}", {{day}, {plan.city.value}})
      : abroad && !plan.packets.empty() ? Message("filing on {0}", {{day}})
                                        : Message("filing on {0}; no city is named", {{day}}));
  text += "\n\n";
  for (plan::PacketIndex i = 0; i < plan.packets.size(); ++i) {
    if (plan.packets.size() > 1) text += std::to_string(i + 1) + ". ";
    text += packet_text(plan.packets[i], speaker);
  }
  text += refused_text(plan, library, people, task);
  text += missing_text(plan, library, people, task);
  text += summary_text(plan, library.rules, speaker);
  return text;
}

}  // namespace tongxing::app
