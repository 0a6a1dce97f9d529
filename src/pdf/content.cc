// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/content.h"

#include "pdf/syntax.h"

namespace tongxing::pdf {
namespace {

/// Text that leaves no ink here: layout has drawn a box for it, or there is nothing to draw.
bool is_empty(const page::Item& item) {
  const auto* text = std::get_if<page::Text>(&item.draw);
  return text != nullptr && (text->run.blank_box || text->run.glyphs.empty());
}

/// The squares as a 1-bit image, rows padded to bytes, in hexadecimal digits: raw bytes could
/// look like the end of the image to a careless reader.
void put_squares(std::string& out, const codes::Matrix& matrix) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (std::size_t row = 0; row < matrix.side; ++row) {
    for (std::size_t column = 0; column < (matrix.side + 7) / 8 * 8; column += 4) {
      std::size_t digit = 0;
      for (std::size_t k = column; k < column + 4; ++k) {
        digit = digit << 1 | (k < matrix.side && matrix.at(row, k) ? 1u : 0u);
      }
      out += digits[digit];
    }
  }
}

}  // namespace

std::size_t Pictures::add(const page::Picture& picture) {
  std::size_t i = 0;
  while (i < all_.size() && all_[i]->bytes != picture.bytes) ++i;
  if (i == all_.size()) all_.push_back(&picture);
  return i;
}

Content::Content(std::span<const FaceFonts> fonts, std::span<const page::Tag> tags,
                 Length page_height, std::size_t first_mark, Pictures& pictures)
    : page_height_(page_height),
      pictures_(pictures),
      marks_(out_, tags, page_height, first_mark),
      glyphs_(out_, fonts) {}

void Content::draw(const std::vector<page::Item>& items) {
  for (const auto& item : items) {
    if (is_empty(item)) continue;
    marks_.enter(item);
    std::visit([&](const auto& what) { draw(item.at, what); }, item.draw);
  }
  marks_.close();
}

std::string operators(const page::Path& path, Length height) {
  Pictures none;
  Content content({}, {}, height, 0, none);
  content.draw_unmarked(path);
  return content.operators();
}

void Content::draw(page::Point at, const page::Text& text) {
  const bool outlined = text.stroke > Length();
  fill_grey(text.grey);
  if (outlined) {
    stroke(text.grey, text.stroke);
    round(false);
    dash({});
  }
  if (outlined != state_.outlined) out_ += outlined ? "2 Tr\n" : "0 Tr\n";
  state_.outlined = outlined;
  out_ += "BT\n";
  point(at);
  out_ += "Td\n";
  glyphs_.show(text);
  out_ += "ET\n";
}

void Content::draw(page::Point at, const page::Fill& fill) {
  fill_grey(fill.grey);
  point({at.x, at.y + fill.size.height});
  put(out_, fill.size.width);
  out_ += ' ';
  put(out_, fill.size.height);
  out_ += " re f\n";
}

void Content::draw(page::Point at, const page::Path& path) {
  if (!path.fill && !path.stroke) return;
  if (path.fill) fill_grey(*path.fill);
  if (path.stroke) {
    stroke(*path.stroke, path.width);
    round(path.round);
    dash(path.dash);
  }
  outline(path, at);
  out_ += !path.stroke ? "f\n" : path.fill ? "B\n" : "S\n";
}

void Content::draw(page::Point at, const page::Code& code) {
  const auto side =
      Length::milli(code.module.milli() * static_cast<std::int32_t>(code.matrix.side));
  fill_grey(0);
  place(at, {side, side});
  out_ += "BI/IM true/D[1 0]/BPC 1/F/AHx/W ";
  put(out_, static_cast<std::int64_t>(code.matrix.side));
  out_ += "/H ";
  put(out_, static_cast<std::int64_t>(code.matrix.side));
  out_ += "\nID ";
  put_squares(out_, code.matrix);
  out_ += ">\nEI\nQ\n";
}

void Content::draw(page::Point at, const page::Picture& picture) {
  place(at, picture.size);
  out_ += "/I";
  put(out_, static_cast<std::int64_t>(pictures_.add(picture)));
  out_ += " Do\nQ\n";
}

void Content::fill_grey(page::Grey grey) {
  if (grey == state_.fill) return;
  state_.fill = grey;
  put_grey(out_, grey);
  out_ += " g\n";
}

void Content::stroke(page::Grey grey, Length width) {
  if (grey != state_.stroke) {
    put_grey(out_, grey);
    out_ += " G\n";
  }
  if (width != state_.width) {
    put(out_, width);
    out_ += " w\n";
  }
  state_.stroke = grey;
  state_.width = width;
}

void Content::round(bool wanted) {
  if (wanted != state_.round) out_ += wanted ? "1 J 1 j\n" : "0 J 0 j\n";
  state_.round = wanted;
}

void Content::dash(const std::vector<Length>& lengths) {
  if (lengths.empty() && !state_.dashed) return;
  state_.dashed = !lengths.empty();
  out_ += '[';
  for (const auto length : lengths) {
    put(out_, length);
    out_ += ' ';
  }
  out_ += "]0 d\n";
}

void Content::outline(const page::Path& path, page::Point at) {
  auto next = path.points.begin();
  for (const auto verb : path.verbs) {
    switch (verb) {
      case page::Path::Verb::move:
        point(at + *next++);
        out_ += "m\n";
        break;
      case page::Path::Verb::line:
        point(at + *next++);
        out_ += "l\n";
        break;
      case page::Path::Verb::curve:
        for (int i = 0; i < 3; ++i) point(at + *next++);
        out_ += "c\n";
        break;
      case page::Path::Verb::close:
        out_ += "h\n";
        break;
    }
  }
}

void Content::point(page::Point at) {
  put(out_, at.x);
  out_ += ' ';
  put(out_, page_height_ - at.y);
  out_ += ' ';
}

void Content::place(page::Point at, page::Size size) {
  out_ += "q ";
  put(out_, size.width);
  out_ += " 0 0 ";
  put(out_, size.height);
  out_ += ' ';
  point({at.x, at.y + size.height});
  out_ += "cm\n";
}

}  // namespace tongxing::pdf
