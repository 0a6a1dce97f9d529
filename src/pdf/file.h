// SPDX-License-Identifier: GPL-3.0-or-later
// Parts → a file: cross-reference stream, identifier, trailer (ISO 32000-1, 7.5.8, 14.4).
#pragma once

#include <string>
#include <vector>

#include "pdf/part.h"

namespace tongxing::pdf {

class File {
 public:
  /// `xref`: number of the cross-reference stream, the highest of the file.
  explicit File(ObjectNumber xref);

  void add(const PreparedPart& prepared);

  /// The whole file. The identifier is the SHA-256 of what was added.
  std::string finish(Deflater& deflater, ObjectNumber catalog, ObjectNumber info) &&;

 private:
  struct Row {
    unsigned char type = 0;  ///< 0 free, 1 at a byte offset, 2 in an object stream
    std::uint32_t place = 0;
    std::uint16_t index = 0;
  };
  std::string rows() const;

  std::string bytes_;
  std::string digests_;
  std::vector<Row> rows_;
};

}  // namespace tongxing::pdf
