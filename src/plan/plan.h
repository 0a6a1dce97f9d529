// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into a packet, in what order; and why there is none, where there is none.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "model/ruling.h"

namespace tongxing::plan {

enum class PartKind : std::uint8_t { cover, checklist, day, questions, form, letter };

/// One piece of the packet.
struct Part {
  PartKind kind = PartKind::cover;
  FormId form;                           ///< only of a form: "cn-exit-entry-application"
  LetterId letter;                       ///< only of a letter: "power-of-attorney"
  std::string code;                      ///< FORM-CN, L-POA; empty for our own sheets
  std::vector<PersonKey> subjects = {};  ///< as of model::Sheet
  int copies = 1;                        ///< sets to print
  std::map<std::string, model::Verdict, std::less<>> truths = {};  ///< conditions of a letter
  std::map<std::string, std::string, std::less<>> fill = {};  ///< of a form: model::Sheet::fill
  bool operator==(const Part&) const = default;
};

/// Which rules spoke.
struct Edition {
  std::string sha256;  ///< hex, over the rule files as read
  std::optional<Date>
      newest;  ///< newest whole date of a source that is used; nullopt: none bears one
  bool operator==(const Edition&) const = default;
};

/// One packet: one applicant, one procedure.
struct PacketPlan {
  std::string case_id;
  ProcedureId procedure;
  std::string code;  ///< EEP-FIRST
  CityId city;
  Date as_of;       ///< filing date
  int ordinal = 1;  ///< of the applicant in this profile
  std::string who;  ///< the applicant without a name: "child-1", "applicant-1"
  model::Ruling ruling;
  std::vector<Part> parts;  ///< in the order of the paper
  Edition rules;
};

/// Everything one profile leads to. With no packet at all there is still a page: why, and whom to
/// ask.
struct FamilyPlan {
  std::string case_id;
  CityId city;
  Date as_of;
  /// In which they are to be done: by applicant as the profile lists them, then as the rules order
  /// procedures.
  std::vector<PacketPlan> packets;
  std::vector<model::Refusal> refused;
  std::vector<model::Question> missing;  ///< of all packets and refusals, each fact once
  Edition rules;
};

}  // namespace tongxing::plan
