// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/collation.h"

#include <boost/locale/collator.hpp>
#include <locale>

#include "words/icu_locale.h"

namespace tongxing::words {

using Collator = boost::locale::collator<char>;

struct Collation::State {
  std::locale locale = chinese_locale();
  const Collator& collator = std::use_facet<Collator>(locale);
};

Collation::Collation() : state_(std::make_unique<State>()) {}
Collation::~Collation() = default;
Collation::Collation(Collation&&) noexcept = default;
Collation& Collation::operator=(Collation&&) noexcept = default;

int Collation::compare(std::string_view a, std::string_view b) const {
  const int order = state_->collator.compare(Collator::tertiary, a.data(), a.data() + a.size(),
                                             b.data(), b.data() + b.size());
  return order != 0 ? order : a.compare(b);
}

std::string Collation::key(std::string_view text) const {
  std::string key =
      state_->collator.transform(Collator::tertiary, text.data(), text.data() + text.size());
  while (!key.empty() && key.back() == '\0') key.pop_back();
  return key + '\0' + std::string(text);
}

}  // namespace tongxing::words
