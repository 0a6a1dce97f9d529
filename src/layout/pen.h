// SPDX-License-Identifier: GPL-3.0-or-later
// Draws text, rules and boxes into material that a page will hold.
//
// x counts from the left edge of the page, y from the top of the material, so that what is drawn
// once can be moved down a page, or to the next page, as a whole. Everything drawn belongs to the
// structure element that is open (page::Tag), or is an artifact when none is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/document.h"
#include "text/shape.h"

namespace tongxing::layout {

/// How a text looks.
struct Type {
  text::Role role = text::Role::sans;
  Length size = Length::pt(10.5);
  Length leading = Length::mm(5);  ///< from line to line; the first baseline follows from it
  Length stroke{};                 ///< outline that thickens thin strokes (SPEC 6.4)
  int tracking = 0;                ///< 1/1000 em after every glyph
};

enum class Align : std::uint8_t { left, centre, right };

/// Material of a known height, ready to be placed.
struct Box {
  Length height{};
  std::vector<page::Item> items = {};
  std::vector<page::Jump> jumps = {};
  std::vector<page::Expectation> expectations = {};
  std::vector<page::TagId> figures = {};  ///< their Tag::box moves with the material
  bool keep_with_next = false;  ///< a heading, which never stands alone at the foot of a page
  /// Its rules on the upper edge are left out at the top of a page, where the head's rule is.
  bool rule_on_top = false;
};

/// One language of one paragraph: what is said and in which language it is tagged.
struct Words {
  std::vector<text::Span> spans;
  std::string language;  ///< empty: the document's
};

class Pen {
 public:
  /// Borrows both. `tags[0]` is the root of the part and stands already.
  Pen(text::Shaper& shaper, std::vector<page::Tag>& tags);

  text::Shaper& shaper() { return shaper_; }

  // --- structure ---
  page::TagId open(page::TagType type);
  page::TagId open(page::Tag tag);  ///< parent is filled in
  void close();
  /// The open element, for changes before it is closed.
  page::Tag& tag(page::TagId id) { return tags_[static_cast<std::size_t>(id)]; }
  page::TagId current() const;
  /// Draws into an element made before (a slot of a form).
  void enter(page::TagId id) { open_.push_back(id); }
  /// Decoration until `close()`.
  void open_artifact() { open_.push_back(page::artifact); }

  // --- text; `y` is the top of the line box ---
  /// One line; returns its width.
  Length line(Length x, Length y, const Type& type, std::string_view utf8,
              std::string_view language = {}, Align align = Align::left, Length width = {});
  Length line(Length x, Length y, const Type& type, const Words& words, Align align = Align::left,
              Length width = {});
  /// As many lines as `width` needs; returns the height used.
  Length paragraph(Length x, Length y, Length width, const Type& type, const Words& words,
                   Align align = Align::left);
  Length paragraph(Length x, Length y, Length width, const Type& type, std::string_view utf8,
                   std::string_view language = {}, Align align = Align::left);
  /// Width of one line; nothing is drawn.
  Length width(const Type& type, std::string_view utf8);
  /// A shaped line whose baseline starts at (x, baseline).
  void shaped(Length x, Length baseline, const Type& type, const text::Line& line,
              std::string_view language, std::string_view actual_text = {}, page::Grey grey = 0);
  /// Distance from the top of a line box to its baseline: Han characters stand in its middle.
  static Length baseline(const Type& type);

  // --- lines and boxes ---
  void fill(Length x, Length y, Length width, Length height, page::Grey grey = 0);
  void rule(Length x, Length y, Length width, Length thickness);  ///< y is its middle
  void upright(Length x, Length y, Length height, Length thickness);
  void frame(Length x, Length y, Length width, Length height, Length thickness,
             std::vector<Length> dash = {});
  void ring(Length x, Length y, Length diameter, Length thickness, bool dot);
  void tick(Length x, Length y, Length box);  ///< drawn tick for a box of that side
  void path(Length x, Length y, page::Path path);
  void code(Length x, Length y, codes::Matrix matrix, Length module);
  void picture(Length x, Length y, page::Picture picture);

  void expect(page::Rect box, std::string text, std::string field);
  void jump(page::Rect from, std::size_t to_page, std::string contents);

  /// What was drawn since the last call.
  Box take(Length height);

 private:
  void put(page::Point at,
           std::variant<page::Text, page::Fill, page::Path, page::Code, page::Picture> draw);

  text::Shaper& shaper_;
  std::vector<page::Tag>& tags_;
  std::vector<page::TagId> open_;
  Box box_;
};

/// Opens an element for the length of a scope.
class Tagged {
 public:
  Tagged(Pen& pen, page::TagType type) : pen_(pen), id_(pen.open(type)) {}
  Tagged(Pen& pen, page::Tag tag) : pen_(pen), id_(pen.open(std::move(tag))) {}
  ~Tagged() { pen_.close(); }
  Tagged(const Tagged&) = delete;
  Tagged& operator=(const Tagged&) = delete;
  page::TagId id() const { return id_; }

 private:
  Pen& pen_;
  page::TagId id_;
};

/// Decoration for the length of a scope.
class Decoration {
 public:
  explicit Decoration(Pen& pen) : pen_(pen) { pen.open_artifact(); }
  ~Decoration() { pen_.close(); }
  Decoration(const Decoration&) = delete;
  Decoration& operator=(const Decoration&) = delete;

 private:
  Pen& pen_;
};

}  // namespace tongxing::layout
