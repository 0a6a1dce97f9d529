// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/part.h"

#include <libdeflate.h>

#include <utility>

namespace tongxing::pdf {

PreparedPart prepared(Part part) {
  const auto digest = sha256(part.bytes);
  return {std::move(part), digest};
}

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Deflater::Deflater(int level, std::size_t smallest)
    : compressor_(libdeflate_alloc_compressor(level)), smallest_(smallest) {}

std::string Deflater::operator()(std::string_view data) {
  if (data.size() < smallest_) return {};
  std::string out(libdeflate_zlib_compress_bound(compressor_.get(), data.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor_.get(), data.data(), data.size(), out.data(),
                                      out.size()));
  if (out.size() >= data.size()) out.clear();
  return out;
}

void PartBuilder::stream(ObjectNumber number, std::string_view dictionary, std::string_view data,
                         Packing packing) {
  std::string packed;
  if (packing == Packing::deflated) packed = deflater_(data);
  const bool deflated = !packed.empty();
  const std::string_view content = deflated ? packed : data;

  auto& out = part_.bytes;
  part_.entries.push_back({number, 0, out.size()});
  put(out, number);
  out += " 0 obj\n<<";
  out += dictionary;
  if (deflated) out += "/Filter/FlateDecode";
  out += "/Length ";
  put(out, static_cast<std::int64_t>(content.size()));
  out += ">>\nstream\n";
  out += content;
  out += "\nendstream\nendobj\n";
}

std::string& PartBuilder::object(ObjectNumber number) {
  if (!contained_.empty()) objects_ += '\n';
  contained_.push_back(number);
  put(index_, number);
  index_ += ' ';
  put(index_, static_cast<std::int64_t>(objects_.size()));
  index_ += ' ';
  return objects_;
}

Part PartBuilder::finish(ObjectNumber container) {
  if (contained_.empty()) return std::move(part_);
  std::string dictionary = "/Type/ObjStm/N ";
  put(dictionary, static_cast<std::int64_t>(contained_.size()));
  dictionary += "/First ";
  put(dictionary, static_cast<std::int64_t>(index_.size()));
  stream(container, dictionary, index_ + objects_, Packing::deflated);
  for (std::size_t i = 0; i < contained_.size(); ++i) {
    part_.entries.push_back({contained_[i], container, i});
  }
  return std::move(part_);
}

}  // namespace tongxing::pdf
