// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/translate.h"

#include <catch2/catch.hpp>

#include "support/memory_world.h"
#include "support/profiles.h"

using namespace tongxing;
using library::Library;
using words::Domain;
using words::Translator;

namespace {

constexpr const char* place = "/data/locale/fr/LC_MESSAGES/tongxing-paper.mo";

/// What msgfmt made of sample.po, a word of it replaced by another of the same length.
Translator catalogue(const std::string& from = "", const std::string& to = "") {
  test::MemoryWorld shelf;
  std::string bytes = test::slurp(TONGXING_SAMPLE_PAPER);
  if (!from.empty()) bytes.replace(bytes.find(from), from.size(), to);
  shelf.files[place] = bytes;
  auto opened = Translator::open(shelf, {"/data"}, "fr", Domain::paper);
  REQUIRE(opened);
  return *std::move(opened);
}

Library small_library() {
  Library all{{},
              words::Words(words::Phrases{{"cover.contents", {"目录", "contents"}},
                                          {"part.cover", {"封面", "cover"}},
                                          {"footer.date", {"{date}", "{date}"}}}),
              {},
              {},
              {}};
  model::Declaration born;
  born.path = "people.*.birth_date";
  born.ask = {"{who}哪一天出生？", "When was {who} born?"};
  born.why = {"决定年龄。", "It decides the age."};
  model::Declaration sex;
  sex.path = "people.*.sex";
  sex.choices = {{"female", {"女", "female"}, {}}};
  all.rules.schema.facts = {born, sex};
  model::Form form;
  form.title = {"申请表", "cover"};
  form.notice = {"由本人签名。", "This paper is signed by hand."};
  all.forms.emplace(FormId("F"), form);
  model::Letter letter;
  letter.title = {"目录", "contents"};
  letter.blocks.emplace_back(model::Paragraph{{{"于{date}", "on {date}"}}});
  all.letters.emplace(LetterId("L"), letter);
  return all;
}

}  // namespace

TEST_CASE("the English side gives way to its translation, in every kind of file") {
  const auto french = library::translated(small_library(), catalogue());
  REQUIRE(french);
  CHECK(french->words.second() == "fr");
  CHECK(french->words.say("cover.contents") == model::Bilingual{"目录", "sommaire"});
  CHECK(french->words.say("footer.date", {{"date", *Date::from(2026, 1, 1)}}) ==
        model::Bilingual{"2026年1月1日", "1er janvier 2026"});
  CHECK(french->rules.schema.facts[0].ask.en == "Date de naissance ({who})\u00a0?");
  CHECK(french->rules.schema.facts[1].choices[0].label == model::Bilingual{"女", "féminin"});
  CHECK(french->forms.at(FormId("F")).notice.en == "À signer\u00a0: à la main.");
  CHECK(french->letters.at(LetterId("L")).title.en == "sommaire");
}

TEST_CASE("what is not translated stays English, and is counted") {
  const auto french = library::translated(small_library(), catalogue());
  REQUIRE(french);
  CHECK(french->words.say("part.cover").en == "cover");  // only proposed: fuzzy
  CHECK(french->rules.schema.facts[0].why.en == "It decides the age.");
  // contents, cover, {date}, When …, It decides …, female, This paper …, on {date}
  CHECK(french->second.all == 8);
  CHECK(french->second.translated == 4);
}

TEST_CASE("a catalogue says whether a person has reviewed it") {
  const auto french = library::translated(small_library(), catalogue());
  CHECK(french->second.is_unreviewed());
  const auto reviewed =
      library::translated(small_library(), catalogue("X-Reviewed: no", "X-Reviewed: JM"));
  CHECK_FALSE(reviewed->second.is_unreviewed());
  CHECK(reviewed->second.reviewed == "JM");
  const auto silent =
      library::translated(small_library(), catalogue("X-Reviewed: no", "X-Nothing_: no"));
  CHECK(silent->second.is_unreviewed());
}

TEST_CASE("a profile may still use the English word") {
  const auto french = library::translated(small_library(), catalogue());
  CHECK(french->rules.schema.facts[1].choices[0].aliases == std::vector<std::string>{"female"});
}

TEST_CASE("English stays as it is") {
  const auto english = library::translated(small_library(), Translator());
  REQUIRE(english);
  CHECK(english->words.second() == "en");
  CHECK(english->words.say("cover.contents").en == "contents");
  CHECK_FALSE(english->second.is_unreviewed());
  CHECK(english->second.all == 0);
}

TEST_CASE("a translation without the gap of its sentence prints nothing") {
  const auto broken = library::translated(small_library(), catalogue("({who})", "({qui})"));
  REQUIRE_FALSE(broken);
  REQUIRE(broken.error().size() == 2);
  CHECK(broken.error()[0].code == "T902");
  CHECK(broken.error()[0].path == place);
  CHECK(english(broken.error()[0].what) == "nothing fills the gap 'qui' of the translation");
  CHECK(english(broken.error()[1].what) == "the translation has no gap for 'who'");
  CHECK(english(broken.error()[1].hints.at(0)) == "the sentence is: When was {who} born?");
}

TEST_CASE("every text of the second language can be listed") {
  const auto french = library::translated(small_library(), catalogue());
  CHECK(library::second_texts(*french) ==
        std::vector<std::string>{"Date de naissance ({who})\u00a0?", "It decides the age.", "cover",
                                 "féminin", "on {date}", "sommaire", "{date}",
                                 "À signer\u00a0: à la main."});
}
