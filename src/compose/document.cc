// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/document.h"

#include <algorithm>
#include <cstring>

#include "base/sha256.h"
#include "layout/fit.h"

namespace tongxing::compose {

namespace {

using layout::Decoration;
using layout::Pen;
using page::TagId;

constexpr auto footer_rule = Length::mm(18.25);  // from the lower edge of the paper

void append(page::Document& document, layout::Part part, const std::vector<std::size_t>& physical) {
  const auto base = document.tags.size();
  const auto moved = [&](TagId id) {
    return id == page::artifact ? id : static_cast<TagId>(base + static_cast<std::size_t>(id));
  };
  for (std::size_t i = 0; i < part.tags.size(); ++i) {
    part.tags[i].parent = i == 0 ? TagId{0} : moved(part.tags[i].parent);
    document.tags.push_back(std::move(part.tags[i]));
  }
  for (auto& page : part.pages) {
    if (page.layer) page.layer_tags = moved(page.layer_tags);
    for (auto& item : page.items) item.tag = moved(item.tag);
    for (auto& field : page.fields) field.tag = moved(field.tag);
    for (auto& jump : page.jumps) {
      jump.tag = moved(jump.tag);
      jump.to_page = physical[std::min(jump.to_page, physical.size() - 1)];
    }
    document.pages.push_back(std::move(page));
  }
}

/// The layer of marks that every page carries; all of it decoration.
class Marks {
 public:
  Marks(const Footing& footing, const words::Words& words, const Style& style, text::Shaper& shaper)
      : footing_(footing), words_(words), style_(style), tags_(1), pen_(shaper, tags_) {
    pen_.open_artifact();
  }

  void foot(page::Page& page, const model::Bilingual& part, std::size_t number, std::size_t total) {
    const auto y = style_.sheet().size.height - footer_rule;
    const auto left = style_.sheet().left;
    pen_.rule(left, y, style_.sheet().width(), Style::row_rule);
    const auto top = y + Length::mm(1.5);
    const auto column = [&](double mm, const layout::Type& type, const model::Bilingual& said) {
      pen_.line(left + Length::mm(mm), top, type, said.zh);
      pen_.line(left + Length::mm(mm), top + Length::mm(3.75), style_.footer_second, said.en,
                words_.second());
    };
    const auto label = words_.say(footing_.label);
    const auto number_of_case = style_.footer_bold;
    const auto fitted = layout::fit(pen_.shaper(), footing_.case_id, number_of_case,
                                    {Length::mm(38), Length::mm(7.5)}, Length::pt(7.5));
    auto line = top;
    for (const auto& each : fitted.lines) {
      pen_.shaped(left, line + Pen::baseline(number_of_case), fitted.type, each, {});
      line += number_of_case.leading;
    }
    if (fitted.lines.size() < 2)
      pen_.line(left, line, style_.footer_second, label.zh + " " + label.en, words_.second());
    column(40, style_.footer, part);
    column(82, style_.footer,
           words_.say("footer.page",
                      {{"page", std::int64_t(number)}, {"pages", std::int64_t(total)}}));
    column(114, style_.footer,
           footing_.rules ? words_.say("footer.rules", {{"date", *footing_.rules}})
                          : words_.say("footer.rules_undated"));
    if (!footing_.about.zh.empty()) {  // above the body
      pen_.line(left, Length::mm(8), style_.footer, footing_.about.zh);
      pen_.line(left, Length::mm(11.75), style_.footer_second, footing_.about.en, words_.second());
    }
    if (footing_.draft) draft();
    layout::place(page, pen_.take({}), {});
  }

  void blank(page::Page& page) {
    const auto said = words_.say("part.blank");
    const auto y = style_.sheet().size.height / 2;
    pen_.line(style_.sheet().left, y, style_.note, said.zh, {}, layout::Align::centre,
              style_.sheet().width());
    pen_.line(style_.sheet().left, y + Length::mm(5), style_.second, said.en, words_.second(),
              layout::Align::centre, style_.sheet().width());
    layout::place(page, pen_.take({}), {});
  }

 private:
  // Above the body, where it covers nothing and no copy can lose it.
  void draft() {
    const auto said = words_.say("draft.mark");
    const auto why = words_.say("footer.draft");
    auto type = style_.title;
    type.size = Length::pt(15);  // also in large print
    type.leading = Length::mm(7.5);
    const auto y = Length::mm(5.5), right = style_.sheet().right;
    const auto text = said.zh + "  " + said.en;
    const auto width = pen_.width(type, text);
    pen_.frame(right - width - Length::mm(3), y, width + Length::mm(3), Length::mm(8),
               Style::head_rule);
    pen_.line(right - width - Length::mm(1.5), y + Length::mm(0.25), type, text);
    pen_.line(style_.sheet().left, y + Length::mm(1.5), style_.footer, why.zh + "  " + why.en, {},
              layout::Align::right, right - width - Length::mm(6) - style_.sheet().left);
  }

  const Footing& footing_;
  const words::Words& words_;
  const Style& style_;
  std::vector<page::Tag> tags_;
  Pen pen_;
};

}  // namespace

page::Document bind(std::vector<NamedPart> parts, const Footing& footing, bool duplex,
                    const words::Words& words, const Style& style, text::Shaper& shaper) {
  page::Document document;
  document.tags.resize(1);
  document.tags[0].type = page::TagType::document;

  std::vector<std::size_t> physical;  // page as counted → page of the file
  std::vector<bool> padded;
  std::size_t place = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    padded.push_back(duplex && i > 0 && parts[i].starts_on_front && place % 2 == 1);
    if (padded.back()) ++place;
    for (std::size_t k = 0; k < parts[i].part.pages.size(); ++k) physical.push_back(place++);
  }

  Marks marks(footing, words, style, shaper);
  std::size_t number = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (padded[i]) {
      document.pages.emplace_back();
      document.pages.back().size = style.sheet().size;
      document.pages.back().label = "–";
      marks.blank(document.pages.back());
    }
    document.outline.push_back(
        {parts[i].title.zh + " " + parts[i].title.en, document.pages.size()});
    const auto first = document.pages.size();
    append(document, std::move(parts[i].part), physical);
    for (auto page = first; page < document.pages.size(); ++page) {
      marks.foot(document.pages[page], parts[i].title, ++number, physical.size());
      if (duplex) document.pages[page].label = std::to_string(number);
    }
  }
  return document;
}

namespace {

/// What the pages show, as bytes; every field with its length, so that nothing can be moved from
/// one to the next unseen.
class Record {
 public:
  void number(std::int64_t value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    bytes_.append(bytes, sizeof value);
  }
  void text(std::string_view value) {
    number(static_cast<std::int64_t>(value.size()));
    bytes_ += value;
  }
  void item(const page::Item& item) {
    number(static_cast<std::int64_t>(item.draw.index()));
    number(item.at.x.milli());
    number(item.at.y.milli());
    std::visit([&](const auto& each) { draw(each); }, item.draw);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void draw(const page::Text& each) {
    text(each.run.text);
    number(static_cast<std::int64_t>(each.run.face));
    number(each.size.milli());
    number(each.run.width);
    number(each.grey);
  }
  void draw(const page::Fill& each) {
    number(each.size.width.milli());
    number(each.size.height.milli());
    number(each.grey);
  }
  void draw(const page::Path& each) {
    for (const auto verb : each.verbs) number(static_cast<std::int64_t>(verb));
    for (const auto& point : each.points) {
      number(point.x.milli());
      number(point.y.milli());
    }
    number(each.width.milli());
  }
  void draw(const page::Code&) {}
  void draw(const page::Picture& each) {
    text(*each.bytes);
    number(each.size.width.milli());
  }

  std::string bytes_;
};

}  // namespace

std::string content_hash(const page::Document& document, std::string_view rules) {
  Record record;
  record.text(rules);
  for (const auto& page : document.pages) {
    record.number(page.size.width.milli());
    if (page.layer)
      for (const auto& item : page.layer->items) record.item(item);
    for (const auto& item : page.items) record.item(item);
  }
  auto digits = hex(sha256(record.bytes())).substr(0, 12);
  std::transform(digits.begin(), digits.end(), digits.begin(), [](char c) {
    return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return digits;
}

}  // namespace tongxing::compose
