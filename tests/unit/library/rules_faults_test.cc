// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a rule file is found when it is loaded, at its place.
#include <algorithm>
#include <catch2/catch.hpp>

#include "support/rules.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

/// The shipped files, one of them changed in one place.
std::vector<library::RuleFile> broken(const std::string& name, const std::string& from,
                                      const std::string& to) {
  auto files = shipped_rule_files();
  auto file = std::ranges::find(files, name, &library::RuleFile::name);
  REQUIRE(file != files.end());
  const auto at = file->bytes.find(from);
  INFO(from);
  REQUIRE(at != std::string::npos);
  file->bytes.replace(at, from.size(), to);
  return files;
}

const std::string first = "procedures/exit-entry-permit/exit-entry-permit-first.yaml";

}  // namespace

TEST_CASE("faults of rule files") {
  struct Row {
    std::string name, file, from, to, code, says;
  };
  const auto rows = std::vector<Row>{
      {"a fact that does not exist", first, "fact: child.names_differ", "fact: child.names_differs",
       "R001", "there is no fact 'child.names_differs'"},
      {"a fact of a list has no place in a rule", first, "fact: trip.frequent",
       "fact: child.passports.0.country", "R001", "child.passports.0.country"},
      {"a value the fact never has", first, "{fact: marriage.status, is: never}",
       "{fact: marriage.status, is: maybe}", "R002", "never 'maybe'"},
      {"yes and no are all a yes-no fact can be", first, "{fact: child.minor, is: yes}",
       "{fact: child.minor, is: 17}", "R002", "never '17'"},
      {"after wants dates", first, "after: {fact: child.birth_date}", "after: {fact: child.sex}",
       "R002", "'child.sex' is no date"},
      {"an unknown operator", first, "offer:\n  when: {not:", "offer:\n  when: {none:", "R004",
       "no operator 'none'"},
      {"two operators", first, "{fact: child.minor, is: yes}",
       "{fact: child.minor, is: yes, known: yes}", "R004", "one of is, in, has, before"},
      {"an unknown source", first, "source: nationality-law", "source: nationality-lore", "R003",
       "no source 'nationality-lore'"},
      {"an unknown document", first, "- id: paternity-test", "- id: paternity-text", "R003",
       "no document 'paternity-text'"},
      {"an unknown note", first, "notes: [D6]", "notes: [D99]", "R003", "no note 'D99'"},
      {"an unknown advisory", first, "code: W-USE-TD", "code: W-USE-TB", "R003",
       "no advisory 'W-USE-TB'"},
      {"more certain than its source", first,
       "{source: beijing-post, passage: How to use, certainty: inferred}",
       "{source: beijing-post, passage: How to use, certainty: official}", "R006",
       "more than the source 'beijing-post'"},
      {"a language missing", first, "because: {zh: 每次申请都要, en: for every application}",
       "because: {zh: 每次申请都要}", "T101", "'en' is missing"},
      {"a gap nobody fills", first, "because: {zh: 每次申请都要, en: for every application}",
       "because: {zh: \"每次{x}\", en: \"each {x}\"}", "T102", ""},
      {"an unknown key", first, "    originals: 3\n", "    orginals: 3\n", "T101",
       "unknown key 'orginals'"},
      {"a line given twice", first, "- id: paternity-test", "- id: parentage-report", "R005",
       "given twice"},
      {"a city of an unknown procedure", "cities/shenzhen.yaml", "  exit-entry-permit-renew:",
       "  exit-entry-permit-renewal:", "R003", "no procedure 'exit-entry-permit-renewal'"},
      {"a city's line that the procedure has not", "cities/shanghai.yaml",
       "      paternity-test:", "      paternity-tests:", "R003", "no line 'paternity-tests'"},
      {"a day that does not exist", "calendar/2026.yaml", "to: 2026-02-23", "to: 2026-02-30",
       "R007", "'2026-02-30' is no day"},
      {"a make-up day that is a weekday", "calendar/2026.yaml", "2026-10-10]", "2026-10-12]",
       "R007", "no Saturday or Sunday"},
      {"a day of another year", "calendar/2026.yaml", "2026-10-10]", "2027-10-10]", "R007",
       "another year"},
      {"a dead document", "documents.yaml", "flight-reservation:",
       "bus-ticket: {code: BUS, zh: 车票, en: bus ticket}\nflight-reservation:", "R008",
       "nothing asks for the document 'bus-ticket'"},
      {"fewer than no sheets", first, "    originals: 3\n", "    originals: -3\n", "R002",
       "0 to 99 sheets"},
      {"self where nobody is meant", first, "when: {fact: child.names_differ, is: yes}",
       "when: {fact: self.attends, is: yes}", "R004", "whose: each-parent"},
      {"a line that does not say why not", first,
       "    left_out: {zh: 父母未结婚, en: the parents are not married}\n", "", "R008",
       "under 'left_out' why not"},
      {"a file that is based on itself, by way of another", "procedures/visa/visa-common.yaml",
       "filed: mission", "filed: mission\nbased_on: visa-k-young-talent", "R005",
       "'visa-k-young-talent' is based on itself"},
      {"a note of who comes that does not exist", "procedures/residence/residence-common.yaml",
       "{note: D21,", "{note: D91,", "R003", "no note 'D91'"},
      {"a proof that is none", "documents.yaml", "held_by: hukou", "held_by: hearsay", "R003",
       "no proof 'hearsay'"},
  };
  for (const auto& row : rows) {
    INFO(row.name);
    Sources sources;
    const auto book = load(broken(row.file, row.from, row.to), sources);
    REQUIRE_FALSE(book);
    INFO(describe(book.error(), sources));
    bool found = false;
    for (const auto& error : book.error()) {
      CHECK(error.fault == Fault::data);
      found = found ||
              (error.code == row.code && english(error.what).find(row.says) != std::string::npos &&
               sources.name(error.where.file) == row.file);
    }
    CHECK(found);
  }
}

TEST_CASE("a warning of the program without a text is found before anybody is warned") {
  Sources sources;
  const auto book = load(broken("advisories.yaml", "W-EXPIRED-DOC:", "W-EXPIRED-PAPER:"), sources);
  REQUIRE_FALSE(book);
  CHECK(english(book.error().front().what) == "'advisories.yaml' does not say W-EXPIRED-DOC");
}

TEST_CASE("a slip of the hand is answered with what was meant") {
  Sources sources;
  const auto book =
      load(broken(first, "fact: child.names_differ", "fact: child.names_difer"), sources);
  REQUIRE_FALSE(book);
  REQUIRE_FALSE(book.error().front().hints.empty());
  CHECK(english(book.error().front().hints.front()) == "did you mean 'child.names_differ'?");
}

TEST_CASE("a base may have a base of its own, and both may append") {
  auto files = shipped_rule_files();
  const auto named = [&](const char* name) {
    return std::ranges::find(files, name, &library::RuleFile::name);
  };
  const ProcedureId tourism("visa-l-tourism"), talent("visa-k-young-talent");
  const auto& before = shipped_rules().procedures;
  auto base = named("procedures/visa/visa-common.yaml");
  const std::string in_force = "in_force: {from: 2013-09-01}\n";
  const auto at = base->bytes.find(in_force);
  REQUIRE(at != std::string::npos);
  base->bytes.replace(at, in_force.size(),
                      "based_on: visa-root\nmore:\n  unstated:\n    - {zh: 甲, en: a}\n");
  files.push_back({"procedures/visa/visa-root.yaml", "procedures/visa/visa-root.yaml",
                   "in_force: {from: 2014-01-01}\nmore:\n  use:\n    - {zh: 乙, en: b}\n"});
  Sources sources;
  const auto book = load(files, sources);
  if (!book) FAIL(describe(book.error(), sources));
  const auto& after = book->procedures;
  // L takes the day from the base of its base; K has one of its own.
  CHECK(after.at(tourism).in_force.from == day("2014-01-01"));
  CHECK(after.at(talent).in_force.from == before.at(talent).in_force.from);
  // What the middle appends stands before what the file itself appends.
  REQUIRE(after.at(talent).unstated.size() == before.at(talent).unstated.size() + 1);
  const auto& added = *(after.at(talent).unstated.rbegin() + 1);
  CHECK(book->phrases.at(added.text.id).en == "a");
  // The middle has a section `use` of its own: what its base appends there does not count.
  CHECK(after.at(talent).use.size() == before.at(talent).use.size());
}

TEST_CASE("a file of a firm's own folder takes the place of ours") {
  auto files = shipped_rule_files();
  Sources sources;
  const auto ours = load(files, sources);
  REQUIRE(ours);
  std::ranges::find(files, "cities/haikou.yaml", &library::RuleFile::name)->bytes +=
      "\n# another edition\n";
  const auto theirs = load(files, sources);
  REQUIRE(theirs);
  CHECK(ours->sha256 != theirs->sha256);
}
