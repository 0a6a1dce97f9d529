// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a box.
#include "forms/labels.h"

#include <catch2/catch.hpp>

using namespace tongxing;
using namespace tongxing::forms;
using foreign::FieldType;

namespace {

page::Rect at_mm(double x, double y, double width, double height) {
  return {{Length::mm(x), Length::mm(y)}, {Length::mm(width), Length::mm(height)}};
}

foreign::Field one_box(const char* name, page::Rect at, FieldType type = FieldType::text,
                       std::size_t page = 0) {
  foreign::Field one;
  one.name = name;
  one.type = type;
  foreign::Widget widget;
  widget.page = page;
  widget.box = at;
  one.widgets = {widget};
  return one;
}

struct Sheet {
  foreign::OfficialForm form;
  page::PrintedWords words;

  Sheet() { form.pages.resize(2); }
  /// Words of 3 mm height and 2 mm a character, a millimetre apart.
  void print(double x, double y, std::string_view text) {
    while (!text.empty()) {
      const std::string_view word = text.substr(0, text.find(' '));
      const double width = 2 * static_cast<double>(word.size());
      words.push_back({std::string(word), at_mm(x, y, width, 3)});
      x += width + 1;
      text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
  }
  std::string label() const { return find_labels(form, {words}).front(); }
};

}  // namespace

TEST_CASE("the words left of, above, inside and below a box name it, in this order of nearness") {
  Sheet left;
  left.form.fields = {one_box("a", at_mm(60, 50, 40, 5))};
  left.print(20, 51, "Date of birth: ");
  CHECK(left.label() == "Date of birth");
  left.print(60, 51, "inside");
  CHECK(left.label() == "inside");

  Sheet above;
  above.form.fields = {one_box("a", at_mm(60, 50, 40, 5))};
  above.print(20, 80, "far away");
  CHECK(above.label() == "");
  above.print(60, 56, "below");
  CHECK(above.label() == "below");
  above.print(62, 46, "Family name");
  CHECK(above.label() == "Family name");
}

TEST_CASE("a box between takes the words for itself") {
  Sheet sheet;
  sheet.form.fields = {one_box("second", at_mm(60, 50, 20, 5)),
                       one_box("first", at_mm(35, 50, 20, 5))};
  sheet.print(20, 51, "Name");
  CHECK(find_labels(sheet.form, {sheet.words}) == std::vector<std::string>{"", "Name"});

  Sheet rows;
  rows.form.fields = {one_box("second", at_mm(60, 56, 20, 5)),
                      one_box("first", at_mm(60, 50, 20, 5))};
  rows.print(60, 46, "Name");
  CHECK(find_labels(rows.form, {rows.words}) == std::vector<std::string>{"", "Name"});
}

TEST_CASE("a box to tick is named by the words to its right, another by those to its left") {
  for (const FieldType type : {FieldType::checkbox, FieldType::radio, FieldType::text}) {
    Sheet sheet;
    sheet.form.fields = {one_box("a", at_mm(60, 50, 4, 4), type)};
    sheet.print(50, 50, "No");
    sheet.print(66, 50, "Yes");
    CHECK(sheet.label() == (type == FieldType::text ? "No" : "Yes"));
  }
}

TEST_CASE("leaders, colons and stars are left out, and a long text is cut between characters") {
  Sheet sheet;
  sheet.form.fields = {one_box("a", at_mm(60, 50, 40, 5))};
  sheet.print(20, 51, "*City____....:");
  CHECK(sheet.label() == "City");
  Sheet chinese;
  chinese.form.fields = {one_box("a", at_mm(160, 50, 40, 5))};
  std::string many;
  for (int i = 0; i < 100; ++i) many += "姓";
  chinese.words = {{many + "：", at_mm(10, 51, 149, 3)}};
  CHECK(chinese.label() == many.substr(0, 240));
  chinese.words = {{"姓名：", at_mm(10, 51, 149, 3)}};
  CHECK(chinese.label() == "姓名");
}

TEST_CASE("fields without a box and pages without words") {
  Sheet sheet;
  foreign::Field none;
  none.name = "none";
  sheet.form.fields = {none, one_box("other", at_mm(1, 1, 9, 9), FieldType::text, 1)};
  CHECK(find_labels(sheet.form, {}) == std::vector<std::string>{"", ""});
}

TEST_CASE("fields are read page by page, line by line, from left to right") {
  Sheet sheet;
  foreign::Field none;
  sheet.form.fields = {one_box("page 2", at_mm(0, 0, 9, 5), FieldType::text, 1), none,
                       one_box("right", at_mm(100, 49, 9, 5)), one_box("below", at_mm(0, 60, 9, 5)),
                       one_box("left", at_mm(0, 50, 9, 5))};
  CHECK(reading_order(sheet.form) == std::vector<std::size_t>{4, 2, 3, 0, 1});
}
