// SPDX-License-Identifier: GPL-3.0-or-later
// Field maps as somebody might write them: whatever they hold, they are read or say what is wrong,
// and what was read goes onto a form or says why it does not.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "forms/drift.h"
#include "forms/match.h"

namespace {

using namespace tongxing;

foreign::OfficialForm form() {
  foreign::OfficialForm all;
  all.pages.push_back({3, {Length::mm(210), Length::mm(297)}, 0, {}});
  foreign::Widget widget;
  widget.box = {{Length::mm(10), Length::mm(10)}, {Length::mm(50), Length::mm(6)}};
  foreign::Field name, sex;
  name.name = "name";
  name.max_length = 12;
  name.widgets = {widget};
  sex.name = "sex";
  sex.type = foreign::FieldType::radio;
  sex.options = {{"M", "Male"}, {"F", "Female"}};
  sex.widgets = {widget};
  all.fields = {name, sex};
  return all;
}

void check(const Diagnostics& errors, const Sources& sources) {
  for (const auto& error : errors) {
    if (error.code.empty()) std::abort();
    static_cast<void>(print(error, sources, {}));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto blank = form();
  Sources sources;
  std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto document = data::read("map.yaml", text, sources);
  if (!document) return 0;
  const auto map = forms::decode_field_map(document->root);
  if (!map) {
    for (const auto& error : map.error())
      if (error.fault != Fault::data) std::abort();
    check(map.error(), sources);
    return 0;
  }
  // The map is its own data: it has keys and texts of every kind.
  if (const auto matched = forms::match_fields(blank, *map, document->root); !matched)
    check(matched.error(), sources);
  if (const auto same = forms::check_blank(*map, "a", blank); !same) check(same.error(), sources);
  const auto accepted = forms::with_blank_entry(sources.text(document->root.where.file), *map,
                                                forms::blank_entry("a", "", blank));
  if (accepted) static_cast<void>(data::read("map.yaml", *accepted, sources));
  return 0;
}
