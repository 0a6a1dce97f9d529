// SPDX-License-Identifier: GPL-3.0-or-later
// PNG files, by libpng's simplified reader: palettes, 16 bits and transparency come out as plain
// samples, and its errors as values.
#include <png.h>

#include <memory>
#include <string>

#include "packet/photo_file.h"

namespace tongxing::packet {

namespace {

/// What libpng does not tell, from the chunks (ISO/IEC 15948, clause 5).
struct Chunks {
  bool whole = false;  ///< down to IEND
  bool animated = false;
  unsigned orientation = 1;
};

std::size_t number(std::string_view bytes, std::size_t at) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

Chunks chunks(std::string_view bytes) {
  constexpr std::size_t signature = 8, frame = 12;  // length, type, check sum
  Chunks found;
  for (auto at = signature; at + frame <= bytes.size();) {
    const auto size = number(bytes, at);
    if (size > bytes.size() - at - frame) break;
    const auto type = bytes.substr(at + 4, 4), data = bytes.substr(at + 8, size);
    if (type == "acTL") found.animated = true;
    if (type == "eXIf") found.orientation = orientation(data);
    if (type == "IEND") {
      found.whole = true;
      break;
    }
    at += frame + size;
  }
  return found;
}

/// Owns what libpng holds between its two calls.
struct Image {
  png_image png{};
  Image() { png.version = PNG_IMAGE_VERSION; }
  ~Image() { png_image_free(&png); }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
};

}  // namespace

Result<page::Picture> read_png(std::string_view bytes) {
  const auto found = chunks(bytes);
  if (!found.whole) return damaged_photo();
  if (found.animated) return unusual_photo("the photograph is an animated PNG");
  if (found.orientation != 1) return turned_photo();
  Image image;
  if (!png_image_begin_read_from_memory(&image.png, bytes.data(), bytes.size()))
    return damaged_photo();
  TRY_OK(check_pixels(image.png.width, image.png.height));

  const bool colour = (image.png.format & PNG_FORMAT_FLAG_COLOR) != 0;
  image.png.format = colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  image.png.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // 16 bits are as light as 8 unless they say so
  const png_color white = {255, 255, 255};
  std::string samples(PNG_IMAGE_SIZE(image.png), '\0');
  if (!png_image_finish_read(&image.png, &white, samples.data(), 0, nullptr))
    return damaged_photo();
  page::Picture picture;
  picture.bytes = std::make_shared<const std::string>(std::move(samples));
  picture.jpeg = false;
  picture.width = image.png.width;
  picture.height = image.png.height;
  picture.components = colour ? 3 : 1;
  return picture;
}

}  // namespace tongxing::packet
