// SPDX-License-Identifier: GPL-3.0-or-later
// One number out of an Exif block: which side of the picture is up.
#include <cstddef>

#include "packet/photo_file.h"

namespace tongxing::packet {

namespace {

/// Numbers of a TIFF file (TIFF 6.0, section 2), in its own byte order; 0 beyond the end.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}

  bool is_tiff() const { return (big_ || bytes_.starts_with("II")) && word(2) == 42; }
  unsigned word(std::size_t at) const {
    return big_ ? byte(at) << 8 | byte(at + 1) : byte(at + 1) << 8 | byte(at);
  }
  std::size_t offset(std::size_t at) const {
    const std::size_t first = word(at), second = word(at + 2);
    return big_ ? first << 16 | second : second << 16 | first;
  }

 private:
  unsigned byte(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0u;
  }
  std::string_view bytes_;
  bool big_;
};

}  // namespace

unsigned orientation(std::string_view bytes) {
  constexpr unsigned orientation_tag = 0x0112;
  constexpr std::size_t entry_size = 12;
  const Tiff tiff(bytes);
  if (!tiff.is_tiff()) return 1;
  const auto directory = tiff.offset(4);
  const auto entries = tiff.word(directory);
  for (std::size_t i = 0; i < entries; ++i) {
    const auto entry = directory + 2 + i * entry_size;
    if (tiff.word(entry) != orientation_tag) continue;
    const auto turned = tiff.word(entry + 8);
    return turned >= 1 && turned <= 8 ? turned : 1;
  }
  return 1;
}

}  // namespace tongxing::packet
