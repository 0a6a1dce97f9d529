// SPDX-License-Identifier: GPL-3.0-or-later
// All rules, cross-checked: what library/ loads and rules/ reads. Immutable, shared by all threads.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "model/procedure.h"
#include "model/schema.h"
#include "model/sentence.h"

namespace tongxing::model {

/// A kind of paper; its names are the phrases document.<id> (zh, en).
struct Paper {
  DocumentId id;
  std::string code;     ///< of DOMAIN A1: "CH-PP"
  std::string held_by;  ///< which facts prove that the family has it (rules/holding.h)
  Span where;
};

/// Where a statement comes from; its names are the phrases source.<id> and source.<id>.short.
struct Source {
  SourceId id;
  PartialDate published;                 ///< year 0: bears no date
  Certainty best = Certainty::inferred;  ///< nothing cited from it may claim more
  Span where;
  bool nationwide = false;  ///< a guide that speaks of the whole country, not of one city
};

/// Working days of one year, from a notice that names its holidays and make-up days.
struct CalendarYear {
  int year = 0;
  std::set<Date> holidays;  ///< no work, weekday or not
  std::set<Date> workdays;  ///< Saturdays and Sundays on which offices work
  std::vector<Citation> sources;
};

/// Countries whose papers get an apostille; about those not named nothing is known.
struct ApostilleTable {
  std::set<std::string> members;  ///< alpha-2
  std::vector<Citation> sources;
};

struct RuleBook {
  Schema schema;
  std::map<ProcedureId, Procedure> procedures;
  std::vector<ProcedureId> order;  ///< in which `auto` looks at them
  std::map<CityId, City> cities;   ///< "other" stands for any city without a file
  std::map<DocumentId, Paper> papers;
  /// What the texts of a letter hang on, by name.
  std::map<LetterId, std::map<std::string, Condition, std::less<>>> letters;
  std::map<SourceId, Source> sources;
  std::map<NoteId, Note> notes;
  std::map<AdvisoryId, bool> advisories;  ///< code → blocking
  int old_after_months = 0;               ///< W-OBSOLETE: newest source older than this; 0: never
  std::map<int, CalendarYear> calendar;
  ApostilleTable apostille;
  Phrases phrases;             ///< every text of these files; words/ adds its own
  std::string sha256;          ///< over all rule files, hex
  std::optional<Date> newest;  ///< newest whole date of a cited source
};

}  // namespace tongxing::model
