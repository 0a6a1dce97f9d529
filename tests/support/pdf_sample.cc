// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf_sample.h"

#include <string>
#include <utility>

#include "text/shape.h"

namespace tongxing::tests {
namespace {

using page::Tag;
using page::TagId;
using page::TagType;
using text::Role;

constexpr page::Size a4{Length::mm(210), Length::mm(297)};

/// Draws into items and tags of a document or of a layer.
class Sheet {
 public:
  Sheet(text::Shaper& shaper, std::vector<Tag>& tags, std::vector<page::Item>& items)
      : shaper_(shaper), tags_(tags), items_(items) {}

  TagId tag(TagType type, TagId parent) {
    Tag tag;
    tag.type = type;
    return this->tag(std::move(tag), parent);
  }
  TagId tag(Tag tag, TagId parent) {
    tag.parent = parent;
    tags_.push_back(std::move(tag));
    return static_cast<TagId>(tags_.size() - 1);
  }

  page::Text& text(TagId tag, double x, double y, double size, std::string_view utf8,
                   Role role = Role::sans, std::string language = {}) {
    Length at = Length::mm(x);
    for (auto& run : shaper_.line(utf8, role).runs) {
      const auto advance = Length::pt(size) * (run.width / 1000.0);
      page::Text text;
      text.run = std::move(run);
      text.size = Length::pt(size);
      text.language = language;
      items_.push_back({{at, Length::mm(y)}, tag, std::move(text)});
      at += advance;
    }
    return std::get<page::Text>(items_.back().draw);
  }

  void rule(double y) {
    items_.push_back({{Length::mm(20), Length::mm(y)},
                      page::artifact,
                      page::Fill{{Length::mm(170), Length::pt(0.5)}, 128}});
  }

  void frame(TagId tag, double x, double y, double side, std::vector<Length> dash = {}) {
    using Verb = page::Path::Verb;
    const auto s = Length::mm(side);
    page::Path path;
    path.verbs = {Verb::move, Verb::line, Verb::line, Verb::curve, Verb::close};
    path.points = {{}, {s, {}}, {s, s}, {s * 0.7, s}, {s * 0.3, s}, {{}, s}};
    path.stroke = page::Grey{0};
    path.width = Length::pt(0.7);
    path.dash = std::move(dash);
    items_.push_back({{Length::mm(x), Length::mm(y)}, tag, std::move(path)});
  }

 private:
  text::Shaper& shaper_;
  std::vector<Tag>& tags_;
  std::vector<page::Item>& items_;
};

/// A form's grid and labels, the same for every family.
std::shared_ptr<const page::Layer> form_layer(text::Shaper& shaper) {
  page::Layer layer;
  Sheet sheet(shaper, layer.tags, layer.items);
  const auto table = sheet.tag(TagType::table, TagId{0});
  const char* labels[][2] = {{"姓名", "Name"}, {"出生日期", "Date of birth"}, {"性别", "Sex"}};
  double y = 60;
  for (const auto& [zh, en] : labels) {
    const auto row = sheet.tag(TagType::tr, table);
    Tag head;
    head.type = TagType::th;
    head.scope = page::Scope::row;
    const auto cell = sheet.tag(head, row);
    sheet.tag(TagType::td, row);
    sheet.rule(y - 6);
    sheet.text(cell, 22, y, 10, zh, Role::song).stroke = Length::pt(0.2);
    sheet.text(cell, 50, y, 9, en, Role::latin_serif, "en");
    y += 12;
  }
  return std::make_shared<const page::Layer>(std::move(layer));
}

codes::Matrix code() {
  return codes::qr("TX1:TX-2026-00017:3F9A61C2D07B:COVER", codes::Correction::high);
}

class Composer {
 public:
  Composer(const text::FontSet& fonts, std::string_view name) : shaper_(fonts), name_(name) {
    document_.title = "家庭申请材料 Family application";
    document_.id = "TX-2026-00017 3F9A61C2D07B";
    Tag root;
    root.type = TagType::document;
    document_.tags.push_back(root);
    layer_ = form_layer(shaper_);
  }

  void copy(bool first) {
    const auto start = document_.pages.size();
    cover(start, first);
    checklist();
    for (int twice = 0; twice < 2; ++twice) form();
  }

  PdfSample take() {
    PdfSample out;
    for (const auto text : {"家庭申请材料目录序号材料份数说明第页共一二三四五六七八九十",
                            "户口簿原件及复印件出生证明照片", " 0123456789()/.,:-"}) {
      for (const auto& run : shaper_.line(text, Role::sans).runs) out.fixed.add(run);
    }
    for (const auto text :
         {"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz 0123456789"}) {
      for (const auto& run : shaper_.line(text, Role::latin).runs) out.fixed.add(run);
    }
    out.fixed.backgrounds.push_back({layer_, a4.height});
    out.document = std::move(document_);
    return out;
  }

 private:
  page::Page& page(std::string label = {}) {
    auto& page = document_.pages.emplace_back();
    page.size = a4;
    page.label = std::move(label);
    return page;
  }
  Sheet sheet(page::Page& page) { return {shaper_, document_.tags, page.items}; }

  void footer(Sheet& sheet) {
    sheet.rule(280);
    sheet.text(page::artifact, 20, 285, 8, "第 " + std::to_string(document_.pages.size()) + " 页");
  }

  void cover(std::size_t start, bool first) {
    auto& cover = page(first ? "i" : "");
    auto on = sheet(cover);
    const auto part = on.tag(TagType::sect, TagId{0});
    document_.outline.push_back({"封面 Cover", start});
    const auto title = on.tag(first ? TagType::h1 : TagType::h2, part);
    on.text(title, 20, 40, 26, "家庭申请材料", Role::sans_bold);
    on.text(title, 20, 50, 14, "Family application", Role::latin, "en");
    const auto who = on.tag(TagType::p, part);
    on.text(who, 20, 65, 13, name_, Role::kai).stroke = Length::pt(0.1);
    on.text(who, 20, 75, 12, "أحمد", Role::latin, "ar");
    on.text(who, 20, 85, 12, "सौम्या", Role::latin, "hi");
    Tag figure;
    figure.type = TagType::figure;
    figure.alt = "二维码：材料编号";
    const auto symbol = code();
    const auto module = Length::mm(0.7);
    const auto side = module * static_cast<double>(symbol.side);
    const page::Point at{Length::mm(140), Length::mm(30)};
    figure.box = page::Rect{at, {side, side}};
    const auto qr = on.tag(figure, part);
    cover.items.push_back({at, qr, page::Code{symbol, module}});
    Tag photo;
    photo.type = TagType::figure;
    photo.alt = "照片";
    photo.box = page::Rect{{Length::mm(20), Length::mm(200)}, {Length::mm(33), Length::mm(48)}};
    const auto image = on.tag(photo, part);
    cover.items.push_back({photo.box->at, image, picture(photo.box->size)});

    const auto toc = on.tag(TagType::toc, part);
    double y = 120;
    for (const auto& [zh, en, to] : {std::tuple{"材料", "Papers", 1}, {"申请", "Application", 2}}) {
      const auto item = on.tag(TagType::toci, toc);
      const auto link = on.tag(TagType::link, on.tag(TagType::reference, item));
      on.text(link, 20, y, 11, zh);
      on.text(link, 40, y, 11, en, Role::latin, "en");
      cover.jumps.push_back({{{Length::mm(20), Length::mm(y - 5)}, {Length::mm(80), Length::mm(7)}},
                             start + static_cast<std::size_t>(to),
                             link,
                             zh});
      y += 8;
    }
    footer(on);
  }

  static page::Picture picture(page::Size size) {
    page::Picture out;
    std::string samples;
    for (int i = 0; i < 24 * 36; ++i) {
      samples += static_cast<char>(i % 24 * 10);
      samples += static_cast<char>(i / 24 * 7);
      samples += static_cast<char>(100);
    }
    static const auto shared = std::make_shared<const std::string>(samples);
    out.bytes = shared;
    out.jpeg = false;
    out.width = 24;
    out.height = 36;
    out.size = size;
    return out;
  }

  void checklist() {
    auto& list = page();
    auto on = sheet(list);
    document_.outline.push_back({"材料清单 (Papers)", document_.pages.size() - 1});
    const auto part = on.tag(TagType::sect, TagId{0});
    on.text(on.tag(TagType::h2, part), 20, 25, 16, "材料目录", Role::sans_bold);
    const auto table = on.tag(TagType::table, part);
    const auto head = on.tag(TagType::tr, on.tag(TagType::thead, table));
    const char* columns[] = {"序号", "材料", "份数", "说明"};
    const double x[] = {22, 40, 110, 135};
    for (int i = 0; i < 4; ++i) {
      Tag cell;
      cell.type = TagType::th;
      cell.scope = page::Scope::column;
      on.text(on.tag(cell, head), x[i], 36, 9, columns[i], Role::sans_bold);
    }
    const auto body = on.tag(TagType::tbody, table);
    double y = 46;
    for (int row = 1; row <= 12; ++row, y += 10) {
      on.rule(y - 6);
      const auto tr = on.tag(TagType::tr, body);
      on.text(on.tag(TagType::td, tr), x[0], y, 9, std::to_string(row));
      Tag name;
      name.type = TagType::th;
      name.scope = page::Scope::row;
      if (row == 12) name.column_span = 2;
      const auto paper = on.tag(name, tr);
      on.text(paper, x[1], y, 10, "户口簿 原件及复印件");
      on.text(paper, x[1], y + 4, 8, "Household register, original and copy", Role::latin, "en");
      if (row != 12) on.text(on.tag(TagType::td, tr), x[2], y, 9, "1/1");
      tick(on, tr, x[3], y, row % 2 == 0);
    }
    const auto steps = on.tag(TagType::l, part);
    const auto item = on.tag(TagType::li, steps);
    on.text(on.tag(TagType::lbl, item), 20, 180, 9, "1.");
    on.text(on.tag(TagType::lbody, item), 26, 180, 9, "照片一份");
    on.text(on.tag(TagType::note, part), 20, 190, 8, "说明：复印件一份");
    footer(on);
  }

  void tick(Sheet& on, TagId row, double x, double y, bool checked) {
    const auto cell = on.tag(TagType::td, row);
    Tag box;
    box.type = TagType::form;
    box.print_field = "cb";
    box.checked = checked;
    box.description = "原件";
    on.frame(on.tag(box, cell), x, y - 3, 3.5, {Length::pt(2), Length::pt(1)});
  }

  void form() {
    auto& form = page();
    form.layer = layer_;
    auto on = sheet(form);
    const auto part = on.tag(TagType::sect, TagId{0});
    on.text(on.tag(TagType::h2, part), 20, 25, 16, "申请", Role::song);
    const auto base = static_cast<std::uint32_t>(document_.tags.size());
    form.layer_tags = static_cast<TagId>(base);
    for (std::size_t i = 0; i < layer_->tags.size(); ++i) {
      auto tag = layer_->tags[i];
      const bool top = static_cast<std::size_t>(tag.parent) == i;
      tag.parent = top ? part : static_cast<TagId>(base + static_cast<std::uint32_t>(tag.parent));
      document_.tags.push_back(tag);
    }
    // The cells to fill in are the layer's tags 3, 6 and 9.
    const auto value = [&](std::uint32_t cell) { return static_cast<TagId>(base + cell); };
    on.text(value(3), 90, 60, 13, name_, Role::kai);
    auto& comb = on.text(value(6), 90, 72, 12, "2019-07-04", Role::kai);
    for (auto& glyph : comb.run.glyphs) {
      comb.run.width += 1100 - glyph.advance;
      glyph.advance = 1100;
    }
    comb.actual_text = "2019-07-04";
    on.text(value(9), 90, 84, 13, "女", Role::kai);
    footer(on);
  }

  text::Shaper shaper_;
  std::string name_;
  page::Document document_;
  std::shared_ptr<const page::Layer> layer_;
};

}  // namespace

PdfSample pdf_sample_packet(const text::FontSet& fonts, std::string_view name, int copies) {
  Composer composer(fonts, name);
  for (int i = 0; i < copies; ++i) composer.copy(i == 0);
  return composer.take();
}

PdfSample pdf_sample(const text::FontSet& fonts, std::string_view name) {
  return pdf_sample_packet(fonts, name, 1);
}

}  // namespace tongxing::tests
