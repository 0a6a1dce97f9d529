// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/coverage.h"

#include <memory>

namespace tongxing::text {

Coverage::~Coverage() {
  for (auto& slot : pages_) delete slot.load(std::memory_order_relaxed);
}

Coverage::Page& Coverage::page(std::size_t number) const {
  std::atomic<Page*>& slot = pages_[number];
  if (Page* there = slot.load(std::memory_order_acquire)) return *there;
  auto fresh = std::make_unique<Page>();
  Page* expected = nullptr;
  if (slot.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel,
                                   std::memory_order_acquire))
    return *fresh.release();
  return *expected;  // another thread was faster
}

}  // namespace tongxing::text
