// SPDX-License-Identifier: GPL-3.0-or-later
// What several packets want together. All expected values are typed by hand.
#include "plan/summary.h"

#include <catch2/catch.hpp>

#include "support/families.h"

using namespace tongxing;
using namespace tongxing::test;
using model::Needed;
using model::Requirement;
using model::Supply;
using model::Verdict;

namespace {

/// Papers with the proofs that templates/documents.yaml gives them.
model::RuleBook book() {
  model::RuleBook book;
  const auto add = [&](const char* id, const char* code, const char* held_by = "") {
    book.papers.emplace(DocumentId(id), model::Paper{DocumentId(id), code, held_by, {}});
  };
  add("cn-application-form", "FORM-CN");
  add("visa-application-form", "FORM-VISA");
  add("photo", "PHOTO");
  add("power-of-attorney", "POA", "unsigned");
  add("birth-certificate", "CH-BC");
  add("marriage-certificate", "MARR", "marriage-number");
  add("child-foreign-passport", "CH-PP", "foreign-passport");
  add("applicant-passport", "AP-PP", "foreign-passport");
  add("foreign-parent-passport", "FP-PP", "foreign-passport");
  add("parent-id-card", "CP-ID", "identity-card");
  add("agent-identity", "AGENT-ID", "identity-card");
  add("household-register", "HUKOU", "hukou");
  add("own-household-register", "CN-HUKOU", "hukou");
  add("earlier-permits", "CH-PREV", "previous-permits");
  add("earlier-documents", "AP-PREV", "previous-permits");
  book.phrases = {{"a.gate", {"孩子已满18周岁。", "The child has reached 18."}},
                  {"b.gate", {"孩子已满18周岁。", "The child has reached 18."}},
                  {"c.gate", {"不在境内。", "Not inside China."}},
                  {"a.ask", {"请问12367。", "Ask 12367."}},
                  {"b.ask", {"请问12367。", "Ask 12367."}},
                  {"c.ask", {"请问使领馆。", "Ask the mission."}}};
  return book;
}

Requirement line(const char* document, const char* whose, int originals, int copies,
                 Needed needed = Needed::yes) {
  Requirement one;
  one.document = DocumentId(document);
  if (*whose) one.whose = PersonKey(whose);
  one.originals = originals;
  one.copies = copies;
  one.needed = needed;
  return one;
}

Requirement held(Requirement one, std::string ending, const char* until = nullptr) {
  one.held.satisfied = Verdict::yes;
  one.held.ending = std::move(ending);
  if (until) one.held.valid_until = day(until);
  return one;
}

Requirement supplied(Requirement one) {
  one.supply = Supply::packet;
  return one;
}

Requirement same(Requirement one, std::size_t line) {
  one.same_as = line;
  return one;
}

Requirement one_of(Requirement one) {
  one.any_of = "permit";
  one.options.resize(2);
  return one;
}

plan::FamilyPlan nothing() {
  return {"TX-1", {}, day("2026-11-23"), {}, {}, {}, {}};
}

plan::FamilyPlan family(std::vector<std::vector<Requirement>> packets) {
  auto all = nothing();
  for (auto& lines : packets) {
    all.packets.push_back({"TX-1", {}, {}, {}, all.as_of, 1, {}, {}, {}, {}});
    all.packets.back().ruling.checklist.lines = std::move(lines);
    all.packets.back().ruling.fee.total = 0;
  }
  return all;
}

std::string need(Needed needed) {
  return needed == Needed::yes ? "yes" : needed == Needed::unknown ? "unknown" : "recommended";
}

/// "parent-id-card of lin 1+2 yes, wanted by 0 1", with a bar where one original is shared.
std::vector<std::string> papers(const plan::FamilySummary& summary) {
  std::vector<std::string> all;
  for (const auto& paper : summary.papers) {
    std::string text = paper.document.value;
    for (const auto& other : paper.also) text += " = " + other.value;
    text += " of " + (paper.whose ? paper.whose->value : "-") + " " +
            std::to_string(paper.originals) + "+" + std::to_string(paper.copies) + " " +
            need(paper.needed) + ", wanted by";
    for (const auto& one : paper.wanted) text += " " + std::to_string(one.packet);
    if (paper.is_shared()) text += " |";
    all.push_back(std::move(text));
  }
  return all;
}

struct Row {
  const char* what;
  std::vector<std::vector<Requirement>> packets;
  std::vector<std::string> expected;
};

}  // namespace

TEST_CASE("every paper once") {
  const std::vector<Row> rows = {
      {"an original is shown and returned, copies stay",
       {{line("parent-id-card", "lin", 1, 1)}, {line("parent-id-card", "lin", 1, 1)}},
       {"parent-id-card of lin 1+2 yes, wanted by 0 1 |"}},
      {"the most that one packet wants",
       {{line("birth-certificate", "emma", 1, 2)},
        {line("birth-certificate", "emma", 2, 1)},
        {line("birth-certificate", "emma", 0, 1)}},
       {"birth-certificate of emma 2+4 yes, wanted by 0 1 2 |"}},
      {"one original and one copy share nothing",
       {{line("birth-certificate", "emma", 1, 0)}, {line("birth-certificate", "emma", 0, 1)}},
       {"birth-certificate of emma 1+1 yes, wanted by 0 1"}},
      {"the same kind of paper of two people",
       {{line("birth-certificate", "ada", 1, 1)}, {line("birth-certificate", "ben", 1, 1)}},
       {"birth-certificate of ada 1+1 yes, wanted by 0",
        "birth-certificate of ben 1+1 yes, wanted by 1"}},
      {"the family's paper",
       {{line("marriage-certificate", "", 1, 1)}, {line("marriage-certificate", "", 1, 1)}},
       {"marriage-certificate of - 1+2 yes, wanted by 0 1 |"}},
      {"photographs and forms add up",
       {{line("photo", "emma", 3, 0), supplied(line("cn-application-form", "emma", 1, 0))},
        {line("photo", "emma", 2, 0), line("visa-application-form", "emma", 1, 0)},
        {line("visa-application-form", "emma", 1, 0)}},
       {"photo of emma 5+0 yes, wanted by 0 1", "cn-application-form of emma 1+0 yes, wanted by 0",
        "visa-application-form of emma 2+0 yes, wanted by 1 2"}},
      {"what a packet contains adds up",
       {{supplied(line("power-of-attorney", "james", 1, 1))},
        {supplied(line("power-of-attorney", "james", 1, 1))}},
       {"power-of-attorney of james 2+2 yes, wanted by 0 1"}},
      {"by owner, the family's last",
       {{line("birth-certificate", "ada", 1, 0), line("marriage-certificate", "", 1, 0),
         line("parent-id-card", "lin", 1, 0)},
        {line("birth-certificate", "ben", 1, 0), line("household-register", "lin", 1, 0),
         line("photo", "ada", 1, 0)}},
       {"birth-certificate of ada 1+0 yes, wanted by 0", "photo of ada 1+0 yes, wanted by 1",
        "parent-id-card of lin 1+0 yes, wanted by 0",
        "household-register of lin 1+0 yes, wanted by 1",
        "birth-certificate of ben 1+0 yes, wanted by 1",
        "marriage-certificate of - 1+0 yes, wanted by 0"}},
      {"a line whose paper is another line's",
       {{line("parent-id-card", "lin", 1, 1), same(line("agent-identity", "lin", 1, 1), 0)},
        {same(line("agent-identity", "lin", 1, 1), 1), line("parent-id-card", "lin", 1, 1)}},
       {"parent-id-card of lin 1+2 yes, wanted by 0 1 |"}},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    CHECK(papers(plan::summarize(family(row.packets), book())) == row.expected);
  }
}

TEST_CASE("one thing under two names") {
  const auto child = line("child-foreign-passport", "emma", 1, 1);
  const auto applicant = line("applicant-passport", "emma", 1, 0);
  const std::vector<std::string> one = {
      "child-foreign-passport = applicant-passport of emma 1+1 yes, wanted by 0 1 |"};
  const std::vector<std::string> two = {"child-foreign-passport of emma 1+1 yes, wanted by 0",
                                        "applicant-passport of emma 1+0 yes, wanted by 1"};
  const std::vector<Row> rows = {
      {"the same number", {{held(child, "4321")}, {held(applicant, "4321")}}, one},
      {"the same last day",
       {{held(child, "", "2030-01-01")}, {held(applicant, "", "2030-01-01")}},
       one},
      {"another number", {{held(child, "4321")}, {held(applicant, "4322")}}, two},
      {"another last day",
       {{held(child, "4321", "2030-01-01")}, {held(applicant, "4321", "2029-01-01")}},
       two},
      {"held, and nothing more is known", {{held(child, "")}, {held(applicant, "")}}, two},
      {"not known to be held", {{child}, {applicant}}, two},
      {"held for one packet only", {{held(child, "4321")}, {applicant}}, two},
      {"somebody else's",
       {{held(child, "4321")}, {held(line("foreign-parent-passport", "james", 1, 0), "4321")}},
       {"child-foreign-passport of emma 1+1 yes, wanted by 0",
        "foreign-parent-passport of james 1+0 yes, wanted by 1"}},
      {"another proof",
       {{held(child, "4321")}, {held(line("agent-identity", "emma", 1, 0), "4321")}},
       {"child-foreign-passport of emma 1+1 yes, wanted by 0",
        "agent-identity of emma 1+0 yes, wanted by 1"}},
      {"one of several", {{held(child, "4321")}, {one_of(held(applicant, "4321"))}}, two},
      {"a person stands in one household register",
       {{held(line("household-register", "lin", 1, 1), "")},
        {held(line("own-household-register", "lin", 1, 1), "")}},
       {"household-register = own-household-register of lin 1+2 yes, wanted by 0 1 |"}},
      {"and has one identity card",
       {{held(line("agent-identity", "lin", 1, 1), "")},
        {held(line("parent-id-card", "lin", 1, 1), "")}},
       {"agent-identity = parent-id-card of lin 1+2 yes, wanted by 0 1 |"}},
      {"several earlier permits are no one thing",
       {{held(line("earlier-permits", "emma", 1, 1), "")},
        {held(line("earlier-documents", "emma", 1, 1), "")}},
       {"earlier-permits of emma 1+1 yes, wanted by 0",
        "earlier-documents of emma 1+1 yes, wanted by 1"}},
      {"a third packet finds it under its second name",
       {{held(child, "4321")}, {held(applicant, "4321")}, {held(applicant, "4321")}},
       {"child-foreign-passport = applicant-passport of emma 1+1 yes, wanted by 0 1 2 |"}},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    CHECK(papers(plan::summarize(family(row.packets), book())) == row.expected);
  }
}

TEST_CASE("an owner who is not known is the same for one applicant only") {
  const auto of_group = [](model::Group group) {
    auto one = line("birth-certificate", "", 1, 1);
    one.group = group;
    return one;
  };
  using enum model::Group;
  struct Owners {
    model::Group first, second;
    const char* applicant;  ///< of the second packet; that of the first is ada
    std::size_t papers;
  };
  const std::vector<Owners> table = {
      {inviter, inviter, "ada", 1},    // whoever invites her
      {inviter, inviter, "ben", 2},    // somebody else may invite him
      {inviter, guardian, "ada", 2},   // two people
      {together, together, "ben", 1},  // the family's
      {together, inviter, "ada", 2},
  };
  for (const auto& [first, second, applicant, count] : table) {
    auto all = family({{of_group(first)}, {of_group(second)}});
    all.packets[0].ruling.people.applicant = PersonKey("ada");
    all.packets[1].ruling.people.applicant = PersonKey(applicant);
    const auto found = plan::summarize(all, book()).papers;
    REQUIRE(found.size() == count);
    CHECK(found[0].group == first);
  }
}

TEST_CASE("whether it is needed, in three values") {
  using enum Needed;
  const std::vector<std::tuple<Needed, Needed, Needed>> table = {
      {yes, yes, yes},
      {yes, unknown, yes},
      {yes, recommended, yes},
      {unknown, unknown, unknown},
      {unknown, recommended, unknown},  // it may turn out to be needed
      {recommended, recommended, recommended},
  };
  for (const auto& [a, b, expected] : table) {
    INFO(need(a) << " and " << need(b));
    const auto of = [](Needed needed) {
      return std::vector{line("birth-certificate", "emma", 1, 1, needed)};
    };
    CHECK(plan::summarize(family({of(a), of(b)}), book()).papers.at(0).needed == expected);
    CHECK(plan::summarize(family({of(b), of(a)}), book()).papers.at(0).needed == expected);
  }
}

TEST_CASE("each packet's own wish is kept") {
  const auto summary =
      plan::summarize(family({{line("birth-certificate", "emma", 1, 2)},
                              {line("birth-certificate", "emma", 1, 1, Needed::unknown)}}),
                      book());
  CHECK(summary.papers.at(0).wanted ==
        std::vector<plan::Wanted>{{0, Needed::yes, 1, 2}, {1, Needed::unknown, 1, 1}});
}

TEST_CASE("what goes into the folder: only what is needed is counted") {
  const auto summary =
      plan::summarize(family({{line("parent-id-card", "lin", 1, 1), line("photo", "ada", 3, 0),
                               line("power-of-attorney", "lin", 1, 1, Needed::unknown)},
                              {line("parent-id-card", "lin", 1, 1), line("photo", "ben", 3, 0),
                               line("marriage-certificate", "", 1, 2, Needed::recommended)}}),
                      book());
  CHECK(summary.originals == 1);
  CHECK(summary.copies == 2);
  CHECK(summary.photographs == 6);
}

TEST_CASE("fees are added up by currency") {
  struct Fee {
    const char* currency;
    std::optional<int> total;
  };
  struct Expected {
    std::vector<Fee> packets;
    std::map<std::string, int> stated;
    std::vector<plan::PacketIndex> unstated;
  };
  const std::vector<Expected> table = {
      {{{"CNY", 15}, {"CNY", 30}}, {{"CNY", 45}}, {}},
      {{{"CNY", 15}, {"USD", 25}, {"CNY", 60}}, {{"CNY", 75}, {"USD", 25}}, {}},
      {{{"CNY", 15}, {"CNY", std::nullopt}}, {{"CNY", 15}}, {1}},
      {{{"CNY", std::nullopt}, {"CNY", std::nullopt}}, {}, {0, 1}},
      {{{"CNY", 0}, {"CNY", 0}}, {{"CNY", 0}}, {}},
  };
  for (const auto& [fees, stated, unstated] : table) {
    auto all = family(std::vector<std::vector<Requirement>>(fees.size()));
    for (std::size_t i = 0; i < fees.size(); ++i) {
      all.packets[i].ruling.fee.currency = fees[i].currency;
      all.packets[i].ruling.fee.total = fees[i].total;
    }
    const auto fee = plan::summarize(all, book()).fee;
    CHECK(fee.stated == stated);
    CHECK(fee.unstated == unstated);
    CHECK(fee.is_whole() == unstated.empty());
  }
}

TEST_CASE("reasons that read the same are said once a person") {
  auto all = nothing();
  const auto refuse = [&](const char* who, const char* procedure, const char* file,
                          Verdict eligible = Verdict::no) {
    model::Refusal one;
    one.applicant = PersonKey(who);
    one.procedure = ProcedureId(procedure);
    one.eligible = eligible;
    one.reasons = {{std::string(file) + ".gate"}, {std::string(file) + ".ask"}};
    one.sources = {{SourceId("law"), {}, {}, file}};
    all.refused.push_back(one);
  };
  refuse("ada", "one", "a");
  refuse("ada", "two", "c");
  refuse("ada", "three", "b");
  refuse("ada", "four", "b", Verdict::unknown);
  refuse("ben", "one", "a");
  const auto refused = plan::summarize(all, book()).refused;
  std::vector<std::string> said;
  for (const auto& one : refused) {
    std::string text = one.applicant.value + ":";
    for (const auto& procedure : one.procedures) text += " " + procedure.value;
    said.push_back(text + (one.eligible == Verdict::unknown ? "?" : ""));
  }
  CHECK(said == std::vector<std::string>{"ada: one three", "ada: two", "ada: four?", "ben: one"});
  CHECK(refused.at(0).reasons == all.refused[0].reasons);
  CHECK(refused.at(0).sources.size() == 1);  // one source, two passages
}

TEST_CASE("equal texts with other people in them are other reasons") {
  auto all = nothing();
  for (const char* whose : {"lin", "james"}) {
    model::Refusal one;
    one.applicant = PersonKey("ada");
    one.reasons = {{"a.gate", {{"who", PersonKey(whose)}}}};
    all.refused.push_back(one);
  }
  CHECK(plan::summarize(all, book()).refused.size() == 2);
}

TEST_CASE("a question says which packets ask it") {
  auto all = family({{}, {}});
  const auto question = [](const char* fact) {
    model::Question one;
    one.fact = model::FactPath(fact);
    return one;
  };
  all.packets[0].ruling.checklist.questions = {question("a"), question("b")};
  all.packets[1].ruling.checklist.questions = {question("b")};
  all.missing = {question("a"), question("b"), question("c")};
  const auto questions = plan::summarize(all, book()).questions;
  REQUIRE(questions.size() == 3);
  CHECK(questions[0].packets == std::vector<plan::PacketIndex>{0});
  CHECK(questions[1].packets == std::vector<plan::PacketIndex>{0, 1});
  CHECK(questions[2].packets.empty());
  CHECK(questions[2].question.fact.value == "c");
}

// The invented twins of samples/: what each packet wants is typed in its expected.json.
TEST_CASE("the twins share their parents' papers") {
  const auto plan = plan_of(profile_of(slurp(TONGXING_SOURCE_DIR "/samples/twins/profile.yaml")));
  const auto summary = plan::summarize(plan, shipped_rules());
  CHECK(papers(summary) ==
        std::vector<std::string>{
            "cn-application-form of ada 1+0 yes, wanted by 0", "photo of ada 3+0 yes, wanted by 0",
            "child-foreign-passport of ada 1+1 yes, wanted by 0",
            "child-birth-certificate of ada 1+1 yes, wanted by 0",
            "same-person-notarised-statement of ada 1+0 recommended, wanted by 0",
            "household-register of jing 1+2 yes, wanted by 0 1 |",
            "chinese-parent-id-card of jing 1+2 yes, wanted by 0 1 |",
            "foreign-parent-passport of luc 1+2 yes, wanted by 0 1 |",
            "foreign-parent-residence-or-work-permit of luc 1+2 yes, wanted by 0 1 |",
            "cn-application-form of ben 1+0 yes, wanted by 1", "photo of ben 3+0 yes, wanted by 1",
            "child-foreign-passport of ben 1+1 yes, wanted by 1",
            "child-birth-certificate of ben 1+1 yes, wanted by 1",
            "same-person-notarised-statement of ben 1+0 recommended, wanted by 1",
            "marriage-certificate of - 1+2 yes, wanted by 0 1 |"});
  CHECK(summary.originals == 11);  // two forms, two passports, two certificates, five shared
  CHECK(summary.copies == 14);
  CHECK(summary.photographs == 6);
  CHECK(summary.fee.stated == std::map<std::string, int>{{"CNY", 30}});
  CHECK(summary.fee.is_whole());
  CHECK(summary.questions.empty());
}

// She applies for a visa and is the foreign parent of a child who applies for a travel document.
TEST_CASE("a mother's passport is one thing in two packets") {
  const auto plan =
      plan_of(profile_of(slurp(TONGXING_SOURCE_DIR "/samples/q1-visa-family/profile.yaml")));
  const auto summary = plan::summarize(plan, shipped_rules());
  const auto said = papers(summary);
  const std::string hers =
      "applicant-passport = foreign-parent-passport of beatriz 1+1 yes, wanted by 0 1 |";
  CHECK(std::ranges::count(said, hers) == 1);
  // Nobody knows whether the proof of kinship is the marriage certificate: two papers.
  CHECK(std::ranges::count(said, "kinship-proof of - 1+0 yes, wanted by 0") == 1);
  CHECK(std::ranges::count(said, "marriage-certificate of - 1+1 yes, wanted by 1") == 1);
  CHECK(summary.fee.unstated == std::vector<plan::PacketIndex>{0, 1});
}
