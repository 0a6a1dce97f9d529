// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <set>

#include "support/profiles.h"

using namespace tongxing;
using namespace tongxing::test;
using model::Node;

namespace {

std::string errors_of(const std::string& yaml) {
  Sources sources;
  const auto document = data::read("schema.yaml", yaml, sources);
  REQUIRE(document);
  const auto schema = model::decode_schema(document->root);
  if (schema) return "no error";
  std::string out;
  for (const auto& error : schema.error()) {
    CHECK(error.fault == Fault::data);
    const auto place = sources.place(error.where.file, error.where.begin);
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
           english(error.what) + "\n";
  }
  return out;
}

/// The table at the end of docs/PROFILE.md.
std::string facts_table(const model::Schema& schema) {
  std::string out = "| fact | type | question |\n|---|---|---|\n";
  for (const auto& fact : schema.facts)
    out += "| `" + fact.path + "` | " + std::string(model::name_of(fact.type)) +
           (fact.short_form ? ", short" : "") + " | " + fact.ask.en + "<br>" + fact.ask.zh + " |\n";
  return out;
}

}  // namespace

TEST_CASE("the shipped schema knows its facts by declared and by concrete path") {
  const auto& schema = shipped_schema();
  CHECK(schema.facts.size() >= 190);
  CHECK(schema.find("people.emma.passports.0.number") ==
        schema.find("people.*.passports[].number"));
  REQUIRE(schema.find("people.emma.birth_date"));
  CHECK(schema.find("people.emma.birth_date")->type == model::FactType::partial_date);
  CHECK(schema.find("papers.marriage-certificate.held"));
  CHECK(schema.find("requested.0"));
  CHECK_FALSE(schema.find("people.emma.passports"));
  CHECK_FALSE(schema.find("people.emma.passports.number"));
  CHECK_FALSE(schema.find("people.emma.brith_date"));
  CHECK_FALSE(schema.find(""));
  CHECK(schema.node("people.emma.passports")->kind == Node::Kind::list);
  CHECK(schema.node("people")->kind == Node::Kind::map);
}

TEST_CASE("every fact is asked for in one line of each language, and says why") {
  std::set<std::string> paths;
  for (const auto& fact : shipped_schema().facts) {
    INFO(fact.path);
    CHECK(paths.insert(fact.path).second);
    for (const auto& words : {fact.ask, fact.why}) {
      CHECK_FALSE(words.zh.empty());
      CHECK_FALSE(words.en.empty());
      CHECK(words.zh.find('\n') == std::string::npos);
      CHECK(words.en.find('\n') == std::string::npos);
      for (const auto& text : {words.zh, words.en})
        for (auto at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
          CHECK(text.substr(at, 5) == "{who}");
    }
    CHECK(fact.ask.en.back() == '?');
    CHECK((fact.ask.zh.ends_with("？") || fact.ask.zh.ends_with("。")));
    CHECK(fact.why.en.back() == '.');
    CHECK(fact.why.zh.ends_with("。"));
    if (fact.type == model::FactType::choice) CHECK(fact.choices.size() >= 1);
  }
}

TEST_CASE("a broken schema is told with its place") {
  const auto [yaml, expected] = GENERATE(table<const char*, const char*>({
      {"facts:\n  a: {type: txt, ask: {zh: a, en: b}, why: {zh: a, en: b}}\n",
       "2:6 no type is called 'txt'\n"},
      {"facts:\n  a: {type: text, ask: {zh: a}, why: {zh: a, en: b}}\n",
       "2:24 'en' is missing or empty\n"},
      {"facts:\n  a: {type: text, ask: {zh: a, en: b}}\n", "2:3 'why' is missing or empty\n"},
      {"facts:\n  a: {typ: text, ask: {zh: a, en: b}, why: {zh: a, en: b}}\n",
       "2:7 unknown key 'typ'\n2:6 'type' is missing or empty\n2:6 no type is called ''\n"},
      {"facts:\n  a: {type: choice, of: b, ask: {zh: a, en: b}, why: {zh: a, en: b}}\n",
       "2:6 no choices are called like that\n"},
      {"facts:\n  a: {type: text, ask: {zh: a, en: b}, why: {zh: a, en: b}}\n"
       "  a.b: {type: text, ask: {zh: a, en: b}, why: {zh: a, en: b}}\n",
       "3:3 'a.b' is both a fact and a group of facts\n"},
      {"facts:\n  g.a: {type: yes-no, implied_by: [b], ask: {zh: a, en: b}, why: {zh: a, en: b}}\n",
       "2:3 there is no fact 'g.b'\n"},
      {"fact: {}\n", "1:1 unknown key 'fact'\n"},
  }));
  CHECK(errors_of(yaml) == expected);
}

TEST_CASE("countries have codes and names") {
  const auto& countries = shipped_schema().countries;
  const auto [name, code] = GENERATE(table<const char*, const char*>({
      {"us", "US"},
      {"usa", "US"},
      {"united states", "US"},
      {"美国", "US"},
      {"egypt", "EG"},
      {"新加坡", "SG"},
      {"中国", "CN"},
      {"holland", "NL"},
      {"台湾", "TW"},
  }));
  REQUIRE(countries.contains(name));
  CHECK(countries.find(name)->second == code);
}

TEST_CASE("docs/profile.schema.json is what the schema says") {
  const std::string file = TONGXING_SOURCE_DIR "/docs/profile.schema.json";
  const auto now = model::json_schema(shipped_schema());
  if (std::getenv("BLESS") != nullptr) std::ofstream(file) << now;
  CHECK(slurp(file) == now);
}

TEST_CASE("docs/PROFILE.md lists every fact") {
  const std::string file = TONGXING_SOURCE_DIR "/docs/PROFILE.md";
  const std::string mark = "<!-- made from templates/schema.yaml: BLESS=1 test_model -->\n";
  auto page = slurp(file);
  const auto at = page.find(mark);
  REQUIRE(at != std::string::npos);
  const auto wanted = page.substr(0, at + mark.size()) + "\n" + facts_table(shipped_schema());
  if (std::getenv("BLESS") != nullptr) std::ofstream(file) << (page = wanted);
  CHECK(page == wanted);
}
