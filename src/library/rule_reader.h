// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts that all rule files share: conditions, texts with gaps, citations, dates in
// force.
//
// Everything wrong is remembered with its place and reading goes on. Codes beside those of
// text_reader.h, all Fault::data: R001 no such fact, R002 a value that the fact cannot have, R003
// no such document, source, advisory, note, procedure or city, R004 an operator that is none or
// stands wrong, R005 given twice, R006 more certain than its source, R007 a date, R008 a part that
// is missing or unused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/value.h"
#include "library/text_reader.h"
#include "model/rulebook.h"

namespace tongxing::library {

class RuleReader : public TextReader {
 public:
  explicit RuleReader(model::RuleBook& book) : book_(book) {}

  model::RuleBook& book() { return book_; }

  model::Condition condition(const data::Value& value);
  /// zh and en, kept as phrase `id`; `with:` names the facts of its gaps, `plain:` is the text for
  /// when one of them is not known.
  model::Text text_of(const data::Value& map, const std::string& id);
  /// A list of texts, each with a `when:` if it likes; phrases `id`.1, `id`.2 …
  std::vector<model::ConditionalText> texts(const data::Value& list, const std::string& id);
  std::vector<model::Citation> citations(const data::Value& list);
  std::vector<model::NoteId> notes(const data::Value& list);
  model::InForce in_force(const data::Value& map);
  bool yes_no(const data::Value& value);
  Date date(const data::Value& value);
  /// An id that is a key of `known`; reported with the nearest one if it is not.
  template <class Id, class Map>
  Id known(const data::Value& value, const Map& known_ones, std::string_view kind) {
    Id id(text(value));
    if (!known_ones.contains(id)) {
      std::vector<std::string> names;
      for (const auto& [key, unused] : known_ones) names.push_back(key.value);
      unknown(kind, id.value, names, value.where);
    }
    return id;
  }
  void unknown(std::string_view kind, const std::string& word,
               const std::vector<std::string>& names, Span where);
  /// The type of a fact as rules name it; nullopt (reported): there is none.
  enum class Listed : bool { no, yes };
  std::optional<model::FactType> fact_type(const data::Value& path, Listed listed = Listed::no);
  /// Adds a phrase; an id given twice is reported.
  void phrase(const std::string& id, model::Bilingual text, Span where);

 private:
  model::Condition leaf(const data::Value& map);
  void value_fits(const data::Value& value, std::string_view path, model::FactType type);
  void day(const data::Value& value, model::Condition& into);

  model::RuleBook& book_;
};

}  // namespace tongxing::library
