// SPDX-License-Identifier: GPL-3.0-or-later
// docs/ADD_A_PROCEDURE.md, done as it says.
#include <catch2/catch.hpp>

#include "support/families.h"
#include "support/fences.h"

using namespace tongxing;
using namespace tongxing::test;

TEST_CASE("a procedure is added by following the page") {
  const auto page = slurp(TONGXING_SOURCE_DIR "/docs/ADD_A_PROCEDURE.md");
  const auto yaml = fenced(page, "yaml");
  const auto said = fenced(page, "text");
  REQUIRE(yaml.size() == 4);
  REQUIRE(said.size() == 1);

  auto files = shipped_rule_files();
  const auto add = [&](const char* name, const std::string& more) {
    std::ranges::find(files, name, &library::RuleFile::name)->bytes += "\n" + more;
  };
  add("sources.yaml", yaml[0]);
  add("documents.yaml", yaml[1]);
  const std::string name = "procedures/harbour/harbour-pass.yaml";
  files.push_back({name, name, yaml[2]});
  Sources sources;
  const auto book = load(files, sources);
  if (!book) FAIL(describe(book.error(), sources));

  const auto plan = plan_of(profile_of(yaml[3]), *book);
  const auto packet = std::ranges::find(plan.packets, "HARBOUR", &plan::PacketPlan::code);
  REQUIRE(packet != plan.packets.end());
  std::istringstream lines(said[0]);
  int read = 0;
  for (std::string line; std::getline(lines, line); ++read) {
    INFO(line);
    const auto value = line.substr(line.find(": ") + 2);
    if (line.starts_with("papers: ")) CHECK(papers_of(*packet, *book) == words_of(value));
    if (line.starts_with("fee: ")) CHECK(std::to_string(packet->ruling.fee.total.value()) == value);
    if (line.starts_with("latest: ")) CHECK(packet->ruling.dates.latest->iso() == value);
  }
  CHECK(read == 3);
  CHECK(packet->ruling.presence.agent_allowed == false);
  CHECK(packet->ruling.presence.applicant == model::Verdict::yes);
}
