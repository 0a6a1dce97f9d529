// SPDX-License-Identifier: GPL-3.0-or-later
// A page with one field of every kind.
#include <string>
#include <utility>

#include "support/pdf_sample.h"
#include "text/shape.h"

namespace tongxing::tests {
namespace {

using page::Fillable;
using page::Tag;
using page::TagId;
using page::TagType;

constexpr page::Size a4_sheet{Length::mm(210), Length::mm(297)};

class FormComposer {
 public:
  explicit FormComposer(const text::FontSet& fonts) : shaper_(fonts) {
    document_.title = "空白表 Blank form";
    document_.id = "FORM-X";
    document_.tags.resize(1);
    document_.tags[0].type = TagType::document;
    document_.typed = fonts.face_for(text::Role::kai, U'中');
    page_.size = a4_sheet;
  }

  PdfSample take() {
    const auto sect = tag(TagType::sect, TagId{0});
    text(tag(TagType::h1, sect), 20, "空白表");
    text(tag(TagType::p, sect), 30, "姓名");
    add(sect, 32, "applicant.name", "姓名 / name");
    auto& comb = add(sect, 44, "applicant.number", "号码 / number");
    comb.comb = true;
    comb.max_length = 18;
    comb.size = Length::pt(12);
    add(sect, 56, "address", "地址 / address").multiline = true;
    button(sect, 70, Fillable::Kind::check, "agreed", "yes");
    button(sect, 78, Fillable::Kind::radio, "applicant.sex", "male");
    button(sect, 86, Fillable::Kind::radio, "applicant.sex", "female");
    PdfSample out;
    for (const auto& run : shaper_.line(" abc王小明", text::Role::kai).runs) out.fixed.add(run);
    document_.pages.push_back(std::move(page_));
    out.document = std::move(document_);
    return out;
  }

 private:
  TagId tag(TagType type, TagId parent) {
    Tag made;
    made.type = type;
    made.parent = parent;
    document_.tags.push_back(std::move(made));
    return static_cast<TagId>(document_.tags.size() - 1);
  }

  void text(TagId tag, double y, std::string_view utf8) {
    for (auto& run : shaper_.line(utf8, text::Role::sans).runs) {
      page::Text text;
      text.run = std::move(run);
      text.size = Length::pt(12);
      page_.items.push_back({{Length::mm(20), Length::mm(y)}, tag, std::move(text)});
    }
  }

  Fillable& add(TagId sect, double y, std::string name, std::string tooltip) {
    Fillable field;
    field.tag = tag(TagType::form, sect);
    field.box = {{Length::mm(20), Length::mm(y)}, {Length::mm(100), Length::mm(9)}};
    field.name = std::move(name);
    field.tooltip = std::move(tooltip);
    page_.fields.push_back(std::move(field));
    return page_.fields.back();
  }

  void button(TagId sect, double y, Fillable::Kind kind, std::string name, std::string option) {
    auto& field = add(sect, y, std::move(name), "是 / " + option);
    field.kind = kind;
    field.box.size = {Length::mm(5), Length::mm(5)};
    field.group = "性别 / sex";
    field.option = std::move(option);
    page::Path mark;
    mark.verbs = {page::Path::Verb::move, page::Path::Verb::line};
    mark.points = {{Length::mm(1), Length::mm(1)}, {Length::mm(4), Length::mm(4)}};
    mark.stroke = page::Grey{0};
    mark.width = Length::mm(0.5);
    field.mark = std::move(mark);
  }

  text::Shaper shaper_;
  page::Document document_;
  page::Page page_;
};

}  // namespace

PdfSample pdf_form_sample(const text::FontSet& fonts) {
  return FormComposer(fonts).take();
}

}  // namespace tongxing::tests
