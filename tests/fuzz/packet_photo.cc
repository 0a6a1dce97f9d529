// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a photograph that fits its frame, or an error at its place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "packet/photo.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace tongxing;
  model::Fact file;
  file.where = {FileId{1}, 3, 8};
  const page::Size frame{Length::mm(33), Length::mm(48)};
  const auto photo = packet::read_photo({reinterpret_cast<const char*>(bytes), size}, file, frame);
  if (!photo) {
    for (const auto& each : photo.error())
      if (each.where != file.where || each.fault != Fault::input || each.code.empty()) std::abort();
    return 0;
  }
  const auto samples = std::size_t{photo->width} * photo->height * photo->components;
  const bool fits = photo->size.width <= frame.width && photo->size.height <= frame.height;
  if (!fits || samples == 0 || (!photo->jpeg && photo->bytes->size() != samples)) std::abort();
  return 0;
}
