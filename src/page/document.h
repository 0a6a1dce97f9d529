// SPDX-License-Identifier: GPL-3.0-or-later
// Finished pages: every glyph has a place, nothing is left to decide.
//
// The vocabulary between layout (which makes it) and pdf (which writes it); neither includes the
// other. Plain data: comparable, dumpable as text, and that dump is what the layout tests compare.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/length.h"
#include "codes/matrix.h"
#include "text/glyphs.h"

namespace tongxing::page {

/// Origin: TOP-left corner of the page; x right, y DOWN. pdf/ flips it, once.
struct Point {
  Length x, y;
  Point operator+(Point b) const { return {x + b.x, y + b.y}; }
  bool operator==(const Point&) const = default;
};
struct Size {
  Length width, height;
  bool operator==(const Size&) const = default;
};
struct Rect {
  Point at;
  Size size;
  bool operator==(const Rect&) const = default;
};

// --- structure: what a screen reader is told (ISO 14289-1; ISO 32000-1, 14.7 and 14.8) ---

/// Standard structure types (ISO 32000-1, 14.8.4) that this program uses.
enum class TagType : std::uint8_t {
  document,
  sect,
  h1,
  h2,
  h3,
  p,
  table,
  thead,
  tbody,
  tr,
  th,
  td,
  l,
  li,
  lbl,
  lbody,
  toc,
  toci,
  reference,
  link,
  figure,
  form,
  note,
  span,
};
enum class Scope : std::uint8_t { none, column, row, both };

/// Index into Document::tags.
enum class TagId : std::uint32_t {};
/// Content that is decoration: rules, running heads, footers. Written as /Artifact.
inline constexpr TagId artifact{0xFFFFFFFF};

/// One structure element. A tag holds either tags or content, never both, but for Link (content
/// and the annotation). Tags stand in reading order: a tag's children in the order of their ids.
/// A TD or TH without content is written all the same: every row is complete.
struct Tag {
  TagType type = TagType::p;
  TagId parent{};   ///< smaller than its own id; the root (id 0, Document) is its own parent
  std::string alt;  ///< /Alt, required for Figure
  std::string actual_text;    ///< /ActualText of the whole element
  std::string language;       ///< /Lang, empty: that of the parent
  std::string title;          ///< /T
  Scope scope = Scope::none;  ///< required for TH
  int column_span = 1, row_span = 1;
  bool decimal_list = false;  ///< L: ListNumbering Decimal, otherwise None
  std::optional<Rect> box;    ///< Figure: BBox attribute, page coordinates; Placement Block
  /// Form drawn as ink: PrintField attributes (ISO 32000-1, 14.8.5.6): "rb", "cb", "pb" or "tv".
  std::string print_field;
  std::optional<bool> checked;  ///< PrintField: on or off
  std::string description;      ///< PrintField /Desc
  bool operator==(const Tag&) const = default;
};

// --- what is drawn ---

/// 0 black … 255 white.
using Grey = std::uint8_t;

/// Shaped text in one face and size; the item's `at` is the start of the baseline.
struct Text {
  text::Run run;
  Length size;  ///< em
  Grey grey = 0;
  Length stroke{};       ///< > 0: outline too, of this width (text render mode 2)
  std::string language;  ///< "en", "zh-CN"…; empty: the document's
  /// For comb cells and the like: what the run stands for. Neighbours of one tag on one line with
  /// the same text stand for it together.
  std::string actual_text;
  bool operator==(const Text&) const = default;
};

/// Filled rectangle.
struct Fill {
  Size size;
  Grey grey = 0;
  bool operator==(const Fill&) const = default;
};

/// Lines and curves, relative to the item's `at`.
struct Path {
  enum class Verb : std::uint8_t { move, line, curve, close };  ///< take 1, 1, 3, 0 points
  std::vector<Verb> verbs;
  std::vector<Point> points;
  std::optional<Grey> fill;
  std::optional<Grey> stroke;
  Length width{};            ///< of the stroke
  std::vector<Length> dash;  ///< empty: solid
  bool round = false;        ///< round caps and joins; otherwise butt caps, miter joins
  bool operator==(const Path&) const = default;
};

/// Two-dimensional code; `module` is the side of one square. The quiet zone of four modules
/// (ISO/IEC 18004, 6.3.8) is the caller's to leave.
struct Code {
  codes::Matrix matrix;
  Length module;
  bool operator==(const Code&) const = default;
};

/// A photograph: the bytes of a baseline JPEG, grey or RGB, or raw 8-bit samples.
struct Picture {
  std::shared_ptr<const std::string> bytes;
  bool jpeg = true;
  unsigned width = 0, height = 0, components = 3;  ///< pixels; 1 grey, 3 RGB
  Size size;
  bool operator==(const Picture&) const = default;
};

struct Item {
  Point at;  ///< on the page
  TagId tag = artifact;
  std::variant<Text, Fill, Path, Code, Picture> draw;
  bool operator==(const Item&) const = default;
};

/// A jump inside the document, tagged as Link (its `tag`).
struct Jump {
  Rect from;
  std::size_t to_page = 0;  ///< from 0
  TagId tag{};
  std::string contents;  ///< what a screen reader says
  bool operator==(const Jump&) const = default;
};

/// A field that is filled in on the screen (ISO 32000-1, 12.7), tagged as Form: its `tag`, which
/// holds nothing else (14.8.4.5) and has no print_field.
struct Fillable {
  enum class Kind : std::uint8_t {
    text,
    check,  ///< on or off
    radio,  ///< of all those with the same name at most one is on
  };
  Kind kind = Kind::text;
  Rect box;
  TagId tag{};
  std::string name;          ///< dots between its parts; no name is the beginning of another's
  std::string tooltip;       ///< what a screen reader says
  std::string group;         ///< radio: the same of all its buttons together
  std::string option;        ///< check, radio: what it says when it is on; not "Off"
  std::optional<Path> mark;  ///< check, radio: drawn when it is on, relative to the box
  Length size{};             ///< text: em; 0: as large as the box and what is typed allow
  int max_length = 0;        ///< text: characters; 0: any number
  bool comb = false;         ///< text: max_length cells of one width
  bool multiline = false;    ///< text
  bool operator==(const Fillable&) const = default;
};

/// What the verifier must find again: `text` stands whole inside `box`.
struct Expectation {
  Rect box;
  std::string text;
  std::string field;  ///< path of the fact, for messages
  bool operator==(const Expectation&) const = default;
};

/// The part of a page that is the same for every family (a form's grid and labels). Shared, never
/// changed; the writer encodes and compresses it once. Its tags are numbered from 0 and are
/// relative to Page::layer_tags; nothing in it is personal, and it has no pictures.
struct Layer {
  std::vector<Tag> tags;  ///< parents are local too; a top-level tag is its own parent
  std::vector<Item> items;
  bool operator==(const Layer&) const = default;
};

struct Page {
  Size size;
  std::shared_ptr<const Layer> layer;  ///< painted first; may be null
  TagId layer_tags{};                  ///< Document::tags index of the layer's tag 0
  std::vector<Item> items;             ///< painted in order
  std::vector<Jump> jumps;
  std::vector<Fillable> fields;  ///< in reading order
  std::vector<Expectation> expectations;
  std::string label;  ///< /PageLabels; empty: the page's number
};

struct Bookmark {
  std::string title;
  std::size_t page = 0;  ///< from 0
  bool operator==(const Bookmark&) const = default;
};

/// One PDF file to be. `id` is the only identity it carries: no personal data goes in metadata.
struct Document {
  std::string title;  ///< of the procedure, never of a person
  std::string language = "zh-CN";
  std::string id;         ///< case and packet hash
  std::vector<Tag> tags;  ///< [0] is the Document element
  std::vector<Page> pages;
  std::vector<Bookmark> outline;
  /// What is typed into fields is shown in this face; required where a page has fields.
  std::optional<text::FaceId> typed;
};

/// Text form of a document, one item a line; golden files compare it.
std::string dump(const Document& document);

}  // namespace tongxing::page
