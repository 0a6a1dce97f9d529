// SPDX-License-Identifier: GPL-3.0-or-later
// The traps of real data that concern a profile. Expected values come from the documents named in
// docs/PROFILE.md, typed by hand.
#include "model/profile.h"

#include <catch2/catch.hpp>

#include "support/profiles.h"

using namespace tongxing;
using namespace tongxing::test;
using model::Profile;

namespace {

Profile profile_of(const std::string& yaml) {
  Sources sources;
  auto profile = read_profile("family.yaml", yaml, sources);
  if (!profile) FAIL(describe(profile.error(), sources));
  return *std::move(profile);
}

std::string text(const Profile& profile, std::string_view path) {
  const auto* fact = profile.find(path);
  return fact == nullptr ? "(unknown)" : fact->text;
}

/// One fact of one person, given as `key: value`.
std::string person_fact(const std::string& line, std::string_view path) {
  return text(profile_of("people:\n  p:\n    " + line + "\n"), "people.p." + std::string(path));
}

/// "code path other", one a line.
std::string advisories(const std::string& yaml) {
  std::string out;
  for (const auto& one : profile_of(yaml).advisories)
    out += one.code.value + " " + one.path + (one.other.empty() ? "" : " " + one.other) + "\n";
  return out;
}

std::vector<std::string> repairs(const std::string& yaml) {
  std::vector<std::string> out;
  for (const auto& repair : profile_of(yaml).repairs) out.push_back(english(repair.what));
  return out;
}

}  // namespace

TEST_CASE("facts are found by path, with their types and places") {
  const std::string yaml =
      "case: TX-2026-00017\n"
      "city: 上海\n"
      "as_of: 2026年11月23日\n"
      "requested: auto\n"
      "mask_ids: yes\n"
      "people:\n"
      "  emma:\n"
      "    roles: [child, applicant]\n"
      "    birth_date: 2022-03-18\n"
      "    passports: [{country: USA, number: 012, blank_pages: 007}]\n"
      "  lin:\n"
      "    roles: mother\n"
      "    attends: 是\n";
  Sources sources;
  auto read = read_profile("family.yaml", yaml, sources);
  REQUIRE(read);
  const auto& profile = *read;
  CHECK(profile.case_ref == "TX-2026-00017");
  CHECK(profile.city == CityId("shanghai"));
  CHECK(profile.as_of == Date::parse("2026-11-23"));
  CHECK(profile.requested.empty());
  CHECK(profile.mask_ids);
  REQUIRE(profile.people.size() == 2);
  CHECK(profile.people[0].key == PersonKey("emma"));
  CHECK(profile.people[0].has_role("applicant"));
  CHECK(profile.with_role("mother") == std::vector{PersonKey("lin")});
  CHECK(profile.count("people.emma.passports") == 1);
  CHECK_FALSE(profile.count("people.lin.passports"));
  const auto* number = profile.find("people.emma.passports.0.number");
  REQUIRE(number);
  CHECK(number->text == "012");
  CHECK(sources.text(number->where.file).substr(number->where.begin, 3) == "012");
  CHECK(profile.find("people.emma.passports.0.country")->text == "US");
  CHECK(profile.find("people.emma.passports.0.blank_pages")->number() == 7);
  CHECK(profile.find("people.emma.birth_date")->date() == Date::parse("2022-03-18"));
  CHECK(profile.find("people.lin.attends")->yes_no() == true);
  CHECK(profile.repairs.empty());
}

TEST_CASE("unknown is not there, and never a no") {
  const auto value = GENERATE("", "~", "null", "unknown", "未知", "''", "不清楚", "\"unknown\"");
  const auto profile =
      profile_of(std::string("people:\n  p:\n    attends: ") + value + "\n    passports: " + value +
                 "\n    hukou: " + value + "\n    sex: male\n");
  CHECK_FALSE(profile.find("people.p.attends"));
  CHECK_FALSE(profile.count("people.p.passports"));
  CHECK_FALSE(profile.find("people.p.hukou.registered"));
  CHECK(text(profile, "people.p.sex") == "male");
}

TEST_CASE("a list that is empty is known to be empty") {
  const auto value = GENERATE("[]", "none", "无");
  const auto profile = profile_of(std::string("people:\n  p:\n    previous_permits: ") + value);
  CHECK(profile.count("people.p.previous_permits") == 0);
}

TEST_CASE("every scalar is text until the schema says what it means") {
  const auto [line, path, expected] = GENERATE(table<const char*, const char*, const char*>({
      {"name: {latin: {surname: No}}", "name.latin.surname", "No"},
      {"name: {latin: {surname: Null}}", "name.latin.surname", "Null"},
      {"name: {latin: {surname: True, given: On}}", "name.latin.surname", "True"},
      {"passports: [{number: 007}]", "passports.0.number", "007"},
      {"address: {en: 1e3}", "address.en", "1e3"},
      {"phone: 13000000000", "phone", "13000000000"},
      {"address: {postcode: 010000}", "address.postcode", "010000"},
      {"nationalities: [NO]", "nationalities.0.country", "NO"},
      {"name: {zh: {given: 是}}", "name.zh.given", "是"},
  }));
  CHECK(person_fact(line, path) == expected);
}

TEST_CASE("accepted dates") {
  const auto [given, expected] = GENERATE(table<const char*, const char*>({
      {"2024-02-29", "2024-02-29"},
      {"1995年05月28日", "1995-05-28"},
      {"1995年5月28日", "1995-05-28"},
      {"1995年5月28号", "1995-05-28"},
      {"2024/02/29", "2024-02-29"},
      {"2024/2/9", "2024-02-09"},
      {"2024.2.9", "2024-02-09"},
      {"20240229", "2024-02-29"},
      {"1995-05", "1995-05"},
      {"1995年5月", "1995-05"},
      {"1995", "1995"},
      {"1995年", "1995"},
      {"1995-05-00", "1995-05"},
      {"1995-00-00", "1995"},
      {"１９９５－０５－２８", "1995-05-28"},
  }));
  CHECK(person_fact(std::string("birth_date: ") + given, "birth_date") == expected);
}

TEST_CASE("a partial birth date keeps what is known") {
  const auto profile = profile_of("people: {p: {birth_date: 1995-05}}");
  const auto* birth = profile.find("people.p.birth_date");
  REQUIRE(birth);
  CHECK_FALSE(birth->date());
  CHECK(birth->partial_date()->month == 5u);
  CHECK_FALSE(birth->partial_date()->day);
}

TEST_CASE("choices, countries and cities by any of their names") {
  const auto [line, path, expected] = GENERATE(table<const char*, const char*, const char*>({
      {"sex: 女", "sex", "female"},
      {"sex: M", "sex", "male"},
      {"sex: Female", "sex", "female"},
      {"roles: 母亲", "roles.0", "mother"},
      {"birth_place: {country: 美国}", "birth_place.country", "US"},
      {"birth_place: {country: us}", "birth_place.country", "US"},
      {"birth_place: {country: USA}", "birth_place.country", "US"},
      {"birth_place: {country: United States}", "birth_place.country", "US"},
      {"birth_place: {country: UK}", "birth_place.country", "GB"},
      {"birth_place: {country: 埃及}", "birth_place.country", "EG"},
      {"birth_place: {country: 香港}", "birth_place.country", "HK"},
      {"birth_place: {country: 中国}", "birth_place.country", "CN"},
      {"hukou: {city: 上海市}", "hukou.city", "shanghai"},
      {"hukou: {city: chengdu}", "hukou.city", "chengdu"},
      {"hukou: {city: nanjing}", "hukou.city", "nanjing"},
      {"permits: [{kind: residence, entries: 多次}]", "permits.0.entries", "multiple"},
      {"endorsements: [HK:3m1]", "endorsements.0", "hk-3m1"},
      {"visa: {category: q1}", "visa.category", "Q1"},
  }));
  CHECK(person_fact(line, path) == expected);
}

TEST_CASE("a group may be written as its short form") {
  const auto profile = profile_of(
      "people:\n"
      "  p:\n"
      "    hukou: no\n"
      "    name: {pinyin: derive}\n"
      "    photo: emma.jpg\n"
      "    nationalities: [US, {country: CN, since: 2020}]\n"
      "    lost: 被盗\n"
      "marriage: never\n"
      "delivery: 快递\n"
      "papers: {marriage-certificate: yes, poa: {held: no, note: in the post}}\n");
  CHECK(text(profile, "people.p.hukou.registered") == "no");
  CHECK(text(profile, "people.p.name.pinyin.from") == "derive");
  CHECK(text(profile, "people.p.photo.file") == "emma.jpg");
  CHECK(text(profile, "people.p.nationalities.0.country") == "US");
  CHECK(text(profile, "people.p.nationalities.1.since") == "2020");
  CHECK(text(profile, "people.p.lost.cause") == "stolen");
  CHECK(text(profile, "marriage.status") == "never");
  CHECK(text(profile, "delivery.collection") == "courier");
  CHECK(text(profile, "papers.marriage-certificate.held") == "yes");
  CHECK(text(profile, "papers.poa.held") == "no");
  CHECK(profile.keys("papers") == std::vector<std::string>{"marriage-certificate", "poa"});
}

TEST_CASE("what is described is held; a note alone says nothing") {
  const auto profile = profile_of(
      "people:\n"
      "  p:\n"
      "    hukou: {location: 四川省成都市, city: chengdu}\n"
      "    local_residence_permit: {city: shanghai, valid_until: 2027-06-30}\n"
      "papers:\n"
      "  a: {note: the embassy was asked}\n"
      "  b: {valid_until: 2027-01-01}\n"
      "  c: {copies: unknown}\n");
  CHECK(profile.find("people.p.hukou.registered")->yes_no() == true);
  CHECK(profile.find("people.p.hukou.registered")->implied);
  CHECK(text(profile, "people.p.local_residence_permit.held") == "yes");
  CHECK(text(profile, "papers.a.held") == "(unknown)");
  CHECK(text(profile, "papers.b.held") == "yes");
  CHECK(text(profile, "papers.c.held") == "(unknown)");
}

TEST_CASE("a spelling that is given is never changed") {
  const auto [line, path, expected] = GENERATE(table<const char*, const char*, const char*>({
      {"name: {pinyin: {surname: LÜ}}", "name.pinyin.surname", "LÜ"},
      {"name: {pinyin: {surname: LYU}}", "name.pinyin.surname", "LYU"},
      {"name: {pinyin: {surname: LV}}", "name.pinyin.surname", "LV"},
      {"name: {pinyin: {given: Xiao wen}}", "name.pinyin.given", "Xiao wen"},
      {"name: {latin: {surname: Müller-Öz}}", "name.latin.surname", "Müller-Öz"},
      {"name: {latin: {surname: O'Brien}}", "name.latin.surname", "O'Brien"},
      {"name: {latin: {given: de la  Cruz}}", "name.latin.given", "de la  Cruz"},
      {"name: {zh: {surname: 髙}}", "name.zh.surname", "髙"},
      {"name: {zh: {surname: 吳}}", "name.zh.surname", "吳"},
      {"name: {zh: {given: 為}}", "name.zh.given", "為"},
      {"name: {zh: {given: 𬭎㼆䶮𫖯𠅤𠮷}}", "name.zh.given", "𬭎㼆䶮𫖯𠅤𠮷"},
      {"name: {native: مريم حسن}", "name.native", "مريم حسن"},
      {"name: {native: サム・スミス}", "name.native", "サム・スミス"},
  }));
  CHECK(person_fact(line, path) == expected);
}

TEST_CASE("what a keyboard or a copy did is mended and reported") {
  const auto [line, path, expected, report] =
      GENERATE(table<const char*, const char*, const char*, const char*>({
          {"name: {zh: {given: 买买提•阿不都}}", "name.zh.given", "买买提·阿不都",
           "the dot within a name was made U+00B7"},
          {"name: {zh: {given: 买买提・阿不都}}", "name.zh.given", "买买提·阿不都",
           "the dot within a name was made U+00B7"},
          {"passports: [{number: Ｅ１２３４５６７８}]", "passports.0.number", "E12345678",
           "full-width letters or digits were made plain"},
          {"phone: （０２１）５５５５", "phone", "(021)5555",
           "full-width letters or digits were made plain"},
          {"name: {latin: {surname: \"Mu\\u0308ller\"}}", "name.latin.surname", "Müller",
           "letters and their marks were joined (Unicode NFC)"},
          {"name: {zh: {given: \"晓\\u200b雯\"}}", "name.zh.given", "晓雯",
           "an invisible character was taken out: U+200B"},
          {"national_id: 31010019880704002x", "national_id", "31010019880704002X",
           "the x of an ID number was made a capital"},
          {"national_id: 310100 19880704 0025", "national_id", "310100198807040025",
           "blanks in an ID number were taken out"},
      }));
  const auto yaml = "people:\n  p:\n    " + std::string(line) + "\n";
  CHECK(text(profile_of(yaml), "people.p." + std::string(path)) == expected);
  CHECK(repairs(yaml) == std::vector<std::string>{report});
}

TEST_CASE("full-width signs stay in Chinese text") {
  CHECK(person_fact("address: {zh: 上海市浦东新区（民生路）１５００号}", "address.zh") ==
        "上海市浦东新区（民生路）1500号");
}

TEST_CASE("GB18030 from an editor of Windows") {
  Sources sources;
  // people:\n  p:\n    name: {zh: {surname: 林}}
  const auto profile =
      read_profile("a.yaml", "people:\n  p:\n    name: {zh: {surname: \xc1\xd6}}\n", sources);
  REQUIRE(profile);
  CHECK(text(*profile, "people.p.name.zh.surname") == "林");
  REQUIRE(profile->repairs.size() == 1);
}

TEST_CASE("ID numbers against GB 11643, birth date and sex") {
  const auto [facts, expected] = GENERATE(table<const char*, const char*>({
      // made up, area codes that end in 00 belong to nobody
      {"national_id: '110100198503150017', birth_date: 1985-03-15, sex: male", ""},
      {"national_id: '310100198807040025', birth_date: 1988-07-04, sex: female", ""},
      {"national_id: '440100199001010031', birth_date: 1990-01, sex: male", ""},
      {"national_id: '310100201206150063', birth_date: 2012, sex: female", ""},
      {"national_id: '310100198807040026'", "W-ID-CHECKSUM people.p.national_id\n"},
      {"national_id: '31010019880704002X'", "W-ID-CHECKSUM people.p.national_id\n"},
      {"national_id: '460100197902290012'", "W-ID-DOB people.p.national_id\n"},
      {"national_id: '310100198807040025', birth_date: 1988-07-05",
       "W-ID-DOB people.p.national_id people.p.birth_date\n"},
      {"national_id: '310100198807040025', birth_date: 1989",
       "W-ID-DOB people.p.national_id people.p.birth_date\n"},
      {"national_id: '310100198807040025', sex: male",
       "W-ID-SEX people.p.national_id people.p.sex\n"},
  }));
  CHECK(advisories("people: {p: {" + std::string(facts) + "}}") == expected);
}

TEST_CASE("an ID number with a doubt is kept as given") {
  CHECK(person_fact("national_id: '310100198807040026'", "national_id") == "310100198807040026");
}

TEST_CASE("numbers of passports are doubted, never refused") {
  const auto [facts, doubted] = GENERATE(table<const char*, bool>({
      {"country: CN, number: E12345678", false},
      {"country: CN, number: EA1234567", false},
      {"country: CN, number: G12345678", false},
      {"country: CN, number: EI1234567", true},
      {"country: CN, number: '12345678'", true},
      {"country: US, number: '567890123'", false},
      {"country: US, number: 56789O123", false},
      {"country: US, number: 567-890", true},
      {"number: e12345678", true},
  }));
  CHECK(advisories("people: {p: {passports: [{" + std::string(facts) + "}]}}") ==
        (doubted ? "W-NUMBER-FORMAT people.p.passports.0.number\n" : ""));
}

TEST_CASE("contradictions that need no date") {
  const auto [yaml, expected] = GENERATE(table<const char*, const char*>({
      {"people: {m: {roles: mother, nationalities: [CN], passports: [{country: US}]}}",
       "W-CONTRADICTION people.m.passports.0.country people.m.nationalities.0.country\n"},
      {"people: {m: {roles: mother, nationalities: [{country: CN, until: 2015}], passports: "
       "[{country: US}]}}",
       ""},
      {"people: {c: {roles: child, nationalities: [CN, US], passports: [{country: US}]}}", ""},
      {"people: {f: {roles: father, nationalities: [US], hukou: {registered: yes}}}",
       "W-CONTRADICTION people.f.hukou.registered people.f.nationalities.0.country\n"},
      {"people: {f: {nationalities: [US], national_id: '310100198807040025'}}",
       "W-CONTRADICTION people.f.national_id people.f.nationalities.0.country\n"},
      {"people: {f: {nationalities: [US], passports: [{country: CN}]}}",
       "W-CONTRADICTION people.f.passports.0.country people.f.nationalities.0.country\n"},
      {"people: {f: {nationalities: none, hukou: {registered: yes}}}",
       "W-CONTRADICTION people.f.hukou.registered\n"},
      {"people: {f: {nationalities: [US, unknown], hukou: {registered: yes}}}", ""},
      {"people: {f: {nationalities: [HK], hukou: {registered: yes}}}", ""},
      {"people: {f: {nationalities: unknown, hukou: {registered: yes}}}", ""},
      {"people: {c: {roles: child, nationalities: [US], hukou: {registered: yes}}}", ""},
      {"people: {c: {roles: child, hukou: no}, m: {roles: mother, hukou: {includes_child: yes}}}",
       "W-CONTRADICTION people.c.hukou.registered people.m.hukou.includes_child\n"},
      {"people: {c: {roles: child}, m: {roles: mother, hukou: {includes_child: yes}}}", ""},
      {"people: {p: {hukou: {registered: no, city: chengdu}}}",
       "W-CONTRADICTION people.p.hukou.registered people.p.hukou.city\n"},
      {"trip: {depart: 2027-03-05, return: 2027-02-20}",
       "W-CONTRADICTION trip.return trip.depart\n"},
      {"trip: {depart: 2027-02-20, return: 2027-02-20}", ""},
      {"marriage: {status: never, date: 2019-05-20}",
       "W-CONTRADICTION marriage.status marriage.date\n"},
      {"people: {p: {name: {single: yes, zh: {surname: 林}}}}",
       "W-CONTRADICTION people.p.name.zh.surname people.p.name.single\n"},
      {"people: {p: {roles: father, sex: female}}",
       "W-CONTRADICTION people.p.sex people.p.roles\n"},
      {"people: {p: {passports: [{issued: 2027-08-02, valid_until: 2027-08-01}]}}",
       "W-CONTRADICTION people.p.passports.0.valid_until people.p.passports.0.issued\n"},
      {"people: {p: {birth_date: 2022-03-18, passports: [{issued: 2022-03-17}]}}",
       "W-CONTRADICTION people.p.passports.0.issued people.p.birth_date\n"},
      {"people: {c: {roles: child, birth_date: 1980-01-01}, m: {roles: mother, birth_date: "
       "1988-07-04}}",
       "W-CONTRADICTION people.c.birth_date people.m.birth_date\n"},
      {"people: {a: {passports: [{country: US, number: '567890123'}]}, b: {passports: [{country: "
       "US, number: '567890123'}]}}",
       "W-CONTRADICTION people.b.passports.0.number people.a.passports.0.number\n"},
      {"people: {p: {alive: no, attends: yes}}",
       "W-CONTRADICTION people.p.attends people.p.alive\n"},
  }));
  CHECK(advisories(yaml) == expected);
}

TEST_CASE("a person with one name has no surname, and none is invented") {
  const auto profile = profile_of("people: {p: {name: {single: yes, latin: {given: SUHARTINI}}}}");
  CHECK(text(profile, "people.p.name.latin.given") == "SUHARTINI");
  CHECK(text(profile, "people.p.name.latin.surname") == "(unknown)");
}

TEST_CASE("who is called by a part plays it, unless somebody else does") {
  const auto [yaml, fathers] = GENERATE(table<const char*, std::vector<std::string>>({
      {"people: {kid: {roles: child}, father: {sex: male}}", {"father"}},
      {"people: {kid: {roles: child}, father: {roles: unknown}}", {"father"}},
      {"people: {kid: {roles: child}, father: {sex: male}, leo: {roles: father}}", {"leo"}},
      {"people: {kid: {roles: child}, father: {roles: host}}", {}},
      {"people: {kid: {roles: child}, dad: {sex: male}}", {}},
  }));
  INFO(yaml);
  Sources sources;
  const auto profile = read_profile("family.yaml", yaml, sources);
  REQUIRE(profile);
  std::vector<std::string> found;
  for (const auto& key : profile->with_role("father")) found.push_back(key.value);
  CHECK(found == fathers);
}

TEST_CASE("twins share everything except name and number") {
  const auto profile = profile_of(
      "people:\n"
      "  ada: &child\n"
      "    roles: [child, applicant]\n"
      "    birth_date: 2020-02-29\n"
      "  ben: *child\n");
  CHECK(profile.with_role("applicant") == std::vector{PersonKey("ada"), PersonKey("ben")});
  CHECK(text(profile, "people.ben.birth_date") == "2020-02-29");
}

TEST_CASE("a file that only one day's facts contradict is still read: all is in the dump") {
  CHECK(dump(profile_of("case: A-1\n"
                        "people:\n"
                        "  p:\n"
                        "    hukou: {city: chengdu}\n"
                        "    passports: none\n"
                        "    name: {zh: {given: 买买提•阿不都}}\n"
                        "    national_id: '310100198807040026'\n")) ==
        "case = A-1\n"
        "people.p.hukou.city = chengdu\n"
        "people.p.hukou.registered = yes (implied)\n"
        "people.p.name.zh.given = 买买提·阿不都\n"
        "people.p.national_id = 310100198807040026\n"
        "people.p.passports has 0\n"
        "mended: the dot within a name was made U+00B7\n"
        "W-ID-CHECKSUM people.p.national_id: the last character of the ID number does not fit the "
        "others\n");
}

TEST_CASE("YAML and JSON give the same profile") {
  Sources sources;
  const auto yaml = read_profile(
      "a.yaml", "case: A-1\npeople:\n  p:\n    attends: no\n    name: {zh: {given: 𠮷}}\n",
      sources);
  const auto json = read_profile(
      "a.json",
      R"({"case": "A-1", "people": {"p": {"attends": false, "name": {"zh": {"given": "\ud842\udfb7"}}}}})",
      sources);
  REQUIRE(yaml);
  REQUIRE(json);
  CHECK(text(*json, "people.p.attends") == "no");
  CHECK(dump(*yaml) == dump(*json));
}

TEST_CASE("long text is refused by name") {
  Sources sources;
  const auto profile =
      read_profile("a.yaml", "situation: " + std::string(10'001, 'x') + "\n", sources);
  REQUIRE_FALSE(profile);
  CHECK(profile.error().front().code == "P003");
}

TEST_CASE("ids of papers and procedures must exist where the schema knows them") {
  auto schema = shipped_schema();
  schema.documents = {"marriage-certificate", "photo"};
  schema.procedures = {"exit-entry-permit-first"};
  const auto [yaml, expected] = GENERATE(table<const char*, const char*>({
      {"papers: {marriage-certificate: yes}", ""},
      {"papers: {mariage-certificate: yes}",
       "P004 unknown key 'mariage-certificate' under 'papers'; did you mean "
       "'marriage-certificate'?"},
      {"people: {p: {papers: {foto: yes}}}", "P004 unknown key 'foto' under 'papers'"},
      {"people: {p: {name: {as_printed: [{document: marriage-certificat, text: x}]}}}",
       "P008 'document': no paper is called 'marriage-certificat'; did you mean "
       "'marriage-certificate'?"},
      {"requested: auto", ""},
      {"requested: [exit-entry-permit-first]", ""},
      {"requested: exit-entry-permit-frist",
       "P008 'requested': no procedure is called 'exit-entry-permit-frist'; did you mean "
       "'exit-entry-permit-first'?"},
  }));
  Sources sources;
  const auto profile = read_profile("a.yaml", yaml, sources, schema);
  std::string said;
  if (!profile)
    for (const auto& error : profile.error()) {
      said += error.code + " " + english(error.what);
      for (const auto& hint : error.hints) said += "; " + english(hint);
    }
  CHECK(said == expected);
}
