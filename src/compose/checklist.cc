// SPDX-License-Identifier: GPL-3.0-or-later
// The checklist: what this family brings, why, from which source, and what it has already.
#include <algorithm>

#include "compose/blocks.h"
#include "compose/checklist_case.h"
#include "compose/checklist_keys.h"
#include "compose/parts.h"

namespace tongxing::compose {

namespace {

using layout::Align;
using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using model::Bilingual;
using model::Needed;
using model::Requirement;
using page::TagType;

/// The columns, from the left edge of the body.
struct LineColumns {
  Length original, copy, name, name_width, family, family_width, source, source_width, end;
};

LineColumns line_columns(const Style& style) {
  const auto w = [&](double mm) { return Length::mm(mm); };
  if (!style.large())
    return {w(7.5), w(21), w(36), w(49.5), w(88.5), w(65), w(154.5), w(19.5), w(174)};
  // Large print: the family's case stands under the name of the document.
  return {w(11.25), w(31), w(52), w(92), w(52), w(92), w(147), w(27), w(174)};
}

class Sheet {
 public:
  explicit Sheet(const Context& context)
      : context_(context),
        style_(context.style),
        columns_(line_columns(context.style)),
        sheet_(context, context.say("part.checklist")) {}

  layout::Part write() {
    checklist_totals(sheet_);
    sheet_.table_head = [this](Pen& pen, Length y) {
      Decoration decoration(pen);
      return table_head(pen, y);
    };
    {
      Tagged table(pen(), TagType::table);
      {
        Tagged head(pen(), TagType::thead);
        Tagged row(pen(), TagType::tr);
        flow().add(table_head(pen(), {}), true);
      }
      Tagged body(pen(), TagType::tbody);
      const auto& lines = context_.plan.ruling.checklist.lines;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == 0 || lines[i].group != lines[i - 1].group) group_head(lines[i].group);
        line(lines[i], i);
      }
    }
    // In large print the keys can be pages, and no rows go with them.
    if (style_.large()) sheet_.table_head = nullptr;
    checklist_counts(sheet_);
    checklist_legend(sheet_);
    return sheet_.take();
  }

 private:
  Pen& pen() { return sheet_.pen(); }
  layout::Flow& flow() { return sheet_.flow(); }
  Length x(Length column) const { return style_.sheet().left + column; }
  Length top_of_row() const { return style_.mm(style_.is_tight() ? 1.75 : 2.5); }

  // --- the table ---

  Length table_head(Pen& pen, Length y) {
    const auto head = [&](Length column, Length width, const char* id, Align align = Align::left) {
      const bool tagged = pen.current() != page::artifact;
      if (tagged) {
        page::Tag tag;
        tag.type = TagType::th;
        tag.scope = page::Scope::column;
        pen.open(std::move(tag));
      }
      const auto said = context_.say(id);
      pen.line(x(column), y + style_.mm(1.25), style_.note, said.zh, {}, align, width);
      pen.line(x(column), y + style_.mm(6.25), style_.second, said.en, context_.second, align,
               width);
      if (tagged) pen.close();
    };
    head({}, columns_.original, "column.number");
    head(columns_.original, {}, "column.original");
    head(columns_.copy, {}, "column.copy");
    head(columns_.name, {}, "column.document");
    if (!style_.large()) {
      head(columns_.family, {}, "column.family");
    } else if (pen.current() != page::artifact) {  // every row is complete
      page::Tag tag;
      tag.type = TagType::td;
      pen.open(std::move(tag));
      pen.close();
    }
    head(columns_.source, columns_.source_width, "column.source", Align::right);
    Decoration decoration(pen);
    pen.rule(x({}), y + style_.mm(10.625), columns_.end, Style::head_rule);
    return style_.mm(10.625);
  }

  void group_head(model::Group group) {
    const auto& people = context_.plan.ruling.people;
    const auto [id, who] = [&]() -> std::pair<const char*, std::vector<PersonKey>> {
      switch (group) {
        case model::Group::child:
          return {"group.child", {people.applicant}};
        case model::Group::applicant:
          return {"group.applicant", {people.applicant}};
        case model::Group::guardian:
          return {"group.guardian", list(people.guardian)};
        case model::Group::inviter:
          return {"group.inviter", list(people.inviter ? people.inviter : people.host)};
        case model::Group::chinese_parent:
          return {"group.chinese_parent", list(people.chinese_parent)};
        case model::Group::foreign_parent:
          return {"group.foreign_parent", list(people.foreign_parent)};
        default:
          return {"group.together", both(people)};
      }
    }();
    if (group != context_.plan.ruling.checklist.lines.front().group)
      flow().space(style_.gap(5));  // the first one stands under the rule of the table's head
    Tagged row(pen(), TagType::tr);
    page::Tag head;
    head.type = TagType::th;
    head.scope = page::Scope::row;
    head.column_span = 6;
    Tagged cell(pen(), std::move(head));
    const auto said = group_title(group, id);
    const auto y = style_.mm(1.25);
    auto used = pen().line(x({}), y, style_.section, said.zh) + style_.mm(2.5);
    auto height = style_.mm(8.75);
    const auto second = pen().width(style_.section_second, said.en);
    if (used + second <= columns_.end) {
      pen().line(x(used), y, style_.section_second, said.en, context_.second);
      used += second;
    } else {
      height += pen().paragraph(x({}), y + style_.mm(6.25), columns_.end, style_.second, said.en,
                                context_.second);
      used = columns_.end;
    }
    std::string names;
    for (const auto& person : who)
      names += (names.empty() ? "" : "，") + name_line(context_, person);
    if (used + style_.mm(5) + pen().width(style_.note, names) <= columns_.end)
      pen().line(x({}), y + style_.mm(0.6), style_.note, names, {}, Align::right, columns_.end);
    else  // names that do not go beside the heading stand below it
      height += pen().paragraph(x({}), height - style_.mm(1.25), columns_.end, style_.note, names);
    {
      Decoration decoration(pen());
      pen().rule(x({}), {}, columns_.end, Style::head_rule);
      pen().rule(x({}), height, columns_.end, Style::row_rule);
    }
    flow().add(height, true);
  }

  // Papers of a parent who cannot come are brought by the one who does.
  Bilingual group_title(model::Group group, const char* id) const {
    const auto& people = context_.plan.ruling.people;
    const auto& owner =
        group == model::Group::chinese_parent ? people.chinese_parent : people.foreign_parent;
    const bool of_parent =
        group == model::Group::chinese_parent || group == model::Group::foreign_parent;
    if (!of_parent || !represented(owner)) return context_.say(id);
    const auto& must = context_.plan.ruling.presence.must;
    if (must.size() != 1) return context_.say(std::string(id) + "_absent");
    const auto role = people.mother == must.front()   ? model::Role::mother
                      : people.father == must.front() ? model::Role::father
                                                      : model::Role::agent;
    return context_.say(std::string(id) + "_by", {{"role", role}});
  }

  static std::vector<PersonKey> list(const std::optional<PersonKey>& person) {
    return person ? std::vector{*person} : std::vector<PersonKey>{};
  }
  static std::vector<PersonKey> both(const model::People& people) {
    auto all = list(people.mother);
    if (people.father) all.push_back(*people.father);
    std::erase(all, people.applicant);
    return all;
  }
  bool represented(const std::optional<PersonKey>& person) const {
    const auto& absent = context_.plan.ruling.presence.represented;
    return person && std::find(absent.begin(), absent.end(), *person) != absent.end();
  }

  void line(const Requirement& each, std::size_t index) {
    const auto top = top_of_row();
    Length height{};
    Tagged row(pen(), TagType::tr);
    {
      Tagged number(pen(), TagType::td);
      pen().line(x({}), top, style_.note, std::to_string(index + 1));
    }
    if (each.same_as) {
      same(*each.same_as, top);
    } else {
      count(columns_.original, each.originals, each, "checklist.tick_original");
      count(columns_.copy, each.copies, each, "checklist.tick_copy");
    }
    {
      page::Tag head;
      head.type = TagType::th;
      head.scope = page::Scope::row;
      Tagged name(pen(), std::move(head));
      height =
          top + document_name(context_, pen(), each, x(columns_.name), top, columns_.name_width);
    }
    {
      const auto from = style_.large() ? height + style_.mm(1.25) : top;
      Tagged family(pen(), TagType::td);
      height = std::max(height, family_case(context_, pen(), each, x(columns_.family), from,
                                            columns_.family_width));
    }
    height = std::max(height, sources(each, top));
    height = std::max(height + style_.gap(1.875), style_.mm(style_.is_tight() ? 11.25 : 13.75));
    {
      Decoration decoration(pen());
      pen().rule(x({}), height, columns_.end, Style::row_rule);
      if (is_missing(each))
        pen().fill(x({}) - Length::mm(4.5), top, Length::mm(1.5), height - top * 2);
    }
    // The sums never stand alone on a page: the last rows go with them.
    const auto rows = context_.plan.ruling.checklist.lines.size();
    flow().add(height, !style_.large() && index + 2 >= rows);
  }

  void same(std::size_t other, Length top) {
    page::Tag tag;
    tag.type = TagType::td;
    tag.column_span = 2;
    Tagged cell(pen(), std::move(tag));
    pair(context_, pen(), x(columns_.original), top, style_.mm(26), style_.note, style_.second_note,
         context_.say("checklist.same_as", {{"line", std::int64_t(other + 1)}}));
  }

  // The box and, directly right of it, how many.
  void count(Length column, int number, const Requirement& each, const char* spoken) {
    Tagged cell(pen(), TagType::td);
    if (number == 0) return;
    const auto box = style_.mm(4.4);
    const auto y = top_of_row() + style_.mm(0.3);
    {
      page::Tag tag;
      tag.type = TagType::form;
      tag.print_field = "cb";
      tag.checked = false;
      const auto said = context_.say(spoken, {{"document", each.document}});
      tag.description = said.zh + " " + said.en;
      Tagged form(pen(), std::move(tag));
      const bool dashed = each.needed == Needed::unknown;
      pen().frame(x(column), y, box, box, Style::box_stroke,
                  dashed ? std::vector{Length::pt(2), Length::pt(1.5)} : std::vector<Length>{});
    }
    Tagged text(pen(), TagType::span);
    pen().line(x(column) + style_.mm(6.15), top_of_row(), style_.count,
               std::to_string(number) + (each.own_number ? "*" : ""));
  }

  Length sources(const Requirement& each, Length y) {
    Tagged cell(pen(), TagType::td);
    for (const auto& said : source_lines(context_, each.sources, each.notes)) {
      pen().line(x(columns_.source), y, style_.second_note, said.zh, {}, Align::right,
                 columns_.source_width);
      y += style_.mm(3.75);
      if (said.en.empty()) continue;
      pen().line(x(columns_.source), y, style_.second_note, said.en, context_.second, Align::right,
                 columns_.source_width);
      y += style_.mm(3.75);
    }
    return y;
  }

  const Context& context_;
  const Style& style_;
  LineColumns columns_;
  SheetWriter sheet_;
};

}  // namespace

layout::Part compose_checklist(const Context& context) {
  return Sheet(context).write();
}

}  // namespace tongxing::compose
