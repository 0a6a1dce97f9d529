// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "page/document.h"

using namespace tongxing;
using namespace tongxing::page;

TEST_CASE("a document as text") {
  Document document;
  document.title = "材料 \"A\"";
  document.id = "TX-1";
  document.tags.resize(3);
  document.tags[0].type = TagType::document;
  document.tags[1].type = TagType::th;
  document.tags[1].scope = Scope::row;
  document.tags[1].column_span = 2;
  document.tags[2].type = TagType::figure;
  document.tags[2].alt = "码";
  document.tags[2].box = Rect{{Length::pt(1), Length::pt(2.5)}, {Length::pt(3), Length::pt(4)}};
  document.outline.push_back({"封面", 0});

  Layer layer;
  layer.tags.resize(1);
  layer.items.push_back({{}, TagId{0}, Fill{{Length::pt(10), Length::milli(500)}, 128}});
  Page page;
  page.size = {Length::pt(100), Length::milli(-1500)};
  page.layer = std::make_shared<const Layer>(layer);
  page.layer_tags = TagId{1};
  page.label = "i";
  Text text;
  text.run.text = "王\\";
  text.run.width = 1000;
  text.size = Length::pt(12);
  text.language = "en";
  page.items.push_back({{Length::pt(1), Length::pt(2)}, TagId{1}, text});
  text.run.blank_box = true;
  page.items.push_back({{}, artifact, text});
  Path path;
  path.verbs = {Path::Verb::move, Path::Verb::curve, Path::Verb::close};
  path.points = {{}, {Length::pt(1), {}}, {Length::pt(1), Length::pt(2)}, {}};
  path.stroke = Grey{7};
  path.width = Length::pt(0.5);
  path.dash = {Length::pt(2)};
  page.items.push_back({{}, artifact, path});
  page.items.push_back({{}, TagId{2}, Code{{2, {true, false, true, true}}, Length::pt(2)}});
  Picture picture;
  picture.width = 4;
  picture.height = 5;
  picture.size = {Length::pt(6), Length::pt(7)};
  page.items.push_back({{}, TagId{2}, picture});
  page.jumps.push_back({{}, 0, TagId{2}, "去"});
  page.expectations.push_back({{}, "王", "people.a.name"});
  document.pages.push_back(page);

  CHECK(dump(document) ==
        "document \"材料 \\\"A\\\"\" zh-CN \"TX-1\"\n"
        "tag #0 Document in #0\n"
        "tag #1 TH in #0 scope Row columns 2\n"
        "tag #2 Figure in #0 box 1,2.5 3x4 alt \"码\"\n"
        "bookmark \"封面\" 1\n"
        "layer 0\n"
        "tag #0 P in #0\n"
        "  0,0 #0 fill 10x0.5 grey 128\n"
        "page 1 100x-1.5 label \"i\" layer 0 from #1\n"
        "  1,2 #1 text \"王\\\\\" face 0 size 12 width 1000 language \"en\"\n"
        "  0,0 - blank-box\n"
        "  0,0 - path m 0,0 c 1,0 1,2 0,0 h stroke 7 width 0.5 dash 2\n"
        "  0,0 #2 code 2 module 2 dark 3\n"
        "  0,0 #2 picture jpeg 4 5 3 size 6x7\n"
        "  jump 0,0 0x0 #2 to 1 \"去\"\n"
        "  expect 0,0 0x0 \"王\" field \"people.a.name\"\n");
}
