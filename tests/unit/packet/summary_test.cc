// SPDX-License-Identifier: GPL-3.0-or-later
// Which files a family with one packet, or several, gets; what the family summary says.
#include <algorithm>
#include <catch2/catch.hpp>

#include "compose/compose.h"
#include "packet/packet.h"
#include "support/shipped.h"
#include "words/people.h"

using namespace tongxing;
using test::prepared;
using test::profile_from;
using test::sample;

namespace {

std::vector<std::string> names_of(const std::string& yaml, const compose::Options& options = {}) {
  auto family = packet::make_packets(prepared(), profile_from(yaml),
                                     {*Date::from(2026, 11, 23), CityId("shanghai")}, options,
                                     packet::MissingGlyphs::refuse, {});
  REQUIRE(family);
  std::vector<std::string> names;
  for (const auto& each : family->packets) {
    CHECK(each.bytes.starts_with("%PDF-"));
    CHECK(each.pages > 0);
    names.push_back(each.name);
  }
  return names;
}

}  // namespace

TEST_CASE("the family summary comes last, and only behind several packets") {
  const std::string ada = "TX-2026-00023_exit-entry-permit-first_1",
                    ben = "TX-2026-00023_exit-entry-permit-first_2",
                    both = "TX-2026-00023_family-summary";
  CHECK(names_of(sample("twins")) == std::vector{ada, ben, both});
  CHECK(names_of(sample("miller-shanghai")).size() == 1);
  using plan::PartKind;
  CHECK(names_of(sample("twins"), {.only = {PartKind::checklist}}) == std::vector{ada, ben, both});
  CHECK(names_of(sample("twins"), {.only = {PartKind::form}}) == std::vector{ada, ben});
}

TEST_CASE("a value that goes on on another sheet is warned of, once; otherwise nobody is") {
  std::string address;
  for (int i = 0; i < 20; ++i) address += "浦东新区民生路一千五";
  const std::string short_one = "location: 江苏省南京市";
  auto longer = sample("long-latin-name");
  const auto at = longer.find(short_one);
  REQUIRE(at != std::string::npos);
  longer.replace(at, short_one.size(), "location: " + address);
  struct Row {
    std::string yaml;
    std::ptrdiff_t warned;
  };
  for (const auto& row : {Row{longer, 1}, Row{sample("miller-shanghai"), 0}}) {
    const auto family = packet::make_packets(prepared(), profile_from(row.yaml),
                                             {*Date::from(2026, 11, 23), CityId("shanghai")}, {},
                                             packet::MissingGlyphs::refuse, {});
    REQUIRE(family);
    REQUIRE(family->packets.size() == 1);
    CHECK((family->packets[0].continued > 0) == (row.warned > 0));
    CHECK(std::ranges::count(family->plan.packets[0].ruling.checklist.advisories,
                             AdvisoryId("W-OVERFLOW"), &model::Advisory::code) == row.warned);
  }
}
