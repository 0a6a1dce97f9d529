// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in which box of our own forms, read from the finished pages. Every expected value is
// typed by hand from the profile above it.
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "compose/compose.h"
#include "support/shipped.h"
#include "words/people.h"

using namespace tongxing;
using test::prepared;
using test::profile_from;
using test::sample;

namespace {

/// A form as it is printed.
struct Filled {
  std::multimap<std::string, std::string> values;  ///< by the name of the value
  std::multiset<std::string> ticks;                ///< the words beside a box with a tick
  std::string text;  ///< of all pages, the continuation sheet included
  std::size_t pages = 0, continued = 0;

  std::string at(const std::string& name) const {
    std::string all;
    for (auto [one, end] = values.equal_range(name); one != end; ++one)
      all += (all.empty() ? "" : "-") + one->second;
    return all;
  }
};

void add_text(const std::vector<page::Item>& items, Filled& filled) {
  for (const auto& item : items)
    if (const auto* text = std::get_if<page::Text>(&item.draw))
      filled.text += text->run.text + "\n";
}

/// The forms alone of the packet for `code`.
Filled fill(const std::string& yaml, const std::string& code) {
  const auto profile = profile_from(yaml);
  const packet::When when{profile.as_of.value_or(*Date::from(2026, 11, 23)),
                          profile.city.value_or(CityId())};
  const auto plan = packet::make_plan(prepared().library, profile, when);
  if (!plan) throw std::runtime_error("no plan");
  const auto people = words::people(profile);
  text::Shaper shaper(prepared().fonts);
  const compose::Options options{.only = {plan::PartKind::form}};
  const auto layers = compose::prepare_form_layers(prepared().library, options.paper, shaper);
  for (const auto& packet : plan->packets) {
    if (packet.code != code) continue;
    const auto composed =
        compose::compose({packet, profile, prepared().library, people, options, layers}, shaper);
    Filled filled;
    filled.pages = composed.document.pages.size();
    filled.continued = composed.continued;
    for (const auto& page : composed.document.pages) {
      for (const auto& each : page.expectations) filled.values.emplace(each.field, each.text);
      add_text(page.items, filled);
    }
    for (const auto& tag : composed.document.tags)
      if (tag.checked == true) filled.ticks.insert(tag.description);
    return filled;
  }
  throw std::runtime_error("no packet " + code);
}

using Ticks = std::multiset<std::string>;

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("there is no " + from);
  return text.replace(at, from.size(), to);
}

/// A foreigner inside China of whom the rules are content.
std::string visitor(const std::string& permit, const std::string& asks) {
  return R"(case: TX-1
city: shanghai
as_of: 2026-11-23
people:
  ana:
    roles: [applicant]
    sex: female
    birth_date: 1990-05-05
    name: {latin: {surname: PEREIRA, given: ANA}}
    nationalities: [BR]
    in_mainland_china: yes
    passports: [{country: BR, type: service, number: SB123456, valid_until: 2032-02-29}]
    permits: [)" +
         permit + "]\n" + asks;
}

}  // namespace

// --- FORM-FGN ---

TEST_CASE("an extension of a visa: section 5, category and last day worked out") {
  const auto form = fill(sample("visa-extension"), "P-VISA-EXT");
  CHECK(form.pages == 2);
  CHECK(form.ticks == Ticks{"女 F.", "普通 ordinary", "签证 visa", "L 旅游 tourist"});
  CHECK(form.at("applicant.latin.surname") == "LEFÈVRE");
  CHECK(form.at("applicant.latin.given") == "MARGUERITE ANNE");
  CHECK(form.at("applicant.name.zh") == "勒玛格");
  CHECK(form.at("applicant.nationality") == "法国");
  CHECK(form.at("applicant.birth_place.whole") == "法国 Quimper");
  CHECK(form.at("applicant.birth_date") == "1954-01-19");
  CHECK(form.at("passport.number") == "22XX10033");
  CHECK(form.at("passport.valid_until") == "2032-05-29");
  CHECK(form.at("current.number") == "10000033");
  CHECK(form.at("visa.until") == "2026-12-17");
  CHECK(form.at("applicant.contact") == "勒可莱 13000000034");
  CHECK(form.at("agent.phone") == "13000000034");
  CHECK(form.at("stay.until").empty());
  CHECK(form.at("residence.until").empty());
  CHECK(form.at("foreigner.notes").empty());
}

TEST_CASE("a residence permit for work: section 7 and nothing of the others") {
  const auto form = fill(sample("residence-work-family"), "RP-WORK");
  CHECK(form.ticks.count("工作 employee") == 1);
  for (const char* other : {"学习 student", "团聚 family reunion", "换发 renew", "换发 renewal",
                            "补发 reissue", "免签 visa free", "外国人出入境证 exit-entry permit"})
    CHECK(form.ticks.count(other) == 0);
  CHECK(form.at("visa.until").empty());
}

TEST_CASE("each procedure inside China fills in its own section") {
  struct Case {
    const char *code, *permit, *asks, *tick;
  };
  const auto each = GENERATE(
      Case{"P-VISA-CHG", "{kind: visa, country: CN, category: L}",
           "    visa: {action: change, category: M, entries: two, days: 30}\n", "换发 renewal"},
      Case{"P-STAY", "{kind: visa, country: CN, category: L}", "    stay: {reason: crew}\n",
           "船员 crew"},
      Case{"RP-EXT", "{kind: residence, country: CN, valid_until: 2027-01-01}",
           "    residence: {category: study, action: extension}\n", "换发 renew"},
      Case{"RP-CHG", "{kind: residence, country: CN, valid_until: 2027-01-01}",
           "    residence: {category: study, action: change, changes: [address, unit]}\n",
           "单位、院校 company or school"});
  CAPTURE(each.code);
  const auto form = fill(visitor(each.permit, each.asks), each.code);
  CHECK(form.ticks.count(each.tick) == 1);
  CHECK(form.ticks.count("公务（官员） service (official)") == 1);
}

TEST_CASE("another visa says how often and how long") {
  const auto form =
      fill(visitor("{kind: visa, country: CN, category: L}",
                   "    visa: {action: change, category: M, entries: two, days: 30}\n"),
           "P-VISA-CHG");
  CHECK(form.ticks.count("M 贸易 business") == 1);
  CHECK(form.ticks.count("L 旅游 tourist") == 0);
  CHECK(form.at("visa.new.entries") == "二次");
  CHECK(form.at("visa.new.days") == "30");
}

TEST_CASE("there is no box for K: it goes to section 10") {
  const auto form = fill(visitor("{kind: visa, country: CN, category: K}",
                                 "    visa: {action: extension, extension_days: 10}\n"),
                         "P-VISA-EXT");
  CHECK(form.ticks == Ticks{"女 F.", "公务（官员） service (official)", "签证 visa"});
  CHECK(form.at("foreigner.notes") == "申请类别K（青年科技人才），表中无此项");
}

TEST_CASE("a permit to leave: section 8, and the day that is told") {
  const auto yaml = changed(sample("lost-passport-haikou"),
                            "    phone:", "    wanted_until: 2026-12-04\n    phone:");
  const auto form = fill(yaml, "EXIT-PERMIT");
  CHECK(form.ticks.count("外国人出入境证 exit-entry permit") == 1);
  CHECK(form.at("exit-permit.until") == "2026-12-04");
  CHECK(form.at("note.until").empty());
  CHECK(form.at("passport.number") == "T100234");  // the lost one
}

TEST_CASE("what nobody told is never none") {
  const auto form = fill(visitor("{kind: visa, country: CN, category: L}",
                                 "    visa: {action: extension, extension_days: 10}\n"),
                         "P-VISA-EXT");
  CHECK(form.text.find("无\n") == std::string::npos);
  CHECK(form.text.find("未告知") != std::string::npos);
  CHECK(form.at("current.number").empty());
  CHECK(form.at("visa.until").empty());
}

TEST_CASE("a packet without a form, printed with forms alone, is its cover") {
  const auto endorsement = fill(sample("hong-kong-macao-minor"), "HKMO-ENDORSE");
  CHECK(endorsement.pages == 1);
  CHECK(endorsement.ticks.empty());
}

TEST_CASE("more dependants than lines: the third on the continuation sheet, whole") {
  const auto child = [](const char* key, const char* name, const char* born) {
    return std::string("  ") + key + ":\n    sex: male\n    birth_date: " + born +
           "\n    name: {latin: {surname: PEREIRA, given: " + name +
           "}}\n    relation: parent\n    nationalities: [BR]\n";
  };
  const auto yaml =
      changed(visitor("{kind: visa, country: CN, category: L}",
                      "    visa: {action: extension, extension_days: 10}\n"),
              "valid_until: 2032-02-29", "valid_until: 2032-02-29, dependants: [rui, luis, joao]") +
      child("rui", "RUI", "2019-01-02") + child("luis", "LUIS", "2020-03-04") +
      child("joao", "JOAO", "2021-05-06");
  const auto form = fill(yaml, "P-VISA-EXT");
  CHECK(form.pages == 3);
  CHECK(form.continued == 1);
  CHECK(form.at("dependants.given") == "RUI-LUIS");
  CHECK(form.at("dependants.relation") == "子女-子女");
  CHECK(form.ticks.count("男 M.") == 2);
  CHECK(form.text.find("见附页第1条") != std::string::npos);
  CHECK(form.at("continuation") ==
        "姓：PEREIRA；名：JOAO；性别：男；出生日期：2021-05-06；与申请人关系：子女");
}

TEST_CASE("no dependants is said, not left open") {
  const auto yaml = changed(visitor("{kind: visa, country: CN, category: L}",
                                    "    visa: {action: extension, extension_days: 10}\n"),
                            "valid_until: 2032-02-29", "valid_until: 2032-02-29, dependants: none");
  CHECK(fill(yaml, "P-VISA-EXT").at("dependants.surname") == "无");
}

TEST_CASE("a name of forty-five letters stands whole in its box") {
  const std::string name = "WOLFESCHLEGELSTEINHAUSENBERGERDORFFABCDEFGHIJ";
  const auto yaml = changed(visitor("{kind: visa, country: CN, category: L}",
                                    "    visa: {action: extension, extension_days: 10}\n"),
                            "surname: PEREIRA", "surname: " + name);
  const auto form = fill(yaml, "P-VISA-EXT");
  CHECK(form.at("applicant.latin.surname") == name);
  CHECK(form.continued == 0);
}

TEST_CASE("of a single name the other box stays empty, and nothing is invented") {
  const auto yaml = changed(visitor("{kind: visa, country: CN, category: L}",
                                    "    visa: {action: extension, extension_days: 10}\n"),
                            "name: {latin: {surname: PEREIRA, given: ANA}}",
                            "name: {single: yes, latin: {given: SUHARTI}}");
  const auto form = fill(yaml, "P-VISA-EXT");
  CHECK(form.at("applicant.latin.surname").empty());
  CHECK(form.at("applicant.latin.given") == "SUHARTI");
  CHECK(form.text.find("FNU") == std::string::npos);
}

// --- FORM-VISA ---

TEST_CASE("a visa for family reunion: four pages, each answer in its box") {
  const auto form = fill(sample("q1-visa-family"), "V-Q1");
  CHECK(form.pages == 4);
  CHECK(form.at("visa.name.last") == "SOUZA LIMA");
  CHECK(form.at("visa.name.first") == "BEATRIZ");
  CHECK(form.at("applicant.birth_date") == "1992-12-01");
  CHECK(form.at("visa.nationality") == "巴西 BRAZIL");
  CHECK(form.at("passport.number") == "GA100032");
  CHECK(form.at("passport.issued") == "2024-02-06");
  CHECK(form.ticks == Ticks{"女 F", "普通 ordinary", "已婚 married",
                            "一次（三个月） one, within 3 months",
                            "家庭团聚，180日以上 family reunion, over 180 days", "否 no", "否 no",
                            "否 no", "否 no", "否 no"});
  CHECK(form.at("family.relation") == "配偶-子女");
  CHECK(form.at("family.name") == "郭建明 GUO JIANMING-郭凯 LIMA GUO, CAIO");
  CHECK(form.at("visa.applies_from") == "巴西 BRAZIL");
  CHECK(form.at("visa.first_arrival") == "2027-02-01");
  CHECK(form.at("visa.days") == "365");
  CHECK(form.at("inviter.name") == "郭建明 GUO JIANMING");
  CHECK(form.at("inviter.relation") == "配偶");
  CHECK(form.at("declared.explanation") == "N/A");
  CHECK(form.at("filler.name").empty());
}

TEST_CASE("N/A only where the profile says that there is none") {
  const auto told = changed(sample("q1-visa-family"), "      who_pays: 郭建明",
                            "      countries_visited: none\n      who_pays: 郭建明");
  CHECK(fill(told, "V-Q1").at("visa.countries_visited") == "N/A");
  CHECK(fill(sample("q1-visa-family"), "V-Q1").at("visa.countries_visited").empty());
}

TEST_CASE("several occupations are ticked, the position stands beside its box") {
  const auto yaml = changed(
      sample("q1-visa-family"), "    occupation: 建筑师 architect",
      "    occupation: 市议员 city councillor\n    occupations: [self-employed, parliament]");
  const auto form = fill(yaml, "V-Q1");
  CHECK(form.ticks.count("自雇 self-employed") == 1);
  CHECK(form.ticks.count("前、现任议员，职位 member of parliament, position") == 1);
  CHECK(form.at("visa.occupation.parliament") == "市议员 city councillor");
  CHECK(form.at("visa.occupation.other").empty());
}

TEST_CASE("a journey of ten days: eight lines, two on the continuation sheet") {
  std::string days = "      itinerary:\n";
  for (int day = 1; day <= 10; ++day)
    days += "        - {date: 2027-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day) +
            ", city: 青岛}\n";
  const auto yaml =
      changed(sample("q1-visa-family"), "      who_pays: 郭建明", days + "      who_pays: 郭建明");
  const auto form = fill(yaml, "V-Q1");
  CHECK(form.continued == 2);
  CHECK(form.text.find("余见附页第1至2条") != std::string::npos);
  CHECK(form.text.find("日期：2027-02-09；详细地址：青岛") != std::string::npos);
  CHECK(form.text.find("日期：2027-02-10；详细地址：青岛") != std::string::npos);
}

// --- FORM-TD ---

TEST_CASE("a first travel document, from London") {
  const auto form = fill(sample("travel-document-london"), "TD-FIRST");
  CHECK(form.pages == 2);
  CHECK(form.ticks == Ticks{"女 female", "旅行证 travel document", "颁发 issue"});
  CHECK(form.at("applicant.chinese.surname") == "沈");
  CHECK(form.at("applicant.chinese.given") == "露西");
  CHECK(form.at("applicant.pinyin.given") == "LUXI");
  CHECK(form.at("travel.foreign_name") == "WHITFIELD, LUCY MARGARET");
  CHECK(form.at("applicant.birth_place.whole") == "英国 London");
  CHECK(form.at("travel.address_abroad") == "英国伦敦芬利街14号");
  CHECK(form.at("old.kind") == "无");
  CHECK(form.at("family.relation") == "父亲-母亲");
  CHECK(form.at("family.name") == "WHITFIELD, THOMAS EDWARD-沈佳 SHEN, JIA");
  CHECK(form.at("guardian1.name") == "沈佳");
}

// --- FORM-CN ---

TEST_CASE("a card for Hong Kong and Macao: kinds and trips of both endorsements") {
  const auto form = fill(sample("hong-kong-macao-minor"), "HKMO-CARD");
  CHECK(form.ticks.count("往来港澳通行证 Hong Kong, Macao permit") == 1);
  CHECK(form.ticks.count("出入境通行证 exit-entry permit") == 0);
  CHECK(form.ticks.count("首次申请 first application") == 1);
  CHECK(form.ticks.count("个人旅游 own tour") == 2);
  CHECK(form.ticks.count("一年一次 one year, one") == 2);
  CHECK(form.at("application.destination") == "中国香港、中国澳门");
  CHECK(form.at("guardian1.name") == "梁婉婷");
  CHECK(form.at("applicant.national_id") == "440100201708250039");
}

TEST_CASE("an exit-entry permit ticks no endorsement") {
  const auto form = fill(sample("rare-characters"), "EEP-FIRST");
  CHECK(form.ticks.count("出入境通行证 exit-entry permit") == 1);
  CHECK(form.ticks.count("个人旅游 own tour") == 0);
  CHECK(form.at("applicant.name.zh") == "㼆𬭎䶮");
}
