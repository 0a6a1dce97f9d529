// SPDX-License-Identifier: GPL-3.0-or-later
// What pdf::write promises, read back with libqpdf.
#include "pdf/pdf.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

#include "check/check.h"
#include "check/pages.h"
#include "support/fonts.h"
#include "support/pdf_sample.h"
#include "text/shape.h"

using namespace tongxing;

namespace {

const text::FontSet& fonts() {
  static const auto set = tests::debian_fonts();
  return set;
}

/// A page of one element, P, for which nothing is prepared.
struct OnePage {
  page::Document document;
  pdf::FixedText fixed;

  OnePage() {
    document.title = "x";
    document.id = "y";
    document.tags.resize(2);
    document.tags[0].type = page::TagType::document;
    document.pages.resize(1);
    document.pages[0].size = {Length::pt(100), Length::pt(200)};
  }
  page::Text& add(text::Run run, Length y = Length::pt(30)) {
    page::Text text;
    text.run = std::move(run);
    text.size = Length::pt(10);
    document.pages[0].items.push_back({{Length::pt(20), y}, page::TagId{1}, std::move(text)});
    return std::get<page::Text>(document.pages[0].items.back().draw);
  }
  std::string bytes() const { return pdf::write(document, pdf::prepare(fonts(), fixed), fonts()); }

  struct Read {
    std::string content;
    std::string findings;
  };
  Read read() const {
    const auto written = bytes();
    Read out;
    out.content = check::pages(written).at(0).contents.at(0).data;
    for (const auto& finding : check::check(written)) {
      out.findings += finding.clause + ": " + finding.text + "\n";
    }
    return out;
  }
};

text::Run shaped(std::string_view text, text::Role role = text::Role::latin) {
  return text::Shaper(fonts()).line(text, role).runs.at(0);
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

std::size_t same_start(std::string_view a, std::string_view b) {
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(ends.first - a.begin());
}

}  // namespace

TEST_CASE("equal documents give equal bytes, in any thread") {
  const auto sample = tests::pdf_sample(fonts());
  const auto stationery = pdf::prepare(fonts(), sample.fixed);
  const auto expected = pdf::write(sample.document, stationery, fonts());
  CHECK(pdf::write(sample.document, pdf::prepare(fonts(), sample.fixed), fonts()) == expected);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i) result = pdf::write(sample.document, stationery, fonts());
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) CHECK((result == expected));
}

TEST_CASE("another family shares the beginning and has another identifier") {
  const auto sample = tests::pdf_sample(fonts(), "王小雨"),
             other = tests::pdf_sample(fonts(), "李雷");
  // The same layers: what is prepared knows them by identity.
  auto documents = std::pair(sample.document, other.document);
  for (auto& page : documents.second.pages) {
    if (page.layer) page.layer = sample.fixed.backgrounds[0].layer;
  }
  const auto stationery = pdf::prepare(fonts(), sample.fixed);
  const auto a = pdf::write(documents.first, stationery, fonts());
  const auto b = pdf::write(documents.second, stationery, fonts());
  CHECK(same_start(a, b) > 10000);
  const auto id = [](const std::string& bytes) { return bytes.substr(bytes.find("/ID["), 70); };
  CHECK(id(a) != id(b));
}

TEST_CASE("a layer used on two pages stands in the file once") {
  const auto sample = tests::pdf_sample(fonts());
  const auto bytes = pdf::write(sample.document, pdf::prepare(fonts(), sample.fixed), fonts());
  const auto pages = check::pages(bytes);
  const auto& third = pages.at(2).contents;
  const auto& fourth = pages.at(3).contents;
  REQUIRE(third.size() == 2);
  CHECK(third.at(0).id == fourth.at(0).id);
  CHECK(third.at(1).id != fourth.at(1).id);
}

TEST_CASE("a file holds only the prepared parts it uses") {
  const auto sample = tests::pdf_sample(fonts());
  const auto stationery = pdf::prepare(fonts(), sample.fixed);
  OnePage plain;
  plain.add(shaped("Papers"));
  const auto bytes = pdf::write(plain.document, stationery, fonts());
  const auto names = check::pages(bytes).at(0).fonts;
  REQUIRE(names.size() == 1);
  CHECK(names.begin()->substr(0, 2) == "/F");
  CHECK(bytes.size() < pdf::write(sample.document, stationery, fonts()).size() / 2);
}

TEST_CASE("glyphs without fixed text go to a font of their own") {
  OnePage page;
  page.fixed.add(shaped("Papers"));
  page.add(shaped("Paxers"));
  const auto read = page.read();
  CHECK(read.findings == "");
  // F, then V for the x, then F again.
  CHECK(count(read.content, "/F5 10 Tf") == 2);
  CHECK(count(read.content, "/V5 10 Tf") == 1);
}

TEST_CASE("a glyph that stands for another text says so") {
  OnePage page;
  auto run = shaped("A");
  page.add(run);
  CHECK(count(page.read().content, "/ActualText") == 0);
  run.text = "\u0391";  // Alpha looks like A
  page.add(run);
  const auto read = page.read();
  CHECK(read.findings == "");
  CHECK(count(read.content, "/Span<</ActualText(\xFE\xFF\x03\x91)>>BDC") == 1);
}

TEST_CASE("runs of one replacement text are one span, on one line") {
  OnePage page;
  const auto one = [&](std::string_view text, Length y) {
    page.add(shaped(text), y).actual_text = "12";
  };
  one("1", Length::pt(30));
  one("2", Length::pt(30));
  CHECK(count(page.read().content, "/ActualText(12)") == 1);
  one("1", Length::pt(50));
  const auto read = page.read();
  CHECK(count(read.content, "/ActualText(12)") == 2);
  CHECK(read.findings == "");
}

TEST_CASE("a language is said once, and nothing follows it in its stretch") {
  OnePage page;
  page.add(shaped("a"));
  page.add(shaped("b")).language = "en";
  page.add(shaped("c")).language = "en";
  page.add(shaped("d"));
  const auto read = page.read();
  CHECK(count(read.content, "/Span<</Lang(en)>>BDC") == 1);
  CHECK(count(read.content, "/P<</MCID") == 2);
  CHECK(read.findings == "");
}

TEST_CASE("what is not drawn leaves nothing") {
  OnePage page;
  page.add(shaped("a"));
  const auto before = page.bytes();
  auto box = shaped("b");
  box.blank_box = true;
  page.add(box);
  page.add(text::Run{});
  CHECK((page.bytes() == before));
}

TEST_CASE("right to left is written in reading order") {
  OnePage page;
  page.add(shaped("ab"));
  const auto run = shaped("\u05D0\u05D1");  // Alef, Bet
  REQUIRE(run.right_to_left);
  page.document.pages[0].items.clear();
  page.add(run);
  const auto read = page.read();
  CHECK(read.findings == "");
  // The pen goes right by Bet, shows Alef, and comes back over both.
  const auto alef = run.glyphs[1].advance, bet = run.glyphs[0].advance;
  CHECK(count(read.content, "[-" + std::to_string(bet) + "<") == 1);
  CHECK(count(read.content, ">" + std::to_string(alef + bet) + "<") == 1);
}

TEST_CASE("shapes in PDF's coordinates") {
  OnePage page;
  page.add(shaped("a"));
  auto& items = page.document.pages[0].items;
  items.clear();
  const auto at = page::Point{Length::pt(10), Length::pt(20)};
  items.push_back({at, page::artifact, page::Fill{{Length::pt(5), Length::pt(2)}, 255}});
  page::Path path;
  using Verb = page::Path::Verb;
  path.verbs = {Verb::move, Verb::line, Verb::close};
  path.points = {{}, {Length::pt(1), Length::pt(2)}};
  path.stroke = page::Grey{0};
  path.fill = page::Grey{255};
  path.width = Length::pt(0.5);
  path.dash = {Length::pt(2), Length::pt(1)};
  path.round = true;
  items.push_back({at, page::artifact, path});
  items.push_back({at, page::TagId{1}, page::Code{{1, {true}}, Length::pt(3)}});
  CHECK(page.read().content ==
        "/Artifact<</Type/Layout>>BDC\n"
        "1 g\n10 178 5 2 re f\n"
        ".5 w\n1 J 1 j\n[2 1 ]0 d\n10 180 m\n11 178 l\nh\nB\n"
        "EMC\n"
        "/P<</MCID 0>>BDC\n"
        "0 g\nq 3 0 0 3 10 177 cm\nBI/IM true/D[1 0]/BPC 1/F/AHx/W 1/H 1\nID 80>\nEI\nQ\n"
        "EMC\n");
}
