// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/field_map.h"

#include <catch2/catch.hpp>

#include "unit/forms/maps.h"

using namespace tongxing;
using test::faults;
using test::map_of;

TEST_CASE("a map says where each value goes, and how it is set") {
  const auto map = map_of(R"(form: X-1
title: {zh: 表, en: form}
font: song
smallest: 5
fields:
  - {field: a.b, value: people.mother.name, label: Name, lines: 3, size: 9.5, align: right}
  - at: {page: 2, x: 25.4, y: 50.8, width: 10, height: 5}
    text: Paris
    font: kai
    comb: 8
  - field: sex
    choice: sex
    optional: yes
    options: {male: M, female: F}
)");
  REQUIRE(map);
  CHECK(map->id == "X-1");
  REQUIRE(map->entries.size() == 3);
  const auto& first = map->entries[0];
  CHECK(first.field == "a.b");
  CHECK(first.path == "people.mother.name");
  CHECK(first.style.lines == 3u);
  CHECK(first.style.size == Length::pt(9.5));
  CHECK(first.style.smallest == Length::pt(5));
  CHECK(first.style.role == text::Role::song);
  CHECK(first.style.align == layout::Align::right);
  const auto& second = map->entries[1];
  REQUIRE(second.place);
  CHECK(second.place->page == 1);
  CHECK(second.place->box.at.x == Length::pt(72));
  CHECK(second.place->box.at.y == Length::pt(144));
  CHECK(second.text == "Paris");
  CHECK(second.style.role == text::Role::kai);
  CHECK(second.style.comb == 8u);
  CHECK(map->entries[2].optional);
  REQUIRE(map->entries[2].options.size() == 2);
  CHECK(map->entries[2].options[1].is == "female");
  CHECK(map->entries[2].options[1].option == "F");
}

TEST_CASE("everything that is wrong with a map is told at its place") {
  const auto expect = [](const std::string& text, const std::string& wanted) {
    Sources sources;
    const auto map = forms::decode_field_map(test::yaml(text, sources));
    INFO(text);
    CHECK(faults(map, sources) == wanted);
    if (map) return;
    for (const auto& error : map.error()) CHECK(error.fault == Fault::data);
  };
  expect("fields: []\n", "");
  expect("form: x\n", "M001 1\n");
  expect("- a\n", "M001 1\n");
  expect("fields: {a: b}\n", "M001 1\n");
  expect("fields:\n  - {field: a}\n", "M001 2\n");
  expect("fields:\n  - {field: a, value: b, text: c}\n", "M001 2\n");
  expect("fields:\n  - {value: b}\n", "M001 2\n");
  expect("fields:\n  - {field: a, vaule: b}\n", "M001 2\nM001 2\n");
  expect("fields:\n  - {field: a, value: b, size: big}\n", "M001 2\n");
  expect("fields:\n  - {field: a, value: b, size: 0}\n", "M001 2\n");
  expect("fields:\n  - {field: a, value: b, lines: 1.5}\n", "M001 2\n");
  expect("fields:\n  - {field: a, value: b, align: middle}\n", "M001 2\n");
  expect("fields:\n  - {field: a, value: b, optional: maybe}\n", "M001 2\n");
  expect("fields:\n  - {field: a, value: b, options: {c: d}}\n", "M001 2\n");
  expect("fields:\n  - value: b\n    at: {page: 0, x: 1, y: 1, width: 1, height: 1}\n",
         "M001 3\nM004 3\n");
  expect("fields:\n  - value: b\n    at: {page: 1, x: 1, y: 1, width: 0, height: 1}\n", "M004 3\n");
  expect("blank: {edition: x}\nfields: []\n", "M001 1\n");
}
