// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/document.h"

#include <catch2/catch.hpp>

#include "support/fonts.h"

using namespace tongxing;

namespace {

words::Words phrases() {
  return words::Words({{"footer.case", {"案号", "case"}},
                       {"footer.page", {"第{page}页，共{pages}页", "page {page} of {pages}"}},
                       {"footer.rules", {"规则日期{date:iso}", "rules of {date:iso}"}},
                       {"footer.rules_undated", {"规则未注日期", "rules without a date"}},
                       {"footer.draft", {"草稿，不可递交", "draft, not for filing"}},
                       {"draft.mark", {"草稿", "DRAFT"}},
                       {"part.blank", {"此页留空", "This page is left blank"}}});
}

compose::NamedPart part(std::size_t pages, const char* title) {
  compose::NamedPart named;
  named.part.tags.resize(2);
  named.part.tags[0].type = page::TagType::sect;
  named.part.tags[1].parent = page::TagId{0};
  named.title = {title, title};
  named.part.pages.resize(pages);
  for (auto& page : named.part.pages) page.items.push_back({{}, page::TagId{1}, page::Fill{}});
  return named;
}

std::vector<compose::NamedPart> three_parts() {
  std::vector<compose::NamedPart> parts;
  parts.push_back(part(1, "a"));
  parts.push_back(part(2, "b"));
  parts.push_back(part(1, "c"));
  parts[0].part.pages[0].jumps.push_back({{}, 3, page::TagId{1}, "to c"});
  return parts;
}

std::string text_of(const page::Page& page) {
  std::string all;
  for (const auto& item : page.items)
    if (const auto* text = std::get_if<page::Text>(&item.draw)) all += text->run.text + "\n";
  return all;
}

struct Binder {
  text::FontSet fonts = tests::debian_fonts();
  text::Shaper shaper{fonts};
  words::Words words = phrases();
  compose::Style style{compose::Paper::a4};

  page::Document bind(bool duplex, bool draft = false) {
    return compose::bind(three_parts(), {"TX-1", Date::parse("2026-11-22"), draft}, duplex, words,
                         style, shaper);
  }
};

}  // namespace

TEST_CASE("parts follow each other, each under its own Sect") {
  Binder binder;
  const auto document = binder.bind(false);
  REQUIRE(document.pages.size() == 4);
  REQUIRE(document.tags.size() == 7);
  for (const std::size_t sect : {1u, 3u, 5u}) {
    CHECK(document.tags[sect].type == page::TagType::sect);
    CHECK(document.tags[sect].parent == page::TagId{0});
    CHECK(document.tags[sect + 1].parent == page::TagId(sect));
  }
  CHECK(document.pages[3].items.front().tag == page::TagId{6});
  CHECK(document.pages[0].jumps.front().to_page == 3);
  CHECK(document.outline[1].page == 1);
}

TEST_CASE("each page says which it is, of how many, and by which rules") {
  Binder binder;
  const auto document = binder.bind(false);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto text = text_of(document.pages[i]);
    CHECK(text.find("page " + std::to_string(i + 1) + " of 4") != std::string::npos);
    CHECK(text.find("rules of 2026-11-22") != std::string::npos);
    CHECK(text.find("TX-1") != std::string::npos);
    CHECK(text.find("DRAFT") == std::string::npos);
  }
}

TEST_CASE(
    "on both sides of the paper each part starts on a front side, and padding is not counted") {
  Binder binder;
  const auto document = binder.bind(true);
  REQUIRE(document.pages.size() == 5);  // a, blank, b, b, c
  CHECK(text_of(document.pages[1]).find("This page is left blank") != std::string::npos);
  CHECK(text_of(document.pages[1]).find(" of 4") == std::string::npos);
  CHECK(text_of(document.pages[4]).find("page 4 of 4") != std::string::npos);
  CHECK(document.pages[0].jumps.front().to_page == 4);
  CHECK(document.outline[2].page == 4);
  CHECK(document.pages[4].label == "4");
}

TEST_CASE("a draft says so on every page") {
  Binder binder;
  for (const auto& page : binder.bind(false, true).pages)
    CHECK(text_of(page).find("DRAFT") != std::string::npos);
}

TEST_CASE("pages without a cover say on every page what is to be known of the translation") {
  Binder binder;
  const auto document =
      compose::bind(three_parts(), {"TX-1", {}, false, {"译文未审校", "non relu"}}, false,
                    binder.words, binder.style, binder.shaper);
  for (const auto& page : document.pages) {
    CHECK(text_of(page).find("译文未审校") != std::string::npos);
    CHECK(text_of(page).find("non relu") != std::string::npos);
  }
}

TEST_CASE("the hash is of what the pages show and of the rules, not of the codes") {
  Binder binder;
  const auto document = binder.bind(false);
  const auto hash = compose::content_hash(document, "rules");
  CHECK(hash.size() == 12);
  CHECK(hash.find_first_not_of("0123456789ABCDEF") == std::string::npos);
  CHECK(compose::content_hash(document, "other rules") != hash);

  auto moved = document;
  moved.pages[2].items.front().at.x += Length::pt(1);
  CHECK(compose::content_hash(moved, "rules") != hash);

  auto coded = document;
  coded.pages[0].items.push_back(
      {{}, page::artifact, page::Code{codes::qr("A", codes::Correction::high), {}}});
  auto coded_differently = document;
  coded_differently.pages[0].items.push_back(
      {{}, page::artifact, page::Code{codes::qr("B", codes::Correction::high), {}}});
  CHECK(compose::content_hash(coded, "rules") == compose::content_hash(coded_differently, "rules"));
}
