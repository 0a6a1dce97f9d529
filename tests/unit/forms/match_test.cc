// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/match.h"

#include <catch2/catch.hpp>

#include "unit/forms/maps.h"

using namespace tongxing;
using foreign::Field;
using foreign::FieldType;

namespace {

Field field(std::string name, FieldType type, std::vector<foreign::FieldOption> options = {}) {
  Field one;
  one.name = std::move(name);
  one.type = type;
  one.options = std::move(options);
  foreign::Widget widget;
  widget.object = 9;
  widget.box = {{Length::mm(10), Length::mm(10)}, {Length::mm(50), Length::mm(6)}};
  one.widgets = {widget};
  return one;
}

foreign::OfficialForm form() {
  foreign::OfficialForm all;
  all.pages.push_back({3, {Length::mm(210), Length::mm(297)}, 0, {}});
  all.fields = {field("name", FieldType::text),
                field("married", FieldType::checkbox, {{"1", "1"}}),
                field("sex", FieldType::radio, {{"M", "Male"}, {"F", "Female"}}),
                field("work", FieldType::radio, {{"Yes", "Yes"}, {"No", "No"}}),
                field("country", FieldType::combo, {{"CN", "China 中国"}, {"FR", "France"}}),
                field("languages", FieldType::list, {{"zh", "Chinese"}, {"fr", "French"}}),
                field("sign", FieldType::signature),
                field("code", FieldType::text)};
  all.fields[5].multi_select = true;
  all.fields[7].max_length = 4;
  return all;
}

struct Case {
  const char* data;
  const char* faults;
};

}  // namespace

TEST_CASE("values find their fields by name, choices by what they mean") {
  Sources sources;
  const auto data = test::yaml(
      "name: 张伟\nmarried: 是\nsex: female\nwork: no\ncountry: china 中国\nlanguages: [fr, "
      "Chinese]\n",
      sources);
  const auto matched = forms::match_fields(form(), data);
  REQUIRE(matched);
  const auto& all = matched->fillings;
  REQUIRE(all.size() == 6);
  CHECK(all[0].text == "张伟");
  CHECK(all[1].chosen == std::vector<std::string>{"1"});
  CHECK(all[2].chosen == std::vector<std::string>{"F"});
  CHECK(all[3].chosen == std::vector<std::string>{"No"});
  CHECK(all[4].chosen == std::vector<std::string>{"CN"});
  CHECK(all[4].text == "China 中国");
  CHECK(all[5].chosen == std::vector<std::string>{"fr", "zh"});
  CHECK(all[5].text == "French\nChinese");
}

TEST_CASE("a box that is not to be ticked is filled all the same") {
  Sources sources;
  const auto matched = forms::match_fields(form(), test::yaml("married: false\n", sources));
  REQUIRE(matched);
  REQUIRE(matched->fillings.size() == 1);
  CHECK(matched->fillings[0].chosen.empty());
}

TEST_CASE("values that do not go in are told at their place") {
  const Case cases[] = {
      {"nmae: x\n", "M010 1\n"},
      {"married: perhaps\n", "M011 1\n"},
      {"sex: yes\n", "M011 1\n"},
      {"country: Germany\n", "M011 1\n"},
      {"code: '12345'\n", "M012 1\n"},
      {"code: 一二三四\n", ""},
      {"name: {a: b}\n", "M013 1\n"},
      {"name: [a, b]\n", "M013 1\n"},
      {"- a\n", "M013 1\n"},
      {"sign: x\n", "M014 1\n"},
      {"name: a\ncode: '12345'\nsex: x\n", "M012 2\nM011 3\n"},
      {"name:\n", ""},
  };
  for (const auto& one : cases) {
    Sources sources;
    const auto matched = forms::match_fields(form(), test::yaml(one.data, sources));
    INFO(one.data);
    CHECK(test::faults(matched, sources) == one.faults);
    if (matched) continue;
    for (const auto& error : matched.error()) CHECK(error.fault == Fault::input);
  }
}

TEST_CASE("a map is followed, and what it says wrongly of the form is its own fault") {
  const auto faults = [](const std::string& map, const std::string& data) {
    Sources sources;
    const auto decoded = forms::decode_field_map(test::yaml(map, sources));
    REQUIRE(decoded);
    const auto matched = forms::match_fields(form(), *decoded, test::yaml(data, sources));
    if (!matched && matched.error().front().code < "M010")
      CHECK(matched.error().front().fault == Fault::data);
    return test::faults(matched, sources);
  };
  CHECK(faults("fields:\n  - {field: nmae, value: a}\n", "a: b\n") == "M002 2\n");
  CHECK(faults("fields:\n  - {field: sex, choice: a, options: {x: Q}}\n", "a: x\n") == "M003 2\n");
  CHECK(faults("fields:\n  - {text: a, at: {page: 2, x: 1, y: 1, width: 1, height: 1}}\n",
               "a: x\n") == "M004 2\n");
  CHECK(faults("fields:\n  - {text: a, at: {page: 1, x: 200, y: 1, width: 11, height: 1}}\n",
               "a: x\n") == "M004 2\n");
  CHECK(faults("fields:\n  - {choice: a, at: {page: 1, x: 1, y: 1, width: 4, height: 4}}\n",
               "a: perhaps\n") == "M011 1\n");
  CHECK(faults("fields:\n  - {field: sex, choice: p.0.s, options: {man: M}}\n",
               "p: [{s: man}]\n") == "");
}

TEST_CASE("a value that nobody told is a gap, told once; an optional one is none") {
  Sources sources;
  const auto map =
      forms::decode_field_map(test::yaml("fields:\n"
                                         "  - {field: name, value: a.b}\n"
                                         "  - {field: code, value: a.b}\n"
                                         "  - {field: sex, choice: c, optional: yes}\n",
                                         sources));
  REQUIRE(map);
  const auto matched = forms::match_fields(form(), *map, test::yaml("a: {b: }\n", sources));
  REQUIRE(matched);
  CHECK(matched->fillings.empty());
  CHECK(matched->missing == std::vector<std::string>{"a.b"});
}

TEST_CASE("one map serves a blank without fields by its millimetres") {
  Sources sources;
  const auto map = forms::decode_field_map(test::yaml(
      "fields:\n"
      "  - {field: name, value: n, at: {page: 1, x: 10, y: 20, width: 50, height: 6}}\n"
      "  - choice: sex\n"
      "    field: sex\n"
      "    options:\n"
      "      - {is: male, option: M, at: {page: 1, x: 10, y: 30, width: 4, height: 4}}\n"
      "      - {is: female, option: F, at: {page: 1, x: 20, y: 30, width: 4, height: 4}}\n",
      sources));
  REQUIRE(map);
  const auto data = test::yaml("n: 张伟\nsex: female\n", sources);
  const auto named = forms::match_fields(form(), *map, data);
  REQUIRE(named);
  CHECK(named->fillings[0].field == 0u);
  CHECK(named->fillings[1].chosen == std::vector<std::string>{"F"});
  auto flat = form();
  flat.fields.clear();
  const auto placed = forms::match_fields(flat, *map, data);
  REQUIRE(placed);
  REQUIRE(placed->fillings.size() == 2);
  REQUIRE(placed->fillings[0].place);
  CHECK(placed->fillings[0].place->box.at.y == Length::mm(20));
  CHECK(placed->fillings[1].mark);
  CHECK(placed->fillings[1].place->box.at.x == Length::mm(20));
}

TEST_CASE("paths lead through maps and lists; a key may hold dots") {
  Sources sources;
  const auto data = test::yaml("a.b: 1\nc: {d.e: {f: 2}}\ng: [{h: 3}, 4]\n", sources);
  const auto at = [&](const char* path) {
    const auto* found = forms::find_value(data, path);
    return found == nullptr ? "-" : found->text;
  };
  CHECK(at("a.b") == "1");
  CHECK(at("c.d.e.f") == "2");
  CHECK(at("g.0.h") == "3");
  CHECK(at("g.1") == "4");
  CHECK(at("g.2") == "-");
  CHECK(at("g.x") == "-");
  CHECK(at("c.d") == "-");
}
