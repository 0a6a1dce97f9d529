// SPDX-License-Identifier: GPL-3.0-or-later
// Our letters: data in a table, paragraph facing paragraph, room to sign. Never signed by us.
#include <algorithm>
#include <array>

#include "compose/form_layer.h"
#include "compose/letter_tables.h"
#include "compose/parts.h"

namespace tongxing::compose {

namespace {

using layout::Align;
using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using model::Bilingual;
using model::Signature;
using model::Verdict;
using page::TagType;

/// From easy (0) to tight (1).
LetterSpacing spacing(double tight) {
  const auto between = [&](double easy, double least) {
    return Length::mm(easy + (least - easy) * tight);
  };
  return {between(8.75, 8),    between(1.875, 0), between(3.75, 1.25),
          between(3.75, 1.25), between(24, 18),   between(25, 12.5)};
}

class LetterSheet {
 public:
  LetterSheet(const Context& context, const model::Letter& letter, const plan::Part& part,
              LetterSpacing spacing)
      : spacing_(spacing),
        context_(context),
        style_(context.style),
        letter_(letter),
        values_(context, part),
        sheet_(context, {}),
        tables_(context, spacing_, values_, sheet_),
        arguments_(values_.arguments()) {}

  layout::Part write() {
    head();
    title();
    for (std::size_t i = 0; i < letter_.blocks.size(); ++i) {
      last_ = i + 1 == letter_.blocks.size();
      std::visit([&](const auto& each) { draw(each); }, letter_.blocks[i]);
    }
    signatures();
    notary();
    footer();
    return sheet_.take();
  }

 private:
  Pen& pen() { return sheet_.pen(); }
  layout::Flow& flow() { return sheet_.flow(); }
  Length left() const { return sheet_.left(); }
  Length width() const { return sheet_.width(); }

  Bilingual fill(const Bilingual& text) const {
    return {context_.words.fill(words::Language::zh, text.zh, arguments_, context_.people),
            context_.words.fill(words::Language::en, text.en, arguments_, context_.people)};
  }

  // Whether it is signed and what to do with it: both in one line, never part of the letter.
  void head() {
    const Style normal(context_.options.paper);
    auto second = normal.second;
    second.leading = normal.zh_bold.leading;
    {
      Tagged paragraph(pen(), TagType::p);
      const auto used = pen().line(left(), {}, normal.zh_bold, letter_.status.zh);
      pen().line(left() + used + Length::mm(3), {}, second, letter_.status.en, context_.second);
    }
    {
      Tagged paragraph(pen(), TagType::p);
      const auto en = pen().width(second, letter_.instruction.en);
      const auto zh = pen().width(normal.zh_bold, letter_.instruction.zh);
      const auto x = sheet_.right() - en - zh - Length::mm(3);
      pen().line(x, {}, normal.zh_bold, letter_.instruction.zh);
      pen().line(x + zh + Length::mm(3), {}, second, letter_.instruction.en, context_.second);
    }
    {
      Decoration decoration(pen());
      pen().rule(left(), Length::mm(6.25), width(), Style::row_rule);
    }
    flow().add(Length::mm(8.75));
  }

  void title() {
    Tagged heading(pen(), TagType::h1);
    pen().line(left(), {}, style_.letter_title, letter_.title.zh, {}, Align::centre, width());
    pen().line(left(), Length::mm(10), style_.form_title_second, letter_.title.en, context_.second,
               Align::centre, width());
    flow().add(Length::mm(18.75));
  }

  template <class Table>
  void draw(const Table& table) {
    tables_.draw(table);
  }

  // While it is open whether it holds, the family ticks it, or does not.
  void draw(const model::Paragraph& paragraph) {
    const auto holds = values_.holds(paragraph.text);
    if (holds == Verdict::no) return;
    const auto said = fill(paragraph.text);
    const auto indent = holds == Verdict::unknown ? Length::mm(5) : Length{};
    const auto half = Style::columns(6);
    Length zh, en;
    {
      Tagged tag(pen(), TagType::p);
      if (holds == Verdict::unknown) {
        tables_.box(left(), Length::mm(0.3), false, said);
        Tagged text(pen(), TagType::span);
        zh = pen().paragraph(left() + indent, {}, half - indent, style_.letter, said.zh);
      } else {
        zh = pen().paragraph(left(), {}, half, style_.letter, said.zh);
      }
    }
    {
      page::Tag tag;
      tag.type = TagType::p;
      tag.language = context_.second;
      Tagged second(pen(), std::move(tag));
      en = pen().paragraph(style_.column(6), {}, half, style_.letter_second, said.en,
                           context_.second);
    }
    // Nobody signs a page on which nothing is said.
    flow().add(std::max(zh, en) + spacing_.paragraph, last_);
  }

  // As many lines as what is signed needs.
  void signatures() {
    std::vector<const Signature*> shown;
    for (const auto& each : letter_.signatures)
      if (!each.of || values_.has(*each.of)) shown.push_back(&each);
    const bool several = total_width(shown) > width();
    const auto clear = several ? std::min(spacing_.sign, Length::mm(18)) : spacing_.sign;
    auto x = left();
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const auto used = signature_width(shown[i]->kind);
      if (x > left() && x + used > sheet_.right() + Length::mm(0.1)) {
        flow().add(clear + caption, true);
        x = left();
      }
      sign(*shown[i], x, used, clear);
      x += used + Length::mm(6);
    }
    flow().add(clear + caption);
    flow().space(spacing_.signature);
  }

  static constexpr auto caption = Length::mm(10);

  static Length total_width(const std::vector<const Signature*>& shown) {
    Length total = Length::mm(-6.1);
    for (const auto* each : shown) total += signature_width(each->kind) + Length::mm(6);
    return total;
  }

  static Length signature_width(Signature::Kind kind) {
    switch (kind) {
      case Signature::Kind::signature:
        return Length::mm(84);
      case Signature::Kind::fingerprint:
        return Length::mm(24);
      default:
        return Length::mm(54);
    }
  }

  void sign(const Signature& signature, Length x, Length room, Length clear) {
    {
      Decoration decoration(pen());
      switch (signature.kind) {
        case Signature::Kind::fingerprint:
          pen().frame(x, {}, room, clear, Style::writing_line);
          break;
        case Signature::Kind::stamp:  // a place, as light as a frame can be
          pen().frame(x, {}, room, clear, Style::writing_line, {Length::pt(2), Length::pt(1.5)});
          break;
        default:
          pen().rule(x, clear, room, Style::writing_line);
      }
      if (signature.kind == Signature::Kind::date) {
        int i = 0;
        for (const char* unit : {"letter.year", "letter.month", "letter.day"})
          pen().line(x + Length::mm(17) * ++i - Length::mm(1), clear - Length::mm(5.5),
                     style_.letter, context_.say(unit).zh);
      }
    }
    Tagged below(pen(), TagType::p);
    const auto said = fill(signature.caption);
    pen().line(x, clear + Length::mm(1.25), style_.form_label, said.zh);
    pen().line(x, clear + Length::mm(5.625), style_.form_label_second, said.en, context_.second);
  }

  void notary() {
    if (letter_.notary.zh.empty()) return;
    const auto height = spacing_.notary;
    {
      Decoration decoration(pen());
      pen().fill(left(), {}, width(), form_head_height, 237);
      pen().frame(left(), {}, width(), height, Style::form_frame);
      pen().rule(left(), form_head_height, width(), Style::form_grid);
    }
    {
      Tagged paragraph(pen(), TagType::p);
      const auto said = fill(letter_.notary);
      const auto x = left() + form_inset;
      const auto used = pen().line(x, {}, style_.form_section, said.zh);
      pen().line(x + used + Length::mm(2.5), {}, style_.form_section_second, said.en,
                 context_.second);
    }
    flow().add(height, !letter_.footer.empty());  // a note is no page of its own
    flow().space(Length::mm(2.5));
  }

  void footer() {
    for (const auto& note : letter_.footer) {
      if (values_.holds(note) == Verdict::no) continue;
      Tagged paragraph(pen(), TagType::p);
      const auto height = pair(context_, pen(), left(), {}, width(), style_.form_label,
                               style_.form_label_second, fill(note));
      flow().add(height + Length::mm(1.25));
    }
  }

  const LetterSpacing spacing_;
  const Context& context_;
  const Style& style_;
  const model::Letter& letter_;
  LetterValues values_;
  SheetWriter sheet_;
  LetterTables tables_;
  words::Arguments arguments_;
  bool last_ = false;  ///< the block being drawn is the last one
};

}  // namespace

layout::Part compose_letter(const Context& context, const model::Letter& letter,
                            const plan::Part& part) {
  auto written = LetterSheet(context, letter, part, spacing(0)).write();
  for (const double tight : {0.35, 0.7, 1.0})
    if (written.pages.size() > 1)
      written = LetterSheet(context, letter, part, spacing(tight)).write();
  return written;
}

}  // namespace tongxing::compose
