// SPDX-License-Identifier: GPL-3.0-or-later
// On the day: what to do in which order, the photograph at true size, what to watch, what the
// sources disagree on, what nobody could tell, and what was left out and why.
#include <algorithm>

#include "compose/blocks.h"
#include "compose/parts.h"
#include "compose/photo.h"

namespace tongxing::compose {

namespace {

using layout::Align;
using layout::Box;
using layout::Decoration;
using layout::Pen;
using layout::Tagged;
using model::Bilingual;
using page::TagType;

class Day {
 public:
  explicit Day(const Context& context)
      : context_(context), style_(context.style), sheet_(context, context.say("part.day")) {}

  layout::Part write() {
    steps();
    lists();
    return sheet_.take();
  }

 private:
  Pen& pen() { return sheet_.pen(); }
  layout::Flow& flow() { return sheet_.flow(); }

  void steps() {
    const auto& steps = context_.plan.ruling.steps;
    flow().space(style_.mm(1.25));
    if (steps.empty()) {
      Tagged paragraph(pen(), TagType::p);
      const auto height = pair(context_, pen(), sheet_.left(), {}, sheet_.width(), style_.zh,
                               style_.second, context_.say_for_office("day.no_steps"));
      return flow().add(height);
    }
    const auto heading = context_.say("day.order", {{"date", context_.plan.as_of}});
    flow().add(section_heading(context_, pen(), sheet_.left(), {}, sheet_.width(), heading) +
                   style_.mm(2.5),
               true);
    Tagged list(pen(), TagType::l);
    for (std::size_t i = 0; i < steps.size(); ++i) step(steps[i], i + 1);
  }

  void step(const model::Step& step, std::size_t number) {
    const auto left = sheet_.left(), right = sheet_.right();
    const auto where_width = style_.mm(30), box = style_.mm(4.4);
    Tagged item(pen(), TagType::li);
    {
      Decoration decoration(pen());
      pen().frame(left, style_.mm(0.3), box, box, Style::box_stroke);
    }
    {
      Tagged label(pen(), TagType::lbl);
      pen().line(left + style_.mm(7.5), {}, style_.zh_bold, std::to_string(number));
    }
    Tagged body(pen(), TagType::lbody);
    auto said = context_.say(step.what);
    said.zh += source_mark(context_, step.sources);
    const auto x = left + style_.mm(15);
    const auto height =
        pair(context_, pen(), x, {}, right - where_width - x, style_.zh, style_.second, said);
    if (step.where)
      pen().line(right - where_width, {}, style_.note, context_.say(*step.where).zh, {},
                 Align::right, where_width);
    flow().add(height + style_.gap(2.5));
  }

  // Two columns of short lists, each under its heading.
  void lists() {
    const auto& checklist = context_.plan.ruling.checklist;
    const auto wide = style_.large() ? sheet_.width() : Style::columns(6);
    std::vector<Box> boxes;
    if (const auto& photo = context_.plan.ruling.photo)
      boxes = photo_boxes(context_, sheet_, *photo, wide);

    std::vector<Item> watch, disagree, unstated, use, information;
    Bilingual absent;  // one paragraph: it answers a question that few will ask
    const auto& ruling = context_.plan.ruling;
    if (ruling.place)
      for (std::size_t i = 1; i < ruling.place->remarks.size(); ++i)
        watch.push_back(stated(ruling.place->remarks[i]));
    for (const auto& remark : ruling.presence.remarks) watch.push_back(stated(remark));
    // How many questions are open stands at the head of the checklist.
    const AdvisoryId open_questions("W-MISSING-FACT");
    for (const auto& advisory : checklist.advisories)
      if (!advisory.blocking && advisory.code != open_questions)
        watch.push_back(
            {"!", context_.say(advisory.text), source_mark(context_, advisory.sources)});
    // One advisory can be raised for several people; said once, it is enough.
    for (auto each = watch.begin(); each != watch.end();) {
      const auto same = [&](const Item& item) { return item.text == each->text; };
      each = std::find_if(watch.begin(), each, same) == each ? each + 1 : watch.erase(each);
    }
    for (const auto& note : checklist.notes) {
      std::vector<model::Citation> cited;
      for (const auto& position : note.positions)
        cited.insert(cited.end(), position.sources.begin(), position.sources.end());
      disagree.push_back({note.id.value, context_.say(note.text), source_mark(context_, cited)});
    }
    for (const auto& sentence : checklist.unstated)
      unstated.push_back({"?", context_.say(sentence), {}});
    if (ruling.dates.ready || ruling.dates.latest)
      use.push_back({"·", ready(ruling.dates), source_mark(context_, ruling.dates.sources)});
    if (ruling.validity)
      use.push_back(
          {"·", validity(*ruling.validity), source_mark(context_, ruling.validity->sources)});
    for (const auto& [text, sources] : ruling.use)
      use.push_back({"·", context_.say(text), source_mark(context_, sources)});
    for (const auto& [text, sources] : ruling.information)
      information.push_back({"§", context_.say(text), source_mark(context_, sources)});
    for (const auto& line : checklist.left_out) {
      auto name = context_.say("document." + line.document.value);
      if (const auto role = role_of(line.whose); role && several(line.document)) {
        const auto whose = context_.say("cover.role", {{"role", *role}});
        name = {name.zh + "（" + whose.zh + "）", name.en + ", " + whose.en};
      }
      const auto why = context_.say(line.reason);
      absent = context_.words.joined(absent, words::Mark::semicolon,
                                     context_.words.joined(name, words::Mark::colon, why));
    }
    section(boxes, wide, "day.watch", watch);
    section(boxes, wide, "day.use", use);
    section(boxes, wide, "day.information", information);
    section(boxes, wide, "day.disagree", disagree);
    const bool mission = context_.procedure().at_mission;
    section(boxes, wide, mission ? "day.unstated_mission" : "day.unstated", unstated);
    if (!absent.zh.empty()) {
      heading(boxes, wide, "day.left_out");
      Tagged paragraph(pen(), TagType::p);
      boxes.push_back(pen().take(
          pair(context_, pen(), sheet_.left(), {}, wide, style_.note, style_.second_note, absent)));
    }
    flow().space(style_.gap(5));
    if (style_.large())
      for (auto& box : boxes) flow().add(std::move(box));
    else
      two_columns(sheet_, std::move(boxes), style_.column(6) - style_.column(0));
  }

  Bilingual ready(const model::Dates& dates) const {
    if (!dates.ready) return context_.say("day.latest", {{"date", *dates.latest}});
    if (dates.latest && *dates.latest != *dates.ready)
      return context_.say("day.ready_latest", {{"ready", *dates.ready}, {"latest", *dates.latest}});
    return context_.say("day.ready", {{"date", *dates.ready}});
  }

  Bilingual validity(const model::Validity& validity) const {
    const auto months = static_cast<std::int64_t>(validity.months);
    if (!validity.entries) return context_.say("day.valid_many", {{"months", months}});
    if (*validity.entries == 1) return context_.say("day.valid_once", {{"months", months}});
    return context_.say("day.valid_times",
                        {{"months", months}, {"entries", std::int64_t(*validity.entries)}});
  }

  // Whose paper, where several people could have one: the father's letter is needed, the mother's
  // not.
  bool several(const DocumentId& document) const {
    const auto& checklist = context_.plan.ruling.checklist;
    const auto same = [&](const auto& each) { return each.document == document; };
    return std::count_if(checklist.lines.begin(), checklist.lines.end(), same) +
               std::count_if(checklist.left_out.begin(), checklist.left_out.end(), same) >
           1;
  }

  std::optional<model::Role> role_of(const std::optional<PersonKey>& person) const {
    if (!person || *person == context_.plan.ruling.people.applicant) return std::nullopt;
    return context_.role(*person);
  }

  struct Item {
    std::string key;
    Bilingual text;
    std::string sources;
  };
  Item stated(const model::Statement& one) const {
    return {"!", context_.say(one.text), source_mark(context_, one.sources)};
  }

  void heading(std::vector<Box>& into, Length width, const char* id) {
    const auto x = sheet_.left();
    if (!into.empty()) into.push_back(pen().take(style_.gap(2.5)));
    {
      Decoration decoration(pen());
      pen().rule(x, {}, width, Style::head_rule);
    }
    const auto height =
        style_.mm(2.5) +
        section_heading(context_, pen(), x, style_.mm(2.5), width, context_.say(id)) +
        style_.mm(1.875);
    into.push_back(pen().take(height));
    into.back().keep_with_next = true;
    into.back().rule_on_top = true;
  }

  void section(std::vector<Box>& into, Length width, const char* id,
               const std::vector<Item>& items) {
    if (items.empty()) return;
    const auto x = sheet_.left();
    heading(into, width, id);
    Tagged list(pen(), TagType::l);
    for (const auto& item : items)
      into.push_back(keyed_item(context_, pen(), x, width, item.key, item.text, item.sources));
  }

  const Context& context_;
  const Style& style_;
  SheetWriter sheet_;
};

}  // namespace

layout::Part compose_day(const Context& context) {
  return Day(context).write();
}

}  // namespace tongxing::compose
