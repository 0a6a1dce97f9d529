// SPDX-License-Identifier: GPL-3.0-or-later
// Finished stretches of a file: whole indirect objects with their places.
//
// Streams stand by themselves; everything else goes into one object stream at the end of its part
// (ISO 32000-1, 7.5.7), compressed together. A part can be copied to any place of a file: its
// entries count from its own first byte.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"
#include "pdf/syntax.h"

struct libdeflate_compressor;

namespace tongxing::pdf {

/// zlib streams (ISO 32000-1, 7.4.4). One per thread at a time.
class Deflater {
 public:
  /// `smallest`: what is shorter is left as it is. A call takes about 10 µs whatever the size.
  Deflater(int level, std::size_t smallest);
  /// zlib stream of `data`; empty where that would not be shorter.
  std::string operator()(std::string_view data);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::size_t smallest_;
};

/// One row of the cross-reference stream (7.5.8.3): a byte offset, or an index in object stream
/// `container`.
struct Entry {
  ObjectNumber number = 0;
  ObjectNumber container = 0;  ///< 0: not in an object stream
  std::size_t position = 0;
};

struct Part {
  std::string bytes;
  std::vector<Entry> entries;
};

/// A part with the digest of its bytes, so that the file's identifier need not read them again.
struct PreparedPart {
  Part part;
  Digest digest{};
};
PreparedPart prepared(Part part);

enum class Packing : std::uint8_t {
  stored,    ///< as it is
  deflated,  ///< deflated where that gains
};

class PartBuilder {
 public:
  explicit PartBuilder(Deflater& deflater) : deflater_(deflater) {}

  /// `dictionary`: its entries but Length and Filter, without << >>.
  void stream(ObjectNumber number, std::string_view dictionary, std::string_view data,
              Packing packing);
  /// Where the caller appends the value of an object that is no stream; valid until the next call.
  std::string& object(ObjectNumber number);
  /// Bytes that are no object (the header).
  void raw(std::string_view bytes) { part_.bytes += bytes; }
  /// Closes the object stream, if anything is in it, under `container`.
  Part finish(ObjectNumber container);

 private:
  Deflater& deflater_;
  Part part_;
  std::string index_, objects_;
  std::vector<ObjectNumber> contained_;
};

}  // namespace tongxing::pdf
