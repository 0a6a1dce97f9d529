// SPDX-License-Identifier: GPL-3.0-or-later
// tongxing forms inspect: the fields of an official PDF, none of their values.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "app/commands.h"
#include "app/official_form.h"
#include "base/source.h"

namespace tongxing::app {
namespace {

using Json = nlohmann::ordered_json;

const char* type_word(foreign::FieldType type) {
  switch (type) {
    case foreign::FieldType::text:
      return "text";
    case foreign::FieldType::checkbox:
      return "checkbox";
    case foreign::FieldType::radio:
      return "radio";
    case foreign::FieldType::combo:
      return "combo";
    case foreign::FieldType::list:
      return "list";
    case foreign::FieldType::signature:
      return "signature";
    case foreign::FieldType::button:
      return "button";
  }
  return "";
}

std::set<std::size_t> pages_of(const foreign::Field& field) {
  std::set<std::size_t> pages;
  for (const foreign::Widget& widget : field.widgets) pages.insert(widget.page + 1);
  return pages;
}

/// Hundredths of a millimetre are enough for any printer.
double millimetres(Length length) {
  return std::round(length.mm() * 100) / 100;
}

Json describe(const foreign::Field& field) {
  Json options = Json::array(), rects = Json::array();
  for (const foreign::FieldOption& option : field.options) options.push_back(option.value);
  for (const foreign::Widget& widget : field.widgets)
    rects.push_back({millimetres(widget.box.at.x), millimetres(widget.box.at.y),
                     millimetres(widget.box.size.width), millimetres(widget.box.size.height)});
  return {{"name", field.name},
          {"type", type_word(field.type)},
          {"pages", pages_of(field)},
          {"options", options},
          {"max_length", field.max_length ? Json(*field.max_length) : Json(nullptr)},
          {"comb", field.comb},
          {"multiline", field.multiline},
          {"required", field.required},
          {"read_only", field.read_only},
          {"tooltip", field.tooltip},
          {"rects_mm", rects}};
}

/// A stranger's text on a terminal: one line, and nothing that a terminal obeys (C0, C1, DEL).
std::string tame(std::string_view utf8) {
  std::string text;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const bool is_c1 =
        byte == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0;
    if (is_c1) ++i;
    if (byte < 0x20 || byte == 0x7F || is_c1)
      text += ' ';
    else
      text += utf8[i];
  }
  return text;
}

/// What is worth saying of a field beside its name: "max 9, comb, required".
std::string remarks(const foreign::Field& field, const Reporter& report) {
  std::vector<std::string> words;
  if (field.max_length)
    words.push_back(report.text({"at most {0}", {{std::to_string(*field.max_length)}}}));
  const auto flag = [&](bool is_set, const char* word) {
    if (is_set) words.push_back(report.translate(word));
  };
  flag(field.comb, "one character a cell");
  flag(field.multiline, "several lines");
  flag(field.required, "must be filled in");
  flag(field.read_only, "cannot be changed");
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void print_field(const Task& task, const foreign::Field& field, std::size_t name_width) {
  std::ostream& out = task.around.out;
  const std::string name = tame(field.name), type = type_word(field.type);
  const auto blanks = [](const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, display_width(text)), ' ');
  };
  out << "  " << type << blanks(type, 11) << name;
  if (const std::string more = remarks(field, task.report); !more.empty())
    out << blanks(name, name_width) << "  " << more;
  out << '\n';
  const std::string indent(13, ' ');
  if (!field.tooltip.empty()) out << indent << tame(field.tooltip) << '\n';
  for (const foreign::FieldOption& option : field.options)
    out << indent << "= " << tame(option.value)
        << (option.label == option.value ? "" : "  " + tame(option.label)) << '\n';
}

/// Index of the page on which its first box stands; past all of them where it has no box.
std::size_t first_page(const foreign::Field& field) {
  return field.widgets.empty() ? std::string::npos : field.widgets.front().page;
}

void print(const Task& task, const foreign::OfficialForm& form) {
  std::ostream& out = task.around.out;
  std::vector<const foreign::Field*> fields;
  std::size_t width = 0;
  for (const foreign::Field& field : form.fields) {
    fields.push_back(&field);
    width = std::min<std::size_t>(std::max(width, display_width(tame(field.name))), 48);
  }
  std::ranges::stable_sort(fields, {}, [](const auto* field) { return first_page(*field); });
  const foreign::Field* before = nullptr;
  for (const foreign::Field* field : fields) {
    if (const std::size_t page = first_page(*field); !before || first_page(*before) != page)
      out << (page == std::string::npos
                  ? task.report.translate("on no page")
                  : task.report.text({"page {0}", {{std::to_string(page + 1)}}}))
          << '\n';
    print_field(task, *field, width);
    before = field;
  }
  out << task.report.text({"{0} fields, {1} pages",
                           {{std::to_string(fields.size())}, {std::to_string(form.pages.size())}}})
      << '\n';
}

}  // namespace

ExitCode inspect_form(const Task& task) {
  const auto pdf = read_official(task, task.options.arguments.front());
  if (!pdf) return task.fail(pdf.error());
  tell_oddities(task, *pdf);
  if (!task.options.json) {
    print(task, pdf->form);
    return ExitCode::done;
  }
  Json all = Json::array();
  for (const foreign::Field& field : pdf->form.fields) all.push_back(describe(field));
  task.around.out << all.dump(2) << '\n';
  return ExitCode::done;
}

}  // namespace tongxing::app
