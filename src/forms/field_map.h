// SPDX-License-Identifier: GPL-3.0-or-later
// A field map: which value goes where on an official form (docs/FIELD_MAPS.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/value.h"
#include "foreign/field.h"
#include "forms/filling.h"
#include "model/bilingual.h"

namespace tongxing::forms {

/// One way to answer a question with choices.
struct MapOption {
  std::string is;              ///< the value of the fact
  std::string option;          ///< export value or on-state of the field; empty: the same
  std::optional<Place> place;  ///< the box to tick on a flat edition
  Span where;
};

struct MapEntry {
  Span where;
  std::string field;           ///< full name; empty: the flat edition only
  std::optional<Place> place;  ///< where it goes where the blank has no fields
  std::string label;           ///< for the continuation sheet
  std::string path;            ///< of the value; empty: `text`
  std::string text;            ///< always the same
  bool is_choice = false;
  std::vector<MapOption> options;  ///< is_choice; empty: the value is an option already
  bool optional = false;           ///< a value nobody told is no gap
  Style style;
};

/// A field as it was when a person last looked.
struct KnownField {
  std::string name, type;
  std::vector<std::string> options;
  /// Page (from 1) and box in mm of its first widget, tenths: what a person can measure.
  int page = 0;
  double x = 0, y = 0, width = 0, height = 0;
  bool operator==(const KnownField&) const = default;
};

/// Which blank the map was made for.
struct BlankIdentity {
  /// From its key to the next key of the map; end 0: to the end of the file.
  Span where;
  std::string sha256;       ///< of the file
  std::string fingerprint;  ///< of its field tree: fingerprint()
  std::string edition;      ///< day, as printed on the blank; may be empty
  std::vector<KnownField> fields;
};

struct FieldMap {
  std::string id;
  model::Bilingual title;
  std::optional<BlankIdentity> blank;
  Span where;  ///< of the whole map
  std::vector<MapEntry> entries;
};

/// Errors (Fault::data), all of the file: M001 the shape, a missing or unknown key, a text where a
/// number belongs; M004 a box that is no box on a page.
Result<FieldMap> decode_field_map(const data::Value& root);

}  // namespace tongxing::forms
