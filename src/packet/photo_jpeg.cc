// SPDX-License-Identifier: GPL-3.0-or-later
// JPEG files, by libjpeg: looked through to the end, and kept as they are but for their notes.
#include <csetjmp>
#include <cstdio>
#include <memory>
#include <string>

#include "packet/photo_file.h"
// clang-format off
#include <jpeglib.h>  // after <cstdio>, which it needs
// clang-format on

namespace tongxing::packet {

namespace {

// A file of many tiny scans can keep a decoder busy for hours; encoders write about ten.
constexpr int most_scans = 32;

/// libjpeg's error manager, which comes back to us instead of ending the program.
struct Errors {
  jpeg_error_mgr manager;  // first: libjpeg knows only this part
  std::jmp_buf back;
};

[[noreturn]] void come_back(j_common_ptr jpeg) {
  std::longjmp(reinterpret_cast<Errors*>(jpeg->err)->back, 1);
}
void count_warning(j_common_ptr jpeg, int level) {
  if (level < 0) ++jpeg->err->num_warnings;
}
void say_nothing(j_common_ptr) {}
void limit_scans(j_common_ptr jpeg) {
  if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > most_scans) come_back(jpeg);
}

/// Between setjmp and longjmp nothing here has a destructor to run.
class Jpeg {
 public:
  explicit Jpeg(std::string_view bytes) : bytes_(bytes) {
    info_.err = jpeg_std_error(&errors_.manager);
    errors_.manager.error_exit = come_back;
    errors_.manager.emit_message = count_warning;
    errors_.manager.output_message = say_nothing;
    progress_.progress_monitor = limit_scans;
  }
  ~Jpeg() { jpeg_destroy_decompress(&info_); }  // does nothing where nothing was created
  Jpeg(const Jpeg&) = delete;
  Jpeg& operator=(const Jpeg&) = delete;

  const jpeg_decompress_struct& info() const { return info_; }

  bool read_header() {
    if (setjmp(errors_.back) != 0) return false;
    jpeg_create_decompress(&info_);
    info_.progress = &progress_;
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes_.data()),
                 static_cast<unsigned long>(bytes_.size()));
    jpeg_save_markers(&info_, JPEG_APP0 + 1, 0xFFFF);
    return jpeg_read_header(&info_, TRUE) == JPEG_HEADER_OK;
  }

  /// Every pixel, at an eighth of the size: what is cut short or spoilt shows as a warning.
  bool read_pixels() {
    if (setjmp(errors_.back) != 0) return false;
    info_.scale_num = 1;
    info_.scale_denom = 8;
    info_.do_fancy_upsampling = FALSE;
    jpeg_start_decompress(&info_);
    const auto width = info_.output_width * static_cast<unsigned>(info_.output_components);
    auto* all = reinterpret_cast<j_common_ptr>(&info_);
    auto** row = (*info_.mem->alloc_sarray)(all, JPOOL_IMAGE, width, 1);
    while (info_.output_scanline < info_.output_height) jpeg_read_scanlines(&info_, row, 1);
    jpeg_finish_decompress(&info_);
    return errors_.manager.num_warnings == 0;
  }

  /// Up to the marker that ends the picture; after read_pixels.
  std::string_view picture() const {
    return bytes_.substr(0, bytes_.size() - info_.src->bytes_in_buffer);
  }

 private:
  std::string_view bytes_;
  Errors errors_{};
  jpeg_progress_mgr progress_{};
  jpeg_decompress_struct info_{};
};

/// Whether a PDF reader shows the colours that were meant: grey; YCbCr; RGB only where Adobe's
/// marker says so (ISO 32000-1, table 13, ColorTransform).
bool is_plain(const jpeg_decompress_struct& info) {
  if (info.arith_code || info.data_precision != 8) return false;
  if (info.num_components == 1) return info.jpeg_color_space == JCS_GRAYSCALE;
  if (info.num_components != 3) return false;
  if (!info.saw_Adobe_marker) return info.jpeg_color_space == JCS_YCbCr;
  return info.jpeg_color_space == (info.Adobe_transform == 0 ? JCS_RGB : JCS_YCbCr);
}

bool is_turned(const jpeg_decompress_struct& info) {
  constexpr std::string_view exif("Exif\0\0", 6);
  for (auto* marker = info.marker_list; marker != nullptr; marker = marker->next) {
    const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (data.starts_with(exif)) return orientation(data.substr(exif.size())) != 1;
  }
  return false;
}

constexpr unsigned comment = 0xFE, first_app = 0xE0, last_app = 0xEF, adobe = 0xEE,
                   start_of_scan = 0xDA;

/// Where it was taken, when, with which camera; a small copy of it. JFIF and Adobe's marker stay:
/// they say how the colours are meant.
bool is_note(unsigned marker, std::string_view data) {
  if (marker == first_app) return !data.starts_with(std::string_view("JFIF\0", 5));
  return marker == comment || (marker > first_app && marker <= last_app && marker != adobe);
}

bool has_no_length(unsigned marker) {
  return marker == 0x01 || (marker & 0xF8) == 0xD0;
}

/// Requires: libjpeg read it without a warning.
std::string without_notes(std::string_view jpeg) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(jpeg[at]); };
  std::string kept(jpeg.substr(0, 2));
  std::size_t at = 2;
  while (at + 4 <= jpeg.size() && byte(at) == 0xFF && byte(at + 1) != start_of_scan) {
    if (byte(at + 1) == 0xFF) {  // filling
      ++at;
    } else if (has_no_length(byte(at + 1))) {
      at += 2;
    } else {
      const auto size = 2 + (std::size_t{byte(at + 2)} << 8 | byte(at + 3));
      if (size < 4) break;  // shorter than its own length: no segment that we know how to leave out
      const auto segment = jpeg.substr(at, size);
      if (!is_note(byte(at + 1), segment.substr(4))) kept += segment;
      at += segment.size();
    }
  }
  return kept.append(jpeg.substr(at));
}

}  // namespace

Result<page::Picture> read_jpeg(std::string_view bytes) {
  Jpeg jpeg(bytes);
  if (!jpeg.read_header()) return damaged_photo();
  const auto& info = jpeg.info();
  TRY_OK(check_pixels(info.image_width, info.image_height));
  if (!is_plain(info))
    return unusual_photo("the photograph is a JPEG of a kind that not every printer understands");
  if (is_turned(info)) return turned_photo();
  if (!jpeg.read_pixels()) return damaged_photo();
  page::Picture picture;
  picture.bytes = std::make_shared<const std::string>(without_notes(jpeg.picture()));
  picture.jpeg = true;
  picture.width = info.image_width;
  picture.height = info.image_height;
  picture.components = static_cast<unsigned>(info.num_components);
  return picture;
}

}  // namespace tongxing::packet
