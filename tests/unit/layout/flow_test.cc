// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/flow.h"

#include <catch2/catch.hpp>

#include "support/fonts.h"

using namespace tongxing;
using layout::Box;

namespace {

constexpr layout::Sheet sheet{{Length::pt(100), Length::pt(200)},
                              Length::pt(10),
                              Length::pt(90),
                              Length::pt(20),
                              Length::pt(120)};  // a body of 100 pt

struct Page {
  text::FontSet fonts = tests::debian_fonts();
  text::Shaper shaper{fonts};
  layout::Part part{std::vector<page::Tag>(1), {}};
  layout::Pen pen{shaper, part.tags};

  Box box(double height, bool keep = false) {
    pen.fill({}, {}, Length::pt(1), Length::pt(1));
    auto box = pen.take(Length::pt(height));
    box.keep_with_next = keep;
    return box;
  }
  std::vector<std::vector<double>> tops() const {
    std::vector<std::vector<double>> all;
    for (const auto& page : part.pages) {
      all.emplace_back();
      for (const auto& item : page.items) all.back().push_back(item.at.y.pt());
    }
    return all;
  }
};

}  // namespace

TEST_CASE("boxes stand below each other and go on over the page") {
  Page page;
  layout::Flow flow(page.part, page.pen, sheet, nullptr);
  for (int i = 0; i < 3; ++i) flow.add(page.box(40));
  flow.finish();
  CHECK(page.tops() == std::vector<std::vector<double>>{{20, 60}, {20}});
}

TEST_CASE("a heading never stands alone at the foot of a page") {
  Page page;
  layout::Flow flow(page.part, page.pen, sheet, nullptr);
  flow.add(page.box(70));
  flow.add(page.box(20, true));
  flow.add(page.box(20));
  flow.finish();
  CHECK(page.tops() == std::vector<std::vector<double>>{{20}, {20, 40}});
}

TEST_CASE("the head stands on every page and moves the body down") {
  Page page;
  layout::Flow flow(page.part, page.pen, sheet, [](layout::Pen& pen, std::size_t) {
    pen.fill({}, {}, Length::pt(1), Length::pt(1));
    return Length::pt(30);
  });
  flow.add(page.box(60));
  flow.add(page.box(60));
  flow.finish();
  CHECK(page.tops() == std::vector<std::vector<double>>{{20, 50}, {20, 50}});
}

TEST_CASE("a box higher than a page stands at its top and is not lost") {
  Page page;
  layout::Flow flow(page.part, page.pen, sheet, nullptr);
  flow.add(page.box(10));
  flow.add(page.box(300));
  flow.finish();
  CHECK(page.tops() == std::vector<std::vector<double>>{{20}, {20}});
}
