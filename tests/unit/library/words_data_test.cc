// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/words_data.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace tongxing;
using namespace tongxing::library;

namespace {

std::string content(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

Result<WordsData> words_from(const std::string& yaml) {
  Sources sources;
  TRY(const data::Document document, data::read("words.yaml", yaml, sources));
  return decode_words(document.root);
}

WordsData shipped_words() {
  auto words =
      words_from(content(std::filesystem::path(TONGXING_SOURCE_DIR) / "templates" / "words.yaml"));
  if (!words)
    for (const Diagnostic& one : words.error()) UNSCOPED_INFO(english(one.what));
  REQUIRE(words);
  return *std::move(words);
}

/// A value of each kind, for trying a gap.
model::Argument sample(words::Kind kind) {
  using words::Kind;
  switch (kind) {
    case Kind::text:
      return std::string("样本");
    case Kind::number:
      return std::int64_t{2};
    case Kind::date:
      return *Date::parse("2026-11-23");
    case Kind::money:
      return model::Money{"CNY", 15};
    case Kind::country:
      return model::CountryCode("US");
    case Kind::document:
      return DocumentId("sample");
    case Kind::person:
      return PersonKey("sample");
    case Kind::role:
      return model::Role::mother;
    case Kind::procedure:
      return ProcedureId("sample");
    case Kind::city:
      return CityId("sample");
    case Kind::documents:
      return std::vector<DocumentId>{DocumentId("sample")};
    case Kind::people:
      return std::vector<PersonKey>{PersonKey("sample")};
  }
  return {};
}

}  // namespace

TEST_CASE("words.yaml is whole: every sentence can be said in both languages") {
  WordsData data = shipped_words();
  CHECK(data.phrases.size() > 150);
  const model::Phrases own = data.phrases;
  for (const char* id :
       {"document.sample", "procedure.sample", "procedure.sample.short", "city.sample"})
    data.phrases.emplace(id, model::Bilingual{"样本", "sample"});
  const words::Words lexicon(data.phrases);
  const words::People people = {{PersonKey("sample"), {.chinese = {"林", "晓雯"}}}};
  for (const auto& [id, text] : own) {
    INFO(id);
    words::Arguments arguments;
    for (const auto& [name, gap] : data.declared[id])
      arguments.emplace_back(name, sample(gap.kind));
    const model::Bilingual said = lexicon.say(id, arguments, people);
    CHECK_FALSE(said.zh.empty());
    CHECK_FALSE(said.en.empty());
    CHECK((said.zh + said.en).find_first_of("{}") == std::string::npos);
  }
}

TEST_CASE("sentences as the pages show them") {
  const words::Words lexicon(shipped_words().phrases);
  using model::Bilingual;
  const auto day = [](const char* iso) { return *Date::parse(iso); };
  CHECK(lexicon.say("cover.prepared", {{"date", day("2026-11-20")}}) ==
        Bilingual{"本材料根据2026年11月20日所述情况编制，不是官方文件。",
                  "This packet was prepared from what we were told on 20 November 2026; it is "
                  "not an official document."});
  CHECK(lexicon.say("cover.filed", {{"date", day("2026-11-23")}, {"days", std::int64_t{7}}}) ==
        Bilingual{"11月23日递交，7个工作日", "filed 23 November; 7\u00a0working\u00a0days"});
  CHECK(lexicon.say("cover.courier_extra", {{"amount", model::Money{"CNY", 15}}}) ==
        Bilingual{"快递另加15元", "courier CNY 15 more"});
  CHECK(lexicon.say("footer.page", {{"page", std::int64_t{1}}, {"pages", std::int64_t{8}}}) ==
        Bilingual{"第1页，共8页", "page 1 of 8"});
  CHECK(lexicon.say("footer.rules", {{"date", day("2026-11-22")}}) ==
        Bilingual{"规则日期2026-11-22，请致电12367确认",
                  "rules of 2026-11-22 · please confirm with 12367"});
  CHECK(lexicon.say("day.order", {{"date", day("2026-11-23")}}) ==
        Bilingual{"顺序", "in this order · Monday 23 November 2026"});
  CHECK(lexicon.say("questions.introduction", {{"count", std::int64_t{6}}}) ==
        Bilingual{"六个问题尚待回答。在方框内打勾，或写在横线上，拍照或寄回即可。",
                  "Six answers are missing. Tick a box or write on the line, then send back a "
                  "photograph or this page."});
  CHECK(lexicon.say(words::Language::en, "questions.introduction", {{"count", std::int64_t{1}}})
            .starts_with("One answer is missing."));
}

TEST_CASE("what is wrong with a file of words is found when it is loaded") {
  const auto [yaml, code, message] = GENERATE(table<const char*, const char*, const char*>({
      {"cover:\n  title: {zh: 目录}\n", "T101", "the key 'en' is missing"},
      {"cover:\n  title: {zh: 目录, en: contents, fr: sommaire}\n", "T101", "unknown key 'fr'"},
      {"cover:\n  title: contents\n", "T101", "keys and values are expected here"},
      {"cover:\n  title: {zh: [目录], en: contents}\n", "T101", "a text is expected here"},
      {"cover:\n  title: {zh: \"{date}\", en: \"{date}\"}\n", "T102",
       "nothing fills the gap 'date' of the zh text"},
      {"cover:\n  title: {zh: 目录, en: contents, with: {date: date}}\n", "T102",
       "the zh text has no gap for 'date'"},
      {"cover:\n  title: {zh: \"{d}\", en: \"{d}\", with: {d: dates}}\n", "T103",
       "'dates' is no kind of value"},
  }));
  INFO(yaml);
  const auto words = words_from(yaml);
  REQUIRE_FALSE(words);
  const Diagnostic& first = words.error().front();
  const bool said = std::any_of(words.error().begin(), words.error().end(),
                                [&, code = code, message = message](const auto& one) {
                                  return one.code == code && english(one.what) == message;
                                });
  CHECK(said);
  CHECK(first.fault == Fault::data);
  CHECK(first.where.end > first.where.begin);
}

TEST_CASE("a sentence names only sources that we have") {
  Sources files;
  const auto known = data::read(
      "sources.yaml",
      content(std::filesystem::path(TONGXING_SOURCE_DIR) / "templates" / "sources.yaml"), files);
  REQUIRE(known);
  const WordsData words = shipped_words();
  CHECK(words.sources.at("footer.rules") ==
        std::vector<SourceId>{SourceId("lost-passport-guide")});  // it is the one that names 12367
  for (const auto& [id, sources] : words.sources)
    for (const SourceId& source : sources) {
      INFO(id << ": " << source.value);
      CHECK(known->root.find(source.value) != nullptr);
    }
  for (const auto& [id, text] : words.phrases) {
    INFO(id);
    CHECK((text.zh.find("12367") == std::string::npos || words.sources.contains(id)));
  }
}

TEST_CASE("every sentence that a page names is in words.yaml") {
  // Ids of other files are put together at run time; what stands whole in the source is ours.
  const model::Phrases phrases = shipped_words().phrases;
  std::set<std::string> groups;
  for (const auto& [id, text] : phrases) groups.insert(id.substr(0, id.find('.')));
  const std::regex literal("\"([a-z_]+)\\.([a-z_-]+)\"");
  std::set<std::string> absent;
  for (const auto& file : std::filesystem::directory_iterator(
           std::filesystem::path(TONGXING_SOURCE_DIR) / "src" / "compose")) {
    const std::string text = content(file.path());
    for (std::sregex_iterator at(text.begin(), text.end(), literal), end; at != end; ++at) {
      const std::string id = (*at)[1].str() + "." + (*at)[2].str();
      if (groups.contains((*at)[1].str()) && phrases.find(id) == phrases.end()) absent.insert(id);
    }
  }
  CHECK(absent == std::set<std::string>{});
}
