// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/checklist_case.h"

#include <algorithm>
#include <utility>

#include "compose/blocks.h"

namespace tongxing::compose {

namespace {

using layout::Decoration;
using layout::Pen;
using model::Bilingual;
using model::Needed;
using model::Requirement;
using model::Verdict;

/// The first word of the column: 已有, 缺, or none.
enum class Flag : std::uint8_t { none, held, missing };

struct Status {
  Flag flag = Flag::none;
  Bilingual said;
};

class CaseColumn {
 public:
  CaseColumn(const Context& context, Pen& pen, const Requirement& each, Length x, Length width)
      : context_(context), style_(context.style), pen_(pen), each_(each), x_(x), width_(width) {}

  Length draw(Length y) {
    auto now = status();
    for (const auto& remark : each_.remarks) {
      auto said = context_.say(remark.text);
      if (!is_of_the_line(remark)) said.zh += source_mark(context_, remark.sources);
      add(now.said, said);
    }
    y = draw(now, y);
    for (const auto& option : each_.options) y = alternative(option, y);
    for (const auto question : questions()) y = open_question(question, y);
    return y;
  }

 private:
  /// Does the column of sources say already where the remark is from?
  bool is_of_the_line(const model::Statement& remark) const {
    return std::all_of(remark.sources.begin(), remark.sources.end(), [&](const auto& one) {
      return std::any_of(each_.sources.begin(), each_.sources.end(), [&](const auto& other) {
        return one.source == other.source && one.certainty == other.certainty;
      });
    });
  }

  /// One sentence after the other, in one line as far as it goes: rows stay low.
  void add(Bilingual& to, const Bilingual& more) const {
    to = context_.words.joined(to, words::Mark::semicolon, more);
  }

  std::vector<std::size_t> questions() const {
    std::vector<std::size_t> numbers;
    for (const auto& fact : each_.hinges_on)
      if (const auto number = context_.question(fact.value)) numbers.push_back(number);
    return numbers;
  }

  Status status() const {
    Status now;
    const auto reason = each_.because.empty() ? Bilingual{} : context_.say(each_.because.front());
    if (each_.needed == Needed::recommended) add(now.said, context_.say("checklist.recommended"));
    if (each_.needed == Needed::unknown) add(now.said, context_.say("checklist.unknown_needed"));
    if (each_.same_as) {
      add(now.said, context_.say("checklist.same_paper",
                                 {{"line", static_cast<std::int64_t>(*each_.same_as + 1)}}));
      return now;
    }
    if (each_.supply == model::Supply::packet) return supplied(std::move(now), reason);
    if (!each_.options.empty()) add(now.said, context_.say("checklist.one_of"));
    now.flag = flag();
    if (now.flag == Flag::held && each_.options.empty())
      add(now.said, held(reason));
    else if (now.flag == Flag::missing && each_.held.expired && each_.held.valid_until)
      add(now.said, context_.say("checklist.expired", {{"date", *each_.held.valid_until}}));
    else
      add(now.said, reason);
    if (each_.held.satisfied == Verdict::unknown && each_.options.empty() && questions().empty())
      add(now.said, context_.say("checklist.unknown_held"));  // unknown is never taken for yes
    if (each_.document.value == "photo") add(now.said, photo_page());
    return now;
  }

  // Which one of several is held, its ring says.
  Flag flag() const {
    if (each_.held.satisfied == Verdict::yes)
      return each_.options.empty() ? Flag::held : Flag::none;
    return each_.held.satisfied == Verdict::no ? Flag::missing : Flag::none;
  }

  Bilingual held(const Bilingual& reason) const {
    if (each_.held.valid_until)
      return context_.say("checklist.valid_until", {{"date", *each_.held.valid_until}});
    if (!each_.held.ending.empty() && !context_.profile.mask_ids)
      return context_.say("checklist.number_ending", {{"ending", each_.held.ending}});
    return reason;
  }

  Bilingual photo_page() const {
    const auto* day = context_.range(plan::PartKind::day);
    if (!day || !context_.plan.ruling.photo) return {};
    return context_.say("checklist.photo_size", {{"pages", std::to_string(day->first)}});
  }

  // A form to copy, or a letter to sign: where it stands in this packet.
  Status supplied(Status now, const Bilingual& reason) const {
    if (const auto* pages = form()) {
      if (each_.held.satisfied == Verdict::yes) now.flag = Flag::held;
      add(now.said, context_.say("checklist.copy_from", {{"pages", pages->text()}}));
      return now;
    }
    const auto* pages = letter();
    now.flag = each_.held.satisfied == Verdict::yes           ? Flag::held
               : pages || each_.held.satisfied == Verdict::no ? Flag::missing
                                                              : Flag::none;
    add(now.said, reason);
    if (pages && now.flag == Flag::missing)
      add(now.said, context_.say("checklist.to_sign", {{"pages", pages->text()}}));
    return now;
  }

  /// The worksheet for this very form.
  const PageRange* form() const {
    const auto& papers = context_.library.rules.papers;
    const auto& parts = context_.plan.parts;
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (parts[i].kind == plan::PartKind::form && context_.pages[i].count > 0 &&
          parts[i].code == papers.at(each_.document).code)
        return &context_.pages[i];
    return nullptr;
  }

  const PageRange* letter() const {
    const auto& parts = context_.plan.parts;
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (parts[i].kind == plan::PartKind::letter && context_.pages[i].count > 0 &&
          is_served_by(parts[i]))
        return &context_.pages[i];
    return nullptr;
  }

  bool is_served_by(const plan::Part& part) const {
    const auto& subjects = part.subjects;
    if (each_.whose && !subjects.empty() &&
        std::find(subjects.begin(), subjects.end(), *each_.whose) == subjects.end())
      return false;
    for (const auto& rule : context_.procedure().letters)
      if (rule.letter == part.letter && std::find(rule.documents.begin(), rule.documents.end(),
                                                  each_.document) != rule.documents.end())
        return true;
    return false;
  }

  // 已有 in bold, or 缺 reversed out of black; then the words.
  Length draw(const Status& now, Length y) {
    if (now.flag == Flag::none)
      return now.said.zh.empty() ? y
                                 : y + pair(context_, pen_, x_, y, width_, style_.note,
                                            style_.second_note, now.said);
    const bool reversed = now.flag == Flag::missing;
    const auto flag = context_.say(reversed ? "checklist.flag_missing" : "checklist.flag_held");
    layout::Type bold = style_.note;
    bold.role = text::Role::sans_bold;
    const auto flag_width = pen_.width(bold, flag.zh);
    const auto pad = reversed ? style_.mm(1.25) : Length{};
    if (reversed) {
      Decoration decoration(pen_);
      pen_.fill(x_, y + style_.mm(0.6), flag_width + pad * 2, style_.mm(3.8));
    }
    pen_.shaped(x_ + pad, y + Pen::baseline(bold), bold, pen_.shaper().line(flag.zh, bold.role), {},
                {}, reversed ? page::Grey{255} : page::Grey{0});
    const auto indent = flag_width + pad * 2 + style_.mm(reversed ? 2.5 : 3);
    y += now.said.zh.empty()
             ? style_.note.leading
             : pen_.paragraph(x_ + indent, y, width_ - indent, style_.note, now.said.zh);
    const auto& colon = context_.words.formats(words::Language::en).mark(words::Mark::colon);
    y += pen_.paragraph(
        x_, y, width_, style_.second_note,
        layout::Words{{{flag.en + (now.said.en.empty() ? "" : colon), text::Role::latin_bold},
                       {now.said.en, text::Role::latin}},
                      context_.second});
    return y;
  }

  Length alternative(const model::Alternative& option, Length y) {
    const auto indent = style_.mm(6.5);
    const bool held = option.held.satisfied == Verdict::yes;
    {
      Decoration decoration(pen_);
      pen_.ring(x_, y + style_.mm(0.9), style_.mm(3.2), Style::box_stroke, held);
    }
    auto said = context_.say("document." + option.document.value);
    const auto also = [&](const Bilingual& more) {
      said = context_.words.joined(said, words::Mark::comma, more);
    };
    if (option.held.expired && option.held.valid_until)
      also(context_.say("checklist.expired", {{"date", *option.held.valid_until}}));
    else if (held && option.held.valid_until)
      also(context_.say("checklist.held_until", {{"date", *option.held.valid_until}}));
    else if (held)
      also(context_.say("checklist.flag_held"));
    if (option.remark) also(context_.say(*option.remark));
    return y +
           pair(context_, pen_, x_ + indent, y, width_ - indent, style_.note, style_.second_note,
                said) +
           style_.mm(0.6);
  }

  // A dashed box, and the number of the question: a copy loses neither.
  Length open_question(std::size_t number, Length y) {
    const auto indent = style_.mm(6.5), box = style_.mm(4.4);
    {
      Decoration decoration(pen_);
      pen_.frame(x_, y + style_.mm(0.9), box, box, Style::box_stroke,
                 {Length::pt(2), Length::pt(1.5)});
    }
    const auto label =
        context_.say("form.question", {{"question", static_cast<std::int64_t>(number)}});
    const auto asked =
        question_text(context_, context_.plan.ruling.checklist.questions[number - 1]);
    return y + style_.mm(0.6) +
           pair(context_, pen_, x_ + indent, y + style_.mm(0.6), width_ - indent, style_.note,
                style_.second_note, context_.words.joined(label, words::Mark::colon, asked));
  }

  const Context& context_;
  const Style& style_;
  Pen& pen_;
  const Requirement& each_;
  Length x_, width_;
};

}  // namespace

bool is_missing(const Requirement& each) {
  return each.held.satisfied == Verdict::no && each.needed == Needed::yes && !each.same_as &&
         each.document.value != "cn-application-form";
}

Length family_case(const Context& context, Pen& pen, const Requirement& each, Length x, Length y,
                   Length width) {
  return CaseColumn(context, pen, each, x, width).draw(y);
}

Length document_name(const Context& context, Pen& pen, const Requirement& each, Length x, Length y,
                     Length width) {
  const auto& style = context.style;
  auto name = context.say("document." + each.document.value);
  std::string below;  // the country, where it does not go beside the name
  if (each.country) {
    const auto country = context.say("country.name", {{"country", *each.country}});
    below = "（" + country.zh + "）";
    if (pen.width(style.zh_bold, name.zh + below) <= width) name.zh += std::exchange(below, {});
    name.en += ", " + unbroken(country.en);
  }
  auto used = pen.paragraph(x, y, width, style.zh_bold, name.zh);
  if (!below.empty()) used += pen.paragraph(x, y + used, width, style.zh_bold, below);
  return used + pen.paragraph(x, y + used, width, style.second, name.en, context.second);
}

}  // namespace tongxing::compose
