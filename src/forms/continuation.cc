// SPDX-License-Identifier: GPL-3.0-or-later
// The continuation sheet of an official form: values that did not go into their boxes, whole.
#include "forms/answers.h"

namespace tongxing::forms {
namespace {

using layout::Pen;
using layout::Tagged;
using layout::Type;
using page::TagType;
using text::Role;

constexpr auto margin = Length::mm(20);
constexpr auto indent = Length::mm(8);
const Type title_type{Role::sans_bold, Length::pt(14), Length::mm(7)};
const Type intro_type{Role::sans, Length::pt(9), Length::mm(5)};
const Type label_type{Role::sans_bold, Length::pt(9), Length::mm(5)};
constexpr auto value_size = Length::pt(10.5);
constexpr auto value_leading = Length::mm(5.5);

class Sheets {
 public:
  Sheets(text::Shaper& shaper, page::Size size, const ContinuationWords& words,
         std::vector<page::Tag>& tags)
      : pen_(shaper, tags), size_(size), words_(words) {
    begin();
  }

  void add(const Continued& one) {
    const auto width = size_.width - margin - margin - indent;
    room_for(label_type.leading + value_leading * 2);
    {
      Tagged label(pen_, TagType::p);
      pen_.line(margin, y_, label_type, std::to_string(one.number));
      y_ += pen_.paragraph(margin + indent, y_, width, label_type, one.label);
    }
    const Type type{one.role, value_size, value_leading};
    std::string_view rest = one.text;
    Tagged value(pen_, TagType::p);
    for (;;) {
      const auto end = rest.find('\n');
      const std::vector<text::Span> spans = {{std::string(rest.substr(0, end)), one.role}};
      for (const auto& line : pen_.shaper().paragraph(spans, value_size, width)) {
        if (y_ + value_leading > size_.height - margin) {
          next();
        }
        pen_.shaped(margin + indent, y_ + Pen::baseline(type), type, line, {});
        std::string text;
        for (const auto& run : line.runs) text += run.text;
        pen_.expect({{margin + indent, y_ - value_leading * 0.2}, {width, value_leading * 1.4}},
                    text, "continuation " + std::to_string(one.number));
        y_ += value_leading;
      }
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    y_ += Length::mm(4);
  }

  std::vector<page::Page> take() {
    finish();
    return std::move(pages_);
  }

 private:
  void begin() {
    y_ = margin;
    Tagged heading(pen_, TagType::p);
    pen_.line(margin, y_, title_type, words_.title.zh + "  " + words_.title.en);
    y_ += title_type.leading + Length::mm(1);
    for (const auto& sentence : {words_.intro.zh, words_.intro.en})
      y_ += pen_.paragraph(margin, y_, size_.width - margin - margin, intro_type, sentence);
    y_ += Length::mm(1);
    pen_.rule(margin, y_, size_.width - margin - margin, Length::pt(0.6));
    y_ += Length::mm(4);
  }
  void finish() {
    auto box = pen_.take(y_);
    page::Page page;
    page.size = size_;
    page.items = std::move(box.items);
    page.expectations = std::move(box.expectations);
    pages_.push_back(std::move(page));
  }
  void next() {
    finish();
    begin();
  }
  void room_for(Length height) {
    if (y_ + height > size_.height - margin) next();
  }

  Pen pen_;
  page::Size size_;
  const ContinuationWords& words_;
  Length y_{};
  std::vector<page::Page> pages_;
};

}  // namespace

std::vector<page::Page> continuation_pages(text::Shaper& shaper, page::Size size,
                                           const ContinuationWords& words,
                                           const std::vector<Continued>& continued,
                                           std::vector<page::Tag>& tags) {
  if (continued.empty()) return {};
  Sheets sheets(shaper, size, words, tags);
  for (const auto& one : continued) sheets.add(one);
  return sheets.take();
}

}  // namespace tongxing::forms
