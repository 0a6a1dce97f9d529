// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/proof.h"

#include <algorithm>

#include "forms/drift.h"
#include "forms/writer.h"

namespace tongxing::forms {
namespace {

using foreign::Field;
using foreign::FieldType;
using layout::Pen;
using layout::Tagged;
using layout::Type;
using text::Role;

const foreign::Colour blue{{0, 0.2, 0.8}}, red{{0.8, 0, 0}};

bool can_be_seen(const foreign::Widget& widget) {
  return !widget.hidden && widget.box.size.width > Length() && widget.box.size.height > Length();
}

/// A value as it might be: letters of both kinds, digits in a comb, the first option.
std::string sample(const Field& field, page::Size box) {
  constexpr auto lowest = Length::pt(4.5), narrow = Length::pt(40);
  if (box.height < lowest || box.width < lowest) return {};
  if (field.type == FieldType::combo || field.type == FieldType::list)
    return field.options.empty() ? std::string() : field.options.front().label;
  if (field.type != FieldType::text) return {};
  if (field.max_length) {
    std::string digits;
    for (std::size_t i = 0; i < std::min<std::size_t>(*field.max_length, 60); ++i)
      digits += static_cast<char>('0' + (i + 1) % 10);
    return digits;
  }
  return box.width < narrow ? "样" : "样值 Sample";
}

/// "at most 9; CN, FR"
std::string details(const Field& field) {
  std::string out;
  if (field.max_length) out += "≤ " + std::to_string(*field.max_length);
  for (const auto& option : field.options) out += (out.empty() ? "" : ", ") + option.value;
  return out;
}

class Proof {
 public:
  Proof(const PreparedForm& prepared, text::Shaper& shaper, const ProofWords& words)
      : prepared_(prepared), shaper_(shaper), words_(words) {
    tags_.resize(1);
    tags_[0].type = page::TagType::document;
  }

  Result<Filled> run() {
    for (std::size_t i = 0; i < prepared_.form.fields.size(); ++i) add(i);
    const ContinuationWords none = {{}, {}, [](std::size_t) { return model::Bilingual{"…", ""}; }};
    TRY(auto answers, draw_answers(prepared_, fillings_, shaper_, none));
    const auto list = list_pages();
    Filled filled;
    filled.bytes = write_file(prepared_, fillings_, answers, list, tags_, shaper_, true);
    filled.pages = prepared_.form.pages.size() + list.size();
    filled.reports = std::move(answers.reports);
    return filled;
  }

 private:
  void add(std::size_t index) {
    const auto& field = prepared_.form.fields[index];
    const bool seen = std::ranges::any_of(field.widgets, can_be_seen);
    if (!seen) return;
    Filling filling;
    filling.name = field.name;
    filling.field = index;
    filling.colour = blue;
    filling.frame = true;
    filling.style.smallest = Length::pt(3);
    for (const auto& widget : field.widgets) {
      if (!can_be_seen(widget)) continue;
      const auto one = sample(field, upright(widget.box.size, widget.rotation));
      if (filling.text.empty() || one.size() < filling.text.size()) filling.text = one;
      number(index, widget);
    }
    const bool is_button = field.type == FieldType::checkbox || field.type == FieldType::radio;
    if (is_button && !field.options.empty()) filling.chosen = {field.options.front().value};
    fillings_.push_back(std::move(filling));
  }

  /// On the upper left corner of the box.
  void number(std::size_t index, const foreign::Widget& widget) {
    Filling label;
    label.name = "number";
    label.text = std::to_string(index + 1);
    label.colour = red;
    label.style.size = Length::pt(5);
    label.style.smallest = Length::pt(3);
    const auto top = widget.box.at.y - Length::pt(5);
    label.place = Place{widget.page,
                        {{widget.box.at.x - Length::pt(2), std::max(top, Length())},
                         {Length::pt(18), Length::pt(6)}}};
    fillings_.push_back(std::move(label));
  }

  std::vector<page::Page> list_pages() {
    Pen pen(shaper_, tags_);
    const page::Size size{Length::mm(210), Length::mm(297)};
    const auto left = Length::mm(15), right = size.width - left;
    const Type title{Role::sans_bold, Length::pt(14), Length::mm(7)};
    const Type plain{Role::sans, Length::pt(8), Length::mm(4)};
    std::vector<page::Page> pages;
    auto y = left;
    const auto finish = [&] {
      page::Page page;
      page.size = size;
      page.items = pen.take(y).items;
      pages.push_back(std::move(page));
      y = left;
    };
    {
      Tagged heading(pen, page::TagType::p);
      pen.line(left, y, title, words_.title.zh + "  " + words_.title.en);
      y += title.leading + Length::mm(1);
      for (const auto& sentence : {words_.intro.zh, words_.intro.en})
        y += pen.paragraph(left, y, right - left, plain, sentence);
      y += Length::mm(3);
    }
    for (std::size_t i = 0; i < prepared_.form.fields.size(); ++i) {
      const auto& field = prepared_.form.fields[i];
      if (y > size.height - left - Length::mm(12)) finish();
      Tagged row(pen, page::TagType::p);
      pen.line(left, y, plain, std::to_string(i + 1));
      if (!field.widgets.empty())
        pen.line(left + Length::mm(11), y, plain,
                 "p. " + std::to_string(field.widgets.front().page + 1));
      pen.line(left + Length::mm(23), y, plain, type_name(field.type));
      const auto name = left + Length::mm(42), more = left + Length::mm(130);
      const auto used = pen.paragraph(name, y, more - name - Length::mm(3), plain, field.name);
      const auto also = pen.paragraph(more, y, right - more, plain, details(field));
      y += std::max(used, also);
      pen.rule(left, y, right - left, Length::pt(0.25));
    }
    finish();
    return pages;
  }

  const PreparedForm& prepared_;
  text::Shaper& shaper_;
  const ProofWords& words_;
  std::vector<page::Tag> tags_;
  std::vector<Filling> fillings_;
};

}  // namespace

Result<Filled> proof(const PreparedForm& prepared, text::Shaper& shaper, const ProofWords& words) {
  return Proof(prepared, shaper, words).run();
}

}  // namespace tongxing::forms
