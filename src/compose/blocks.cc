// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/blocks.h"

#include <algorithm>
#include <utility>

namespace tongxing::compose {

using layout::Align;
using layout::Box;
using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using layout::Type;
using model::Bilingual;
using page::TagType;

namespace {

layout::Part new_part() {
  layout::Part part;
  part.tags.resize(1);
  part.tags[0].type = TagType::sect;
  return part;
}

}  // namespace

SheetWriter::SheetWriter(const Context& context, Bilingual title)
    : context_(context),
      title_(std::move(title)),
      part_(new_part()),
      pen_(context.shaper, part_.tags),
      flow_(part_, pen_, context.style.sheet(),
            [this](Pen& pen, std::size_t page) { return head(pen, page); }) {}

layout::Part SheetWriter::take() {
  flow_.finish();
  return std::move(part_);
}

Length SheetWriter::head(Pen& pen, std::size_t page) {
  if (title_.zh.empty()) return {};
  if (page == 0) return draw_head(pen, false);
  Decoration decoration(pen);
  const auto height = draw_head(pen, true);
  return table_head ? height + table_head(pen, height) : height;
}

Length SheetWriter::draw_head(Pen& pen, bool continued) {
  const auto& style = context_.style;
  const auto second =
      continued ? context_.say("head.continued", {{"title", title_.en}}).en : title_.en;
  const auto split = style.column(7);
  Length height;
  if (continued) {
    height = pair(context_, pen, left(), {}, split - left(), style.title, style.title_second,
                  {title_.zh, second});
  } else {
    Tagged tag(pen, TagType::h1);
    height = pair(context_, pen, left(), {}, split - left(), style.title, style.title_second,
                  {title_.zh, second});
  }
  Decoration decoration(pen);
  const auto name = words::cover_name(context_.name(context_.plan.ruling.people.applicant));
  Type bold = style.zh_bold;
  bold.size = Length::pt(12) * style.scale();
  auto y = style.mm(2.5);
  y += name_lines(pen, split, y, right() - split, bold, name.first, {}, Align::right);
  if (!name.second.empty())
    y += name_lines(pen, split, y, right() - split, style.second, name.second, context_.second,
                    Align::right);
  height = std::max(height, y) + style.mm(2.5);
  pen.rule(left(), height, width(), Style::head_rule);
  return height + style.mm(2.5);
}

Length pair(const Context& context, Pen& pen, Length x, Length y, Length width, const Type& zh,
            const Type& second, const Bilingual& text, Align align) {
  auto used = text.zh.empty() ? Length{} : pen.paragraph(x, y, width, zh, text.zh, {}, align);
  if (!text.en.empty())
    used += pen.paragraph(x, y + used, width, second, text.en, context.second, align);
  return used;
}

Length section_heading(const Context& context, Pen& pen, Length x, Length y, Length width,
                       const Bilingual& text) {
  const auto& style = context.style;
  Tagged tag(pen, TagType::h2);
  const auto used = pen.line(x, y, style.section, text.zh);
  const auto gap = style.mm(2.5);
  const auto second = pen.width(style.section_second, text.en);
  if (used + gap + second <= width) {
    pen.line(x + used + gap, y, style.section_second, text.en, context.second);
    return style.section.leading;
  }
  return style.section.leading +
         pen.paragraph(x, y + style.section.leading, width, style.second, text.en, context.second);
}

namespace {

/// How many boxes from `first` on go into one column, headings kept with what they head.
std::size_t column_end(const std::vector<Box>& boxes, std::size_t first, Length room) {
  Length used{};
  std::size_t end = first;
  while (end < boxes.size()) {
    auto next = end;  // a heading and the first box below it
    auto height = boxes[next].height;
    while (boxes[next].keep_with_next && next + 1 < boxes.size()) height += boxes[++next].height;
    if (used + height > room && end > first) break;
    used += height;
    end = next + 1;
  }
  return end;
}

/// The least height at which the rest fills two columns; `room` where it does not fit.
Length balanced(const std::vector<Box>& boxes, std::size_t first, Length room) {
  for (auto height = Length::mm(10); height < room; height += Length::mm(1.25))
    if (column_end(boxes, column_end(boxes, first, height), height) == boxes.size()) return height;
  return room;
}

Length add_column(Pen& pen, Box& page, std::vector<Box>& boxes, std::size_t first, std::size_t end,
                  Length x) {
  Length y{};
  for (auto i = first; i < end; ++i) {
    for (const auto figure : boxes[i].figures) {
      pen.tag(figure).box->at.x += x;
      pen.tag(figure).box->at.y += y;
      page.figures.push_back(figure);
    }
    for (auto& item : boxes[i].items) {
      item.at.x += x;
      item.at.y += y;
      page.items.push_back(std::move(item));
    }
    y += boxes[i].height;
  }
  return y;
}

}  // namespace

void two_columns(SheetWriter& sheet, std::vector<Box> boxes, Length right) {
  auto& flow = sheet.flow();
  auto& pen = sheet.pen();
  std::size_t first = 0;
  while (first < boxes.size()) {
    const auto height = balanced(boxes, first, flow.room());
    const auto middle = column_end(boxes, first, height);
    auto end = column_end(boxes, middle, height);
    // A box that is higher than the right column begins the next page, and takes nothing with it.
    if (middle < end && boxes[middle].height > flow.room()) end = middle;
    if (flow.is_at_top()) {
      drop_rule_on_top(boxes[first]);
      if (middle < end) drop_rule_on_top(boxes[middle]);
    }
    Box page;
    page.height = add_column(pen, page, boxes, first, middle, {});
    page.height = std::max(page.height, add_column(pen, page, boxes, middle, end, right));
    flow.add(std::move(page));
    first = end;
    if (first < boxes.size()) flow.new_page();
  }
}

layout::Part less_white(const Context& context, layout::Part usual,
                        const std::function<layout::Part(const Context&)>& compose) {
  if (usual.pages.size() < 2) return usual;
  Length lowest{};
  for (const auto& item : usual.pages.back().items) lowest = std::max(lowest, item.at.y);
  const auto& sheet = context.style.sheet();
  if (lowest - sheet.top > (sheet.bottom - sheet.top) * 0.5) return usual;
  const Style tight(context.options.paper, context.options.print, Spacing::tight);
  auto fewer = compose(context.with(tight));
  return fewer.pages.size() < usual.pages.size() ? std::move(fewer) : std::move(usual);
}

std::string unbroken(std::string_view text) {
  std::string whole;
  for (const char c : text)
    if (c == ' ')
      whole += "\u00a0";
    else
      whole += c;
  return whole;
}

Length name_lines(Pen& pen, Length x, Length y, Length width, Type type, std::string_view name,
                  std::string_view language, Align align) {
  constexpr auto smallest = Length::pt(8);
  Length widest{};
  for (std::size_t from = 0; from < name.size();) {
    const auto to = std::min(name.find(' ', from), name.size());
    widest = std::max(widest, pen.width(type, name.substr(from, to - from)));
    from = to + 1;
  }
  if (widest > width && type.size > smallest) {
    const auto size = std::max(smallest, type.size * (width / widest) * 0.99);
    type.leading = type.leading * std::max(0.75, size / type.size);
    type.size = size;
  }
  return pen.paragraph(x, y, width, type, name, language, align);
}

Box keyed_item(const Context& context, Pen& pen, Length x, Length width, std::string_view key,
               const Bilingual& text, const std::string& sources) {
  const auto& style = context.style;
  const auto indent = style.mm(8.75);
  Tagged item(pen, TagType::li);
  {
    Tagged label(pen, TagType::lbl);
    Type bold = style.zh_bold;
    bold.size = style.note.size;
    pen.line(x, {}, bold, key);
  }
  Tagged body(pen, TagType::lbody);
  auto said = text;
  if (!sources.empty()) said.zh += sources;
  const auto height =
      pair(context, pen, x + indent, {}, width - indent, style.note, style.second_note, said);
  return pen.take(height + style.gap(1.875));
}

std::vector<Bilingual> source_lines(const Context& context,
                                    const std::vector<model::Citation>& citations,
                                    const std::vector<model::NoteId>& notes, Dates dates) {
  std::vector<Bilingual> lines;
  for (const auto& citation : citations) {
    auto line = context.source_key(citation.source);
    if (dates == Dates::shown && citation.published.year != 0)
      line += " " + citation.published.iso();
    if (std::none_of(lines.begin(), lines.end(), [&](const auto& l) { return l.zh == line; }))
      lines.push_back({line, {}});
  }
  if (std::any_of(citations.begin(), citations.end(),
                  [](const auto& c) { return c.certainty == model::Certainty::inferred; }))
    lines.push_back(context.say("source.inferred"));
  for (const auto& note : notes) {
    auto line = context.say("source.disagree");
    lines.push_back({line.zh + " " + note.value, {}});
  }
  return lines;
}

std::string source_mark(const Context& context, const std::vector<model::Citation>& citations) {
  std::string keys;
  for (const auto& line : source_lines(context, citations, {}, Dates::left_to_key)) {
    if (!keys.empty()) keys += ",";  // after which ICU breaks no line
    keys += line.zh;
  }
  return keys.empty() ? keys : "〔" + keys + "〕";
}

namespace {

Bilingual about(const Context& context, const model::Question& question, const Bilingual& text) {
  Bilingual who;
  if (question.role) {
    who = context.say("questions.role", {{"role", *question.role}});
  } else if (question.whose) {
    who = context.say("questions.person", {{"person", *question.whose}});
  }
  return {context.words.fill(words::Language::zh, text.zh, {{"who", who.zh}}, context.people),
          context.words.fill(words::Language::en, text.en, {{"who", who.en}}, context.people)};
}

}  // namespace

Bilingual question_text(const Context& context, const model::Question& question) {
  return about(context, question, context.library.ask(question.declared));
}

Bilingual question_reason(const Context& context, const model::Question& question) {
  return about(context, question, context.library.why(question.declared));
}

std::vector<Bilingual> about_translation(const Context& context) {
  const auto& second = context.library.second;
  std::vector<Bilingual> all;
  if (second.is_unreviewed()) all.push_back(context.say("translation.unreviewed"));
  if (second.translated < second.all)
    all.push_back(
        context.say("translation.coverage", {{"done", static_cast<std::int64_t>(second.translated)},
                                             {"all", static_cast<std::int64_t>(second.all)}}));
  return all;
}

std::string name_line(const Context& context, const PersonKey& person) {
  return words::one_line_name(context.name(person));
}

}  // namespace tongxing::compose
