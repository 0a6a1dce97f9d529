// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler: the characters of a page with their places, and the page as a picture. Private to
// verify/.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace poppler {
class document;
}

namespace tongxing::verify {

/// In points of the page as seen, origin top left.
struct Character {
  char32_t code = 0;
  double left = 0, top = 0, right = 0, bottom = 0;
  double x() const { return (left + right) / 2; }
  double y() const { return (top + bottom) / 2; }
  int turn = 0;  ///< of its word, quarter turns clockwise
};

/// Rows of pixels, three bytes each.
struct Picture {
  std::size_t width = 0, height = 0;
  std::vector<unsigned char> samples;
};

inline constexpr double dots_per_inch = 110;
inline constexpr double dots_per_point = dots_per_inch / 72;

class Engine {
 public:
  /// Borrows the bytes.
  explicit Engine(std::string_view file);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  bool is_open() const { return document_ != nullptr; }
  std::size_t pages() const;
  /// White space left out, in the order Poppler reads. nullopt: the page cannot be read.
  std::optional<std::vector<Character>> characters(std::size_t page) const;
  std::optional<Picture> picture(std::size_t page) const;

 private:
  std::unique_ptr<poppler::document> document_;
};

}  // namespace tongxing::verify
