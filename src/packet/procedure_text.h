// SPDX-License-Identifier: GPL-3.0-or-later
// Which of our sentences a packet for one procedure in one city can print.
#pragma once

#include <set>
#include <string>

#include "model/rulebook.h"

namespace tongxing::packet {

struct ProcedureText {
  std::set<std::string> lines;     ///< ids of phrases in running text
  std::set<std::string> titles;    ///< ids of phrases that are set large: where it is filed
  std::set<DocumentId> documents;  ///< named in a list of papers
  std::set<DocumentId> left_out;   ///< named where it is said why they are not wanted
  std::set<SourceId> sources;      ///< explained below a list
};

/// Everything that its rules can say to anybody: no reasons for a refusal, which stand on another
/// page, and no text of another city. Empty if there is no such procedure.
ProcedureText procedure_text(const model::RuleBook& book, const ProcedureId& procedure,
                             const CityId& city);

}  // namespace tongxing::packet
