// SPDX-License-Identifier: GPL-3.0-or-later
// Names of things as types of their own, so that a city is never passed for a document.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace tongxing {

template <class Tag>
struct Id {
  std::string value;

  Id() = default;
  explicit Id(std::string text) : value(std::move(text)) {}
  bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

using PersonKey = Id<struct PersonTag>;       ///< key under `people` in the profile
using DocumentId = Id<struct DocumentTag>;    ///< key in templates/documents.yaml
using ProcedureId = Id<struct ProcedureTag>;  ///< templates/procedures/<id>.yaml
using CityId = Id<struct CityTag>;            ///< templates/cities/<id>.yaml
using SourceId = Id<struct SourceTag>;        ///< key in templates/sources.yaml
using RuleId = Id<struct RuleTag>;            ///< "<procedure or city>/<id>"
using AdvisoryId = Id<struct AdvisoryTag>;    ///< "W-NAME-MISMATCH"
using FormId = Id<struct FormTag>;            ///< forms/<id>/
using LetterId = Id<struct LetterTag>;        ///< templates/letters/<id>.yaml

}  // namespace tongxing

template <class Tag>
struct std::hash<tongxing::Id<Tag>> {
  std::size_t operator()(const tongxing::Id<Tag>& id) const {
    return std::hash<std::string>{}(id.value);
  }
};
