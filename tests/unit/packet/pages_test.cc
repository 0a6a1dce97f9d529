// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of every sample, with every way of printing it: nothing leaves the paper, no text
// stands on another.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "compose/compose.h"
#include "support/shipped.h"
#include "words/people.h"
#include "words/translator.h"

using namespace tongxing;
using test::prepared;
using test::profile_from;
using test::sample;

namespace {

namespace fs = std::filesystem;

/// The same in Chinese and French, with the catalogue that was built.
const packet::Prepared& prepared_in_french() {
  static const packet::Prepared all = [] {
    const test::ShippedWorld world;
    Sources sources;
    auto catalogue =
        words::Translator::open(world, {fs::path(TONGXING_CATALOGUES)}, "fr", words::Domain::paper);
    auto english = packet::prepare(world, {fs::path(TONGXING_SOURCE_DIR)}, sources);
    if (!catalogue || !english) throw std::runtime_error("no catalogue or no templates");
    auto made = packet::translated(*std::move(english), *catalogue);
    if (!made) throw std::runtime_error(test::describe(made.error(), sources));
    return *std::move(made);
  }();
  return all;
}

std::vector<page::Document> documents(const model::Profile& profile,
                                      const compose::Options& options,
                                      const packet::Prepared& with = prepared()) {
  const auto& library = with.library;
  const packet::When when{profile.as_of.value_or(*Date::from(2026, 11, 23)),
                          profile.city.value_or(CityId())};
  auto plan = packet::make_plan(library, profile, when);
  if (!plan) throw std::runtime_error(english(plan.error().front().what));
  const auto people = words::people(profile);
  text::Shaper shaper(with.fonts);
  const auto layers = compose::prepare_form_layers(library, options.paper, shaper);
  std::vector<page::Document> all;
  std::vector<std::size_t> pages;
  for (const auto& each : plan->packets) {
    all.push_back(
        compose::compose({each, profile, library, people, options, layers}, shaper).document);
    pages.push_back(all.back().pages.size());
  }
  if (all.size() > 1)
    all.push_back(
        compose::compose_summary({*plan, profile, library, people, options, pages}, shaper));
  if (all.empty())
    all.push_back(compose::compose_refusal({*plan, profile, library, people, options}, shaper));
  return all;
}

/// Where a text leaves ink, as far as one can say without its outlines.
struct Ink {
  double left, right, top, bottom;
  std::string text;
  double area() const { return (right - left) * (bottom - top); }
};

void add_inks(const std::vector<page::Item>& items, std::vector<Ink>& inks) {
  for (const auto& item : items) {
    const auto* text = std::get_if<page::Text>(&item.draw);
    if (!text || text->run.glyphs.empty()) continue;
    const double size = text->size.mm(), x = item.at.x.mm(), y = item.at.y.mm();
    const int space = text->run.text.ends_with(' ') ? text->run.glyphs.back().advance : 0;
    const bool descends = text->run.text.find_first_of("gjpqy") != std::string::npos;
    inks.push_back({x, x + (text->run.width - space) * size / 1000, y - size * 0.78,
                    y + size * (descends ? 0.2 : 0.08), text->run.text});
  }
}

std::vector<Ink> inks_of(const page::Page& page) {
  std::vector<Ink> inks;
  if (page.layer) add_inks(page.layer->items, inks);
  add_inks(page.items, inks);
  return inks;
}

double shared(const Ink& a, const Ink& b) {
  const auto width = std::min(a.right, b.right) - std::max(a.left, b.left);
  const auto height = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return width <= 0 || height <= 0 ? 0 : width * height / std::min(a.area(), b.area());
}

/// What a careful printer would not sign; one line each.
std::vector<std::string> faults(const page::Page& page) {
  std::vector<std::string> found;
  const auto inks = inks_of(page);
  const double width = page.size.width.mm(), height = page.size.height.mm();
  for (std::size_t i = 0; i < inks.size(); ++i) {
    const auto& ink = inks[i];
    if (ink.left < 15 || ink.right > width - 17.5 || ink.top < 5 || ink.bottom > height - 6)
      found.push_back("out of the margins: " + ink.text);
    for (std::size_t k = 0; k < i; ++k)
      if (shared(ink, inks[k]) > 0.2)
        found.push_back("one on the other: " + inks[k].text + " / " + ink.text);
  }
  return found;
}

void check(const std::vector<page::Document>& all) {
  for (const auto& document : all)
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
      INFO("page " << i + 1);
      CHECK(faults(document.pages[i]) == std::vector<std::string>{});
    }
}

std::vector<std::string> samples() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(TONGXING_SOURCE_DIR) / "samples"))
    if (fs::exists(entry.path() / "profile.yaml"))
      names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("no text leaves its page or stands on another, however it is printed") {
  const auto name = GENERATE(from_range(samples()));
  const auto paper = GENERATE(compose::Paper::a4, compose::Paper::letter);
  const auto print = GENERATE(compose::Print::normal, compose::Print::large);
  CAPTURE(name, int(paper), int(print));
  check(documents(profile_from(sample(name)),
                  {.paper = paper, .print = print, .duplex = true, .draft = true}));
}

TEST_CASE("nor does French, which is longer") {
  const auto name = GENERATE(from_range(samples()));
  CAPTURE(name);
  check(
      documents(profile_from(sample(name)), {.duplex = true, .draft = true}, prepared_in_french()));
}

TEST_CASE("nor does French in large print, or on other paper") {
  const auto name = GENERATE("miller-shanghai", "nearly-empty");
  const auto paper = GENERATE(compose::Paper::a4, compose::Paper::letter);
  CAPTURE(name, int(paper));
  check(documents(profile_from(sample(name)), {.paper = paper, .print = compose::Print::large},
                  prepared_in_french()));
}

TEST_CASE("every text of a French sheet is tagged as French") {
  const auto all = documents(profile_from(sample("miller-shanghai")), {}, prepared_in_french());
  std::set<std::string> languages;
  const auto add = [&](const std::vector<page::Item>& items) {
    for (const auto& item : items)
      if (const auto* text = std::get_if<page::Text>(&item.draw)) languages.insert(text->language);
  };
  for (const auto& page : all.at(0).pages) {
    if (page.layer) add(page.layer->items);
    add(page.items);
  }
  CHECK(languages == std::set<std::string>{"", "fr"});
}

TEST_CASE("parts alone") {
  using plan::PartKind;
  const auto part = GENERATE(PartKind::cover, PartKind::checklist, PartKind::day,
                             PartKind::questions, PartKind::form, PartKind::letter);
  CAPTURE(int(part));
  const auto all = documents(profile_from(sample("miller-shanghai")), {.only = {part}});
  REQUIRE(all.size() == 1);
  CHECK(!all[0].pages.empty());
  check(all);
}

TEST_CASE("a part printed alone says on every page that nobody has reviewed the translation") {
  using plan::PartKind;
  const auto part = GENERATE(PartKind::checklist, PartKind::day, PartKind::questions,
                             PartKind::form, PartKind::letter);
  CAPTURE(int(part));
  const auto all = documents(profile_from(sample("miller-shanghai")),
                             {.draft = true, .only = {part}}, prepared_in_french());
  REQUIRE(all.size() == 1);
  check(all);
  for (const auto& page : all[0].pages) {
    const auto inks = inks_of(page);
    CHECK(std::ranges::any_of(inks, [](const Ink& ink) {
      return ink.text.find("译文尚未经人审校") != std::string::npos;
    }));
  }
}

// What the cover and the checklist say of other pages would be wrong.
TEST_CASE("the numbers of pages settle") {
  const auto name = GENERATE(from_range(samples()));
  const auto paper = GENERATE(compose::Paper::a4, compose::Paper::letter);
  const auto print = GENERATE(compose::Print::normal, compose::Print::large);
  CAPTURE(name, int(paper), int(print));
  const auto profile = profile_from(sample(name));
  const packet::When when{profile.as_of.value_or(*Date::from(2026, 11, 23)),
                          profile.city.value_or(CityId())};
  const auto plan = packet::make_plan(prepared().library, profile, when);
  REQUIRE(plan);
  const auto people = words::people(profile);
  text::Shaper shaper(prepared().fonts);
  const auto layers = compose::prepare_form_layers(prepared().library, paper, shaper);
  const compose::Options options{.paper = paper, .print = print};
  for (const auto& each : plan->packets) {
    const auto composed =
        compose::compose({each, profile, prepared().library, people, options, layers}, shaper);
    CHECK(composed.settled);
    std::size_t part = 0;
    for (const auto& range : composed.pages)
      if (range.count > 0) CHECK(composed.document.outline.at(part++).page + 1 == range.first);
  }
}

// Where an answer is missing a question stands, and there is room for it.
TEST_CASE("nor do the questions in a form of which next to nothing is known") {
  const auto asks = GENERATE(
      "[V-L]\npeople: {a: {roles: [applicant], nationalities: [BR], in_mainland_china: no, visa: "
      "{category: L}}}",
      "[P-VISA-CHG]\npeople: {a: {roles: [applicant], nationalities: [BR], in_mainland_china: yes, "
      "visa: {action: change}}}",
      "[P-STAY]\npeople: {a: {roles: [applicant], nationalities: [BR], in_mainland_china: yes}}",
      "[RP-EXT]\npeople: {a: {roles: [applicant], nationalities: [BR], in_mainland_china: yes, "
      "residence: {action: extension}}}",
      "[RP-CHG]\npeople: {a: {roles: [applicant], nationalities: [BR], in_mainland_china: yes, "
      "residence: {action: change}}}",
      "[TD-FIRST]\npeople:\n  a: {roles: [child], birth_date: 2021-06-14, birth_place: {country: "
      "GB}, "
      "nationalities: [{country: GB, at_birth: yes}], in_mainland_china: no}\n"
      "  m: {roles: [mother], nationalities: [{country: CN, at_birth: yes}], "
      "settled_abroad_at_birth: "
      "no}",
      "[HKMO-CARD]\npeople: {a: {roles: [applicant], nationalities: [CN]}}\ntrip: {destination: "
      "HK}");
  const auto paper = GENERATE(compose::Paper::a4, compose::Paper::letter);
  CAPTURE(asks, int(paper));
  const auto profile = profile_from(
      "case: TX-1\ncity: shanghai\nas_of: 2026-11-23\nrequested: " + std::string(asks) + "\n");
  const compose::Options forms{.paper = paper, .only = {plan::PartKind::form}};
  const auto all = documents(profile, forms);
  REQUIRE(all[0].pages.size() >= 2);  // the form, and no page of reasons
  check(all);
  check(documents(profile, forms, prepared_in_french()));
}

// Shrunk, wrapped, then whole on a sheet of its own.
TEST_CASE("a name of sixty letters and an address of two hundred characters") {
  const std::string given = "MARIALUISE ALEXANDRINA KUNIGUNDE THEODORA PHILIPPINE CHARLOTTE";
  std::string address;
  for (int i = 0; i < 20; ++i) address += "浦东新区民生路一千五";
  auto yaml = test::replaced(sample("long-latin-name"), "given: MARIALUISE", "given: " + given);
  yaml = test::replaced(yaml, "location: 江苏省南京市", "location: " + address);
  yaml = test::replaced(yaml, "given: KARL", "given: " + given);
  const auto print = GENERATE(compose::Print::normal, compose::Print::large);
  const auto all = documents(profile_from(yaml), {.print = print});
  check(all);
  // Whole on the last page, after "see continuation sheet" in its box.
  REQUIRE(all.size() == 1);
  std::string last;
  for (const auto& ink : inks_of(all[0].pages.back())) last += ink.text;
  CHECK(last.find(address) != std::string::npos);
}

TEST_CASE("where no source says which parent comes, the cover does not send the child alone") {
  const auto cover = [](const char* name) {
    std::string text;
    const auto all = documents(profile_from(sample(name)), {});
    for (const auto& ink : inks_of(all.at(0).pages.at(0))) text += ink.text;
    return text;
  };
  const std::string ask = "父母须由谁到场，请先问清";
  CHECK(cover("renewal-beijing").find(ask) != std::string::npos);
  CHECK(cover("miller-shanghai").find(ask) == std::string::npos);
}

TEST_CASE("what only a third party says is not printed as the law beside it") {
  std::string text;
  const auto all = documents(profile_from(sample("q1-visa-family")), {});
  for (const auto& ink : inks_of(all.at(0).pages.at(1))) text += ink.text;
  CHECK(text.find("另带一份复印件〔") != std::string::npos);
}

TEST_CASE("where nothing can be offered, what an answer may still open stands first") {
  std::string text;
  const auto all = documents(profile_from(sample("nearly-empty")), {});
  for (const auto& ink : inks_of(all.at(0).pages.at(0))) text += ink.text;
  const auto open = text.find("出入境通行证"), refused = text.find("往来港澳通行证");
  REQUIRE(open != std::string::npos);
  CHECK(open < refused);
}

TEST_CASE("a case number of twenty-four letters") {
  const auto yaml =
      test::replaced(sample("twins"), "case: TX-2026-00023", "case: TX-2026-MMMMMMMMMMMMMMMM");
  const auto print = GENERATE(compose::Print::normal, compose::Print::large);
  check(documents(profile_from(yaml), {.print = print, .draft = true}));
}

/// The twins' parents apply too, and less is known of them.
std::string everybody_applies(const std::string& requested) {
  auto yaml = sample("twins");
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"case: TX-2026-00023", "case: TX-2026-MMMMMMMMMMMMMMMM"},
           {"roles: [father]", "roles: [father, applicant]"},
           {"roles: [mother]", "roles: [mother, applicant]"},
           {"    hukou: {location: 上海市杨浦区, city: shanghai, includes_child: no}\n", ""},
           {"papers: {marriage-certificate: yes}\n", requested},
           {"given: LUC", "given: MARIALUISE ALEXANDRINA KUNIGUNDE THEODORA"}})
    yaml = test::replaced(yaml, from, to);
  return yaml;
}

std::string text_of(const page::Document& document) {
  std::string text;
  for (const auto& page : document.pages)
    for (const auto& ink : inks_of(page)) text += ink.text;
  return text;
}

// Much is not known, fees are not stated, an inviter is nobody yet.
TEST_CASE("the summary of a family of four applicants and six packets") {
  const auto yaml = everybody_applies(
      "requested: [exit-entry-permit-first, hong-kong-macao-card, hong-kong-macao-endorsement, "
      "residence-family-reunion, residence-extension, visa-extension]\n");
  const auto paper = GENERATE(compose::Paper::a4, compose::Paper::letter);
  const auto print = GENERATE(compose::Print::normal, compose::Print::large);
  const auto all = documents(profile_from(yaml), {.paper = paper, .print = print, .draft = true});
  REQUIRE(all.size() == 7);
  check({all.back()});
  const auto text = text_of(all.back());
  // The Canadian passport of the foreign parent is that of the applicant for a residence permit.
  CHECK(text.find("又称申请人的护照或其他国际旅行证件") != std::string::npos);
  CHECK(text.find("3?,") != std::string::npos);
  CHECK(text.find("未公布") != std::string::npos);
}

// Most procedures are not offered to most of them; what only those hinge on is asked here.
TEST_CASE("the summary of a family that asks for nothing by name") {
  const auto paper = GENERATE(compose::Paper::a4, compose::Paper::letter);
  const auto print = GENERATE(compose::Print::normal, compose::Print::large);
  const auto all = documents(profile_from(everybody_applies("")), {.paper = paper, .print = print});
  REQUIRE(all.size() == 3);
  check({all.back()});
  const auto text = text_of(all.back());
  CHECK(text.find("关系到其他手续的问题") != std::string::npos);
  // By name: there are several applicants.
  CHECK(text.find("TREMBLAY, MARIALUISE ALEXANDRINA KUNIGUNDE THEODORA") != std::string::npos);
  CHECK(text.find("申请人申请哪一类居留证件") == std::string::npos);
}

// A square to write in leaves the reader nothing: the spelling stands beside it on every page.
TEST_CASE("a character to be written by hand has its spelling beside it") {
  auto people = words::people(profile_from(sample("rare-characters")));
  auto& name = people.begin()->second;
  name = {.chinese = {"㼆", "\uFFFC䶮"}, .pinyin = {"YING", "HONGYAN"}};
  CHECK(words::cover_name(compose::spelled(people).begin()->second).first ==
        "㼆 \uFFFC䶮（YING HONGYAN）");
  name.chinese.given = "䶮";
  CHECK(words::cover_name(compose::spelled(people).begin()->second).first == "㼆䶮");
}

TEST_CASE("two texts on one place are found") {
  auto all = documents(profile_from(sample("miller-shanghai")), {});
  auto& page = all.at(0).pages.at(0);
  REQUIRE(faults(page).empty());
  const auto text = std::find_if(page.items.begin(), page.items.end(), [](const auto& item) {
    const auto* each = std::get_if<page::Text>(&item.draw);
    return each && !each->run.glyphs.empty();
  });
  auto again = *text;
  again.at.x += Length::mm(1);
  page.items.push_back(again);
  CHECK(faults(page).size() == 1);
  page.items.back().at.x = Length::mm(206);
  CHECK(faults(page).size() == 1);
}
