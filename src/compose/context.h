// SPDX-License-Identifier: GPL-3.0-or-later
// What every page of one packet is made from.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compose/form_layer.h"
#include "compose/style.h"
#include "library/library.h"
#include "model/profile.h"
#include "plan/plan.h"
#include "words/say.h"

namespace tongxing::compose {

/// What the user asked for on the command line.
struct Options {
  Paper paper = Paper::a4;
  Print print = Print::normal;
  bool duplex = false;                 ///< each part starts on a front side
  bool draft = false;                  ///< marked as a draft across every page
  std::set<plan::PartKind> only = {};  ///< empty: all parts
};

/// Pages of one part, as they are counted on paper.
struct PageRange {
  std::size_t first = 1, count = 0;
  std::string text() const;  ///< "6–7"
  bool operator==(const PageRange&) const = default;
};

/// The prepared pages of each form on one paper.
using FormLayers = std::map<FormId, std::vector<FormLayer>>;

/// A value that was too long for its box and stands on the continuation sheet.
struct Continued {
  model::Bilingual label;
  std::string value, where;
};

/// The names with, after a character that is to be written in by hand, the spelling: 㼆□䶮（YING
/// HONGYAN）.
words::People spelled(words::People people);

/// Borrows everything; lives as long as one packet is being composed.
struct Context {
  const plan::PacketPlan& plan;
  const model::Profile& profile;
  const library::Library& library;
  const words::Words& words;
  const words::People& people;
  const Options& options;
  const Style& style;
  text::Shaper& shaper;
  const FormLayers& layers;
  /// Where each part of the plan stands; from the last round, until it no longer changes.
  const std::vector<PageRange>& pages;
  const page::Picture* photo = nullptr;  ///< to be printed in its frame; nullptr: none
  const plan::Part* sheet = nullptr;     ///< the form that is being filled in
  std::string second = words.second();   ///< language tag of the line under the Chinese one

  /// The same in another style, which is borrowed too.
  Context with(const Style& other) const {
    return {plan,  profile, library, words, people, options,
            other, shaper,  layers,  pages, photo,  sheet};
  }
  Context of(const plan::Part& part) const {
    return {plan,  profile, library, words, people, options,
            style, shaper,  layers,  pages, photo,  &part};
  }

  model::Bilingual say(std::string_view id, const words::Arguments& arguments = {}) const {
    return words.say(id, arguments, people);
  }
  model::Bilingual say(const model::Sentence& sentence) const {
    return words.say(sentence, people);
  }
  /// A sentence with the gaps {procedure} and {city}. A city without a file of its own is called as
  /// the schema calls it, else as the family wrote it.
  model::Bilingual say_where(std::string_view id, const ProcedureId& procedure) const;
  /// The sentence for where it is filed: `id`_mission for a Chinese mission abroad.
  model::Bilingual say_for_office(std::string_view id) const;
  const words::PersonName& name(const PersonKey& person) const { return people.at(person); }
  const model::Procedure& procedure() const { return library.rules.procedures.at(plan.procedure); }
  /// The part somebody plays; nullopt: none.
  std::optional<model::Role> role(const PersonKey& person) const;
  /// Number (from 1) of the question for a fact; 0: none.
  std::size_t question(std::string_view fact) const;
  /// First part of a kind; nullptr: there is none.
  const PageRange* range(plan::PartKind kind) const;
  /// Letters in the order in which sources are first cited: A, B, C, E …, Z, A2 …
  std::string source_key(const SourceId& source) const;
  std::vector<SourceId> sources() const;
};

}  // namespace tongxing::compose
