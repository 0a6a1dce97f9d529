// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify/engine.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <string>

namespace tongxing::verify {
namespace {

void ignore(const std::string&, void*) {}

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

/// UTF-16 → code points.
std::u32string code_points(const poppler::ustring& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t unit = text[i];
    const bool is_pair = unit >= 0xD800 && unit < 0xDC00 && i + 1 < text.size();
    out += is_pair ? 0x10000 + ((unit - 0xD800) << 10) + (text[++i] - 0xDC00u) : unit;
  }
  return out;
}

}  // namespace

Engine::Engine(std::string_view file) {
  poppler::set_debug_error_function(ignore, nullptr);
  document_.reset(
      poppler::document::load_from_raw_data(file.data(), static_cast<int>(file.size())));
  if (document_ && document_->is_locked()) document_.reset();
}

Engine::~Engine() = default;

std::size_t Engine::pages() const {
  return static_cast<std::size_t>(document_->pages());
}

std::optional<std::vector<Character>> Engine::characters(std::size_t number) const {
  const std::unique_ptr<poppler::page> page(document_->create_page(static_cast<int>(number)));
  if (!page) return std::nullopt;
  std::vector<Character> all;
  for (const auto& word : page->text_list()) {
    const auto text = code_points(word.text());
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (is_space(text[i])) continue;
      const auto box = word.char_bbox(i);
      all.push_back({text[i], box.left(), box.top(), box.right(), box.bottom(), word.rotation()});
    }
  }
  return all;
}

std::optional<Picture> Engine::picture(std::size_t number) const {
  const std::unique_ptr<poppler::page> page(document_->create_page(static_cast<int>(number)));
  if (!page) return std::nullopt;
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  renderer.set_image_format(poppler::image::format_rgb24);
  const auto image = renderer.render_page(page.get(), dots_per_inch, dots_per_inch);
  if (!image.is_valid()) return std::nullopt;
  Picture picture{
      static_cast<std::size_t>(image.width()), static_cast<std::size_t>(image.height()), {}};
  const auto row = picture.width * 3;
  picture.samples.reserve(row * picture.height);
  for (std::size_t y = 0; y < picture.height; ++y) {
    const auto* from = reinterpret_cast<const unsigned char*>(image.const_data()) +
                       y * static_cast<std::size_t>(image.bytes_per_row());
    picture.samples.insert(picture.samples.end(), from, from + row);
  }
  return picture;
}

}  // namespace tongxing::verify
