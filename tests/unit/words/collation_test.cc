// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/collation.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <vector>

using namespace tongxing::words;

TEST_CASE("Chinese names stand in the order of their pinyin") {
  const std::vector<std::string> expected = {"安娜", "陈晨", "林晓雯", "米艾玛", "王芳", "张伟"};
  std::vector<std::string> names = {"张伟", "米艾玛", "安娜", "王芳", "林晓雯", "陈晨"};
  const Collation collation;
  std::sort(names.begin(), names.end(), std::cref(collation));
  CHECK(names == expected);
  std::reverse(names.begin(), names.end());
  std::sort(names.begin(), names.end(),
            [&](const auto& a, const auto& b) { return collation.key(a) < collation.key(b); });
  CHECK(names == expected);
}

TEST_CASE("only equal texts are equal") {
  const Collation collation;
  CHECK(collation.compare("a", "a") == 0);
  CHECK(collation.compare("e\xCC\x81", "é") != 0);  // the same letter, other bytes
  CHECK(collation.compare("a", "B") < 0);
  CHECK(collation.compare("Miller", "miller") != 0);
  CHECK(collation.key("e\xCC\x81") != collation.key("é"));
}
