// SPDX-License-Identifier: GPL-3.0-or-later
// docs/ADD_A_CITY.md, done as it says.
#include <catch2/catch.hpp>

#include "support/families.h"
#include "support/fences.h"

using namespace tongxing;
using namespace tongxing::test;

TEST_CASE("a city is added by following the page") {
  const auto page = slurp(TONGXING_SOURCE_DIR "/docs/ADD_A_CITY.md");
  const auto yaml = fenced(page, "yaml");
  const auto said = fenced(page, "text");
  REQUIRE(yaml.size() == 2);
  REQUIRE(said.size() == 1);

  auto files = shipped_rule_files();
  std::ranges::find(files, "sources.yaml", &library::RuleFile::name)->bytes += "\n" + yaml[0];
  files.push_back({"cities/yuegang.yaml", "cities/yuegang.yaml", yaml[1]});
  Sources sources;
  const auto book = load(files, sources);
  if (!book) FAIL(describe(book.error(), sources));

  const auto plan = plan_of(
      profile_of(changed(plain_family, {{"city: shanghai\nas_of", "city: yuegang\nas_of"},
                                        {"hukou: {city: shanghai", "hukou: {city: yuegang"}})),
      *book);
  REQUIRE(plan.packets.size() == 1);
  const auto& ruling = plan.packets[0].ruling;
  std::istringstream lines(said[0]);
  int read = 0;
  for (std::string line; std::getline(lines, line); ++read) {
    INFO(line);
    const auto value = line.substr(line.find(": ") + 2);
    if (line.starts_with("papers: ")) CHECK(papers_of(plan.packets[0]) == words_of(value));
    if (line.starts_with("fee: ")) CHECK(std::to_string(ruling.fee.total.value()) == value);
    if (line.starts_with("ready: ")) CHECK(ruling.dates.ready->iso() == value);
    if (line.starts_with("place: ")) CHECK(book->phrases.at(ruling.place->name.id).zh == value);
  }
  CHECK(read == 4);
  CHECK(ruling.presence.one_of.size() == 2);
  CHECK(ruling.presence.applicant == model::Verdict::yes);
  CHECK(ruling.steps.size() == 1);
}
