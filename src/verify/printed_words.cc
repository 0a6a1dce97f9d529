// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify/printed_words.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <memory>

namespace tongxing::verify {
namespace {

constexpr double farthest = 1'000'000;  // points

Length bounded(double points) {
  return Length::pt(std::clamp(points, -farthest, farthest));
}

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.data(), bytes.size()};
}

page::PrintedWords words_of(const poppler::page& page) {
  page::PrintedWords words;
  for (const poppler::text_box& word : page.text_list()) {
    const poppler::rectf box = word.bbox();
    std::string text = utf8(word.text());
    if (text.empty() || word.rotation() != 0) continue;
    words.push_back({std::move(text),
                     {{bounded(box.left()), bounded(box.top())},
                      {bounded(box.width()), bounded(box.height())}}});
  }
  return words;
}

}  // namespace

std::vector<page::PrintedWords> printed_words(std::string_view file) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(file.data(), static_cast<int>(file.size())));
  std::vector<page::PrintedWords> pages;
  for (int i = 0; document && !document->is_locked() && i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    pages.push_back(page ? words_of(*page) : page::PrintedWords{});
  }
  return pages;
}

}  // namespace tongxing::verify
