// SPDX-License-Identifier: GPL-3.0-or-later
// Our letters as they leave the printer: who is named where, what stays a line to write on, what is
// ticked, and that nobody has signed. Everybody here is invented.
#include <algorithm>
#include <catch2/catch.hpp>

#include "compose/compose.h"
#include "support/shipped.h"
#include "words/people.h"

using namespace tongxing;
using test::prepared;
using test::profile_from;
using test::sample;

namespace {

/// The pages of one letter.
struct Sheet {
  std::vector<page::Page> pages;
  std::vector<page::Tag> tags;

  /// Every text, in the order in which it was drawn.
  std::string text() const {
    std::string all;
    for (const auto& page : pages)
      for (const auto& item : page.items)
        if (const auto* text = std::get_if<page::Text>(&item.draw)) all += text->run.text + "\n";
    return all;
  }
  /// The same in one line, so that a text that was broken is found.
  std::string run() const {
    std::string all = text();
    std::erase(all, '\n');
    return all;
  }
  bool says(const std::string& what) const { return run().find(what) != std::string::npos; }
  int times(const std::string& what) const {
    const auto all = run();
    int count = 0;
    for (auto at = all.find(what); at != std::string::npos; at = all.find(what, at + 1)) ++count;
    return count;
  }
  /// Rules and frames: those of the tables, and each line to write on.
  long rules() const {
    long count = 0;
    for (const auto& page : pages)
      count += std::ranges::count_if(page.items, [](const auto& item) {
        return std::holds_alternative<page::Fill>(item.draw);
      });
    return count;
  }
  /// "是 yes" for a box that is ticked.
  std::vector<std::string> ticked() const {
    std::vector<std::string> all;
    for (const auto& tag : tags)
      if (tag.checked == true) all.push_back(tag.description);
    return all;
  }
  long boxes() const {
    return std::ranges::count_if(tags, [](const auto& tag) { return tag.checked.has_value(); });
  }
};

std::vector<Sheet> letters(const std::string& yaml, const std::string& procedure,
                           const std::string& code, compose::Paper paper = compose::Paper::a4) {
  const auto profile = profile_from(yaml);
  const auto& library = prepared().library;
  const packet::When when{profile.as_of.value_or(*Date::from(2026, 11, 23)),
                          profile.city.value_or(CityId())};
  auto plan = packet::make_plan(library, profile, when);
  if (!plan) throw std::runtime_error(english(plan.error().front().what));
  const auto people = words::people(profile);
  text::Shaper shaper(prepared().fonts);
  const compose::Options options{.paper = paper};
  const auto layers = compose::prepare_form_layers(library, options.paper, shaper);
  std::vector<Sheet> found;
  for (const auto& each : plan->packets) {
    if (each.code != procedure) continue;
    const auto whole = compose::compose({each, profile, library, people, options, layers}, shaper);
    for (std::size_t i = 0; i < each.parts.size(); ++i) {
      if (each.parts[i].code != code) continue;
      auto only = each;
      only.parts = {each.parts[i]};
      const auto document =
          compose::compose({only, profile, library, people, options, layers}, shaper).document;
      found.push_back({document.pages, document.tags});
    }
  }
  return found;
}

Sheet letter(const std::string& yaml, const std::string& procedure, const std::string& code) {
  auto all = letters(yaml, procedure, code);
  REQUIRE(all.size() == 1);
  INFO(all[0].text());
  CHECK(all[0].pages.size() == 1);
  CHECK(all[0].says("尚未签署"));
  return all[0];
}

const std::string child_family = R"(case: TX-L1
city: shanghai
as_of: 2026-11-23
people:
  emma:
    roles: [child]
    sex: female
    birth_date: 2022-03-18
    birth_place: {country: CN, city: 上海}
    birth_certificate_number: U310000001
    name:
      zh: {surname: 米, given: 艾玛}
      latin: {surname: MILLER, given: EMMA}
      as_printed: [{document: child-birth-certificate, text: 林艾玛, issuer: 上海市第一妇婴保健院, issued: 2022-03-20}, {document: child-foreign-passport, text: MILLER EMMA}]
    nationalities: [{country: US, at_birth: yes, how: descent}]
    in_mainland_china: yes
    hukou: no
    passports: [{country: US, number: "567890123", issued: 2022-06-01, valid_until: 2030-01-01}]
    previous_permits: none
  lin:
    roles: [mother]
    sex: female
    birth_date: 1988-07-04
    name: {zh: {surname: 林, given: 晓雯}}
    nationalities: [{country: CN, at_birth: yes}]
    national_id: "310100198807040025"
    hukou: {city: shanghai, includes_child: no}
    passports: [{country: CN, number: E12345678, valid_until: 2030-01-01}]
    settled_abroad_at_birth: no
    attends: yes
    phone: "13000000017"
  james:
    roles: [father]
    name: {latin: {surname: MILLER, given: JAMES}}
    nationalities: [{country: US, at_birth: yes}]
    passports: [{country: US, number: "123456789", valid_until: 2030-01-01}]
    attends: no
    absent_reason: 出差在外
    power_of_attorney: {signed_in: china, valid_until: 2026-12-31}
marriage: {status: married, date: 2019-05-20, country: CN, language: zh}
trip: {destination: US, depart: 2026-12-10, return: 2027-01-10}
)";

}  // namespace

TEST_CASE("L-POA: the absent father, the mother who acts, until the day they say") {
  const auto sheet = letter(child_family, "EEP-FIRST", "L-POA");
  for (const char* said : {"授权委托书", "MILLER, JAMES", "林晓雯", "310100198807040025",
                           "123456789", "U310000001", "出差在外", "2026年12月31日", "父亲", "母亲"})
    CHECK(sheet.says(said));
  CHECK_FALSE(sheet.says("在境外签署的"));   // signed in China
  CHECK(sheet.times("MILLER, JAMES") == 1);  // in the table, and not where he signs

  const auto untold =
      letter(test::replaced(child_family, "signed_in: china, valid_until: 2026-12-31", "to: lin"),
             "EEP-FIRST", "L-POA");
  CHECK(untold.says("2027年2月23日"));
  CHECK(untold.says("在境外签署的"));
  CHECK(untold.says("出差在外"));
  const auto silent = letter(test::replaced(child_family, "    absent_reason: 出差在外\n", ""),
                             "EEP-FIRST", "L-POA");
  CHECK(silent.rules() == sheet.rules() + 1);  // a line to write on
}

TEST_CASE("L-SAME: every way of writing the name, with paper, number, issuer and day") {
  const auto sheet =
      letter(test::replaced(child_family, "attends: no", "attends: yes"), "EEP-FIRST", "L-SAME");
  for (const char* said :
       {"同一人声明", "draft, not yet signed", "林艾玛", "U310000001", "上海市第一妇婴保健院",
        "2022-03-20", "MILLER EMMA", "567890123", "美国United States", "2022-06-01", "米艾玛",
        "本次申请this application", "不能代替领事馆出具的同一人证明", "母亲"})
    CHECK(sheet.says(said));
  CHECK(sheet.times("林晓雯") == 1);
}

TEST_CASE("L-NAT: facts of the child and of both parents; what is open has two empty boxes") {
  const auto sheet = letter(child_family, "EEP-FIRST", "L-NAT");
  for (const char* said :
       {"国籍状况声明书", "米艾玛", "中国 China 上海", "美国 United States", "中国 China",
        "因父母国籍by descent", "出生时起from birth", "567890123", "林晓雯"})
    CHECK(sheet.says(said));
  // The mother was not settled abroad; of the father nobody said. No register; no Chinese passport.
  CHECK(sheet.ticked() == std::vector<std::string>{"否 no", "否 no", "否 no"});
  CHECK(sheet.boxes() == 8);

  const auto open =
      letter(test::replaced(child_family, "    hukou: no\n", ""), "EEP-FIRST", "L-NAT");
  CHECK(open.boxes() == 8);
  const auto unknown = letter(test::replaced(test::replaced(child_family, "    hukou: no\n", ""),
                                             ", includes_child: no", ""),
                              "EEP-FIRST", "L-NAT");
  CHECK(unknown.ticked() == std::vector<std::string>{"否 no", "否 no"});
  // A nationality acquired on a day that nobody told is not printed as held at the birth.
  const auto later =
      letter(test::replaced(child_family, "    nationalities: [{country: US, at_birth: yes}]\n",
                            "    nationalities: [{country: US, how: naturalisation}]\n"),
             "EEP-FIRST", "L-NAT");
  CHECK(later.times("美国 United States") == sheet.times("美国 United States") - 1);
}

namespace {

const std::string abroad_family = R"(case: TX-L2
as_of: 2026-11-23
requested: [TD-FIRST]
people:
  tom:
    roles: [child]
    sex: male
    birth_date: 2020-02-29
    birth_place: {country: GB, city: London}
    name: {zh: {surname: 何, given: 汤}, latin: {surname: HE, given: TOM}}
    nationalities: [{country: GB, at_birth: yes}]
    in_mainland_china: no
    hukou: no
    passports: [{country: GB, number: "900000001", valid_until: 2030-01-01}]
    previous_permits: none
  he:
    roles: [father]
    name: {zh: {surname: 何, given: 平}}
    nationalities: [{country: CN, at_birth: yes}]
    passports: [{country: CN, number: E90000001, valid_until: 2030-01-01}]
    settled_abroad_at_birth: no
    attends: yes
  ann:
    roles: [mother]
    name: {latin: {surname: WOOD, given: ANN}}
    nationalities: [{country: GB, at_birth: yes}]
    passports: [{country: GB, number: "900000002", valid_until: 2030-01-01}]
marriage: {status: married, date: 2019-05-20, country: GB, language: en}
trip: {destination: CN, depart: 2027-01-10}
)";

}  // namespace

TEST_CASE("L-GUARD: both parents agree; a guardian alone; nobody signs for the dead") {
  const auto both = letter(abroad_family, "TD-FIRST", "L-GUARD");
  for (const char* said : {"监护人同意书", "何平", "WOOD, ANN", "何汤", "中国 China", "2027-01-10",
                           "另一监护人签名", "同行照料人", "E90000001", "900000002"})
    CHECK(both.says(said));
  CHECK(both.times("WOOD, ANN") == 1);

  const auto widower = letter(test::replaced(abroad_family, "  ann:\n", "  ann:\n    alive: no\n"),
                              "TD-FIRST", "L-GUARD");
  CHECK_FALSE(widower.says("WOOD, ANN"));
  CHECK_FALSE(widower.says("另一监护人"));

  const auto guardian =
      letter(test::replaced(abroad_family, "marriage:",
                            "  li:\n    roles: [guardian]\n    name: {zh: {surname: "
                            "李, given: 奶奶}}\nmarriage:"),
             "TD-FIRST", "L-GUARD");
  CHECK(guardian.says("李奶奶"));
  CHECK(guardian.says("监护人 guardian"));
  CHECK_FALSE(guardian.says("另一监护人"));
  CHECK(letters(test::replaced(abroad_family, "2020-02-29", "2010-02-28"), "TD-FIRST", "L-GUARD")
            .empty());
}

TEST_CASE("L-SITU: the family's own words, or room for them") {
  CHECK(letters(abroad_family, "TD-FIRST", "L-SITU").empty());  // nobody asked for it
  const auto told = letter(abroad_family +
                               "situation: |\n  护照上的名字写错了一个字母。\n"
                               "  The passport has one wrong letter.\n",
                           "TD-FIRST", "L-SITU");
  for (const char* said : {"情况说明", "护照上的名字写错了一个字母。",
                           "The passport has one wrong letter.", "何汤", "何平", "父亲"})
    CHECK(told.says(said));
  const auto reason = letter(R"(case: TX-L3
city: shanghai
as_of: 2026-11-23
requested: [P-VISA-EXT]
people:
  ana:
    roles: [applicant]
    name: {latin: {surname: SOUSA, given: ANA}}
    birth_date: 1990-01-01
    nationalities: [PT]
    in_mainland_china: yes
    passports: [{country: PT, number: CA100001, valid_until: 2031-01-01}]
    permits: [{kind: visa, country: CN, category: L, entry_date: 2026-11-10, stay_days: 30}]
    visa: {action: extension, extension_days: 10}
)",
                             "P-VISA-EXT", "L-SITU");
  CHECK(reason.says("SOUSA, ANA"));
  CHECK_FALSE(reason.says("说明人"));  // a grown applicant explains in person
}

namespace {

const std::string visit = R"(case: TX-L4
as_of: 2026-11-23
requested: [V-Q2]
people:
  ana:
    roles: [applicant]
    sex: female
    name: {latin: {surname: SOUSA, given: ANA}}
    birth_date: 1990-01-01
    nationalities: [PT]
    in_mainland_china: no
    passports: [{country: PT, number: CA100001, valid_until: 2031-01-01, blank_pages: 9}]
    visa: {category: Q2, purpose: family-visit, days: 60, entries: one, first_arrival: 2027-02-01, last_departure: 2027-03-20, who_pays: 邀请人, itinerary: [{date: 2027-02-01, city: 上海}, {date: 2027-02-10, city: 成都}, {date: 2027-02-20, city: 上海}]}
  feng:
    roles: [inviter]
    sex: male
    name: {zh: {surname: 冯, given: 远}}
    birth_date: 1985-05-05
    nationalities: [CN]
    national_id: "110100198503150017"
    resides_in_china: yes
    relation: sibling
    relation_note: 同母异父的妹妹
    phone: "13000000044"
    email: feng@example.org
    address: {zh: 北京市朝阳区甲路1号}
)";

}  // namespace

TEST_CASE("L-INV: a person invites") {
  const auto yaml = test::replaced(visit, "birth_date: 1985-05-05", "birth_date: 1985-03-15");
  const auto sheet = letter(yaml, "V-Q2", "L-INV");
  for (const char* said : {"邀请函",
                           "冯远",
                           "110100198503150017",
                           "13000000044",
                           "feng@example.org",
                           "北京市朝阳区甲路1号",
                           "SOUSA, ANA",
                           "CA100001",
                           "葡萄牙 Portugal",
                           "兄弟姐妹 sibling",
                           "同母异父的妹妹",
                           "探亲 visit to relatives",
                           "2027-02-01",
                           "2027-03-20",
                           "60",
                           "一次 one",
                           "邀请人",
                           "上海、成都",
                           "第二十条",
                           "第三十二条"})
    CHECK(sheet.says(said));
  CHECK(sheet.times("冯远") == 1);
  // Whether the expenses are guaranteed, nobody said: a box, which is not ticked.
  CHECK(sheet.says("邀请人担保被邀请人在华期间的费用"));
  CHECK(sheet.boxes() == 1);
  CHECK(sheet.ticked().empty());
  const auto refused =
      letter(test::replaced(yaml, "    in_mainland_china: no\n",
                            "    in_mainland_china: no\n    expense_guarantee: no\n"),
             "V-Q2", "L-INV");
  CHECK_FALSE(refused.says("邀请人担保被邀请人在华期间的费用"));
  const auto promised =
      letter(test::replaced(yaml, "    in_mainland_china: no\n",
                            "    in_mainland_china: no\n    expense_guarantee: yes\n"),
             "V-Q2", "L-INV");
  CHECK(promised.says("邀请人担保被邀请人在华期间的费用"));
  CHECK(promised.boxes() == 0);
  // At hand already: not printed again.
  CHECK(letters(yaml + "    papers: {invitation-letter: yes}\n", "V-Q2", "L-INV").empty());
  // Nobody named: the same sheet with lines to write on.
  const auto nobody = letter(yaml.substr(0, yaml.find("  feng:")), "V-Q2", "L-INV");
  CHECK(nobody.says("被邀请人"));
  CHECK(nobody.says("SOUSA, ANA"));
  CHECK(nobody.rules() > sheet.rules() + 7);
}

TEST_CASE("L-INV: an organisation invites, or nobody knows yet who does") {
  const std::string trade = R"(case: TX-L5
as_of: 2026-11-23
requested: [V-M]
people:
  ana:
    roles: [applicant]
    name: {latin: {surname: SOUSA, given: ANA}}
    birth_date: 1990-01-01
    nationalities: [PT]
    in_mainland_china: no
    passports: [{country: PT, number: CA100001, valid_until: 2031-01-01, blank_pages: 9}]
    visa: {category: M, purpose: business}
)";
  const auto sheet = letter(
      trade +
          "inviting_organisation: {name: 青岛某某贸易有限公司, address: 青岛市市南区一路2号, "
          "phone: \"053200000000\", representative: 郑重}\n",
      "V-M", "L-INV");
  for (const char* said : {"青岛某某贸易有限公司", "青岛市市南区一路2号", "郑重", "单位盖章",
                           "法定代表人或授权人签名", "SOUSA, ANA", "CA100001"})
    CHECK(sheet.says(said));
  CHECK(sheet.times("郑重") == 1);
  CHECK(letter(trade, "V-M", "L-INV").says("单位盖章"));
  const auto person = letter(trade +
                                 "  bo:\n    roles: [inviter]\n    name: {zh: {surname: 薄, "
                                 "given: 云}}\n",
                             "V-M", "L-INV");
  CHECK(person.says("薄云"));
  CHECK_FALSE(person.says("单位盖章"));
}

TEST_CASE("L-HOST: the relative stands for living and conduct") {
  const auto sheet = letter(R"(case: TX-L6
city: shanghai
as_of: 2026-11-23
requested: [RP-FAMILY]
people:
  claire:
    roles: [applicant]
    name: {latin: {surname: MOREL, given: CLAIRE}}
    birth_date: 1991-10-10
    nationalities: [FR]
    in_mainland_china: yes
    passports: [{country: FR, number: "512345678", valid_until: 2031-03-01}]
    permits: [{kind: visa, country: CN, category: Q1, entry_date: 2026-11-10}]
    residence: {category: reunion, branch: family, action: first, months: 24}
  feng:
    roles: [host]
    name: {zh: {surname: 冯, given: 远}}
    nationalities: [CN]
    relation: spouse
    employer: 上海某某设计院
)",
                            "RP-FAMILY", "L-HOST");
  for (const char* said :
       {"被探望人担保函", "冯远", "MOREL, CLAIRE", "配偶 spouse", "上海某某设计院", "24",
        "家庭团聚 family reunion", "生活费用", "遵守中国法律", "第二十条", "第三十二条"})
    CHECK(sheet.says(said));
}

namespace {

const std::string lost = R"(case: TX-L7
city: haikou
as_of: 2026-11-23
people:
  ivan:
    roles: [applicant]
    sex: male
    name: {latin: {surname: NOVAK, given: IVAN}}
    birth_date: 1980-08-08
    nationalities: [CZ]
    in_mainland_china: yes
    passports: [{country: CZ, number: "40000001", valid_until: 2030-01-01}, {country: CZ, number: "40000002", valid_until: 2031-01-01, lost: yes}]
    lost: {cause: lost, date: 2026-11-20, place: 海口骑楼老街, account: "上车后发现背包拉链开着。\nThe bag was open.", police_station: 中山路派出所, police_date: 2026-11-21}
)";

}  // namespace

TEST_CASE("L-LOSS: who, what, when, where and how; police told or not is to tick") {
  const auto yaml =
      test::replaced(lost, "as_of: 2026-11-23", "as_of: 2026-11-23\nrequested: [LOST-REPORT]");
  const auto sheet = letter(yaml, "LOST-REPORT", "L-LOSS");
  for (const char* said :
       {"护照遗失经过说明", "NOVAK, IVAN", "40000002", "遗失 lost", "2026-11-20", "海口骑楼老街",
        "上车后发现背包拉链开着。", "The bag was open.", "中山路派出所", "2026-11-21"})
    CHECK(sheet.says(said));
  CHECK_FALSE(sheet.says("40000001"));  // the one that is still there
  CHECK(sheet.boxes() == 2);
  CHECK(sheet.ticked().empty());
  CHECK(letter(test::replaced(yaml, "police_station", "police_report: yes, police_station"),
               "LOST-REPORT", "L-LOSS")
            .ticked() == std::vector<std::string>{"是 yes"});
}

TEST_CASE("a story of any length goes on on a second sheet, whole") {
  std::string story;
  for (int i = 0; i < 60; ++i)
    story +=
        "第" + std::to_string(100 + i) + "句：那天在老街上走了很久，人很多，我没有注意到背包。";
  const auto yaml = test::replaced(
      test::replaced(lost, "as_of: 2026-11-23", "as_of: 2026-11-23\nrequested: [LOST-REPORT]"),
      "上车后发现背包拉链开着。", story);
  const auto paper = GENERATE(compose::Paper::a4, compose::Paper::letter);
  const auto all = letters(yaml, "LOST-REPORT", "L-LOSS", paper);
  REQUIRE(all.size() == 1);
  CHECK(all[0].pages.size() == 2);
  CHECK(all[0].says(story));
  // What is signed stands with the last words that are signed.
  Sheet last{{all[0].pages.back()}, {}};
  CHECK(last.says("以上情况属实"));
  CHECK(last.says("申请人签名"));
}

TEST_CASE("L-REFUSE: the mission is asked, not told; one who has its note needs no letter") {
  const auto yaml = test::replaced(
      test::replaced(lost, "as_of: 2026-11-23", "as_of: 2026-11-23\nrequested: [EXIT-PERMIT]"),
      "lost: {cause: lost,", "lost: {cause: lost, mission_can_reissue: no,");
  const auto sheet = letter(yaml, "EXIT-PERMIT", "L-REFUSE");
  for (const char* said : {"捷克 Czechia", "NOVAK, IVAN", "40000002", "既不能补发护照",
                           "也不能签发紧急旅行证件", "如贵馆能签发其中一种", "第二十三条"})
    CHECK(sheet.says(said));
  CHECK(letters(yaml + "    papers: {embassy-note: yes}\n", "EXIT-PERMIT", "L-REFUSE").empty());
}

TEST_CASE("L-ITIN: each day of the journey, and room for those not told") {
  const std::string yaml = R"(case: TX-L8
as_of: 2026-11-23
requested: [V-L]
people:
  ana:
    roles: [applicant]
    name: {latin: {surname: SOUSA, given: ANA}}
    nationalities: [PT]
    in_mainland_china: no
    passports: [{country: PT, number: CA100001, valid_until: 2031-01-01, blank_pages: 9}]
    visa: {category: L, purpose: tourism, group: no, itinerary: [{date: 2027-04-02, city: 西安, address: 甲宾馆 Hotel A, transport: 高铁 G87}]}
)";
  const auto sheet = letter(yaml, "V-L", "L-ITIN");
  for (const char* said : {"行程单", "2027-04-02", "西安", "甲宾馆 Hotel A", "高铁 G87"})
    CHECK(sheet.says(said));
  std::string long_journey = "itinerary: [";
  for (int day = 1; day <= 28; ++day)
    long_journey += std::string(day > 1 ? ", " : "") + "{date: 2027-02-" + (day < 10 ? "0" : "") +
                    std::to_string(day) + ", city: 西安}";
  const auto all =
      letters(test::replaced(yaml,
                             "itinerary: [{date: 2027-04-02, city: 西安, address: 甲宾馆 "
                             "Hotel A, transport: 高铁 G87}]",
                             long_journey + "]"),
              "V-L", "L-ITIN");
  REQUIRE(all.size() == 1);
  CHECK(all[0].pages.size() == 2);
  CHECK(all[0].says("2027-02-28"));
}

TEST_CASE("names of every kind stand in a letter as they are") {
  const auto [change, name] = GENERATE(table<std::string, std::string>({
      {"{single: yes, latin: {given: SUKARNO}}", "SUKARNO"},
      {"{latin: {surname: WOLFESCHLEGELSTEINHAUSENBERGERDORFFKRAMERS, given: J}}",
       "WOLFESCHLEGELSTEINHAUSENBERGERDORFFKRAMERS, J"},
      {"{zh: {surname: 𠮷, given: 野䶮}}", "𠮷野䶮"},
      {"{native: محمد عبد الله}", "محمد"},
  }));
  INFO(name);
  const auto sheet = letter(test::replaced(visit, "{latin: {surname: SOUSA, given: ANA}}", change),
                            "V-Q2", "L-INV");
  CHECK(sheet.says(name));
}
