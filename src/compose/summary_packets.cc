// SPDX-License-Identifier: GPL-3.0-or-later
// The family summary's table of packets.
#include <algorithm>
#include <array>

#include "compose/packet_facts.h"
#include "compose/summary_sheet.h"

namespace tongxing::compose {

namespace {

using layout::Align;
using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using model::Bilingual;
using page::TagType;

struct Column {
  Length x, width;
};

/// From the left edge of the body. In large print the four facts stand below the name.
struct PacketColumns {
  Column number, name;
  std::array<Column, 4> facts;
  Column pages;
  Length end;
};

PacketColumns packet_columns(const Style& style) {
  const auto at = [](double x, double width) { return Column{Length::mm(x), Length::mm(width)}; };
  if (!style.large())
    return {at(0, 7.5),
            at(7.5, 45),
            {at(55.5, 30), at(88, 24.5), at(115, 22), at(139.5, 25)},
            at(166, 8),
            Length::mm(174)};
  return {at(0, 11.25),
          at(11.25, 140),
          {at(11.25, 48), at(62.25, 42), at(107.25, 27), at(137.25, 36.75)},
          at(154, 20),
          Length::mm(174)};
}

class Packets {
 public:
  explicit Packets(FamilySheet& all)
      : all_(all),
        context_(all.context()),
        style_(context_.style),
        columns_(packet_columns(style_)) {}

  void draw() {
    draw_heading(all_, context_.say("summary.the_packets"));
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
      for (plan::PacketIndex i = 0; i < all_.family.packets.size(); ++i) packet(i);
      total();
    }
    all_.sheet.table_head = nullptr;
  }

 private:
  Pen& pen() { return all_.sheet.pen(); }
  layout::Flow& flow() { return all_.sheet.flow(); }
  Length x(Column column) const { return style_.sheet().left + column.x; }

  Length head(Pen& pen, Length y) {
    const auto cell = [&](Column column, Length at, const Bilingual& said,
                          Align align = Align::left) {
      const bool tagged = pen.current() != page::artifact;
      if (tagged) pen.open(head_cell(page::Scope::column));
      pen.line(x(column), at, style_.note, said.zh, {}, align, column.width);
      pen.line(x(column), at + style_.mm(5), style_.second, said.en, context_.second, align,
               column.width);
      if (tagged) pen.close();
    };
    const auto top = y + style_.mm(1.25);
    const auto below = style_.large() ? top + style_.mm(10) : top;
    cell(columns_.number, top, context_.say("summary.number"));
    cell(columns_.name, top, context_.say("summary.applicant"));
    for (std::size_t i = 0; i < columns_.facts.size(); ++i)
      cell(columns_.facts[i], below, fact_head(i));
    cell(columns_.pages, top, context_.say("cover.pages"), Align::right);
    const auto height = below - y + style_.mm(9.375);
    Decoration decoration(pen);
    pen.rule(style_.sheet().left, y + height, columns_.end, Style::head_rule);
    return height;
  }

  Bilingual fact_head(std::size_t index) const {
    constexpr std::array heads = {"cover.where", "cover.who_comes", "cover.fee", "cover.ready_by"};
    return context_.say(heads[index]);
  }

  // The day of filing stands over the table, once.
  std::array<PacketFact, 4> facts_of(const Context& context) const {
    auto facts = packet_facts(context);
    auto& ready = facts.back().remarks;
    if (context.plan.ruling.dates.ready && !ready.empty()) ready.erase(ready.begin());
    for (std::size_t i = 0; i < facts.size(); ++i)  // a day of decision is no day of collection
      if (facts[i].label != fact_head(i))
        facts[i].remarks.insert(facts[i].remarks.begin(), facts[i].label);
    return facts;
  }

  void packet(plan::PacketIndex index) {
    const auto context = all_.packet(index);
    const auto top = style_.mm(2.5);
    Tagged row(pen(), TagType::tr);
    {
      Tagged cell(pen(), TagType::td);
      pen().line(x(columns_.number), top, style_.count, std::to_string(index + 1));
    }
    auto height = top + name(context, top);
    const auto below = style_.large() ? height + style_.mm(1.25) : top;
    const auto facts = facts_of(context);
    for (std::size_t i = 0; i < facts.size(); ++i)
      height = std::max(height, below + fact(facts[i], columns_.facts[i], below));
    {
      Tagged cell(pen(), TagType::td);
      pen().line(x(columns_.pages), top, style_.count, std::to_string(all_.pages.at(index)), {},
                 Align::right, columns_.pages.width);
    }
    end_row(height);
  }

  /// Whose packet, and what for.
  Length name(const Context& context, Length top) {
    Tagged cell(pen(), head_cell(page::Scope::row));
    const auto name = words::cover_name(context.name(context.plan.ruling.people.applicant));
    const auto left = x(columns_.name), width = columns_.name.width;
    auto used = name_lines(pen(), left, top, width, style_.zh_bold, name.first);
    if (!name.second.empty())
      used +=
          name_lines(pen(), left, top + used, width, style_.second, name.second, context.second);
    return used + pair(context, pen(), left, top + used, width, style_.note, style_.second,
                       context.say("summary.procedure", {{"procedure", context.plan.procedure}}));
  }

  Length fact(const PacketFact& fact, Column column, Length top) {
    Tagged cell(pen(), TagType::td);
    auto used = pair(context_, pen(), x(column), top, column.width, style_.zh_bold, style_.second,
                     fact.value);
    for (const auto& remark : fact.remarks)
      used += pair(context_, pen(), x(column), top + used, column.width, style_.note,
                   style_.second_note, remark);
    return used;
  }

  void total() {
    const auto top = style_.mm(2.5);
    const auto& fee = all_.summary.fee;
    const auto from = style_.large() && !fee.is_whole() ? columns_.facts[1] : columns_.facts[2];
    Tagged row(pen(), TagType::tr);
    Length height{};
    {
      Tagged cell(pen(), head_cell(page::Scope::row, 4));
      height = top + pair(context_, pen(), x(columns_.number), top,
                          from.x - columns_.number.x - style_.mm(3), style_.zh_bold, style_.second,
                          context_.say("summary.fees"));
    }
    page::Tag rest;
    rest.type = TagType::td;
    rest.column_span = 3;
    Tagged cell(pen(), std::move(rest));
    const auto width = columns_.end - from.x;
    auto used = top;
    if (fee.is_whole()) {
      used += pair(context_, pen(), x(from), used, width, style_.zh_bold, style_.second_bold,
                   amounts(fee));
    } else {
      used += pair(context_, pen(), x(from), used, width, style_.zh_bold, style_.second_bold,
                   context_.say("cover.not_stated"));
      used += pair(context_, pen(), x(from), used, width, style_.note, style_.second_note,
                   context_.say("summary.fee_of", {{"packets", packet_numbers(fee.unstated)}}));
      if (!fee.stated.empty())
        used += pair(context_, pen(), x(from), used, width, style_.note, style_.second_note,
                     others(amounts(fee)));
    }
    end_row(std::max(height, used));
  }

  Bilingual amounts(const plan::FamilyFee& fee) const {
    Bilingual all;
    for (const auto& [currency, amount] : fee.stated)
      all = context_.words.joined(all, words::Mark::comma, amount_of(context_, currency, amount));
    return all;
  }

  Bilingual others(const Bilingual& amounts) const {
    return {context_.say("summary.fee_others", {{"amounts", amounts.zh}}).zh,
            context_.say("summary.fee_others", {{"amounts", amounts.en}}).en};
  }

  void end_row(Length height) {
    height += style_.mm(1.875);
    {
      Decoration decoration(pen());
      pen().rule(style_.sheet().left, height, columns_.end, Style::row_rule);
    }
    flow().add(height);
  }

  FamilySheet& all_;
  const Context& context_;
  const Style& style_;
  PacketColumns columns_;
};

}  // namespace

void draw_packets(FamilySheet& all) {
  Packets(all).draw();
}

}  // namespace tongxing::compose
