// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/rules_data.h"

#include <catch2/catch.hpp>

#include "support/rules.h"

using namespace tongxing;
using namespace tongxing::test;

TEST_CASE("the shipped rules load") {
  Sources sources;
  const auto book = load(shipped_rule_files(), sources);
  if (!book) FAIL(describe(book.error(), sources));
  CHECK(book->procedures.size() >= 2);
  CHECK(book->cities.size() >= 6);
  REQUIRE(book->newest);
  CHECK(book->newest->iso() == "2025-11-04");
}
