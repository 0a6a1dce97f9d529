// SPDX-License-Identifier: GPL-3.0-or-later
// Every folder of tests/cases: a family, what the facts say of it (typed by
// hand, never re-made), and the whole plan as a dump that BLESS=1 rewrites (BLESS=v- those whose
// names begin so). Where it says only some of the refusals ("among refused"), the dump has none of
// them.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>

#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

std::string joined(std::vector<std::string> list) {
  std::ranges::sort(list);
  std::string out;
  for (const auto& one : list) out += (out.empty() ? "" : ", ") + one;
  return out.empty() ? "-" : out;
}

std::string people(const std::vector<PersonKey>& list) {
  std::vector<std::string> names;
  for (const auto& one : list) names.push_back(one.value);
  return joined(std::move(names));
}

std::string letters(const plan::PacketPlan& packet) {
  std::vector<std::string> list;
  for (const auto& part : packet.parts) {
    if (part.kind != plan::PartKind::letter) continue;
    list.push_back(part.code);
    for (const auto& one : part.subjects) list.back() += " " + one.value;
  }
  return joined(std::move(list));
}

std::string forms(const plan::PacketPlan& packet) {
  std::vector<std::string> list;
  for (const auto& part : packet.parts)
    if (part.kind == plan::PartKind::form) list.push_back(part.code);
  return joined(std::move(list));
}

std::string word(model::Verdict verdict) {
  return verdict == model::Verdict::yes ? "yes" : verdict == model::Verdict::no ? "no" : "unknown";
}

std::map<std::string, std::string> facts_of(const plan::FamilyPlan& plan) {
  std::map<std::string, std::string> facts;
  std::vector<std::string> offered, refused, missing;
  for (const auto& packet : plan.packets) offered.push_back(packet.code);
  for (const auto& one : plan.refused) {
    refused.push_back(one.procedure_code + " " + word(one.eligible));
  }
  for (const auto& one : plan.missing) missing.push_back(one.fact.value);
  facts["offered"] = joined(std::move(offered));
  facts["refused"] = joined(std::move(refused));
  facts["missing"] = joined(std::move(missing));
  if (plan.packets.empty()) return facts;
  const auto& packet = plan.packets.front();
  const auto& ruling = packet.ruling;
  facts["papers"] = joined(papers_of(packet));
  facts["comes"] = people(ruling.presence.must);
  facts["represented"] = people(ruling.presence.represented);
  facts["applicant comes"] = word(ruling.presence.applicant);
  facts["fee"] = ruling.fee.total ? std::to_string(*ruling.fee.total) : "not stated";
  facts["ready"] = ruling.dates.ready ? ruling.dates.ready->iso() : "not stated";
  facts["latest"] = ruling.dates.latest ? ruling.dates.latest->iso() : "not stated";
  facts["letters"] = letters(packet);
  facts["forms"] = forms(packet);
  auto advisories = advisories_of(packet);
  std::erase(advisories, "W-MISSING-FACT");
  facts["advisories"] = joined(std::move(advisories));
  return facts;
}

bool blessed(std::string_view folder) {
  const char* asked = std::getenv("BLESS");
  return asked && (std::string_view(asked) == "1" || folder.starts_with(asked));
}

}  // namespace

TEST_CASE("cases") {
  namespace fs = std::filesystem;
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(TONGXING_SOURCE_DIR "/tests/cases")) {
    folders.push_back(entry.path());
  }
  std::ranges::sort(folders);
  REQUIRE(folders.size() >= 5);
  for (const auto& folder : folders) {
    INFO(folder.filename().string());
    const auto plan = plan_of(profile_of(slurp((folder / "profile.yaml").string())));
    const auto facts = facts_of(plan);
    std::istringstream expected(slurp((folder / "expected.txt").string()));
    int read = 0;
    auto shown = plan;
    shown.refused.clear();
    for (std::string line; std::getline(expected, line); ++read) {
      INFO(line);
      const auto colon = line.find(": ");
      REQUIRE(colon != std::string::npos);
      const auto key = line.substr(0, colon);
      if (key == "among refused" || key == "among missing") {
        const auto all = facts.at(key.substr(6));
        INFO(all);
        CHECK(std::ranges::includes(words_of(all), words_of(line.substr(colon + 2))));
        continue;
      }
      REQUIRE(facts.contains(key));
      CHECK(facts.at(key) == joined(words_of(line.substr(colon + 2))));
    }
    CHECK(read >= 3);
    const auto dump = plan::dump(shown);
    const auto golden = folder / "plan.txt";
    if (blessed(folder.filename().string())) std::ofstream(golden, std::ios::binary) << dump;
    CHECK(dump == slurp(golden.string()));
  }
}

TEST_CASE("every sample leads to packets or to reasons, and to no word that is not there") {
  const auto& phrases = shipped_rules().phrases;
  const auto spoken = [&](const model::Sentence& sentence) {
    INFO(sentence.id);
    CHECK(phrases.contains(sentence.id));
  };
  int seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(TONGXING_SOURCE_DIR "/samples")) {
    const auto file = entry.path() / "profile.yaml";
    if (!std::filesystem::exists(file)) continue;
    INFO(entry.path().filename().string());
    const auto plan = plan_of(profile_of(slurp(file.string())));
    CHECK(plan.packets.size() + plan.refused.size() > 0);
    for (const auto& packet : plan.packets) {
      const auto& list = packet.ruling.checklist;
      for (const auto& line : list.lines) {
        INFO(line.document.value);
        CHECK_FALSE(line.because.empty());
        CHECK_FALSE(line.sources.empty());
        CHECK((line.needed == model::Needed::unknown) <= !line.hinges_on.empty());
        for (const auto& one : line.because) spoken(one);
        for (const auto& one : line.remarks) spoken(one.text);
      }
      for (const auto& one : list.left_out) spoken(one.reason);
      for (const auto& one : list.advisories) spoken(one.text);
      for (const auto& one : list.unstated) spoken(one);
      for (const auto& one : packet.ruling.steps) spoken(one.what);
      for (const auto& one : packet.ruling.use) spoken(one.text);
      for (const auto& one : packet.ruling.information) spoken(one.text);
    }
    for (const auto& refusal : plan.refused) {
      CHECK_FALSE(refusal.reasons.empty());
      for (const auto& one : refusal.reasons) spoken(one);
    }
    ++seen;
  }
  CHECK(seen >= 8);
}
