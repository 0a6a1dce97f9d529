// SPDX-License-Identifier: GPL-3.0-or-later
// Fields to fill in on the screen (ISO 32000-1, 12.7), as PDF/A (ISO 19005-2, 6.3 and 6.4) and
// PDF/UA (ISO 14289-1, 7.18) want them: each with an appearance of its own, none left to a viewer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/document.h"
#include "pdf/part.h"

namespace tongxing::pdf {

class Fields {
 public:
  /// Borrows the document.
  explicit Fields(const page::Document& document);

  bool empty() const { return nodes_.empty(); }

  /// Where the widgets of a page are: annotations and entries of the parent tree, numbered on.
  struct Widgets {
    ObjectNumber page = 0, first = 0;
    std::int64_t first_key = 0;
  };
  struct Numbers {
    ObjectNumber first = 0;        ///< the form (/AcroForm); object_count() from here on
    ObjectNumber font = 0;         ///< of Document::typed
    std::string font_name;         ///< in resources: "F8"
    std::vector<Widgets> widgets;  ///< by page
  };
  /// Objects beside the widgets: the form, fields that are no widgets, appearances.
  std::size_t object_count() const { return 1 + nodes_.size() + appearances_.size(); }
  void write(PartBuilder& part, const Numbers& numbers) const;

 private:
  /// A widget, by its page and its place among the page's fields.
  struct Place {
    std::size_t page = 0, field = 0;
  };
  /// A part of a name: "applicant" of "applicant.name.zh".
  struct Node {
    std::string name;
    std::size_t parent = top;
    std::vector<std::size_t> children;
    std::vector<Place> widgets;  ///< where there are no children
  };
  /// What is drawn in a box: nothing but what is typed, or a mark.
  struct Appearance {
    page::Size size;
    const page::Path* mark = nullptr;
    bool is_text = false;
  };
  struct Looks {
    std::size_t on = 0, off = 0;  ///< indices into appearances_; text: on
  };
  static constexpr std::size_t top = static_cast<std::size_t>(-1);

  const page::Fillable& at(Place place) const {
    return document_.pages[place.page].fields[place.field];
  }
  std::size_t node(std::string_view name, std::size_t parent);
  std::size_t appearance(page::Size size, const page::Path* mark);
  ObjectNumber number(std::size_t node, const Numbers& numbers) const;
  ObjectNumber number(Place place, const Numbers& numbers) const {
    const auto& page = numbers.widgets[place.page];
    return page.first + static_cast<ObjectNumber>(place.field);
  }
  void put_references(std::string& out, const std::vector<std::size_t>& nodes,
                      const Numbers& numbers) const;
  void put_field(std::string& out, std::size_t node, const Numbers& numbers) const;
  void put_widget(std::string& out, Place place, const Numbers& numbers) const;
  void write_node(PartBuilder& part, std::size_t node, const Numbers& numbers) const;
  void write_appearance(PartBuilder& part, std::size_t i, const Numbers& numbers) const;

  const page::Document& document_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> roots_;
  std::vector<Appearance> appearances_;
  std::vector<std::vector<Looks>> looks_;  ///< by page and field
};

}  // namespace tongxing::pdf
