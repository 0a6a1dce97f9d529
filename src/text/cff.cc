// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/cff.h"

#include <optional>

namespace tongxing::text {
namespace {

/// Reads big-endian numbers; beyond the end everything is 0 and `good` is false.
struct Reader {
  std::string_view bytes;
  std::size_t at = 0;
  bool good = true;

  std::uint32_t number(unsigned size) {
    if (at > bytes.size() || size > bytes.size() - at) {
      good = false;
      return 0;
    }
    std::uint32_t value = 0;
    while (size-- > 0) value = value << 8 | static_cast<unsigned char>(bytes[at++]);
    return value;
  }
};

/// Skips an INDEX and gives its first element and their count.
struct Index {
  std::uint32_t count = 0;
  std::string_view first;
};
Index read_index(Reader& in) {
  Index index;
  index.count = in.number(2);
  if (index.count == 0) return index;
  const unsigned size = in.number(1);
  if (size < 1 || size > 4) {
    in.good = false;
    return index;
  }
  const std::size_t offsets = in.at;
  const std::size_t data = offsets + (index.count + std::size_t{1}) * size - 1;
  const std::uint32_t begin = in.number(size), end = in.number(size);
  in.at = offsets + std::size_t{index.count} * size;
  in.at = data + in.number(size);
  if (in.at > in.bytes.size() || begin > end || data + end > in.bytes.size()) {
    in.good = false;
    return index;
  }
  index.first = in.bytes.substr(data + begin, end - begin);
  return index;
}

/// Operands of the Top DICT that matter here.
struct Top {
  std::uint32_t charset = 0, char_strings = 0;
  bool cid_keyed = false;
};
Top read_top(std::string_view dict) {
  Reader in{dict};
  Top top;
  std::uint32_t operand = 0;
  while (in.good && in.at < dict.size()) {
    const std::uint32_t first = in.number(1);
    if (first <= 21) {
      const std::uint32_t op = first == 12 ? 0x0C00 | in.number(1) : first;
      if (op == 15) top.charset = operand;
      if (op == 17) top.char_strings = operand;
      if (op == 0x0C1E) top.cid_keyed = true;  // ROS
    } else if (first == 28) {
      operand = in.number(2);
    } else if (first == 29) {
      operand = in.number(4);
    } else if (first == 30) {
      for (std::uint32_t pair = 0; in.good && (pair & 0xF) != 0xF && pair >> 4 != 0xF;)
        pair = in.number(1);
    } else if (first <= 246) {
      operand = first - 139;
    } else {
      const std::uint32_t second = in.number(1);
      operand = first <= 250 ? (first - 247) * 256 + second + 108
                             : static_cast<std::uint32_t>(
                                   -static_cast<std::int32_t>((first - 251) * 256 + second + 108));
    }
  }
  return top;
}

}  // namespace

std::vector<std::uint16_t> cff_cids(std::string_view program) {
  Reader in{program};
  in.at = 2;
  in.at = in.number(1);  // header size
  read_index(in);        // names
  const Index tops = read_index(in);
  const Top top = read_top(tops.first);
  if (!in.good || !top.cid_keyed) return {};

  in.at = top.char_strings;
  const std::uint32_t count = in.number(2);
  in.at = top.charset;
  const std::uint32_t format = in.number(1);
  std::vector<std::uint16_t> cids{0};
  while (in.good && cids.size() < count) {
    std::uint32_t cid = in.number(2);
    std::uint32_t more = format == 0 ? 0 : in.number(format == 1 ? 1 : 2);
    for (++more; more > 0 && cids.size() < count; --more)
      cids.push_back(static_cast<std::uint16_t>(cid++));
  }
  return in.good ? cids : std::vector<std::uint16_t>();
}

}  // namespace tongxing::text
