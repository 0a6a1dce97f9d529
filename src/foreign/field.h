// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of somebody else's PDF form, as plain data (ISO 32000-1, 12.7).
//
// Places are given on the page AS SEEN: after /Rotate, relative to the CropBox, origin at the top
// left, x right, y down. OfficialPage::to_user leads back to the file's own coordinates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "page/document.h"

namespace tongxing::foreign {

/// A terminal field by what a person does with it (12.7.4, the flags of /Ff included).
enum class FieldType : std::uint8_t { text, checkbox, radio, combo, list, signature, button };

/// One thing that can be chosen.
struct FieldOption {
  /// Choice fields: the export value. Checkboxes and radio buttons: the name of the on-state as the
  /// appearance dictionary has it, never Off.
  std::string value;
  /// What a person reads: of choice fields the display text; of buttons the /Opt entry, where there
  /// is one (12.7.4.2.3), else the value again.
  std::string label;
  bool operator==(const FieldOption&) const = default;
};

/// 1 component grey, 3 red green blue, 4 cyan magenta yellow black, each 0 … 1; none: transparent.
struct Colour {
  std::vector<double> components;
  bool operator==(const Colour&) const = default;
};

/// x' = a x + c y + e, y' = b x + d y + f (8.3.4), in points.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  bool operator==(const Matrix&) const = default;
};

/// /BS /S (12.5.4, table 166).
enum class BorderStyle : std::uint8_t { solid, dashed, beveled, inset, underline };

/// One box of a field on a page.
struct Widget {
  int object = 0;             ///< its number in the normalised file; never 0 there
  std::size_t page = 0;       ///< from 0
  page::Rect box;             ///< on the page as seen; the size may be 0
  int rotation = 0;           ///< of the text, counterclockwise against the page AS SEEN: 0 … 270
  std::string on_state;       ///< checkboxes and radio buttons; empty: it has none
  Colour background, border;  ///< /MK /BG and /BC
  double border_width = 1;    ///< points, from /BS /W or /Border
  BorderStyle border_style = BorderStyle::solid;
  bool hidden = false;  ///< /F: Hidden or NoView
  bool printed = true;  ///< /F: Print
  bool operator==(const Widget&) const = default;
};

/// A terminal field. Two fields of the file with one name are one field (12.7.3.2).
struct Field {
  std::string name;  ///< full, partial names joined with dots; UTF-8
  FieldType type = FieldType::text;
  int object = 0;  ///< of the field's dictionary; that of the widget where both are one
  std::vector<FieldOption> options;
  std::optional<std::size_t> max_length;  ///< characters
  bool comb = false, multiline = false, password = false, rich_text = false, file_select = false;
  bool required = false, read_only = false;
  bool multi_select = false;        ///< list and combo: several may be chosen
  bool editable = false;            ///< combo: a value that is no option may be typed
  bool radios_in_unison = false;    ///< radio: equal on-states go on together
  std::string tooltip;              ///< /TU
  std::vector<std::string> values;  ///< /V as stored, UTF-8; a button's state without Off
  int alignment = 0;                ///< /Q: 0 left, 1 centred, 2 right
  std::string font;                 ///< /DA: name in /DR, without the slash
  double font_size = 0;             ///< /DA, points; 0: to fit
  Colour colour{{0}};               ///< /DA
  std::vector<Widget> widgets;      ///< in the order of /Kids
  bool operator==(const Field&) const = default;
};

/// A box that is on or off, with a state of its widget for each (12.7.4.2).
inline bool is_button(const Field& field) {
  return field.type == FieldType::checkbox || field.type == FieldType::radio;
}

/// One page of the blank.
struct OfficialPage {
  int object = 0;    ///< its number in the normalised file
  page::Size size;   ///< as seen
  int rotation = 0;  ///< /Rotate, clockwise: 0, 90, 180, 270
  Matrix to_user;    ///< points as seen (origin top left, y down) → the file's user space
  bool operator==(const OfficialPage&) const = default;
};

/// /XFA beside or instead of the fields (12.7.8). Dynamic: the pages hold no form, only a notice to
/// open it elsewhere.
enum class Xfa : std::uint8_t { none, hybrid, dynamic };

struct OfficialForm {
  std::vector<OfficialPage> pages;
  std::vector<Field> fields;  ///< in the order of the field tree, then what stands only on pages
  Xfa xfa = Xfa::none;
  bool is_signed = false;           ///< a signature field has a value
  bool has_scripts = false;         ///< JavaScript anywhere in the document's or a field's actions
  bool has_embedded_files = false;  ///< attachments
  bool operator==(const OfficialForm&) const = default;
};

}  // namespace tongxing::foreign
