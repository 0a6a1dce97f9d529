// SPDX-License-Identifier: GPL-3.0-or-later
// A procedure and its local variations, as templates/procedures and templates/cities give them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "model/rule.h"
#include "model/ruling.h"

namespace tongxing::model {

struct Procedure {
  ProcedureId id;
  std::string code;  ///< EEP-FIRST; names are the phrases procedure.<id> and procedure.<id>.short
  InForce in_force;
  bool for_child = false;          ///< only for people whose role is child
  bool at_mission = false;         ///< filed with a Chinese mission abroad: cities play no part
  std::vector<GateRule> eligible;  ///< all must hold, tried in this order
  std::vector<OfferRule> offers;   ///< `requested: auto`: all must hold, in this order
  std::vector<DocumentRule> documents;  ///< the union of what any office asks for
  std::vector<AdvisoryRule> advisories;
  PresenceRules presence;
  std::vector<PlaceRule> places;  ///< before those of the city
  std::vector<StepRule> steps;    ///< where the city names none
  FeeRules fee;
  TermRules term;
  std::vector<ValidityRule> validity;  ///< the first that holds
  std::optional<Photo> photo;
  std::vector<ConditionalText> photo_rules;
  std::vector<ConditionalText> use;
  std::vector<ConditionalText> information;
  std::vector<ConditionalText> unstated;
  std::vector<FormRule> forms;
  std::vector<LetterRule> letters;
  std::vector<AskRule> asks;
  Text whom_to_ask;           ///< the last word of every refusal
  std::vector<NoteId> notes;  ///< that concern the procedure as a whole
  Span where;

  const DocumentRule* document(std::string_view rule) const;
};

/// What one city does differently in one procedure. Absent parts: as the procedure says.
struct LocalRules {
  /// own: exactly the lines named here. general: the union, with the lines named here changed.
  enum class List : std::uint8_t { own, general };
  List list = List::general;
  std::vector<DocumentRule> documents;  ///< all of the procedure's, overlaid by the city's
  std::vector<AdvisoryRule> advisories;
  std::optional<PresenceRules> presence;
  std::vector<StepRule> steps;
  std::optional<FeeRules> fee;
  std::optional<TermRules> term;
  std::vector<ValidityRule> validity;
  std::vector<ConditionalText> photo_rules;
  std::vector<ConditionalText> unstated;
  std::vector<NoteId> notes;
};

struct City {
  CityId id;
  bool verified = false;  ///< we have a source that speaks of this city's own list
  InForce in_force;
  std::vector<PlaceRule> places;  ///< the first whose `when` is yes
  std::map<ProcedureId, LocalRules> procedures;
  Span where;
};

}  // namespace tongxing::model
