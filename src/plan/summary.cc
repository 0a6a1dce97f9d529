// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/summary.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tongxing::plan {
namespace {

using model::Needed;
using model::Requirement;

/// Proofs of which a person has one: a register entry, an identity card.
constexpr std::array<std::string_view, 2> one_a_person = {"hukou", "identity-card"};

Needed combined(Needed a, Needed b) {
  const auto rank = [](Needed needed) {
    return needed == Needed::yes ? 2 : needed == Needed::unknown ? 1 : 0;
  };
  return rank(a) < rank(b) ? b : a;
}

/// The papers of all packets, as one packet after the other is looked at.
class Papers {
 public:
  explicit Papers(const model::RuleBook& book) : book_(book) {}

  void add(PacketIndex packet, const model::Ruling& ruling) {
    applicant_ = ruling.people.applicant;
    const auto& lines = ruling.checklist.lines;
    for (const auto& line : lines)
      if (!line.same_as) want(find(line), packet, line, false);
    for (const auto& line : lines)
      if (line.same_as) want(find(lines.at(*line.same_as)), packet, line, true);
  }

  std::vector<FamilyPaper> take() {
    std::vector<FamilyPaper> all;
    for (auto& entry : entries_) all.push_back(std::move(entry.paper));
    std::vector<PersonKey> owners;
    for (const auto& paper : all)
      if (paper.whose && std::ranges::find(owners, *paper.whose) == owners.end())
        owners.push_back(*paper.whose);
    std::ranges::stable_sort(all, {}, [&](const FamilyPaper& paper) {
      return paper.whose ? std::ranges::find(owners, *paper.whose) : owners.end();
    });
    return all;
  }

 private:
  struct Entry {
    FamilyPaper paper;
    Requirement proof;    ///< the first line about it
    PersonKey applicant;  ///< whose packet that was
  };

  std::string held_by(const DocumentId& document) const {
    const auto found = book_.papers.find(document);
    return found == book_.papers.end() ? std::string() : found->second.held_by;
  }
  std::string code(const DocumentId& document) const {
    const auto found = book_.papers.find(document);
    return found == book_.papers.end() ? std::string() : found->second.code;
  }

  /// The facts of one person show that both lines mean one thing.
  bool is_proved(const Requirement& one, const Requirement& other) const {
    using model::Verdict;
    if (!one.whose || one.whose != other.whose) return false;
    if (!one.options.empty() || !other.options.empty()) return false;
    if (one.held.satisfied != Verdict::yes || other.held.satisfied != Verdict::yes) return false;
    const auto proof = held_by(one.document);
    if (proof.empty() || proof != held_by(other.document)) return false;
    if (std::ranges::find(one_a_person, proof) != one_a_person.end()) return true;
    return one.held == other.held && (!one.held.ending.empty() || one.held.valid_until);
  }

  bool is_same_owner(const Entry& entry, const Requirement& line) const {
    if (entry.paper.whose != line.whose) return false;
    if (line.whose) return true;
    if (line.group != entry.paper.group) return false;
    return line.group == model::Group::together || entry.applicant == applicant_;
  }

  FamilyPaper& find(const Requirement& line) {
    const auto same_name = [&](const Entry& entry) {
      const auto& paper = entry.paper;
      return is_same_owner(entry, line) &&
             (paper.document == line.document ||
              std::ranges::find(paper.also, line.document) != paper.also.end());
    };
    auto found = std::ranges::find_if(entries_, same_name);
    if (found == entries_.end()) {
      found = std::ranges::find_if(
          entries_, [&](const Entry& entry) { return is_proved(entry.proof, line); });
      if (found != entries_.end()) found->paper.also.push_back(line.document);
    }
    if (found != entries_.end()) return found->paper;
    Entry entry{{}, line, applicant_};
    entry.paper.document = line.document;
    entry.paper.whose = line.whose;
    entry.paper.group = line.group;
    entry.paper.needed = line.needed;
    entry.paper.photograph = code(line.document) == "PHOTO";
    entries_.push_back(std::move(entry));
    return entries_.back().paper;
  }

  /// `again`: the packet wants this very paper already, and counts it there.
  void want(FamilyPaper& paper, PacketIndex packet, const Requirement& line, bool again) {
    if (paper.wanted.empty() || paper.wanted.back().packet != packet)
      paper.wanted.push_back({packet, line.needed, 0, 0});
    auto& wanted = paper.wanted.back();
    wanted.needed = combined(wanted.needed, line.needed);
    paper.needed = combined(paper.needed, line.needed);
    if (!paper.country) paper.country = line.country;
    if (again) return;
    paper.each_its_own |= line.supply == model::Supply::packet || paper.photograph ||
                          code(line.document).starts_with("FORM-");
    paper.own_number |= line.own_number;
    wanted.originals = std::max(wanted.originals, line.originals);
    wanted.copies += line.copies;
    paper.copies += line.copies;
    paper.originals = 0;
    for (const auto& one : paper.wanted)
      paper.originals = paper.each_its_own ? paper.originals + one.originals
                                           : std::max(paper.originals, one.originals);
  }

  const model::RuleBook& book_;
  PersonKey applicant_;  ///< of the packet that is looked at
  std::vector<Entry> entries_;
};

FamilyFee fee_of(const FamilyPlan& family) {
  FamilyFee all;
  for (PacketIndex i = 0; i < family.packets.size(); ++i) {
    const auto& fee = family.packets[i].ruling.fee;
    if (fee.total)
      all.stated[fee.currency] += *fee.total;
    else
      all.unstated.push_back(i);
  }
  return all;
}

/// Rules of two procedures have ids of their own, and can read the same.
bool reads_same(const model::Sentence& one, const model::Sentence& other,
                const model::Phrases& phrases) {
  if (one.arguments != other.arguments) return false;
  if (one.id == other.id) return true;
  const auto a = phrases.find(one.id), b = phrases.find(other.id);
  return a != phrases.end() && b != phrases.end() && a->second == b->second;
}

std::vector<RefusedTogether> refused_of(const FamilyPlan& family, const model::Phrases& phrases) {
  std::vector<RefusedTogether> all;
  for (const auto& refusal : family.refused) {
    auto found = std::ranges::find_if(all, [&](const RefusedTogether& one) {
      return one.applicant == refusal.applicant && one.eligible == refusal.eligible &&
             std::ranges::equal(one.reasons, refusal.reasons, [&](const auto& a, const auto& b) {
               return reads_same(a, b, phrases);
             });
    });
    if (found == all.end()) {
      all.push_back({refusal.applicant, refusal.eligible, {}, refusal.reasons, {}});
      found = std::prev(all.end());
    }
    found->procedures.push_back(refusal.procedure);
    for (const auto& citation : refusal.sources)
      if (std::ranges::find(found->sources, citation.source, &model::Citation::source) ==
          found->sources.end())
        found->sources.push_back(citation);
  }
  return all;
}

std::vector<OpenQuestion> questions_of(const FamilyPlan& family) {
  std::vector<OpenQuestion> all;
  for (const auto& question : family.missing) {
    OpenQuestion open{question, {}};
    for (PacketIndex i = 0; i < family.packets.size(); ++i) {
      const auto& asked = family.packets[i].ruling.checklist.questions;
      if (std::ranges::find(asked, question.fact, &model::Question::fact) != asked.end())
        open.packets.push_back(i);
    }
    all.push_back(std::move(open));
  }
  return all;
}

}  // namespace

bool FamilyPaper::is_shared() const {
  return !each_its_own &&
         std::ranges::count_if(wanted, [](const Wanted& one) { return one.originals > 0; }) > 1;
}

FamilySummary summarize(const FamilyPlan& family, const model::RuleBook& book) {
  FamilySummary summary;
  Papers papers(book);
  for (PacketIndex i = 0; i < family.packets.size(); ++i) papers.add(i, family.packets[i].ruling);
  summary.papers = papers.take();
  for (const auto& paper : summary.papers) {
    if (paper.needed != Needed::yes) continue;
    (paper.photograph ? summary.photographs : summary.originals) += paper.originals;
    summary.copies += paper.copies;
  }
  summary.fee = fee_of(family);
  summary.refused = refused_of(family, book.phrases);
  summary.questions = questions_of(family);
  return summary;
}

}  // namespace tongxing::plan
