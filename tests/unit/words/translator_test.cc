// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/translator.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "support/memory_world.h"

using namespace tongxing;
using namespace tongxing::words;

namespace {

/// What msgfmt made of sample.po.
std::string catalogue() {
  std::ostringstream bytes;
  bytes << std::ifstream(TONGXING_SAMPLE_CATALOGUE, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("a message is said in the language of the catalogue") {
  test::MemoryWorld shelf;
  shelf.files["/data/locale/zh/LC_MESSAGES/tongxing.mo"] = catalogue();
  const auto zh = Translator::open(shelf, {"/nowhere", "/data"}, "zh");
  REQUIRE(zh);
  CHECK(zh->language() == "zh");
  CHECK(zh->translate("unknown key '{0}'") == "没有“{0}”这个键");
  CHECK(zh->translate("not translated") == "not translated");
  CHECK(zh->translate("in no catalogue") == "in no catalogue");
  CHECK(zh->translate("") == "");
}

TEST_CASE("English needs no catalogue, and neither does a language we lack") {
  const test::MemoryWorld shelf;
  for (const char* language : {"en", "zh", "fr"}) {
    const auto translator = Translator::open(shelf, {"/data"}, language);
    REQUIRE(translator);
    CHECK(translator->language() == "en");
    CHECK(translator->translate("unknown key '{0}'") == "unknown key '{0}'");
  }
}

TEST_CASE("the name of a language leads nowhere else") {
  test::MemoryWorld shelf;
  shelf.files["/data/locale/../zh/LC_MESSAGES/tongxing.mo"] = catalogue();
  const auto translator = Translator::open(shelf, {"/data"}, "../zh");
  REQUIRE(translator);
  CHECK(translator->language() == "en");
}

TEST_CASE("what is printed has a catalogue of its own") {
  test::MemoryWorld shelf;
  shelf.files["/data/locale/pt_BR/LC_MESSAGES/tongxing-paper.mo"] = catalogue();
  shelf.files["/data/locale/zh/LC_MESSAGES/tongxing.mo"] = catalogue();
  const std::vector<std::filesystem::path> data = {"/data"};
  CHECK(Translator::languages(shelf, data, Domain::paper) == std::vector<std::string>{"pt-BR"});
  CHECK(Translator::languages(shelf, data, Domain::messages) == std::vector<std::string>{"zh"});
  for (const char* name : {"pt-BR", "pt_BR", "pt-BR-x"}) {
    const auto paper = Translator::open(shelf, data, name, Domain::paper);
    REQUIRE(paper);
    CHECK(paper->language() == "pt-BR");
    CHECK(paper->file() == "/data/locale/pt_BR/LC_MESSAGES/tongxing-paper.mo");
    CHECK(paper->find("unknown key '{0}'") == "没有“{0}”这个键");
    CHECK_FALSE(paper->find("not translated"));
    CHECK_FALSE(paper->find(""));
    CHECK(paper->head("X-Reviewed") == "no");
    CHECK(paper->head("Content-Type") == "text/plain; charset=UTF-8");
    CHECK(paper->head("X-Review").empty());
  }
  CHECK(Translator::open(shelf, data, "pt", Domain::paper)->language() == "en");
}

TEST_CASE("a file that is no catalogue is a located error") {
  test::MemoryWorld shelf;
  const std::string whole = catalogue();
  for (const std::string& bytes : {std::string(), std::string("not a catalogue at all"),
                                   whole.substr(0, 40), std::string(1000, '\xFF')}) {
    shelf.files["/data/locale/zh/LC_MESSAGES/tongxing.mo"] = bytes;
    const auto translator = Translator::open(shelf, {"/data"}, "zh");
    INFO(bytes.size());
    REQUIRE_FALSE(translator);
    CHECK(translator.error().front().code == "T901");
    CHECK(translator.error().front().path == "/data/locale/zh/LC_MESSAGES/tongxing.mo");
  }
}
