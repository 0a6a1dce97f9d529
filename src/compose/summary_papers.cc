// SPDX-License-Identifier: GPL-3.0-or-later
// The family summary's table of papers, and what is to be asked about them.
#include <algorithm>

#include "compose/checklist_keys.h"
#include "compose/summary_sheet.h"

namespace tongxing::compose {

namespace {

using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using model::Bilingual;
using model::Needed;
using page::TagType;
using plan::FamilyPaper;

/// The columns, from the left edge of the body. In large print the owner stands below the paper.
struct PaperColumns {
  Length original, copy, name, name_width, whose, whose_width, packets, packets_width, end;
};

PaperColumns paper_columns(const Style& style) {
  const auto w = [](double mm) { return Length::mm(mm); };
  if (!style.large()) return {w(7.5), w(21), w(36), w(66), w(105), w(40), w(148), w(26), w(174)};
  return {w(11.25), w(31), w(52), w(90), w(52), w(90), w(145), w(29), w(174)};
}

class Papers {
 public:
  explicit Papers(FamilySheet& all)
      : all_(all),
        context_(all.context()),
        style_(context_.style),
        columns_(paper_columns(style_)) {}

  void draw() {
    draw_heading(all_, context_.say("summary.papers_once"));
    all_.sheet.table_head = [this](Pen& pen, Length y) {
      Decoration decoration(pen);
      return head(pen, y);
    };
    {
      Tagged table(pen(), TagType::table);
      {
        Tagged group(pen(), TagType::thead);
        Tagged row(pen(), TagType::tr);
        flow().add(head(pen(), {}), true);
      }
      Tagged body(pen(), TagType::tbody);
      std::size_t number = 0;
      for (const auto& paper : all_.summary.papers) row(paper, ++number);
    }
    all_.sheet.table_head = nullptr;
    counts();
    remarks();
  }

 private:
  Pen& pen() { return all_.sheet.pen(); }
  layout::Flow& flow() { return all_.sheet.flow(); }
  Length x(Length column) const { return style_.sheet().left + column; }

  Length head(Pen& pen, Length y) {
    const auto cell = [&](Length column, const char* id) {
      const bool tagged = pen.current() != page::artifact;
      if (tagged) pen.open(head_cell(page::Scope::column));
      const auto said = context_.say(id);
      pen.line(x(column), y + style_.mm(1.25), style_.note, said.zh);
      pen.line(x(column), y + style_.mm(6.25), style_.second, said.en, context_.second);
      if (tagged) pen.close();
    };
    cell({}, "column.number");
    cell(columns_.original, "column.original");
    cell(columns_.copy, "column.copy");
    cell(columns_.name, "column.document");
    if (!style_.large()) {
      cell(columns_.whose, "summary.whose");
    } else if (pen.current() != page::artifact) {  // every row is complete
      pen.open(TagType::td);
      pen.close();
    }
    cell(columns_.packets, "summary.for_packets");
    Decoration decoration(pen);
    pen.rule(x({}), y + style_.mm(10.625), columns_.end, Style::head_rule);
    return style_.mm(10.625);
  }

  void row(const FamilyPaper& paper, std::size_t number) {
    const auto top = style_.mm(2.5);
    Tagged row(pen(), TagType::tr);
    {
      Tagged cell(pen(), TagType::td);
      pen().line(x({}), top, style_.note, std::to_string(number));
    }
    count(columns_.original, paper.originals, paper, "checklist.tick_original");
    count(columns_.copy, paper.copies, paper, "checklist.tick_copy");
    auto height = top + name(paper, top);
    height = std::max(height, owner(paper, style_.large() ? height : top));
    height = std::max(height, packets(paper, top));
    height += style_.mm(1.875);
    {
      Decoration decoration(pen());
      pen().rule(x({}), height, columns_.end, Style::row_rule);
    }
    flow().add(height);
  }

  /// The box and, directly right of it, how many.
  void count(Length column, int number, const FamilyPaper& paper, const char* spoken) {
    Tagged cell(pen(), TagType::td);
    if (number == 0) return;
    const auto box = style_.mm(4.4);
    {
      page::Tag tag;
      tag.type = TagType::form;
      tag.print_field = "cb";
      tag.checked = false;
      const auto said = context_.say(spoken, {{"document", paper.document}});
      tag.description = said.zh + " " + said.en;
      Tagged form(pen(), std::move(tag));
      const bool dashed = paper.needed == Needed::unknown;
      pen().frame(x(column), style_.mm(2.8), box, box, Style::box_stroke,
                  dashed ? std::vector{Length::pt(2), Length::pt(1.5)} : std::vector<Length>{});
    }
    Tagged text(pen(), TagType::span);
    pen().line(x(column) + style_.mm(6.15), style_.mm(2.5), style_.count,
               std::to_string(number) + (paper.own_number ? "*" : ""));
  }

  Length name(const FamilyPaper& paper, Length top) {
    Tagged cell(pen(), head_cell(page::Scope::row));
    const auto left = x(columns_.name), width = columns_.name_width;
    auto name = context_.say("document." + paper.document.value);
    if (paper.country) {
      const auto country = context_.say("country.name", {{"country", *paper.country}});
      name.zh += "（" + country.zh + "）";
      name.en += ", " + unbroken(country.en);
    }
    auto used = pair(context_, pen(), left, top, width, style_.zh_bold, style_.second, name);
    const auto remark = [&](const Bilingual& said) {
      used += pair(context_, pen(), left, top + used, width, style_.note, style_.second_note, said);
    };
    for (const auto& other : paper.also)
      remark(context_.say("summary.also_called", {{"document", other}}));
    if (paper.needed == Needed::recommended) remark(context_.say("checklist.recommended"));
    return used;
  }

  Bilingual unnamed(model::Group group) const {
    switch (group) {
      case model::Group::together:
        return context_.say("summary.of_the_family");
      case model::Group::inviter:
        return context_.say("group.inviter");
      case model::Group::guardian:
        return context_.say("role.guardian");
      case model::Group::chinese_parent:
        return context_.say("role.chinese-parent");
      case model::Group::foreign_parent:
        return context_.say("role.foreign-parent");
      default:
        return context_.say("role.applicant");
    }
  }

  /// Returns the y below it.
  Length owner(const FamilyPaper& paper, Length y) {
    Tagged cell(pen(), TagType::td);
    if (!paper.whose) {
      return y + pair(context_, pen(), x(columns_.whose), y, columns_.whose_width, style_.note,
                      style_.second, unnamed(paper.group));
    }
    const auto name = words::cover_name(context_.name(*paper.whose));
    const auto left = x(columns_.whose), width = columns_.whose_width;
    y += name_lines(pen(), left, y, width, style_.note, name.first);
    if (!name.second.empty())
      y += name_lines(pen(), left, y, width, style_.second, name.second, context_.second);
    return y;
  }

  /// "1, 3?": the third does not know yet whether it wants it. Returns the y below.
  Length packets(const FamilyPaper& paper, Length y) {
    std::string all;
    for (const auto& one : paper.wanted)
      all += (all.empty() ? "" : ", ") + std::to_string(one.packet + 1) +
             (one.needed == Needed::unknown ? "?" : "");
    Bilingual said{all, {}};
    if (const char* how = how_shared(paper)) {
      said = context_.say(how);
      said.zh = all + " " + said.zh;
    }
    Tagged cell(pen(), TagType::td);
    return y + pair(context_, pen(), x(columns_.packets), y, columns_.packets_width, style_.note,
                    style_.second_note, said);
  }

  static const char* how_shared(const FamilyPaper& paper) {
    if (paper.is_shared()) return "summary.one_original";
    return paper.each_its_own && paper.wanted.size() > 1 ? "summary.each_its_own" : nullptr;
  }

  static bool is_doubtful(const FamilyPaper& paper) {
    return std::ranges::any_of(
        paper.wanted, [](const plan::Wanted& one) { return one.needed == Needed::unknown; });
  }

  void counts() {
    const auto number = [](int count) { return static_cast<std::size_t>(count); };
    flow().space(style_.gap(6.25));
    draw_figures(all_.sheet,
                 {{number(all_.summary.originals), context_.say("checklist.originals")},
                  {number(all_.summary.copies), context_.say("checklist.copies")},
                  {number(all_.summary.photographs), context_.say("checklist.photographs")}});
  }

  void remarks() {
    const auto& papers = all_.summary.papers;
    flow().space(style_.mm(1.25));
    Tagged list(pen(), TagType::l);
    const auto item = [&](const char* key, const char* id, const std::string& sources = {}) {
      flow().add(keyed_item(context_, pen(), all_.sheet.left(), all_.sheet.width(), key,
                            context_.say(id), sources));
    };
    if (std::ranges::any_of(papers, &FamilyPaper::is_shared))
      item("!", "summary.originals_kept",
           source_mark(context_, shared_originals_sources(context_.library)));
    if (std::ranges::any_of(papers, &FamilyPaper::own_number)) item("*", "summary.own_number");
    if (std::ranges::any_of(papers, is_doubtful)) item("?", "summary.doubtful");
    item("·", "summary.sources_elsewhere");
  }

  FamilySheet& all_;
  const Context& context_;
  const Style& style_;
  PaperColumns columns_;
};

}  // namespace

void draw_papers(FamilySheet& all) {
  Papers(all).draw();
}

}  // namespace tongxing::compose
