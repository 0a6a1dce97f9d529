// SPDX-License-Identifier: GPL-3.0-or-later
// The std::locale of Chinese, made by Boost.Locale's ICU back end, never installed globally.
#pragma once

#include <locale>

namespace tongxing::words {

std::locale chinese_locale();

}  // namespace tongxing::words
