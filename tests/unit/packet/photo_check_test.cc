// SPDX-License-Identifier: GPL-3.0-or-later
// The photograph against DOMAIN A2: 33 × 48 mm, white, at most six months old on the filing day;
// digital at least 354 × 472 pixels, 3:4.
#include <catch2/catch.hpp>

#include "packet/photo.h"

using namespace tongxing;

namespace {

const PersonKey emma("emma");

model::Ruling ruling() {
  model::Ruling ruling;
  ruling.photo = model::Photo{};
  ruling.photo->sources = {
      {SourceId("shanghai-how-to"), {}, model::Certainty::published_guide, "photos of the baby"}};
  return ruling;
}

void tell(model::Profile& profile, const std::string& name, const std::string& text) {
  model::Fact fact;
  fact.text = text;
  if (const auto date = PartialDate::parse(text)) fact.value = *date;
  if (name.ends_with("_mm")) fact.value = std::int64_t{std::stoi(text)};
  profile.facts["people.emma.photo." + name] = fact;
}

std::vector<std::string> phrases(const std::vector<model::Advisory>& raised) {
  std::vector<std::string> ids;
  for (const auto& each : raised) {
    CHECK(each.code.value == "W-PHOTO-SPEC");
    CHECK_FALSE(each.sources.empty());
    CHECK_FALSE(each.blocking);
    CHECK(each.about == DocumentId("photo"));
    ids.push_back(each.text.id);
  }
  return ids;
}

using Ids = std::vector<std::string>;
using Facts = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("what the profile says of the photograph") {
  const std::string age = "photo_check.age", background = "photo_check.background",
                    print = "photo_check.print";
  struct Case {
    Facts facts;
    Ids raised;
  };
  const Case cases[] = {
      {{}, {}},  // unknown is not wrong
      {{{"taken", "2026-10-01"}, {"background", "white"}, {"width_mm", "33"}, {"height_mm", "48"}},
       {}},
      {{{"taken", "2026-05-23"}}, {}},  // six months to the day
      {{{"taken", "2026-05-22"}}, {age}},
      {{{"taken", "2025-11-23"}}, {age}},
      {{{"taken", "2026-05"}}, {}},  // the day is not known
      {{{"background", "blue"}}, {background}},
      {{{"background", "other"}}, {background}},
      {{{"width_mm", "35"}, {"height_mm", "45"}}, {print}},
      {{{"width_mm", "33"}, {"height_mm", "53"}}, {print}},
      {{{"width_mm", "33"}}, {}},
      {{{"height_mm", "45"}}, {print}},
      {{{"taken", "2024-01-01"}, {"background", "red"}, {"width_mm", "48"}, {"height_mm", "33"}},
       {age, background, print}},
  };
  for (const auto& each : cases) {
    model::Profile profile;
    for (const auto& [name, text] : each.facts) tell(profile, name, text);
    INFO((each.facts.empty() ? "nothing" : each.facts[0].first + " " + each.facts[0].second));
    const auto filing = *Date::from(2026, 11, 23);
    CHECK(phrases(packet::photo_advisories(profile, emma, ruling(), filing)) == each.raised);
    CHECK(packet::photo_advisories(profile, PersonKey("liam"), ruling(), filing).empty());
    CHECK(packet::photo_advisories(profile, emma, model::Ruling{}, filing).empty());
  }
}

TEST_CASE("what the picture itself shows") {
  const std::string pixels = "photo_check.pixels", ratio = "photo_check.ratio";
  struct Case {
    unsigned width, height;
    Ids raised;
  };
  const Case cases[] = {
      {354, 472, {}},    // the least, 3:4
      {480, 640, {}},    // 3:4
      {390, 567, {}},    // 33 × 48 mm at 300 dpi
      {3024, 4032, {}},  // a telephone's, 3:4
      {353, 472, {pixels}},
      {354, 471, {pixels}},
      {330, 480, {pixels}},  // the shape is right
      {480, 480, {ratio}},
      {640, 480, {ratio}},   // lying
      {413, 531, {ratio}},   // 35 × 45 mm: another country's
      {413, 626, {ratio}},   // 35 × 53 mm
      {700, 1000, {}},       // 1.8 % wider than 33 × 48
      {702, 1000, {ratio}},  // 2.1 % wider
      {736, 1000, {}},       // 1.9 % narrower than 3:4
      {734, 1000, {ratio}},  // 2.1 % narrower
      {100, 100, {pixels, ratio}},
  };
  for (const auto& each : cases) {
    INFO(each.width << " × " << each.height);
    page::Picture picture;
    picture.width = each.width;
    picture.height = each.height;
    CHECK(phrases(packet::picture_advisories(picture, emma, ruling())) == each.raised);
    CHECK(packet::picture_advisories(picture, emma, model::Ruling{}).empty());
  }
}

TEST_CASE("the sentences have what their gaps ask for") {
  model::Profile profile;
  tell(profile, "taken", "2026-01-31");
  tell(profile, "height_mm", "45");
  const auto said = packet::photo_advisories(profile, emma, ruling(), *Date::from(2026, 11, 23));
  REQUIRE(said.size() == 2);
  CHECK(said[0].text ==
        model::Sentence{"photo_check.age", {{"who", emma}, {"taken", *Date::from(2026, 1, 31)}}});
  CHECK(said[1].text ==
        model::Sentence{
            "photo_check.print",
            {{"who", emma}, {"size", std::string("? × 45")}, {"wanted", std::string("33 × 48")}}});
  page::Picture picture;
  picture.width = 100;
  picture.height = 200;
  const auto shown = packet::picture_advisories(picture, emma, ruling());
  REQUIRE(shown.size() == 2);
  CHECK(shown[0].text == model::Sentence{"photo_check.pixels",
                                         {{"who", emma},
                                          {"size", std::string("100 × 200")},
                                          {"wanted", std::string("354 × 472")}}});
  CHECK(shown[1].text == model::Sentence{"photo_check.ratio",
                                         {{"who", emma},
                                          {"size", std::string("100 × 200")},
                                          {"wanted", std::string("33 × 48")}}});
}
