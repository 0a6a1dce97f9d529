// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/asks_for.h"

#include <array>

namespace tongxing::rules {
namespace {

using model::Verdict;

/// What shows that a document is asked for; the first is the question where nothing does.
constexpr std::array visa = {"visa.action", "visa.category",       "visa.purpose",
                             "visa.days",   "visa.extension_days", "visa.change_reason"};
constexpr std::array stay = {"stay.reason", "stay.free_until"};
constexpr std::array residence = {"residence.action", "residence.category", "residence.branch",
                                  "residence.months"};
/// A lost passport and an endorsement are other things that can be wanted.
constexpr std::array other = {"lost.cause", "endorsement_purpose", "endorsements.0"};

template <class List>
bool told_of(const Facts& facts, const List& list, Trace& trace) {
  for (const auto* rest : list) {
    const auto path = facts.path_of("applicant", rest, std::nullopt);
    if (!facts.profile().find(path)) continue;
    trace.saw(path);
    return true;
  }
  return false;
}

/// The note on a student's permit, told as a wish.
bool wants_note(const Facts& facts, Trace& trace) {
  const auto path = facts.path_of("applicant", "study.work_note", std::nullopt);
  const auto* note = facts.profile().find(path);
  if (!note || note->yes_no() != true) return false;
  trace.saw(path);
  return true;
}

template <class List>
Verdict asks_for(const Facts& facts, const List& wanted, Trace& trace) {
  if (told_of(facts, wanted, trace)) return Verdict::yes;
  if (told_of(facts, visa, trace) || told_of(facts, stay, trace) ||
      told_of(facts, residence, trace) || told_of(facts, other, trace) ||
      wants_note(facts, trace)) {
    return Verdict::no;
  }
  trace.missed(facts.path_of("applicant", wanted.front(), std::nullopt));
  return Verdict::unknown;
}

}  // namespace

Verdict asks_for_residence(const Facts& facts, Trace& trace) {
  return asks_for(facts, residence, trace);
}

Verdict asks_for_stay(const Facts& facts, Trace& trace) {
  return asks_for(facts, stay, trace);
}

Verdict asks_for_visa(const Facts& facts, Trace& trace) {
  return asks_for(facts, visa, trace);
}

}  // namespace tongxing::rules
