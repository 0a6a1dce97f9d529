// SPDX-License-Identifier: GPL-3.0-or-later
// Facts as rules see them: by role instead of by person, and with those that follow from others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"
#include "model/condition.h"
#include "model/verdict.h"

namespace tongxing::rules {

/// Which facts of the profile were looked at, and which were wanted and are not there. Concrete
/// paths, each once, in the order of looking.
struct Trace {
  std::vector<std::string> read, missing;

  void saw(std::string path);
  void missed(std::string path);
  void add(const Trace& other);
};

/// The person a rule speaks of while it is asked of each parent in turn.
using Self = std::optional<PersonKey>;

/// A view of one case; the case must outlive it.
class Facts {
 public:
  explicit Facts(const model::Case& opened) : case_(&opened) {}

  const model::Case& opened() const { return *case_; }
  const model::Profile& profile() const { return *case_->profile; }

  /// The fact under a path as rules write it ("child.birth_date", "trip.depart",
  /// "family.applies_here"); nullopt: unknown, and `trace` says what was missing.
  /// Requires: the path was checked when the rules were loaded.
  std::optional<model::Fact> get(std::string_view path, const Self& self, Trace& trace) const;

  /// A fact of the profile itself, by concrete path.
  const model::Fact* profile_fact(const std::string& path, Trace& trace) const;
  /// Who plays the part; nullopt: nobody known.
  std::optional<PersonKey> person(std::string_view root, const Self& self) const;
  /// Where a fact about somebody who plays `root` would stand: "people.father.attends" even if the
  /// profile knows no father.
  std::string path_of(std::string_view root, std::string_view rest, const Self& self) const;

 private:
  const model::Case* case_;
};

/// A yes-no fact as a verdict.
model::Verdict told(const Facts& facts, std::string_view path, const Self& self, Trace& trace);
/// A fact that is a whole day.
std::optional<Date> day(const Facts& facts, std::string_view path, Trace& trace);

/// Weighs a condition. `trace.missing` gets only what the verdict hangs on: nothing unless it is
/// unknown.
model::Verdict evaluate(const model::Condition& condition, const Facts& facts, const Self& self,
                        Trace& trace);

}  // namespace tongxing::rules
