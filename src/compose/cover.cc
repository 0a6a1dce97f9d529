// SPDX-License-Identifier: GPL-3.0-or-later
// The cover: whose packet this is, what must be solved first, where to go, with whom, for how much.
#include <algorithm>

#include "compose/blocks.h"
#include "compose/packet_facts.h"
#include "compose/parts.h"

namespace tongxing::compose {

namespace {

using layout::Align;
using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using model::Bilingual;
using page::TagType;

constexpr auto code_size = Length::mm(32);
constexpr auto staple_corner = Length::mm(10);  // nothing above y = 26 mm

class Cover {
 public:
  explicit Cover(const Context& context)
      : context_(context), style_(context.style), sheet_(context, {}) {}

  layout::Part write() {
    flow().space({});
    title();
    names();
    advisories();
    facts();
    contents();
    disclaimer();
    return sheet_.take();
  }

 private:
  Pen& pen() { return sheet_.pen(); }
  layout::Flow& flow() { return sheet_.flow(); }
  Length left() const { return sheet_.left(); }

  void title() {
    const auto top = staple_corner;
    const auto width = sheet_.width(), split = Length::mm(108);
    const auto& procedure = context_.plan.procedure;
    Length height;
    {
      Tagged heading(pen(), TagType::h1);
      height = pair(context_, pen(), left(), top, split, style_.title, style_.title_second,
                    context_.say("cover.title", {{"procedure", procedure}}));
    }
    {
      Tagged paragraph(pen(), TagType::p);
      const auto kind = context_.procedure().at_mission
                            ? context_.say("cover.kind_mission", {{"procedure", procedure}})
                            : context_.say_where("cover.kind", procedure);
      pair(context_, pen(), left() + split, top + style_.mm(1.25), width - split, style_.zh,
           style_.second, kind, Align::right);
    }
    Decoration decoration(pen());
    const auto y = top + height + style_.mm(2.5);
    pen().rule(left(), y, width, Style::head_rule);
    flow().add(y + style_.mm(6.25));
  }

  void names() {
    const auto room = code_box_left() - left() - Length::mm(6);
    const auto& people = context_.plan.ruling.people;
    const auto cover = words::cover_name(context_.name(people.applicant));
    Length y{};
    {
      Tagged paragraph(pen(), TagType::p);
      y += name_lines(pen(), left(), y, room, style_.child, cover.first);
      if (!cover.second.empty())
        y += name_lines(pen(), left(), y, room, style_.child_second, cover.second, context_.second);
    }
    y += style_.gap(5);
    y += parents(y, room);
    y += style_.gap(3.75);
    {
      Tagged paragraph(pen(), TagType::p);
      const auto label = context_.say("cover.case");
      const auto used = pen().line(left(), y, style_.note, label.zh);
      pen().line(left() + used + style_.mm(1.25), y, style_.second, label.en, context_.second);
      y += style_.mm(5);
      y += pen().paragraph(left(), y, room, style_.case_number, context_.plan.case_id);
    }
    flow().add(std::max(y, code_size + echo_height()) + style_.gap(2.5));
  }

  // The code is drawn when the hash is known; its text is as high with any hash.
  Length echo_height() const {
    std::vector<page::Tag> tags(1);
    Pen scratch(context_.shaper, tags);
    return cover_echo(scratch, style_, {},
                      cover_payload(context_.plan.case_id, std::string(12, '0')));
  }

  Length parents(Length y, Length room) {
    const auto& people = context_.plan.ruling.people;
    std::vector<std::pair<model::Role, PersonKey>> shown;
    const auto show = [&](model::Role role, const std::optional<PersonKey>& person) {
      if (person) shown.push_back({role, *person});
    };
    // Whose child it is counts in a child's procedure; in any other, who invites or answers for it.
    const bool parents_first = context_.procedure().for_child;
    if (parents_first) {
      show(model::Role::mother, people.mother);
      show(model::Role::father, people.father);
    }
    show(model::Role::guardian, people.guardian);
    show(model::Role::inviter, people.inviter);
    show(model::Role::host, people.host);
    show(model::Role::agent, people.agent);
    if (context_.plan.ruling.presence.parents_stated != model::Verdict::unknown && !parents_first) {
      show(model::Role::mother, people.mother);
      show(model::Role::father, people.father);
    }
    // Somebody with two parts is named once, by the first; the applicant stands above.
    for (auto each = shown.begin(); each != shown.end();) {
      const auto same = [&](const auto& one) { return one.second == each->second; };
      const bool known =
          each->second == people.applicant || std::find_if(shown.begin(), each, same) != each;
      each = known ? shown.erase(each) : each + 1;
    }
    const auto pitch = style_.large() ? room : room / 2;
    Length height{};
    Length x = left(), row{};
    for (const auto& [role, person] : shown) {
      if (x + pitch > left() + room + Length::mm(1)) {
        x = left();
        height += row + style_.mm(2.5);
        row = {};
      }
      Tagged paragraph(pen(), TagType::p);
      const auto label = context_.say("cover.role", {{"role", role}});
      const auto at = y + height;
      const auto said = std::max(pen().width(style_.zh, label.zh),
                                 std::min(style_.mm(20), pen().width(style_.second, label.en)));
      const auto wide = std::max(style_.mm(14), said);
      const auto labelled = pair(context_, pen(), x, at, wide, style_.zh, style_.second, label);
      const auto name = words::cover_name(context_.name(person));
      const auto indent = std::max(style_.mm(14.5), said + style_.mm(2.5));
      const auto width = pitch - indent - Length::mm(2);
      auto used = name_lines(pen(), x + indent, at, width, style_.zh_bold, name.first);
      if (!name.second.empty())
        used += name_lines(pen(), x + indent, at + used, width, style_.second, name.second,
                           context_.second);
      row = std::max({row, used, labelled});
      x += pitch;
    }
    return height + row;
  }

  void advisories() {
    std::vector<const model::Advisory*> blocking;
    for (const auto& advisory : context_.plan.ruling.checklist.advisories)
      if (advisory.blocking) blocking.push_back(&advisory);
    if (blocking.empty()) return;
    const auto bar = Length::mm(3), inset = Length::mm(7.5), width = sheet_.width();
    auto y = style_.mm(2.5);
    y += section_heading(context_, pen(), left() + inset, y, width - inset * 2,
                         context_.say("cover.resolve_first")) +
         style_.mm(1.25);
    {
      Tagged list(pen(), TagType::l);
      std::size_t number = 0;
      for (const auto* advisory : blocking) y = advise(*advisory, ++number, inset, y);
    }
    y += style_.mm(1.25);
    {
      Decoration decoration(pen());
      pen().frame(left(), {}, width, y, Style::head_rule);
      pen().fill(left(), {}, bar, y);
    }
    flow().add(y);
    flow().space(style_.gap(3.75));
  }

  Length advise(const model::Advisory& advisory, std::size_t number, Length inset, Length y) {
    const auto width = sheet_.width();
    Tagged item(pen(), TagType::li);
    {
      Tagged label(pen(), TagType::lbl);
      pen().line(left() + inset, y, style_.zh_bold, std::to_string(number));
    }
    Tagged body(pen(), TagType::lbody);
    const auto line = line_about(advisory);
    const auto x = left() + inset + style_.mm(6);
    const auto reference = line ? style_.mm(20) : Length{};
    const auto height = pair(context_, pen(), x, y, width - (x - left()) - inset - reference,
                             style_.zh, style_.second, context_.say(advisory.text));
    if (line) {
      const auto said = context_.say("cover.checklist_line", {{"line", std::int64_t(*line)}});
      pair(context_, pen(), left() + width - inset - reference, y, reference, style_.note,
           style_.second, said, Align::right);
    }
    return y + height + style_.mm(1.25);
  }

  std::optional<std::size_t> line_about(const model::Advisory& advisory) const {
    if (!advisory.about) return std::nullopt;
    const auto& lines = context_.plan.ruling.checklist.lines;
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& line) {
      return line.document == *advisory.about;
    });
    if (found == lines.end()) return std::nullopt;
    return static_cast<std::size_t>(found - lines.begin()) + 1;
  }

  void facts() {
    const auto all = packet_facts(context_);
    const std::size_t in_a_row = style_.large() ? 2 : 4;
    for (std::size_t from = 0; from < all.size(); from += in_a_row) {
      Length height{};
      for (std::size_t i = from; i < std::min(all.size(), from + in_a_row); ++i) {
        const auto span = style_.large() ? 6 : 3;
        const auto x = style_.column(static_cast<int>(i - from) * span);
        height = std::max(height, fact(all[i], x, Style::columns(span)));
      }
      flow().add(height + style_.gap(5));
    }
  }

  Length fact(const PacketFact& fact, Length x, Length width) {
    {
      Decoration decoration(pen());
      pen().rule(x, {}, width, Style::head_rule);
    }
    Tagged paragraph(pen(), TagType::p);
    auto y = style_.mm(1.25);
    const auto used = pen().line(x, y, style_.note, fact.label.zh);
    pen().line(x + used + style_.mm(1.25), y, style_.second, fact.label.en, context_.second);
    y += style_.mm(5);
    y += pen().paragraph(x, y, width, style_.fact, fact.value.zh) + style_.mm(1.25);
    if (!fact.value.en.empty())
      y += pen().paragraph(x, y, width, style_.second, fact.value.en, context_.second);
    for (const auto& remark : fact.remarks)
      y += pair(context_, pen(), x, y, width, style_.note, style_.second, remark);
    return y;
  }

  void contents() {
    const auto width = sheet_.width(), right = sheet_.right();
    const auto second = style_.large() ? style_.column(4) : style_.column(3);
    const auto pages = right - style_.mm(30), pages_width = style_.mm(22);
    {
      Tagged heading(pen(), TagType::h2);
      const auto title = context_.say("cover.contents");
      pen().line(left(), {}, style_.section, title.zh);
      pen().line(second, {}, style_.section_second, title.en, context_.second);
    }
    {
      Decoration decoration(pen());
      const auto heads = {context_.say("cover.pages"), context_.say("cover.copies_to_print")};
      auto x = pages;
      for (const auto& head : heads) {
        const auto en = pen().width(style_.second, head.en);
        const auto zh = pen().width(style_.note, head.zh);
        pen().line(x - en, style_.mm(1.25), style_.second, head.en, context_.second);
        pen().line(x - en - zh - style_.mm(1), style_.mm(1.25), style_.note, head.zh);
        x = right;
      }
      pen().rule(left(), style_.mm(7.5), width, Style::head_rule);
    }
    flow().add(style_.mm(7.5), true);
    Tagged toc(pen(), TagType::toc);
    std::size_t last = 0;
    for (std::size_t i = 0; i < context_.plan.parts.size(); ++i)
      if (context_.pages[i].count > 0) last = i;
    for (std::size_t i = 0; i <= last && i < context_.plan.parts.size(); ++i)
      if (context_.pages[i].count > 0) entry(i, second, pages, pages_width);
  }

  void entry(std::size_t index, Length second, Length pages, Length pages_width) {
    const auto& part = context_.plan.parts[index];
    const auto& range = context_.pages[index];
    const auto title = part_title(context_, part);
    const auto row = style_.mm(style_.is_tight() ? 5.25 : 6.25);
    const auto y = style_.mm(style_.is_tight() ? 0.1 : 0.6);
    {
      Tagged item(pen(), TagType::toci);
      Tagged reference(pen(), TagType::reference);
      Tagged link(pen(), TagType::link);
      pen().line(left(), y, style_.zh, title.zh);
      pen().line(second, y, style_.section_second, title.en, context_.second);
      pen().line(pages - pages_width, y, style_.zh, range.text(), {}, Align::right, pages_width);
      pen().line(sheet_.right() - pages_width, y, style_.zh, std::to_string(part.copies), {},
                 Align::right, pages_width);
      pen().jump({{left(), {}}, {sheet_.width(), row}}, range.first - 1, title.zh + " " + title.en);
    }
    Decoration decoration(pen());
    pen().rule(left(), row, sheet_.width(), Style::row_rule);
    flow().add(row, true);  // the contents stay together, and the disclaimer with them
  }

  void disclaimer() {
    flow().space(style_.gap(3.75));
    Length height{};
    if (!context_.options.only.empty()) {
      Tagged paragraph(pen(), TagType::p);
      height = pair(context_, pen(), left(), {}, sheet_.width(), style_.note, style_.second,
                    context_.say("cover.only_some")) +
               style_.mm(1.25);
    }
    Tagged paragraph(pen(), TagType::p);
    auto said = context_.say("cover.prepared", {{"date", context_.plan.as_of}});
    for (const auto& more : about_translation(context_))
      said = {said.zh + more.zh, said.en + " " + more.en};
    height +=
        pair(context_, pen(), left(), height, sheet_.width(), style_.note, style_.second, said);
    flow().add(height);
  }

  Length code_box_left() const { return cover_code_box(style_).at.x; }

  const Context& context_;
  const Style& style_;
  SheetWriter sheet_;
};

}  // namespace

page::Rect cover_code_box(const Style& style) {
  // Below the title and its rule: 10 + 7.5 + 5 + 2.5 + 6.25 mm from the top of the body.
  const auto y = style.sheet().top + staple_corner + style.mm(21.25);
  return {{style.sheet().right - code_size, y}, {code_size, code_size}};
}

layout::Part compose_cover(const Context& context) {
  return Cover(context).write();
}

}  // namespace tongxing::compose
