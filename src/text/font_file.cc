// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/font_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <limits>

namespace tongxing::text {
namespace {

struct Mapping {
  void* data = nullptr;
  std::size_t size = 0;
};

void unmap(void* owned) {
  const std::unique_ptr<Mapping> mapping(static_cast<Mapping*>(owned));
  munmap(mapping->data, mapping->size);
}

}  // namespace

HbBlob map_font(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return nullptr;
  auto mapping = std::make_unique<Mapping>();
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0 &&
      status.st_size <= std::numeric_limits<int>::max()) {
    mapping->size = static_cast<std::size_t>(status.st_size);
    mapping->data = mmap(nullptr, mapping->size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  }
  close(descriptor);
  if (mapping->data == nullptr || mapping->data == MAP_FAILED) return nullptr;
  const auto* data = static_cast<const char*>(mapping->data);
  const auto size = static_cast<unsigned>(mapping->size);
  return HbBlob(
      hb_blob_create_or_fail(data, size, HB_MEMORY_MODE_READONLY, mapping.release(), unmap));
}

void forget_pages(hb_blob_t* mapped) {
  const std::string_view bytes = bytes_of(mapped);
  madvise(const_cast<char*>(bytes.data()), bytes.size(), MADV_DONTNEED);
}

}  // namespace tongxing::text
