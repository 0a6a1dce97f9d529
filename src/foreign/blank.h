// SPDX-License-Identifier: GPL-3.0-or-later
// A form made ready to be filled again and again.
//
// Everything that no filling changes is taken out of the file once, cleaned, and given as text of
// PDF objects with their numbers; whoever fills the form writes them out as they are and adds the
// few objects that differ, whose numbers are kept free here. Each page draws one more form XObject,
// the overlay, after its own content, whatever graphics state that leaves behind.
//
// What is always left out: XFA, scripts (ISO 32000-1, 12.6.4.16), actions that reach out of the
// file, embedded files, signatures. Flat: the form's fields too, with all that refers to them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "foreign/field.h"
#include "foreign/normalise.h"

namespace tongxing::foreign {

enum class Keep : std::uint8_t { flat, fields };

/// An indirect object as text.
struct BlankObject {
  int number = 0;
  /// The value; of a stream, the entries of its dictionary, without << >> and /Length.
  std::string text;
  std::optional<std::string> stream;  ///< its bytes as they stand in the file, filters and all
};

/// What a widget looks like in the blank, where that leaves any ink.
struct Look {
  int object = 0;  ///< a form XObject
  Matrix to_page;  ///< its space → points of the page as seen, origin BOTTOM left, y up
};

struct BlankPage {
  int overlay = 0;  ///< number of the form XObject that the page draws last
  Matrix to_user;   ///< points of the page as seen, origin BOTTOM left, y up → user space
};

/// Keep::fields: a field or a widget (or both in one), whose value and look a filling may change.
struct FieldObject {
  std::string always;  ///< entries that stay
  std::string blank;   ///< /V, /AS, /AP … as the blank has them, for a field that is not filled
};

struct Blank {
  std::vector<BlankObject> objects;  ///< by number; the same for every filling
  std::vector<BlankPage> pages;
  /// Root of the page tree: its number, its entries without /Kids and /Count; the pages' numbers.
  int page_tree = 0;
  std::string page_tree_entries;
  std::vector<int> page_objects;
  int catalog = 0, info = 0;
  /// [field][widget] of the OfficialForm.
  std::vector<std::vector<std::optional<Look>>> looks;
  /// Keep::fields only, by object number.
  std::map<int, FieldObject> fields;
  int form = 0;                    ///< number of the /AcroForm
  std::string form_entries;        ///< without /DR, /NeedAppearances
  std::string resources;           ///< entries of its /DR without /Font
  std::string fonts;               ///< entries of its /DR /Font
  int next = 0;                    ///< the first number that is free
  bool needs_appearances = false;  ///< the looks in the file are not to be trusted (12.7.2)
};

/// Errors (Fault::input, F037): the file is not what `form` was read from, or broken in a way that
/// only shows now. Equal input gives an equal result.
Result<Blank> prepare_blank(const Normalised& file, const OfficialForm& form, Keep keep,
                            const std::filesystem::path& shown);

}  // namespace tongxing::foreign
