// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/icu_locale.h"

#include <boost/locale/generator.hpp>
#include <boost/locale/localization_backend.hpp>

namespace tongxing::words {

std::locale chinese_locale() {
  // A copy of the list of back ends: choosing ICU here chooses it for nobody else.
  boost::locale::localization_backend_manager back_ends =
      boost::locale::localization_backend_manager::global();
  back_ends.select("icu");
  const boost::locale::generator generate(back_ends);
  return generate("zh_CN.UTF-8");
}

}  // namespace tongxing::words
