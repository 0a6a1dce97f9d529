// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/field_writer.h"

#include <algorithm>

namespace tongxing::forms {
namespace {

using foreign::Field;
using foreign::FieldType;

/// A name with everything but letters and digits written as #xx (7.3.5).
void put_name(std::string& out, std::string_view name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  out += '/';
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '_' || c == '.';
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '#';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
}

}  // namespace

void FieldWriter::write(pdf::PartBuilder& part, pdf::ObjectNumber next, pdf::ObjectNumber resources,
                        const std::string& form_fonts) {
  next_ = next;
  const auto& blank = prepared_.blank;
  for (const auto& filling : fillings_)
    if (filling.field) value(filling);
  for (const auto& answer : answers_.all)
    if (answer.field != nullptr) look(part, answer, resources);
  for (const auto& [number, object] : blank.fields) {
    auto& out = part.object(static_cast<pdf::ObjectNumber>(number));
    const auto changed = changed_.find(number);
    out += "<<" + object.always;
    out += changed == changed_.end() ? object.blank : changed->second;
    out += ">>";
  }
  if (blank.form == 0) return;
  auto& form = part.object(static_cast<pdf::ObjectNumber>(blank.form));
  form += "<<" + blank.form_entries + "/NeedAppearances false/DR<<" + blank.resources;
  form += "/Font<<" + blank.fonts + form_fonts + ">>>>>>";
}

void FieldWriter::value(const Filling& filling) {
  const auto& field = prepared_.form.fields[*filling.field];
  auto& out = changed_[field.object];
  if (!with_ink_ && !is_button(field)) return;
  out += "/V ";
  if (is_button(field)) {
    put_name(out, filling.chosen.empty() || !with_ink_ ? "Off" : filling.chosen.front());
  } else if (filling.chosen.size() > 1) {
    out += '[';
    for (const auto& one : filling.chosen) pdf::put_text(out, one);
    out += ']';
  } else {
    pdf::put_text(out, filling.chosen.empty() ? filling.text : filling.chosen.front());
  }
}

/// Where the value is typed on: our font, the size as the field has it.
std::string FieldWriter::default_appearance(const Answer& answer) const {
  if (fonts_.empty()) return {};
  auto face = fonts_.first_face();
  for (const auto& placed : answer.drawing.lines)
    if (with_ink_ && !placed.line.runs.empty()) {
      face = placed.line.runs.front().face;
      break;
    }
  std::string operators = "/FilledV" + std::to_string(static_cast<std::size_t>(face)) + ' ';
  pdf::put(operators, Length::pt(answer.field->font_size));
  operators += " Tf ";
  put_colour(operators, answer.field->colour, false);
  operators.pop_back();
  std::string out = "/DA";
  pdf::put_text(out, operators);
  return out;
}

void FieldWriter::look(pdf::PartBuilder& part, const Answer& answer, pdf::ObjectNumber resources) {
  auto& out = changed_[answer.widget->object];
  if (!is_button(*answer.field)) {
    out += default_appearance(answer) + "/AP<</N ";
    pdf::put_reference(out, look_stream(part, answer, answer.drawing, resources));
    out += ">>";
    return;
  }
  const auto& state = answer.widget->on_state;
  auto on = draw_mark(answer.drawing.size,
                      answer.field->type == FieldType::radio ? Mark::dot : Mark::tick);
  Drawing off;
  off.size = on.size;
  on.ground = off.ground =
      draw_ground(*answer.widget, on.size, answer.field->type == FieldType::radio);
  on.colour = answer.field->colour;
  out += "/AP<</N<<";
  put_name(out, state);
  out += ' ';
  pdf::put_reference(out, look_stream(part, answer, on, resources));
  out += "/Off ";
  pdf::put_reference(out, look_stream(part, answer, off, resources));
  out += ">>>>/AS ";
  put_name(out, answer.drawing.marks.empty() || !with_ink_ ? "Off" : state);
}

pdf::ObjectNumber FieldWriter::look_stream(pdf::PartBuilder& part, const Answer& answer,
                                           const Drawing& drawing, pdf::ObjectNumber resources) {
  std::string content = is_button(*answer.field) ? "q\n" : "/Tx BMC\nq\n";
  put_drawing(content, drawing, fonts_, with_ink_);
  content += is_button(*answer.field) ? "Q\n" : "Q\nEMC\n";
  std::string dictionary = "/Type/XObject/Subtype/Form/BBox[0 0 ";
  pdf::put(dictionary, drawing.size.width);
  dictionary += ' ';
  pdf::put(dictionary, drawing.size.height);
  // /Rotate turns the page, and the widget with it, the other way round.
  const int turn = (answer.widget->rotation + prepared_.form.pages[answer.page].rotation) % 360;
  dictionary += "]/Matrix[";
  put_matrix(dictionary, turn == 90    ? foreign::Matrix{0, 1, -1, 0, 0, 0}
                         : turn == 180 ? foreign::Matrix{-1, 0, 0, -1, 0, 0}
                         : turn == 270 ? foreign::Matrix{0, -1, 1, 0, 0, 0}
                                       : foreign::Matrix{});
  dictionary += "]/Resources ";
  pdf::put_reference(dictionary, resources);
  part.stream(next_, dictionary, content, pdf::Packing::deflated);
  return next_++;
}

}  // namespace tongxing::forms
