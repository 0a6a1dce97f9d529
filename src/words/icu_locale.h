// SPDX-License-Identifier: GPL-3.0-or-later
// The std::locale of one language, made by Boost.Locale's ICU back end, never installed globally.
#pragma once

#include <locale>

#include "words/formats.h"

namespace tongxing::words {

std::locale icu_locale(Language language);

}  // namespace tongxing::words
