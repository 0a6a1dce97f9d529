// SPDX-License-Identifier: GPL-3.0-or-later
// What a family with several packets brings in all: every paper once, and what it costs together.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/rulebook.h"
#include "plan/plan.h"

namespace tongxing::plan {

/// Index into FamilyPlan::packets.
using PacketIndex = std::size_t;

/// What one packet wants of a paper.
struct Wanted {
  PacketIndex packet = 0;
  model::Needed needed = model::Needed::unknown;
  int originals = 0, copies = 0;
  bool operator==(const Wanted&) const = default;
};

/// One paper that the family brings, whatever number of packets want it.
struct FamilyPaper {
  DocumentId document;           ///< as the first packet that wants it calls it
  std::vector<DocumentId> also;  ///< what others call the same thing: the child's foreign passport
                                 ///< is the applicant's passport of another packet
  std::optional<PersonKey> whose;  ///< nullopt: the family's, or of somebody not known yet
  model::Group group = model::Group::together;    ///< whose, where it is not known: the inviter's
  std::optional<model::CountryCode> country;      ///< that issued it, where a packet says so
  model::Needed needed = model::Needed::unknown;  ///< yes wins over unknown, over recommended: a
                                                  ///< doubt of one packet is not lost in another
  bool each_its_own = false;  ///< forms, photographs, what a packet contains: nothing is shared
  bool photograph = false;
  bool own_number = false;     ///< as in a packet's line: no source gives the number
  int originals = 0;           ///< shown and returned, so the most that one packet wants; the sum
                               ///< where each packet has its own
  int copies = 0;              ///< in all packets
  std::vector<Wanted> wanted;  ///< in the order of the packets, each at most once
  bool operator==(const FamilyPaper&) const = default;

  /// Two packets or more want to see the one original.
  bool is_shared() const;
};

/// The fees of all packets, by currency.
struct FamilyFee {
  std::map<std::string, int> stated;  ///< whole units; only of the packets whose fee is stated
  std::vector<PacketIndex> unstated;  ///< packets whose fee no source states
  bool operator==(const FamilyFee&) const = default;

  /// `stated` is everything. An unstated fee has no currency of which to be a part.
  bool is_whole() const { return unstated.empty(); }
};

/// Procedures that are kept back from one person for the same reasons.
struct RefusedTogether {
  PersonKey applicant;
  model::Verdict eligible = model::Verdict::no;
  std::vector<ProcedureId> procedures;  ///< as the rules looked at them
  std::vector<model::Sentence> reasons;
  std::vector<model::Citation> sources;  ///< each source once
  bool operator==(const RefusedTogether&) const = default;
};

/// A question that is still open, with the packets whose sheets ask it; none: only a procedure that
/// is not offered hinges on it.
struct OpenQuestion {
  model::Question question;
  std::vector<PacketIndex> packets;
  bool operator==(const OpenQuestion&) const = default;
};

struct FamilySummary {
  std::vector<FamilyPaper> papers;  ///< by owner as packets first name them, the family's last
  int originals = 0, copies = 0, photographs = 0;  ///< of the papers that are needed
  FamilyFee fee;
  std::vector<RefusedTogether> refused;  ///< by applicant
  std::vector<OpenQuestion> questions;   ///< each fact once
};

/// Total and pure. Two lines are one paper where document and owner are the same (an owner who is
/// not known, an inviter say, is the same for one applicant only); also where the names differ, the
/// same person's facts prove both (`held_by` of templates/documents.yaml) and what they prove is
/// one thing: the same number or last day, or a paper of which a person has one. What cannot be
/// known to be one stays two.
FamilySummary summarize(const FamilyPlan& family, const model::RuleBook& book);

}  // namespace tongxing::plan
