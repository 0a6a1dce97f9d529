// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/writer.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <set>
#include <utility>

#include "forms/field_writer.h"
#include "pdf/cluster.h"
#include "pdf/content.h"
#include "pdf/file.h"

namespace tongxing::forms {
namespace {

constexpr int level = 1;
constexpr std::size_t smallest_deflated = 600;

/// Looks are scaled to a whole page's length: thousandths would move them.
void put_fine_matrix(std::string& out, const foreign::Matrix& m) {
  for (const double number : {m.a, m.b, m.c, m.d, m.e, m.f}) {
    std::array<char, 40> text{};
    const auto scaled = std::llround(number * 1e6);
    const auto magnitude = std::llabs(scaled);
    std::snprintf(text.data(), text.size(), "%s%lld.%06lld ", scaled < 0 ? "-" : "",
                  magnitude / 1000000, magnitude % 1000000);
    out += text.data();
  }
}

void put_look(std::string& out, const foreign::Look& look) {
  out += "q ";
  put_fine_matrix(out, look.to_page);
  out += "cm /L" + std::to_string(look.object) + " Do Q\n";
}

class Writer {
 public:
  Writer(const PreparedForm& prepared, const std::vector<Filling>& fillings, const Answers& answers,
         const std::vector<page::Page>& more, const std::vector<page::Tag>& tags,
         text::Shaper& shaper, bool with_ink)
      : prepared_(prepared),
        fillings_(fillings),
        answers_(answers),
        more_(more),
        tags_(tags),
        with_ink_(with_ink),
        fonts_(shaper.fonts()),
        deflater_(level, smallest_deflated),
        part_(deflater_),
        next_(prepared.next) {
    if (with_ink_) collect();
    if (keeps_fields()) collect_for_typing(shaper);
    fonts_.make();
  }

  std::string write() {
    first_font_ = take(fonts_.count());
    resources_ = take(1);
    fonts_.write(part_, first_font_);
    write_resources();
    write_overlays();
    if (keeps_fields()) {
      FieldWriter fields(prepared_, fillings_, answers_, fonts_, with_ink_);
      fields.write(part_, next_, resources_, fonts_.entries("Filled", first_font_));
      next_ = fields.next();
    }
    write_more();
    write_page_tree();
    return assemble();
  }

 private:
  bool keeps_fields() const { return prepared_.keep == foreign::Keep::fields; }

  pdf::ObjectNumber take(pdf::ObjectNumber count) { return std::exchange(next_, next_ + count); }

  void collect() {
    for (const auto& answer : answers_.all)
      for (const auto& placed : answer.drawing.lines)
        for (const auto& run : placed.line.runs) fonts_.collect(run);
    for (const auto& page : more_)
      for (const auto& item : page.items)
        if (const auto* text = std::get_if<page::Text>(&item.draw)) fonts_.collect(text->run);
  }

  /// Who types on in a viewer finds at least the letters of a keyboard in the embedded font.
  void collect_for_typing(text::Shaper& shaper) {
    std::string letters;
    for (char c = '!'; c <= '~'; ++c) letters += c;
    for (const auto& run : shaper.line(letters, text::Role::sans).runs) fonts_.collect(run);
  }

  void write_resources() {
    auto& out = part_.object(resources_);
    out += "<</Font<<" + fonts_.entries("", first_font_) + ">>/XObject<<";
    std::set<int> looks;  // several widgets may share one
    for (const auto& field : prepared_.blank.looks)
      for (const auto& look : field)
        if (look && !keeps_fields()) looks.insert(look->object);
    for (const int look : looks) {
      out += "/L" + std::to_string(look) + ' ';
      pdf::put_reference(out, static_cast<pdf::ObjectNumber>(look));
    }
    out += ">>>>";
  }

  /// What the fields that nobody fills look like, then the answers.
  void write_overlays() {
    std::vector<std::string> contents(prepared_.blank.pages.size());
    if (!keeps_fields()) put_untouched(contents);
    for (const auto& answer : answers_.all) {
      if (keeps_fields() && answer.field != nullptr) continue;
      auto& out = contents[answer.page];
      if (answer.under != nullptr) put_look(out, *answer.under);
      out += "q\n";
      put_matrix(out, placement(answer.box, answer.rotation,
                                prepared_.form.pages[answer.page].size.height));
      out += "cm\n";
      put_drawing(out, answer.drawing, fonts_, with_ink_);
      out += "Q\n";
    }
    for (std::size_t i = 0; i < contents.size(); ++i) write_overlay(i, contents[i]);
  }

  void put_untouched(std::vector<std::string>& contents) {
    const auto& fields = prepared_.form.fields;
    std::vector<bool> filled(fields.size());
    for (const auto& filling : fillings_)
      if (filling.field) filled[*filling.field] = true;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (filled[i]) continue;
      for (std::size_t k = 0; k < fields[i].widgets.size(); ++k)
        if (const auto& look = prepared_.blank.looks[i][k])
          put_look(contents[fields[i].widgets[k].page], *look);
    }
  }

  void write_overlay(std::size_t index, const std::string& content) {
    const auto& page = prepared_.blank.pages[index];
    const auto size = prepared_.form.pages[index].size;
    std::string dictionary = "/Type/XObject/Subtype/Form/BBox[0 0 ";
    pdf::put(dictionary, size.width);
    dictionary += ' ';
    pdf::put(dictionary, size.height);
    dictionary += "]/Matrix[";
    put_matrix(dictionary, page.to_user);
    dictionary += "]/Resources ";
    pdf::put_reference(dictionary, resources_);
    part_.stream(static_cast<pdf::ObjectNumber>(page.overlay), dictionary, content,
                 pdf::Packing::deflated);
  }

  void write_more() {
    pdf::Pictures none;
    for (const auto& page : more_) {
      pdf::Content content(fonts_.table(), tags_, page.size.height, 0, none);
      if (with_ink_) content.draw(page.items);
      const auto stream = take(1), object = take(1);
      part_.stream(stream, "", content.operators(), pdf::Packing::deflated);
      auto& out = part_.object(object);
      out += "<</Type/Page/Parent ";
      pdf::put_reference(out, static_cast<pdf::ObjectNumber>(prepared_.blank.page_tree));
      out += "/MediaBox";
      pdf::put_box(out, {{}, page.size}, page.size.height);
      out += "/Resources ";
      pdf::put_reference(out, resources_);
      out += "/Contents ";
      pdf::put_reference(out, stream);
      out += ">>";
      added_.push_back(object);
    }
  }

  void write_page_tree() {
    const auto& blank = prepared_.blank;
    auto& out = part_.object(static_cast<pdf::ObjectNumber>(blank.page_tree));
    out += "<<" + blank.page_tree_entries + "/Count ";
    pdf::put(out, static_cast<std::int64_t>(blank.page_objects.size() + added_.size()));
    out += "/Kids[";
    const auto kid = [&](pdf::ObjectNumber number) {
      pdf::put_reference(out, number);
      out += ' ';
    };
    for (const int page : blank.page_objects) kid(static_cast<pdf::ObjectNumber>(page));
    for (const auto page : added_) kid(page);
    out += "]>>";
  }

  std::string assemble() {
    const auto container = take(1), xref = take(1);
    pdf::File file(xref);
    file.add(prepared_.base);
    file.add(pdf::prepared(part_.finish(container)));
    return std::move(file).finish(deflater_,
                                  static_cast<pdf::ObjectNumber>(prepared_.blank.catalog),
                                  static_cast<pdf::ObjectNumber>(prepared_.blank.info));
  }

  const PreparedForm& prepared_;
  const std::vector<Filling>& fillings_;
  const Answers& answers_;
  const std::vector<page::Page>& more_;
  const std::vector<page::Tag>& tags_;
  bool with_ink_;
  FillingFonts fonts_;
  pdf::Deflater deflater_;
  pdf::PartBuilder part_;
  pdf::ObjectNumber next_, first_font_ = 0, resources_ = 0;
  std::vector<pdf::ObjectNumber> added_;
};

}  // namespace

void FillingFonts::collect(const text::Run& run) {
  if (run.blank_box) return;
  auto& wanted = wanted_[static_cast<std::size_t>(run.face)];
  for (std::size_t i = 0; i < run.glyphs.size();) {
    const auto cluster = pdf::cluster_at(run, i);
    for (; i < cluster.end; ++i) wanted.add(run.glyphs[i].id, pdf::share_of(cluster, run, i));
  }
}

void FillingFonts::make() {
  table_.resize(wanted_.size());
  for (std::size_t face = 0; face < wanted_.size(); ++face) {
    if (wanted_[face].empty()) continue;
    const auto id = static_cast<text::FaceId>(face);
    made_.push_back({id, pdf::Font(fonts_, id, wanted_[face].take())});
    table_[face].varying = &made_.back().font;
  }
}

void FillingFonts::write(pdf::PartBuilder& part, pdf::ObjectNumber first) const {
  for (const auto& made : made_) {
    const bool cff = fonts_.metrics(made.face).cff;
    made.font.write(part, first, cff ? pdf::Packing::stored : pdf::Packing::deflated);
    first += pdf::Font::object_count;
  }
}

std::string FillingFonts::entries(const std::string& prefix, pdf::ObjectNumber first) const {
  std::string out;
  for (const auto& made : made_) {
    out += '/' + prefix + 'V' + std::to_string(static_cast<std::size_t>(made.face)) + ' ';
    pdf::put_reference(out, first);
    first += pdf::Font::object_count;
  }
  return out;
}

void put_drawing(std::string& out, const Drawing& drawing, const FillingFonts& fonts,
                 bool with_ink) {
  out += drawing.ground;
  if (!with_ink || (drawing.lines.empty() && drawing.marks.empty())) return;
  put_colour(out, drawing.colour, false);
  if (!drawing.marks.empty()) put_colour(out, drawing.colour, true);
  out += drawing.marks;
  pdf::GlyphWriter glyphs(out, fonts.table());
  for (const auto& placed : drawing.lines) {
    std::int64_t pen = 0;
    for (const auto& run : placed.line.runs) {
      const auto x =
          placed.x + Length::milli(static_cast<std::int32_t>(pen * placed.size.milli() / 1000));
      pen += run.width;
      if (run.blank_box || run.glyphs.empty()) continue;
      out += "BT\n";
      pdf::put(out, x);
      out += ' ';
      pdf::put(out, placed.y);
      out += " Td\n";
      page::Text text;
      text.run = run;
      text.size = placed.size;
      glyphs.show(text);
      out += "ET\n";
    }
  }
}

std::string write_file(const PreparedForm& prepared, const std::vector<Filling>& fillings,
                       const Answers& answers, const std::vector<page::Page>& more,
                       const std::vector<page::Tag>& tags, text::Shaper& shaper, bool with_ink) {
  return Writer(prepared, fillings, answers, more, tags, shaper, with_ink).write();
}

}  // namespace tongxing::forms
