// SPDX-License-Identifier: GPL-3.0-or-later
// The checklist: what this family brings, why, from which source, and what it has already.
#include <algorithm>

#include "compose/blocks.h"
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
using model::Verdict;
using page::TagType;

/// The columns, from the left edge of the body.
struct Columns {
  Length original, copy, name, name_width, family, family_width, source, source_width, end;
};

Columns columns(const Style& style) {
  const auto w = [&](double mm) { return Length::mm(mm); };
  if (!style.large())
    return {w(7.5), w(21), w(36), w(46.5), w(88.5), w(63), w(154.5), w(19.5), w(174)};
  // Large print: the family's case stands under the name of the document.
  return {w(11.25), w(31), w(52), w(92), w(52), w(92), w(147), w(27), w(174)};
}

class Sheet {
 public:
  explicit Sheet(const Context& context)
      : context_(context),
        style_(context.style),
        columns_(columns(context.style)),
        sheet_(context, context.say("part.checklist")) {}

  layout::Part write() {
    totals_on_top();
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
    sheet_.table_head = nullptr;
    totals_below();
    legend();
    return sheet_.take();
  }

 private:
  Pen& pen() { return sheet_.pen(); }
  layout::Flow& flow() { return sheet_.flow(); }
  Length x(Length column) const { return style_.sheet().left + column; }

  // --- figures over the list ---

  struct Figure {
    std::size_t number;
    const char* id;
  };

  void figures(const std::vector<Figure>& all, bool legend_beside) {
    const std::size_t in_a_row = style_.large() ? 2 : 4;
    for (std::size_t from = 0; from < all.size(); from += in_a_row) {
      for (std::size_t i = from; i < std::min(all.size(), from + in_a_row); ++i)
        figure(all[i], style_.column(static_cast<int>(i - from) * (style_.large() ? 6 : 3)),
               Style::columns(style_.large() ? 6 : 3));
      const bool last = from + in_a_row >= all.size();
      if (last && legend_beside) marks(style_.column(9), Style::columns(3));
      flow().add(style_.mm(legend_beside && last ? 20 : 16.25));
    }
  }

  void figure(const Figure& figure, Length at, Length width) {
    {
      Decoration decoration(pen());
      pen().rule(at, {}, width, Style::head_rule);
    }
    Tagged paragraph(pen(), TagType::p);
    const auto used = pen().line(at, style_.mm(2.5), style_.total, std::to_string(figure.number));
    const auto said = context_.say(figure.id, {{"pages", questions_page()}});
    const auto label = at + used + style_.mm(2.5);
    pair(context_, pen(), label, style_.mm(2.5), width - (label - at), style_.zh, style_.second,
         said);
  }

  std::string questions_page() const {
    const auto* range = context_.range(plan::PartKind::questions);
    return range ? range->text() : "–";
  }

  void totals_on_top() {
    const auto& checklist = context_.plan.ruling.checklist;
    std::size_t held = 0, missing = 0;
    for (const auto& each : checklist.lines) {
      held += each.held.satisfied == Verdict::yes;
      missing += is_missing(each);
    }
    flow().space(style_.mm(2.5));
    figures({{checklist.lines.size(), "checklist.papers"},
             {held, "checklist.held"},
             {missing, "checklist.missing"},
             {checklist.questions.size(), "checklist.questions"}},
            false);
  }

  void totals_below() {
    std::size_t originals = 0, copies = 0, photos = 0;
    for (const auto& each : context_.plan.ruling.checklist.lines) {
      if (each.same_as || each.needed != Needed::yes) continue;
      const auto count = static_cast<std::size_t>(each.originals);
      (each.document.value == "photo" ? photos : originals) += count;
      copies += static_cast<std::size_t>(each.copies);
    }
    flow().space(style_.mm(6.25));
    figures({{originals, "checklist.originals"}, {copies, "checklist.copies"},
             {photos, "checklist.photographs"}}, !style_.large());
  }

  void marks(Length at, Length width) {
    {
      Decoration decoration(pen());
      pen().rule(at, {}, width, Style::head_rule);
    }
    Tagged paragraph(pen(), TagType::p);
    pair(context_, pen(), at, style_.mm(1.25), width, style_.note, style_.second_note,
         context_.say("checklist.marks"));
  }

  static bool is_missing(const Requirement& each) {
    return each.held.satisfied == Verdict::no && each.needed == Needed::yes &&
           each.document.value != "cn-application-form";
  }

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
      tag.type = TagType::th;
      tag.scope = page::Scope::column;
      pen.open(std::move(tag));
      pen.close();
    }
    head(columns_.source, columns_.source_width, "column.source", Align::right);
    Decoration decoration(pen);
    pen.rule(x({}), y + style_.mm(11.25), columns_.end, Style::head_rule);
    return style_.mm(11.25);
  }

  void group_head(model::Group group) {
    const auto& people = context_.plan.ruling.people;
    const auto [id, who] = [&]() -> std::pair<const char*, std::vector<PersonKey>> {
      switch (group) {
        case model::Group::child: return {"group.child", {people.child}};
        case model::Group::chinese_parent: return {"group.chinese_parent", list(people.chinese_parent)};
        case model::Group::foreign_parent: return {"group.foreign_parent", list(people.foreign_parent)};
        default: return {"group.together", both(people)};
      }
    }();
    flow().space(style_.mm(5));
    Tagged row(pen(), TagType::tr);
    page::Tag head;
    head.type = TagType::th;
    head.scope = page::Scope::row;
    head.column_span = 6;
    Tagged cell(pen(), std::move(head));
    const auto said = group_title(group, id);
    const auto y = style_.mm(1.25);
    const auto used = pen().line(x({}), y, style_.section, said.zh);
    const auto second = x({}) + used + style_.mm(2.5);
    const auto second_width = pen().line(second, y, style_.section_second, said.en, context_.second);
    std::string names;
    for (const auto& person : who) names += (names.empty() ? "" : "，") + name_line(context_, person);
    const auto room = x(columns_.end) - second - second_width - style_.mm(5);
    if (pen().width(style_.note, names) <= room)
      pen().line(x({}), y + style_.mm(0.6), style_.note, names, {}, Align::right, columns_.end);
    {
      Decoration decoration(pen());
      pen().rule(x({}), {}, columns_.end, Style::head_rule);
      pen().rule(x({}), style_.mm(8.75), columns_.end, Style::row_rule);
    }
    flow().add(style_.mm(8.75), true);
  }

  // Papers of a parent who cannot come are brought by the one who does.
  Bilingual group_title(model::Group group, const char* id) const {
    const auto& people = context_.plan.ruling.people;
    const auto& owner = group == model::Group::chinese_parent ? people.chinese_parent
                                                               : people.foreign_parent;
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
    return all;
  }
  bool represented(const std::optional<PersonKey>& person) const {
    const auto& absent = context_.plan.ruling.presence.represented;
    return person && std::find(absent.begin(), absent.end(), *person) != absent.end();
  }

  void line(const Requirement& each, std::size_t index) {
    const auto top = style_.mm(2.5);
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
      height = top + pair(context_, pen(), x(columns_.name), top, columns_.name_width,
                          style_.zh_bold, style_.second, document_name(each));
    }
    {
      const auto from = style_.large() ? height + style_.mm(1.25) : top;
      Tagged family(pen(), TagType::td);
      height = std::max(height, family_case(each, from));
    }
    height = std::max(height, sources(each, top));
    height = std::max(height + style_.mm(2.5), style_.mm(13.75));
    {
      Decoration decoration(pen());
      pen().rule(x({}), height, columns_.end, Style::row_rule);
      if (is_missing(each))
        pen().fill(x({}) - Length::mm(4.5), style_.mm(2.5), Length::mm(1.5),
                   height - style_.mm(5));
    }
    flow().add(height);
  }

  Bilingual document_name(const Requirement& each) const {
    auto name = context_.say("document." + each.document.value);
    if (each.country) {
      const auto country = context_.say("country.name", {{"country", *each.country}});
      name.zh += "（" + country.zh + "）";
      name.en += ", " + country.en;
    }
    return name;
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
    const auto y = style_.mm(2.8);
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
    pen().line(x(column) + style_.mm(6.15), style_.mm(2.5), style_.count, std::to_string(number));
  }

  // --- what is known of this paper in this family ---

  Length family_case(const Requirement& each, Length y) {
    y = status(each, y);
    for (const auto& option : each.options) y = alternative(option, y);
    for (const auto& remark : each.remarks) y = plain(context_.say(remark), y);
    for (const auto& fact : each.hinges_on)
      if (const auto question = context_.question(fact.value)) y = open_question(question, y);
    return y;
  }

  Length status(const Requirement& each, Length y) {
    Bilingual said, reason;
    if (!each.because.empty()) reason = context_.say(each.because.front());
    if (each.needed == Needed::recommended)
      y = plain(context_.say("checklist.recommended"), y);
    if (!each.options.empty()) {
      y = plain(context_.say("checklist.one_of"), y);
    } else if (each.held.satisfied == Verdict::yes) {
      if (each.held.valid_until)
        said = context_.say("checklist.valid_until", {{"date", *each.held.valid_until}});
      else if (!each.held.ending.empty())
        said = context_.say("checklist.number_ending", {{"ending", each.held.ending}});
      else
        said = reason;
      return flagged("checklist.flag_held", false, said, y);
    }
    if (each.supply == model::Supply::packet) return supplied(each, reason, y);
    if (each.held.satisfied == Verdict::no) {
      if (each.held.expired && each.held.valid_until)
        reason = context_.say("checklist.expired", {{"date", *each.held.valid_until}});
      return flagged("checklist.flag_missing", true, reason, y);
    }
    return plain(reason, y);
  }

  // A form to copy, or a letter to sign: where it stands in this packet.
  Length supplied(const Requirement& each, const Bilingual& reason, Length y) {
    const auto& parts = context_.plan.parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool form = parts[i].kind == plan::PartKind::form;
      const bool letter = parts[i].kind == plan::PartKind::letter &&
                          parts[i].letter.value == each.document.value &&
                          (!each.whose || parts[i].subjects.empty() ||
                           parts[i].subjects.front() == *each.whose);
      if (context_.pages[i].count == 0 || !(letter || (form && each.document.value == "cn-application-form")))
        continue;
      const words::Arguments pages = {{"pages", context_.pages[i].text()}};
      if (form) return plain(context_.say("checklist.copy_from", pages), y);
      y = each.held.satisfied == Verdict::yes ? flagged("checklist.flag_held", false, reason, y)
                                              : flagged("checklist.flag_missing", true, reason, y);
      return each.held.satisfied == Verdict::yes ? y : plain(context_.say("checklist.to_sign", pages), y);
    }
    return each.held.satisfied == Verdict::no ? flagged("checklist.flag_missing", true, reason, y)
                                              : plain(reason, y);
  }

  // 已有 in bold, or 缺 reversed out of black; then the words.
  Length flagged(const char* id, bool reversed, const Bilingual& said, Length y) {
    const auto flag = context_.say(id);
    const auto at = x(columns_.family);
    const auto width = columns_.family_width;
    layout::Type bold = style_.note;
    bold.role = text::Role::sans_bold;
    const auto flag_width = pen().width(bold, flag.zh);
    const auto gap = style_.mm(reversed ? 3 : 3.5);
    const auto pad = reversed ? style_.mm(1.25) : Length{};
    if (reversed) {
      Decoration decoration(pen());
      pen().fill(at, y + style_.mm(0.6), flag_width + pad * 2, style_.mm(3.8));
    }
    if (reversed) pen().shaped(at + pad, y + Pen::baseline(bold), bold,
                               pen().shaper().line(flag.zh, bold.role), {}, {}, 255);
    else pen().line(at, y, bold, flag.zh);
    const auto indent = flag_width + pad * 2 + gap;
    y += pen().paragraph(at + indent, y, width - indent, style_.note, said.zh);
    y += pen().paragraph(at, y, width, style_.second_note,
                         layout::Words{{{flag.en + (said.en.empty() ? "" : ": "),
                                         text::Role::latin_bold},
                                        {said.en, text::Role::latin}},
                                       context_.second});
    return y;
  }

  Length plain(const Bilingual& said, Length y) {
    if (said.zh.empty()) return y;
    return y + pair(context_, pen(), x(columns_.family), y, columns_.family_width, style_.note,
                    style_.second_note, said);
  }

  Length alternative(const model::Alternative& option, Length y) {
    const auto at = x(columns_.family), indent = style_.mm(6.5);
    const bool held = option.held.satisfied == Verdict::yes;
    {
      Decoration decoration(pen());
      pen().ring(at, y + style_.mm(0.9), style_.mm(3.2), Style::box_stroke, held);
    }
    auto said = context_.say("document." + option.document.value);
    const auto add = [&](const Bilingual& more) {
      said.zh += "，" + more.zh;
      said.en += ", " + more.en;
    };
    if (held && option.held.valid_until)
      add(context_.say("checklist.held_until", {{"date", *option.held.valid_until}}));
    else if (held)
      add(context_.say("checklist.flag_held"));
    if (option.remark) add(context_.say(*option.remark));
    return y + pair(context_, pen(), at + indent, y, columns_.family_width - indent, style_.note,
                    style_.second_note, said) + style_.mm(0.6);
  }

  Length open_question(std::size_t question, Length y) {
    const auto at = x(columns_.family), indent = style_.mm(6.5), box = style_.mm(4.4);
    {
      Decoration decoration(pen());
      pen().frame(at, y + style_.mm(1), box, box, Style::box_stroke,
                  {Length::pt(2), Length::pt(1.5)});
    }
    const auto& asked = context_.plan.ruling.checklist.questions[question - 1];
    const auto text = context_.say("checklist.see_question",
                                   {{"question", std::int64_t(question)}});
    const auto what = question_text(context_, asked);
    return y + style_.mm(0.6) +
           pair(context_, pen(), at + indent, y + style_.mm(0.6), columns_.family_width - indent,
                style_.note, style_.second_note,
                {what.zh + "（" + text.zh + "）", what.en + " (" + text.en + ")"});
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

  // --- keys ---

  // Every key that stands in the source column, with its date and how far it can be trusted.
  void legend() {
    flow().space(style_.mm(3.75));
    {
      Decoration decoration(pen());
      pen().rule(x({}), {}, columns_.end, Style::row_rule);
    }
    flow().add(style_.mm(1.875), true);
    Tagged list(pen(), TagType::l);
    const auto cited = context_.sources();
    const int in_a_row = style_.large() ? 1 : 3;
    const auto width = Style::columns(12 / in_a_row);
    for (std::size_t from = 0; from < cited.size(); from += static_cast<std::size_t>(in_a_row)) {
      Length height{};
      for (int i = 0; i < in_a_row && from + static_cast<std::size_t>(i) < cited.size(); ++i)
        height = std::max(height, source(cited[from + static_cast<std::size_t>(i)],
                                         style_.column(i * 12 / in_a_row), width));
      flow().add(height + style_.mm(0.625));
    }
  }

  Length source(const SourceId& id, Length at, Length width) {
    const auto& source = context_.library.rules.sources.at(id);
    auto said = context_.say("source." + id.value + ".short");
    const auto trust = context_.say(certainty_id(source.best));
    const auto date = source.published.year != 0 ? source.published.iso() : std::string();
    said.zh += "，" + (date.empty() ? context_.say("source.undated").zh : date) + "，" + trust.zh;
    said.en += ", " + (date.empty() ? context_.say("source.undated").en : date) + ", " + trust.en;
    Tagged item(pen(), TagType::li);
    {
      Tagged label(pen(), TagType::lbl);
      pen().line(at, {}, style_.second_bold, context_.source_key(id));
    }
    Tagged body(pen(), TagType::lbody);
    auto small = style_.second_note;
    small.role = text::Role::sans;
    return pair(context_, pen(), at + style_.mm(5), {}, width - style_.mm(5), small,
                style_.second_note, said);
  }

  static const char* certainty_id(model::Certainty certainty) {
    switch (certainty) {
      case model::Certainty::official: return "certainty.official";
      case model::Certainty::published_guide: return "certainty.published-guide";
      case model::Certainty::reported: return "certainty.reported";
      case model::Certainty::third_party: return "certainty.third-party";
      default: return "certainty.inferred";
    }
  }

  const Context& context_;
  const Style& style_;
  Columns columns_;
  SheetWriter sheet_;
};

}  // namespace

layout::Part compose_checklist(const Context& context) { return Sheet(context).write(); }

}  // namespace tongxing::compose
