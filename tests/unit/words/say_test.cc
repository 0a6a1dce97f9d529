// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/say.h"

#include <catch2/catch.hpp>

using namespace tongxing;
using namespace tongxing::words;
using model::Role;

namespace {

const Words lexicon(Phrases{
    {"plain", {"目录", "contents"}},
    {"role.mother", {"母亲", "mother"}},
    {"role.chinese-parent", {"中方家长", "Chinese parent"}},
    {"document.passport", {"护照", "passport"}},
    {"document.marriage", {"结婚证", "marriage certificate"}},
    {"document.birth", {"出生证明", "birth certificate"}},
    {"procedure.first", {"首次申请", "first application"}},
    {"procedure.first.short", {"首次", "first"}},
    {"city.shanghai", {"上海", "Shanghai"}},
    {"prepared", {"根据{date}所述编制。", "Prepared from what was said on {date}."}},
});

const People names = {
    {PersonKey("emma"), {.chinese = {"米", "艾玛"}, .latin = {"Miller", "Emma Rose"}}},
    {PersonKey("james"), {.latin = {"Miller", "James Robert"}}},
};

Date date_of(const char* iso) {
  return *Date::parse(iso);
}

Bilingual fill(std::string_view text, const Argument& value) {
  return {lexicon.fill(Language::zh, text, {{"x", value}}, names),
          lexicon.fill(Language::en, text, {{"x", value}}, names)};
}

}  // namespace

TEST_CASE("a value stands in its gap as the language writes it") {
  const auto [value, gap, zh,
              en] = GENERATE(table<Argument, const char*, const char*, const char*>({
      {std::string("民生路1500号"), "{x}", "民生路1500号", "民生路1500号"},
      {std::int64_t{6}, "{x}", "6", "6"},
      {std::int64_t{6}, "{x:word}", "六", "six"},
      {std::int64_t{6}, "{x:Word}", "六", "Six"},
      {std::int64_t{1}, "{x} {x:page|pages}", "1 page", "1 page"},
      {std::int64_t{0}, "{x:page|pages}", "pages", "pages"},
      {std::int64_t{2}, "{x:|s}", "s", "s"},
      {date_of("2026-11-23"), "{x}", "2026年11月23日", "23 November 2026"},
      {date_of("2026-11-23"), "{x:iso}", "2026-11-23", "2026-11-23"},
      {date_of("2026-11-23"), "{x:short}", "11月23日", "23 November"},
      {date_of("2026-11-23"), "{x:weekday}", "2026年11月23日星期一", "Monday 23 November 2026"},
      {model::Money{"CNY", 15}, "{x}", "15元", "CNY 15"},
      {model::CountryCode("US"), "{x}", "美国", "United States"},
      {DocumentId("passport"), "{x}", "护照", "passport"},
      {ProcedureId("first"), "{x}", "首次申请", "first application"},
      {ProcedureId("first"), "{x:short}", "首次", "first"},
      {DocumentId("passport"), "{x:short}", "护照", "passport"},
      {CityId("shanghai"), "{x}", "上海", "Shanghai"},
      {Role::mother, "{x}", "母亲", "mother"},
      {Role::chinese_parent, "{x}", "中方家长", "Chinese parent"},
      {PersonKey("emma"), "{x}", "米艾玛", "MILLER, EMMA ROSE"},
      {PersonKey("emma"), "{x:both}", "米艾玛 MILLER, EMMA ROSE", "米艾玛 MILLER, EMMA ROSE"},
      {PersonKey("james"), "{x}", "MILLER, JAMES ROBERT", "MILLER, JAMES ROBERT"},
      {std::vector<DocumentId>{DocumentId("passport")}, "{x}", "护照", "passport"},
      {std::vector<DocumentId>{DocumentId("passport"), DocumentId("birth"), DocumentId("marriage")},
       "{x}", "护照、出生证明、结婚证", "passport, birth certificate and marriage certificate"},
      {std::vector<PersonKey>{PersonKey("emma"), PersonKey("james")}, "{x}",
       "米艾玛、MILLER, JAMES ROBERT", "MILLER, EMMA ROSE and MILLER, JAMES ROBERT"},
  }));
  INFO(gap);
  CHECK(fill(gap, value) == Bilingual{zh, en});
}

TEST_CASE("a sentence is said in both languages") {
  CHECK(lexicon.say("plain") == Bilingual{"目录", "contents"});
  const Sentence prepared{"prepared", {{"date", date_of("2026-11-20")}}};
  CHECK(lexicon.say(prepared) == Bilingual{"根据2026年11月20日所述编制。",
                                           "Prepared from what was said on 20 November 2026."});
  CHECK(lexicon.say(Language::en, prepared) == "Prepared from what was said on 20 November 2026.");
  CHECK(lexicon.find("absent") == nullptr);
}

TEST_CASE("a value that looks like a gap is only a value") {
  CHECK(fill("«{x}»", std::string("{x}")).en == "«{x}»");
}

TEST_CASE("gaps are found in order") {
  CHECK(gaps("{a} and {b:iso}") == std::vector<Gap>{{"a", ""}, {"b", "iso"}});
  CHECK(gaps("none").empty());
  CHECK(gaps("{open") == std::vector<Gap>{{"", ""}});
  CHECK(gaps("shut}") == std::vector<Gap>{{"", ""}});
}

TEST_CASE("faults of our own texts") {
  using Faults = std::vector<std::string>;
  const Declared date{{"date", {Kind::date}}}, number{{"n", {Kind::number}}},
      english_only{{"n", {Kind::number, Language::en}}};
  const auto [text, declared, expected] = GENERATE_COPY(table<Bilingual, Declared, Faults>({
      {{"于{date}", "on {date}"}, date, {}},
      {{"第{n}页", "{n} {n:page|pages}"}, number, {}},
      {{"项", "{n:paper|papers}"}, english_only, {}},
      {{"{n}项", "papers"}, english_only, {"the en text has no gap for 'n'"}},
      {{"于{date}", ""}, date, {"the en text is missing"}},
      {{"", ""}, {}, {"the zh text is missing", "the en text is missing"}},
      {{"于{date}", "on that day"}, date, {"the en text has no gap for 'date'"}},
      {{"于{day}", "on {date}"},
       date,
       {"nothing fills the gap 'day' of the zh text", "the zh text has no gap for 'date'"}},
      {{"于{date:page|pages}", "on {date}"}, date, {"'date' cannot be written as 'page|pages'"}},
      {{"第{n:iso}页", "page {n}"}, number, {"'n' cannot be written as 'iso'"}},
      {{"{n:a|b|c}", "{n}"}, number, {"'n' cannot be written as 'a|b|c'"}},
      {{"于{date", "on {date}"},
       date,
       {"the zh text has a brace without its partner", "the zh text has no gap for 'date'"}},
      {{"已有,有效", "on file, valid"},
       {},
       {"the zh text has a half-width mark after a Chinese character"}},
      {{"33 × 48 mm (小二寸)", "33 × 48 mm"},
       {},
       {"the zh text has a half-width mark after a Chinese character"}},
  }));
  Faults found;
  for (const Message& fault : faults(text, declared)) found.push_back(english(fault));
  CHECK(found == expected);
}

TEST_CASE("the second language can be another one than English") {
  const Words french(Phrases{{"role.mother", {"母亲", "mère"}},
                             {"filed",
                              {"{date:short}递交，{days}个工作日",
                               "déposé le {date:short}, {days} {days:jour ouvré|jours ouvrés}"}}},
                     "fr");
  CHECK(french.second() == "fr");
  CHECK(lexicon.second() == "en");
  const auto filed = [&](std::int64_t days) {
    return french.say("filed", {{"date", date_of("2026-12-01")}, {"days", days}});
  };
  CHECK(filed(0).en == "déposé le 1er décembre, 0 jour ouvré");
  CHECK(filed(7) == Bilingual{"12月1日递交，7个工作日", "déposé le 1er décembre, 7 jours ouvrés"});
  CHECK(french.write(Language::en, Role::mother) == "mère");
  CHECK(french.write(Language::en, model::CountryCode("US")) == "États-Unis");
  CHECK(french.write(Language::en, PersonKey("emma"), "", names) == "MILLER, EMMA ROSE");
  const Words russian(Phrases{}, "ru");
  const auto days = [&](std::int64_t number) {
    return russian.fill(Language::en, "{n} {n:день|дня|дней}", {{"n", number}});
  };
  CHECK(days(21) == "21 день");
  CHECK(days(3) == "3 дня");
  CHECK(days(15) == "15 дней");
}

TEST_CASE("two texts are joined as each language does it") {
  const Words french(Phrases{}, "fr");
  CHECK(lexicon.joined({"问题", "question"}, Mark::colon, {"何时", "when"}) ==
        Bilingual{"问题：何时", "question: when"});
  CHECK(french.joined({"问题", "question"}, Mark::colon, {"何时", "quand"}) ==
        Bilingual{"问题：何时", "question\u00a0: quand"});
  CHECK(lexicon.joined({}, Mark::semicolon, {"何时", "when"}) == Bilingual{"何时", "when"});
  CHECK(lexicon.joined({"2026-11-23", ""}, Mark::comma, {"何时", "when"}) ==
        Bilingual{"2026-11-23，何时", "when"});
}

TEST_CASE("faults of a translation") {
  using Faults = std::vector<std::string>;
  const auto [english_text, translation,
              expected] = GENERATE(table<const char*, const char*, Faults>({
      {"on {date}", "le {date:short}", {}},
      {"{n:Word} {n:day|days}", "{n} {n:jour|jours}", {}},
      {"contents", "sommaire", {}},
      {"on {date}", "ce jour", {"the translation has no gap for 'date'"}},
      {"on {date}",
       "le {jour}",
       {"nothing fills the gap 'jour' of the translation",
        "the translation has no gap for 'date'"}},
      {"{n} days",
       "{n:jour|jours|jours}",
       {"'jour|jours|jours' is no way of writing a value in this language"}},
      {"on {date}", "le {date:court}", {"'court' is no way of writing a value in this language"}},
      {"on {date}",
       "le {date",
       {"the translation has a brace without its partner",
        "the translation has no gap for 'date'"}},
  }));
  Faults found;
  for (const Message& fault :
       translation_faults(english_text, translation, Formats(Language::en, "fr")))
    found.push_back(english(fault));
  CHECK(found == expected);
}

TEST_CASE("each kind of value has a name and its kind") {
  CHECK(declared_gap("date") == DeclaredGap{Kind::date});
  CHECK(declared_gap("people") == DeclaredGap{Kind::people});
  CHECK(declared_gap("text en") == DeclaredGap{Kind::text, Language::en});
  CHECK(declared_gap("text zh") == DeclaredGap{Kind::text, Language::zh});
  CHECK_FALSE(declared_gap("dates"));
  CHECK_FALSE(declared_gap("text fr"));
  CHECK_FALSE(declared_gap(""));
  CHECK(kind_of(std::string("a")) == Kind::text);
  CHECK(kind_of(Date(date_of("2026-11-23"))) == Kind::date);
  CHECK(kind_of(PersonKey("emma")) == Kind::person);
  CHECK(kind_of(Role::child) == Kind::role);
  CHECK(kind_of(std::vector<PersonKey>{}) == Kind::people);
}
