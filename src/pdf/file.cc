// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/file.h"

#include <cassert>

namespace tongxing::pdf {

File::File(ObjectNumber xref) : rows_(static_cast<std::size_t>(xref) + 1) {
  rows_[0].index = 0xFFFF;  // head of the list of free objects
  bytes_.reserve(std::size_t{1} << 17);
}

void File::add(const PreparedPart& prepared) {
  const auto base = bytes_.size();
  for (const auto& entry : prepared.part.entries) {
    auto& row = rows_[entry.number];
    assert(row.type == 0);
    if (entry.container == 0) {
      row = {1, static_cast<std::uint32_t>(base + entry.position), 0};
    } else {
      row = {2, entry.container, static_cast<std::uint16_t>(entry.position)};
    }
  }
  bytes_ += prepared.part.bytes;
  digests_.append(prepared.digest.begin(), prepared.digest.end());
}

/// One type byte, four of place, two of index.
std::string File::rows() const {
  std::string out;
  out.reserve(rows_.size() * 7);
  for (const auto& row : rows_) {
    out += static_cast<char>(row.type);
    for (int shift = 24; shift >= 0; shift -= 8)
      out += static_cast<char>(row.place >> shift & 0xFF);
    out += static_cast<char>(row.index >> 8);
    out += static_cast<char>(row.index & 0xFF);
  }
  return out;
}

std::string File::finish(Deflater& deflater, ObjectNumber catalog, ObjectNumber info) && {
  const auto xref = static_cast<ObjectNumber>(rows_.size() - 1);
  const auto start = bytes_.size();
  rows_[xref] = {1, static_cast<std::uint32_t>(start), 0};

  std::string dictionary = "/Type/XRef/W[1 4 2]/Size ";
  put(dictionary, static_cast<std::int64_t>(rows_.size()));
  dictionary += "/Root ";
  put_reference(dictionary, catalog);
  dictionary += "/Info ";
  put_reference(dictionary, info);
  std::string id = "<";
  const auto digest = sha256(digests_);
  for (std::size_t i = 0; i < 16; i += 2) {
    put_hex4(id, static_cast<std::uint16_t>(digest[i] << 8 | digest[i + 1]));
  }
  id += '>';
  dictionary += "/ID[" + id + id + ']';

  PartBuilder last(deflater);
  last.stream(xref, dictionary, rows(), Packing::deflated);
  bytes_ += last.finish(0).bytes;
  bytes_ += "startxref\n";
  put(bytes_, static_cast<std::int64_t>(start));
  bytes_ += "\n%%EOF\n";
  return std::move(bytes_);
}

}  // namespace tongxing::pdf
