// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>

#include "verify/engine.h"
#include "verify/verify.h"

namespace tongxing::verify {
namespace {

using page::ReadBack;

constexpr int visible = 24;             // of 255, in any channel
constexpr double edge_tolerance = 1.6;  // pixels: antialiasing and rounding
constexpr double outside_tolerance = 3;
constexpr int dark = 96;  // where the form is as dark itself, new ink does not show
constexpr double least_share = 0.5;

Diagnostic fault(const char* code, Message what) {
  Diagnostic out;
  out.code = code;
  out.what = std::move(what);
  out.fault = Fault::output;
  return out;
}

/// White space says nothing about what is read.
std::u32string without_space(std::string_view utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k)
      c = c << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
    i += length;
    const bool is_silent = c <= 0x20 || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
                           c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
    if (!is_silent) out += c;
  }
  return out;
}

/// What the answers drew: the pixels in which two pictures differ.
class Difference {
 public:
  Difference(const Picture& with, const Picture& without)
      : width_(with.width),
        height_(with.height),
        changed_(with.width * with.height),
        dark_(with.width * with.height) {
    for (std::size_t i = 0; i < changed_.size(); ++i) {
      int brightest = 0;
      for (std::size_t k = i * 3; k < i * 3 + 3; ++k) {
        if (std::abs(with.samples[k] - without.samples[k]) > visible) changed_[i] = true;
        brightest = std::max<int>(brightest, without.samples[k]);
      }
      dark_[i] = brightest < dark;
    }
  }

  struct Area {
    double left, top, right, bottom;  // pixels
  };
  static Area area(const page::Rect& box, double more) {
    const auto px = [](Length length) { return length.pt() * dots_per_point; };
    return {px(box.at.x) - more, px(box.at.y) - more, px(box.at.x + box.size.width) + more,
            px(box.at.y + box.size.height) + more};
  }

  /// The smallest area that holds all that changed within `area`; `or_dark`: and what was dark.
  std::optional<Area> extent(const Area& area, bool or_dark = false) const {
    std::optional<Area> found;
    each(area, [&](std::size_t x, std::size_t y) {
      if (!changed_[y * width_ + x] && !(or_dark && dark_[y * width_ + x])) return;
      const auto left = static_cast<double>(x), top = static_cast<double>(y);
      if (!found) found = Area{left, top, left + 1, top + 1};
      found->left = std::min(found->left, left);
      found->top = std::min(found->top, top);
      found->right = std::max(found->right, left + 1);
      found->bottom = std::max(found->bottom, top + 1);
    });
    return found;
  }

  void forget(const Area& area) {
    each(area, [&](std::size_t x, std::size_t y) { changed_[y * width_ + x] = false; });
  }

  bool any() const { return std::ranges::find(changed_, true) != changed_.end(); }

 private:
  template <class Visit>
  void each(const Area& area, Visit visit) const {
    const auto clamp = [](double at, std::size_t most) {
      return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(most)));
    };
    for (auto y = clamp(std::floor(area.top), height_); y < clamp(std::ceil(area.bottom), height_);
         ++y)
      for (auto x = clamp(std::floor(area.left), width_); x < clamp(std::ceil(area.right), width_);
           ++x)
        visit(x, y);
  }

  std::size_t width_, height_;
  std::vector<bool> changed_, dark_;
};

class PageReader {
 public:
  PageReader(std::vector<Character> with, const std::vector<Character>& without,
             Difference difference)
      : characters_(std::move(with)), difference_(std::move(difference)) {
    const auto was_there = [&](const Character& one) {
      return std::ranges::any_of(without, [&](const Character& old) {
        return old.code == one.code && std::abs(old.x() - one.x()) < 0.4 &&
               std::abs(old.y() - one.y()) < 0.4;
      });
    };
    std::erase_if(characters_, was_there);
  }

  void look(const ReadBack& meant, Diagnostics& errors) {
    const auto expected = without_space(meant.text);
    const auto found = inside(meant.box);
    if (!expected.empty() && !reads(found, expected)) {
      const bool elsewhere = stands_elsewhere(meant, expected);
      errors.push_back(fault(elsewhere ? "V002" : "V001",
                             {elsewhere ? "'{0}' on page {1}: the text stands outside its box"
                                        : "'{0}' on page {1}: the text cannot be read in its box",
                              {{meant.field}, {std::to_string(meant.page + 1)}}}));
      return;
    }
    if (!can_be_seen(meant, found))
      errors.push_back(fault("V003", {"'{0}' on page {1}: part of it cannot be seen",
                                      {{meant.field}, {std::to_string(meant.page + 1)}}}));
  }

  /// Call when everything that is meant on the page was looked at.
  void look_outside(const std::vector<const ReadBack*>& meant, std::size_t page,
                    Diagnostics& errors) {
    for (const auto* one : meant) {
      if (one->ink.empty()) return;
      for (const auto& ink : one->ink) difference_.forget(Difference::area(ink, outside_tolerance));
    }
    if (difference_.any())
      errors.push_back(fault("V004", {"page {0}: there is ink where nothing was written",
                                      {{std::to_string(page + 1)}}}));
  }

 private:
  std::vector<Character> inside(const page::Rect& box) const {
    std::vector<Character> found;
    const double left = box.at.x.pt(), top = box.at.y.pt();
    const double right = left + box.size.width.pt(), bottom = top + box.size.height.pt();
    for (const auto& one : characters_)
      if (one.x() >= left && one.x() <= right && one.y() >= top && one.y() <= bottom)
        found.push_back(one);
    return found;
  }

  static std::u32string text(const std::vector<Character>& characters) {
    std::u32string out;
    for (const auto& one : characters) out += one.code;
    return out;
  }

  /// In Poppler's order, or by rows: it takes the cells of a comb for columns now and then.
  static bool reads(std::vector<Character> found, const std::u32string& expected) {
    if (found.size() != expected.size()) return false;
    if (text(found) == expected) return true;
    const int turn = found.front().turn;
    const auto along = [turn](const Character& c) {
      return turn == 0 ? c.x() : turn == 1 ? c.y() : turn == 2 ? -c.x() : -c.y();
    };
    const auto across = [turn](const Character& c) {
      return turn == 0 ? c.y() : turn == 1 ? -c.x() : turn == 2 ? -c.y() : c.x();
    };
    std::ranges::stable_sort(found, {}, across);
    auto row = found.begin();
    for (auto it = found.begin(); it != found.end(); ++it) {
      const bool ends = std::next(it) == found.end() || across(*std::next(it)) - across(*it) > 2;
      if (!ends) continue;
      std::stable_sort(row, std::next(it),
                       [&](const Character& a, const Character& b) { return along(a) < along(b); });
      row = std::next(it);
    }
    auto read = text(found);
    if (read == expected) return true;
    std::ranges::reverse(read);  // a line from right to left
    return read == expected;
  }

  bool stands_elsewhere(const ReadBack& meant, const std::u32string& expected) const {
    const auto all = text(characters_);
    static_cast<void>(meant);
    return all.find(expected) != std::u32string::npos;
  }

  static bool is_most_of(const Difference::Area& seen, const Difference::Area& wanted) {
    return seen.right - seen.left >= (wanted.right - wanted.left) * least_share &&
           seen.bottom - seen.top >= (wanted.bottom - wanted.top) * least_share;
  }

  /// Every line reaches as far as its glyphs do, and every character has left some ink.
  bool can_be_seen(const ReadBack& meant, const std::vector<Character>& found) const {
    for (const auto& ink : meant.ink) {
      const auto wanted = Difference::area(ink, 0), around = Difference::area(ink, edge_tolerance);
      const auto seen = difference_.extent(around), reached = difference_.extent(around, true);
      if (!seen || !reached || !is_most_of(*seen, wanted) ||
          reached->left > wanted.left + edge_tolerance ||
          reached->top > wanted.top + edge_tolerance ||
          reached->right < wanted.right - edge_tolerance ||
          reached->bottom < wanted.bottom - edge_tolerance)
        return false;
    }
    return std::ranges::all_of(found, [&](const Character& one) {
      return difference_
          .extent({one.left * dots_per_point - 1, one.top * dots_per_point - 1,
                   one.right * dots_per_point + 1, one.bottom * dots_per_point + 1})
          .has_value();
    });
  }

  std::vector<Character> characters_;
  Difference difference_;
};

bool look_at_page(const Engine& with, const Engine& without, std::size_t page,
                  const std::vector<const ReadBack*>& meant, Diagnostics& errors) {
  auto characters = with.characters(page);
  const auto before = without.characters(page);
  const auto picture = with.picture(page), empty = without.picture(page);
  if (!characters || !before || !picture || !empty || picture->width != empty->width ||
      picture->height != empty->height)
    return false;
  PageReader reader(std::move(*characters), *before, Difference(*picture, *empty));
  for (const auto* one : meant) reader.look(*one, errors);
  reader.look_outside(meant, page, errors);
  return true;
}

}  // namespace

Result<Ok> read_back(std::string_view file, std::string_view bare,
                     const std::vector<ReadBack>& meant) {
  const Engine with(file), without(bare);
  std::map<std::size_t, std::vector<const ReadBack*>> by_page;
  for (const auto& one : meant) by_page[one.page].push_back(&one);
  Diagnostics errors;
  bool readable = with.is_open() && without.is_open();
  for (const auto& [page, list] : by_page) {
    readable = readable && page < with.pages() && page < without.pages() &&
               look_at_page(with, without, page, list, errors);
  }
  if (!readable)
    errors.push_back(fault("V005", "the file that was made cannot be read by a second program"));
  if (!errors.empty()) return errors;
  return ok;
}

}  // namespace tongxing::verify
