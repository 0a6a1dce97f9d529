// SPDX-License-Identifier: GPL-3.0-or-later
// A form of ours with nothing in it: the fixed layer, and fields where answers would stand.
#include <algorithm>
#include <map>

#include "compose/compose.h"
#include "compose/document.h"
#include "compose/form_layer.h"

namespace tongxing::compose {

namespace {

using model::Bilingual;
using model::Field;
using page::Fillable;
using page::TagType;

/// A line to type in, within a box that is higher: viewers make the type as large as the line.
constexpr auto typed_line = Length::mm(6);
/// Room around a box for the tick that leaves it.
constexpr auto tick_margin = form_tick * 0.25;

class BlankPage {
 public:
  BlankPage(const BlankJob& job, const Style& style, text::Shaper& shaper, layout::Part& part)
      : job_(job), style_(style), pen_(shaper, part.tags), part_(part) {}

  void write(const FormLayer& drawn, const model::FormPage& page) {
    for (const auto& section : page.sections)
      for (const auto& row : section.rows)
        for (const auto& cell : row.cells)
          if (cell.field && section.title) sections_[&*cell.field] = &*section.title;
    auto& made = part_.pages.emplace_back();
    made.size = style_.sheet().size;
    base_ = part_.tags.size();
    made.layer_tags = static_cast<page::TagId>(base_);
    adopt(*drawn.layer);
    made.layer = undecorated(*drawn.layer);
    for (const auto& field : drawn.fields) add(field);
    // A text behind a choice comes before the next choice.
    std::ranges::stable_sort(fields_, {}, &Fillable::tag);
    made.fields = std::move(fields_);
    if (drawn.photo) photo(drawn);
    layout::place(made, pen_.take({}), {});
  }

 private:
  page::TagId here(page::TagId local) const {
    return static_cast<page::TagId>(base_ + static_cast<std::size_t>(local));
  }

  void adopt(const page::Layer& layer) {
    for (std::size_t i = 0; i < layer.tags.size(); ++i) {
      auto tag = layer.tags[i];
      const auto parent = static_cast<std::size_t>(tag.parent);
      tag.parent = parent == i ? page::TagId{0} : here(tag.parent);
      part_.tags.push_back(std::move(tag));
    }
  }

  /// The square of a choice is no content here: a Form has its field and nothing else.
  static std::shared_ptr<const page::Layer> undecorated(page::Layer layer) {
    for (auto& item : layer.items)
      if (item.tag != page::artifact &&
          layer.tags[static_cast<std::size_t>(item.tag)].type == TagType::form)
        item.tag = page::artifact;
    return std::make_shared<const page::Layer>(std::move(layer));
  }

  void add(const PlacedField& placed) {
    const auto& field = *placed.field;
    switch (field.kind) {
      case Field::Kind::text:
      case Field::Kind::number:
        text(placed);
        break;
      case Field::Kind::date:
        date(placed);
        break;
      case Field::Kind::comb:
        comb(placed);
        break;
      case Field::Kind::choice:
        choice(placed);
        break;
      default:  // printed, or left to the pen
        break;
    }
  }

  void text(const PlacedField& placed) {
    Fillable made = blank(placed.tag, placed.field->name, tooltip(placed, {}));
    made.multiline = placed.field->lines > 1;
    made.box = placed.inner;
    if (!made.multiline) made.box = line_in(made.box);
    fields_.push_back(std::move(made));
  }

  static page::Rect line_in(page::Rect box) {
    if (const auto spare = box.size.height - typed_line; spare > Length{}) {
      box.at.y += spare / 2;
      box.size.height = typed_line;
    }
    return box;
  }

  // Three fields, before the characters that are printed behind them.
  void date(const PlacedField& placed) {
    const char* names[] = {"year", "month", "day"};
    for (std::size_t i = 0; i < placed.parts.size(); ++i) {
      const std::string name = names[i];
      Fillable made = blank(placed.parts[i].tag, placed.field->name + "." + name,
                            tooltip(placed, job_.library.words.say("form." + name)));
      made.box = line_in(placed.parts[i].box);
      made.max_length = i == 0 ? 4 : 2;
      fields_.push_back(std::move(made));
    }
  }

  void comb(const PlacedField& placed) {
    Fillable made = blank(placed.tag, placed.field->name, tooltip(placed, {}));
    made.comb = true;
    for (const auto group : placed.field->groups) made.max_length += group;
    made.box = placed.inner;
    made.size = style_.form_comb.size;
    fields_.push_back(std::move(made));
  }

  void choice(const PlacedField& placed) {
    const auto& field = *placed.field;
    for (std::size_t i = 0; i < placed.choices.size(); ++i) {
      const auto& option = placed.field->choices[i];
      Fillable made =
          blank(placed.choices[i].tag, field.several ? field.name + "." + option.is : field.name,
                tooltip(placed, option.label));
      made.kind = field.several ? Fillable::Kind::check : Fillable::Kind::radio;
      if (!field.several) made.group = tooltip(placed, {});
      made.option = option.is;
      const auto& box = placed.choices[i].box;
      made.box = {{box.at.x - tick_margin, box.at.y - tick_margin},
                  {box.size.width + tick_margin * 2, box.size.height + tick_margin * 2}};
      made.mark = tick(box.size.width);
      fields_.push_back(std::move(made));
    }
  }

  Fillable blank(page::TagId local, std::string name, std::string tooltip) {
    auto& tag = part_.tags[static_cast<std::size_t>(here(local))];
    tag.print_field.clear();
    tag.checked.reset();
    tag.description.clear();
    Fillable made;
    made.tag = here(local);
    made.name = std::move(name);
    made.tooltip = std::move(tooltip);
    return made;
  }

  page::Path tick(Length side) {
    pen_.open_artifact();
    pen_.tick({}, {}, side);
    pen_.close();
    auto path = std::get<page::Path>(pen_.take({}).items.back().draw);
    for (auto& point : path.points) point = point + page::Point{tick_margin, tick_margin};
    return path;
  }

  /// 监护人 1：姓名 / guardian 1: name
  std::string tooltip(const PlacedField& placed, const Bilingual& last) const {
    const auto section = sections_.find(placed.field);
    const auto joined = [&](std::string Bilingual::*side, const char* colon) {
      std::string all;
      for (const auto* each :
           {section == sections_.end() ? nullptr : section->second, &placed.label, &last}) {
        if (!each || (each->*side).empty() || each->*side == all) continue;
        all += (all.empty() ? "" : colon) + each->*side;
      }
      return all;
    };
    return joined(&Bilingual::zh, "：") + " / " + joined(&Bilingual::en, ": ");
  }

  void photo(const FormLayer& drawn) {
    const auto& frame = *drawn.photo;
    const layout::Type zh{text::Role::song, Length::pt(9), Length::mm(3.75), {}, 0},
        second{text::Role::latin_serif, Length::pt(7.5), Length::mm(3.75), {}, 0};
    const auto x = frame.at.x + Length::mm(1.5), width = frame.size.width - Length::mm(3);
    auto y = frame.at.y + Length::mm(15);
    pen_.enter(here(drawn.photo_tag));
    for (const char* id : {"form.photo", "form.photo_size", "form.photo_rules"}) {
      const auto said = job_.library.words.say(id);
      y += pen_.paragraph(x, y, width, zh, said.zh, {}, layout::Align::centre);
      if (said.en != said.zh)
        y += pen_.paragraph(x, y, width, second, said.en, job_.library.words.second(),
                            layout::Align::centre);
      y += Length::mm(1);
    }
    pen_.close();
  }

  const BlankJob& job_;
  const Style& style_;
  layout::Pen pen_;
  layout::Part& part_;
  std::map<const Field*, const Bilingual*> sections_;
  std::vector<Fillable> fields_;
  std::size_t base_ = 0;
};

/// Whole date of the newest source that says what the form asks.
std::optional<Date> newest(const BlankJob& job) {
  std::optional<Date> found;
  for (const auto& id : job.form.sources) {
    const auto published = job.library.rules.sources.at(id).published.whole();
    if (published && (!found || *found < *published)) found = published;
  }
  return found;
}

}  // namespace

page::Document compose_blank(const BlankJob& job, text::Shaper& shaper) {
  const Style style(job.paper);
  layout::Part part;
  part.tags.resize(1);
  part.tags[0].type = TagType::sect;
  for (std::size_t i = 0; i < job.form.pages.size(); ++i) {
    const auto layer = draw_form_layer(shaper, style, job.library.words, job.form, i);
    BlankPage(job, style, shaper, part).write(layer, job.form.pages[i]);
  }
  std::vector<NamedPart> parts;
  parts.push_back({std::move(part), job.library.words.say("fill.blank")});
  Footing footing{job.form.id.value, newest(job)};
  footing.label = "fill.form";
  auto document = compose::bind(std::move(parts), footing, false, job.library.words, style, shaper);
  document.outline.clear();
  document.title = job.form.title.zh + " " + job.form.title.en;
  document.id = job.form.id.value + ":" + content_hash(document, {});
  document.typed = shaper.fonts().face_for(text::Role::kai, U'中');
  return document;
}

}  // namespace tongxing::compose
