// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes, first as a stranger's file through libqpdf, then as if libqpdf had written them: a
// form whose parts fit together, or an error with a code. The first byte of the input chooses.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "foreign/read_form.h"
#include "foreign/rewrite.h"

namespace {

using namespace tongxing;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_form(const Result<foreign::OfficialForm>& form) {
  if (!form) {
    for (const Diagnostic& each : form.error())
      check(each.fault == Fault::input && each.path == "blank.pdf" && !each.code.empty());
    return;
  }
  check(!form->pages.empty());
  for (const foreign::OfficialPage& page : form->pages)
    check(page.rotation % 90 == 0 && page.size.width > Length() && page.size.height > Length());
  for (const foreign::Field& field : form->fields) {
    check(!field.name.empty() && field.alignment >= 0 && field.alignment <= 2);
    check(!field.comb || field.max_length);
    for (const foreign::Widget& widget : field.widgets)
      check(widget.page < form->pages.size() && widget.rotation % 90 == 0 && widget.object > 0);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view raw(reinterpret_cast<const char*>(bytes), size);
  if (raw.starts_with('N')) {
    foreign::Normalised file;
    file.bytes = raw.substr(1);
    check_form(foreign::read_form(file, "blank.pdf"));
    return 0;
  }
  foreign::Rewritten file = foreign::rewrite(raw);
  check(file.outcome == foreign::Rewritten::Outcome::done || file.bytes.empty());
  if (file.bytes.empty()) return 0;
  const foreign::Rewritten again = foreign::rewrite(file.bytes);
  check(again.outcome == foreign::Rewritten::Outcome::done);
  foreign::Normalised safe;
  safe.bytes = std::move(file.bytes);
  check_form(foreign::read_form(safe, "blank.pdf"));
  return 0;
}
