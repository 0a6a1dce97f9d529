// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people write them in a file.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/message.h"

namespace tongxing::model {

/// What a written date turned out to be. `date`, or the reason why not.
struct WrittenDate {
  enum class Problem : std::uint8_t {
    none,
    not_a_date,   ///< nothing we can read
    no_such_day,  ///< 2026-02-30
    ambiguous,    ///< 03/04/2020: two days are possible
    calendar,     ///< 民国, lunar or another calendar
  };
  std::optional<PartialDate> date;
  Problem problem = Problem::none;
  Message hint;  ///< empty: none
};

/// Year first, with - / . or 年月日: 2024-02-29, 2024/2/29, 1995年05月28日, 20240229; 1995-05 and
/// 1995; 00 for a month or day that is not known, as passports print it. Anything that leaves a
/// choice is a question, never a guess.
WrittenDate read_date(std::string_view text);

}  // namespace tongxing::model
