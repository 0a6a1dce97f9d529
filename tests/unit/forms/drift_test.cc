// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/drift.h"

#include <catch2/catch.hpp>

#include "unit/forms/maps.h"

using namespace tongxing;

namespace {

foreign::OfficialForm form_at(double y) {
  foreign::OfficialForm all;
  all.pages.push_back({3, {Length::mm(210), Length::mm(297)}, 0, {}});
  foreign::Widget widget;
  widget.box = {{Length::mm(10), Length::mm(y)}, {Length::mm(50), Length::mm(6)}};
  foreign::Field name, country;
  name.name = "na\"me";
  name.widgets = {widget};
  country.name = "country";
  country.type = foreign::FieldType::combo;
  country.options = {{"CN", "China"}, {"FR", "France"}};
  widget.box.at.y += Length::mm(10);
  country.widgets = {widget};
  all.fields = {name, country};
  return all;
}

std::vector<std::string> told(const foreign::OfficialForm& before,
                              const foreign::OfficialForm& now) {
  std::vector<std::string> all;
  for (const auto& one : forms::differences(forms::known_fields(before), forms::known_fields(now)))
    all.push_back(english(one));
  return all;
}

}  // namespace

TEST_CASE("what changed between two editions is said field by field") {
  const auto before = form_at(20);
  CHECK(told(before, before).empty());

  auto renamed = form_at(20);
  renamed.fields[0].name = "surname";
  CHECK(told(before, renamed) == std::vector<std::string>{"renamed: 'na\"me' is now 'surname'"});

  auto added = form_at(20);
  added.fields.push_back(added.fields[0]);
  added.fields[2].name = "more";
  added.fields[2].widgets[0].box.at.y = Length::mm(99);
  CHECK(told(before, added) == std::vector<std::string>{"added: 'more', page 1 (10.0, 99.0)"});
  CHECK(told(added, before) == std::vector<std::string>{"removed: 'more', page 1 (10.0, 99.0)"});

  auto options = form_at(20);
  options.fields[1].options.pop_back();
  CHECK(told(before, options) ==
        std::vector<std::string>{"other options: 'country' had CN, FR and has CN"});

  auto type = form_at(20);
  type.fields[0].type = foreign::FieldType::checkbox;
  CHECK(told(before, type) ==
        std::vector<std::string>{"of another type: 'na\"me' was text and is checkbox"});

  CHECK(told(before, form_at(25)) ==
        std::vector<std::string>{
            "moved: 'na\"me', from page 1 (10.0, 20.0) to page 1 (10.0, 25.0)",
            "moved: 'country', from page 1 (10.0, 30.0) to page 1 (10.0, 35.0)"});
}

TEST_CASE("a map remembers its blank, and refuses another until it is accepted") {
  const std::string text = "# ours\nform: X\nfields:\n  - {field: country, value: c}  # where\n";
  Sources sources;
  const auto map = forms::decode_field_map(test::yaml(text, sources));
  REQUIRE(map);
  CHECK(forms::check_blank(*map, "abc", form_at(20)));

  const auto remembered_text =
      forms::with_blank_entry(text, *map, forms::blank_entry("abc", "2024-01-01", form_at(20)));
  REQUIRE(remembered_text);
  const auto& remembered = *remembered_text;
  CHECK(remembered.starts_with(text));
  const auto again = forms::decode_field_map(test::yaml(remembered, sources));
  REQUIRE(again);
  REQUIRE(again->blank);
  CHECK(again->blank->edition == "2024-01-01");
  CHECK(again->blank->fields == forms::known_fields(form_at(20)));
  CHECK(forms::check_blank(*again, "abc", form_at(20)));

  const auto other_file = forms::check_blank(*again, "abd", form_at(20));
  REQUIRE(!other_file);
  CHECK(other_file.error().front().code == "M005");
  CHECK(other_file.error().front().fault == Fault::data);
  const auto moved = forms::check_blank(*again, "abc", form_at(25));
  REQUIRE(!moved);
  CHECK(moved.error().front().hints.size() == 4);  // edition, two fields, what to do

  const auto accepted_text = forms::with_blank_entry(
      remembered, *again, forms::blank_entry("abd", "2024-01-01", form_at(25)));
  REQUIRE(accepted_text);
  const auto& accepted = *accepted_text;
  CHECK(accepted.starts_with(text));
  const auto renewed = forms::decode_field_map(test::yaml(accepted, sources));
  REQUIRE(renewed);
  CHECK(forms::check_blank(*renewed, "abd", form_at(25)));
}

TEST_CASE("a map in braces is not written anew") {
  Sources sources;
  const std::string text = "{fields: []}\n";
  const auto map = forms::decode_field_map(test::yaml(text, sources));
  REQUIRE(map);
  const auto accepted = forms::with_blank_entry(text, *map, "blank:\n");
  REQUIRE(!accepted);
  CHECK(accepted.error().front().code == "M006");
}

TEST_CASE("the entry that is replaced may stand first or be written on one line") {
  for (const std::string text :
       {"blank: {sha256: x}\nfields:\n  - {field: a, value: b}\n",
        "blank:\n  sha256: x\n\n# then\nfields:\n  - {field: a, value: b}\n"}) {
    Sources sources;
    const auto map = forms::decode_field_map(test::yaml(text, sources));
    REQUIRE(map);
    const auto accepted_text =
        forms::with_blank_entry(text, *map, forms::blank_entry("y", "", form_at(20)));
    REQUIRE(accepted_text);
    const auto& accepted = *accepted_text;
    INFO(accepted);
    const auto again = forms::decode_field_map(test::yaml(accepted, sources));
    REQUIRE(again);
    CHECK(again->blank->sha256 == "y");
    CHECK(again->entries.size() == 1);
    CHECK((text.find("# then") == std::string::npos) ==
          (accepted.find("# then\nfields:") == std::string::npos));
  }
}
