// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet/photo.h"

#include <algorithm>

#include "packet/photo_file.h"

namespace tongxing::packet {

namespace {

constexpr std::string_view jpeg_begins = "\xFF\xD8\xFF", png_begins = "\x89PNG\r\n\x1A\n";

Result<page::Picture> read_any(std::string_view bytes) {
  if (bytes.size() > photo_bytes)
    return Diagnostic{
        .code = "I003",
        .what = {"the photograph has more than {0} bytes", {{std::to_string(photo_bytes)}}},
        .hints = {"save it smaller: 413 × 600 pixels are enough"}};
  if (bytes.starts_with(jpeg_begins)) return read_jpeg(bytes);
  if (bytes.starts_with(png_begins)) return read_png(bytes);
  return Diagnostic{.code = "I001",
                    .what = "the photograph is neither a JPEG nor a PNG file",
                    .hints = {"save it as a JPEG file"}};
}

page::Size fitted(unsigned width, unsigned height, page::Size frame) {
  const double scale =
      std::min(frame.width.milli() / double(width), frame.height.milli() / double(height));
  return {Length::pt(width * scale / 1000), Length::pt(height * scale / 1000)};
}

}  // namespace

Diagnostic damaged_photo() {
  return {.code = "I002",
          .what = "the photograph is damaged or cut short",
          .hints = {"copy the file again, or open it and save it anew"}};
}

Diagnostic turned_photo() {
  return {.code = "I005",
          .what = "the photograph is stored lying, with a note on how to turn it",
          .hints = {"open it, turn it until it stands upright, and save it"}};
}

Diagnostic unusual_photo(Message what) {
  return {.code = "I004",
          .what = std::move(what),
          .hints = {"open it and save it as an ordinary JPEG file"}};
}

Result<Ok> check_pixels(unsigned width, unsigned height) {
  if (width <= photo_width && height <= photo_height) return ok;
  return Diagnostic{.code = "I003",
                    .what = {"the photograph has {0} × {1} pixels; at most {2} × {3} are read",
                             {{std::to_string(width)},
                              {std::to_string(height)},
                              {std::to_string(photo_width)},
                              {std::to_string(photo_height)}}},
                    .hints = {"save it smaller: 413 × 600 pixels are enough"}};
}

Result<page::Picture> read_photo(std::string_view bytes, const model::Fact& file,
                                 page::Size frame) {
  auto picture = read_any(bytes);
  if (!picture) {
    auto found = std::move(picture).error();
    for (auto& each : found) each.where = file.where;
    return found;
  }
  picture->size = fitted(picture->width, picture->height, frame);
  return picture;
}

Result<std::optional<page::Picture>> applicant_photo(const model::Profile& profile,
                                                     const PersonKey& applicant, const Files& files,
                                                     page::Size frame) {
  const auto* named = profile.find(model::fact_path(applicant, "photo.file"));
  if (!named) return std::optional<page::Picture>();
  const auto file = files.find(named->text);
  if (file == files.end())
    return Diagnostic{.code = "I006",
                      .what = "the photograph did not come with the profile",
                      .where = named->where,
                      .hints = {"send the file along, or leave out the line"}};
  TRY(auto picture, read_photo(file->second, *named, frame));
  return std::optional(std::move(picture));
}

}  // namespace tongxing::packet
