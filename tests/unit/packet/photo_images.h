// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures for tests, written by the libraries' own encoders.
#pragma once

#include <png.h>

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
// clang-format off
#include <jpeglib.h>  // after <cstdio>, which it needs
// clang-format on

namespace tongxing::test {

struct JpegKind {
  unsigned width = 33, height = 48;
  int components = 3;
  J_COLOR_SPACE colours = JCS_RGB;           ///< of the samples
  std::optional<J_COLOR_SPACE> stored = {};  ///< in the file; the usual one if not given
  bool progressive = false, arithmetic = false, one_by_one = false;
  bool adobe = true;                    ///< whether an Adobe marker may be written
  std::string app1 = {}, comment = {};  ///< markers that cameras write
};

/// A slope from dark to light.
inline std::string make_jpeg(const JpegKind& kind) {
  jpeg_compress_struct out{};
  jpeg_error_mgr errors{};
  out.err = jpeg_std_error(&errors);
  jpeg_create_compress(&out);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&out, &bytes, &size);
  out.image_width = kind.width;
  out.image_height = kind.height;
  out.input_components = kind.components;
  out.in_color_space = kind.colours;
  jpeg_set_defaults(&out);
  if (kind.stored) jpeg_set_colorspace(&out, *kind.stored);
  if (!kind.adobe) out.write_Adobe_marker = FALSE;
  if (kind.progressive) jpeg_simple_progression(&out);
  static const jpeg_scan_info one_by_one[] = {
      {1, {0}, 0, 63, 0, 0}, {1, {1}, 0, 63, 0, 0}, {1, {2}, 0, 63, 0, 0}};
  if (kind.one_by_one) {
    out.scan_info = one_by_one;
    out.num_scans = 3;
  }
  out.arith_code = kind.arithmetic ? TRUE : FALSE;
  jpeg_start_compress(&out, TRUE);
  const auto marker = [&](int code, const std::string& data) {
    if (!data.empty())
      jpeg_write_marker(&out, code, reinterpret_cast<const JOCTET*>(data.data()),
                        static_cast<unsigned>(data.size()));
  };
  marker(JPEG_APP0 + 1, kind.app1);
  marker(JPEG_COM, kind.comment);
  std::vector<unsigned char> row(kind.width * static_cast<unsigned>(kind.components));
  for (unsigned y = 0; y < kind.height; ++y) {
    for (unsigned x = 0; x < row.size(); ++x)
      row[x] = static_cast<unsigned char>(255 * (x + y) / (row.size() + kind.height));
    auto* line = row.data();
    jpeg_write_scanlines(&out, &line, 1);
  }
  jpeg_finish_compress(&out);
  jpeg_destroy_compress(&out);
  std::string made(reinterpret_cast<char*>(bytes), size);
  std::free(bytes);
  return made;
}

struct PngKind {
  unsigned width = 2, height = 3;
  int colour = PNG_COLOR_TYPE_RGB;
  int depth = 8;
  bool interlaced = false;
  std::vector<png_color> palette = {};
};

/// `samples`: the rows as the file has them, one after the other; repeated if they are too few.
inline std::string make_png(const PngKind& kind, std::string_view samples) {
  std::string made;
  auto* png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  auto* info = png_create_info_struct(png);
  const auto write = [](png_structp to, png_bytep data, std::size_t size) {
    static_cast<std::string*>(png_get_io_ptr(to))->append(reinterpret_cast<char*>(data), size);
  };
  png_set_write_fn(png, &made, write, nullptr);
  png_set_IHDR(png, info, kind.width, kind.height, kind.depth, kind.colour,
               kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (!kind.palette.empty())
    png_set_PLTE(png, info, kind.palette.data(), static_cast<int>(kind.palette.size()));
  png_write_info(png, info);
  const auto row_size = png_get_rowbytes(png, info);
  std::vector<std::string> rows(kind.height);
  std::vector<png_bytep> pointers;
  for (std::size_t y = 0, at = 0; y < rows.size(); ++y) {
    for (std::size_t x = 0; x < row_size; ++x) rows[y] += samples[at++ % samples.size()];
    pointers.push_back(reinterpret_cast<png_bytep>(rows[y].data()));
  }
  png_write_image(png, pointers.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return made;
}

/// A chunk with its length and check sum, put in behind IHDR.
inline std::string with_chunk(std::string png, std::string_view type, std::string_view data) {
  const auto number = [](unsigned long value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
    return bytes;
  };
  unsigned long sum = 0xFFFFFFFF;  // CRC-32 of ISO/IEC 15948, annex D
  for (const auto part : {type, data})
    for (const char c : part) {
      sum ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320 : 0);
    }
  std::string chunk = number(data.size());
  chunk.append(type).append(data).append(number(sum ^ 0xFFFFFFFF));
  return png.insert(8 + 25, chunk);
}

/// The TIFF block of Exif with one entry: how the picture is turned.
inline std::string turned(char how, bool big = false) {
  const std::string begin = big ? std::string("MM\0\x2A\0\0\0\x08\0\x01", 10)
                                : std::string("II\x2A\0\x08\0\0\0\x01\0", 10);
  const std::string entry =
      big ? std::string("\x01\x12\0\x03\0\0\0\x01\0", 9) + how + '\0' + '\0'
          : std::string("\x12\x01\x03\0\x01\0\0\0", 8) + how + '\0' + '\0' + '\0';
  return begin + entry + std::string(4, '\0');
}

}  // namespace tongxing::test
