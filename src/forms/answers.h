// SPDX-License-Identifier: GPL-3.0-or-later
// Fillings → drawings in boxes, with what has to go to a continuation sheet. Private to forms/.
#pragma once

#include <vector>

#include "forms/drawing.h"
#include "forms/fill.h"

namespace tongxing::forms {

/// An answer in one box.
struct Answer {
  std::size_t filling = 0;
  const foreign::Field* field = nullptr;    ///< null: a place that a map gives
  const foreign::Widget* widget = nullptr;  ///< with `field`
  std::size_t page = 0;
  page::Rect box;
  int rotation = 0;
  Drawing drawing = {};
  const foreign::Look* under = nullptr;  ///< the blank's own look of a box that is off
};

struct Continued {
  std::size_t number = 0;  ///< from 1
  std::string label, text;
  text::Role role{};
};

struct Answers {
  std::vector<Answer> all;
  std::vector<Continued> continued;
  std::vector<Report> reports;
};

Result<Answers> draw_answers(const PreparedForm& prepared, const std::vector<Filling>& fillings,
                             text::Shaper& shaper, const ContinuationWords& words);

/// Continuation sheets of that size; empty where nothing is continued. `tags` gets their elements.
std::vector<page::Page> continuation_pages(text::Shaper& shaper, page::Size size,
                                           const ContinuationWords& words,
                                           const std::vector<Continued>& continued,
                                           std::vector<page::Tag>& tags);

}  // namespace tongxing::forms
