// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/starter_map.h"

#include <array>
#include <cstdio>
#include <map>

#include "forms/drift.h"
#include "forms/labels.h"
#include "forms/map_text.h"

namespace tongxing::forms {
namespace {

constexpr double sure = 0.8;
constexpr double of_several = 0.75;  // factor

std::string two_digits(double value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

/// "text, at most 9, one character a cell"
std::string kind(const foreign::Field& field) {
  std::string text(type_name(field.type));
  if (field.max_length) text += ", at most " + std::to_string(*field.max_length);
  if (field.comb) text += ", one character a cell";
  if (field.multiline) text += ", several lines";
  if (field.required) text += ", must be filled in";
  if (field.read_only) text += ", cannot be changed";
  if (field.widgets.size() > 1) text += ", " + std::to_string(field.widgets.size()) + " boxes";
  return text;
}

bool takes_answers(const foreign::Field& field) {
  return !field.read_only && field.type != foreign::FieldType::button &&
         field.type != foreign::FieldType::signature;
}

class StarterWriter {
 public:
  StarterWriter(const Starter& starter, const Vocabulary& vocabulary)
      : form_(starter.form), labels_(find_labels(starter.form, starter.words)) {
    std::map<std::string, int> times;
    for (std::size_t i = 0; i < form_.fields.size(); ++i) {
      guesses_.push_back(takes_answers(form_.fields[i])
                             ? guess(form_.fields[i], labels_[i], vocabulary)
                             : Guess{});
      ++times[guesses_.back().path];
    }
    for (Guess& each : guesses_)
      if (times[each.path] > 1) each.confidence *= of_several;
  }

  std::string fields() {
    bool has_entry = false;
    std::string lines;
    std::size_t page = std::string::npos;
    for (const std::size_t i : reading_order(form_)) {
      const foreign::Field& field = form_.fields[i];
      if (!field.widgets.empty() && field.widgets.front().page != page) {
        page = field.widgets.front().page;
        lines += "\n  # --- page " + std::to_string(page + 1) + " ---\n";
      }
      lines +=
          "  # " + kind(field) + (labels_[i].empty() ? "" : ": " + one_line(labels_[i])) + '\n';
      if (!field.tooltip.empty() && field.tooltip != labels_[i])
        lines += "  #   " + one_line(field.tooltip) + '\n';
      has_entry = has_entry || guesses_[i].confidence >= sure;
      lines += takes_answers(field) ? entry(field, i) : "  # - " + in_quotes(field.name) + '\n';
    }
    return (has_entry ? "fields:\n"
                      : "fields: []  # none is sure; take the sign off those you want\n") +
           lines;
  }

 private:
  std::string entry(const foreign::Field& field, std::size_t i) const {
    const Guess& what = guesses_[i];
    std::string line = "- { field: " + in_quotes(field.name) + ", " +
                       (what.is_choice || is_choice(field) ? "choice: " : "value: ") +
                       (what.path.empty() ? "?" : what.path);
    if (!labels_[i].empty()) line += ", label: " + in_quotes(labels_[i]);
    line += " }";
    std::string told;
    if (!what.path.empty()) told = "  # " + two_digits(what.confidence);
    return (what.confidence >= sure ? "  " : "  # ") + line + told + '\n' + options(field);
  }

  static bool is_choice(const foreign::Field& field) {
    return field.type != foreign::FieldType::text;
  }

  /// What can be chosen, to write `options` from.
  static std::string options(const foreign::Field& field) {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < field.options.size() && i <= most; ++i) {
      const foreign::FieldOption& each = field.options[i];
      if (i == most) {
        text += ", … " + std::to_string(field.options.size());
        break;
      }
      text += (text.empty() ? "  #     options: " : ", ") + in_quotes(each.value);
      if (each.label != each.value) text += " (" + one_line(each.label) + ")";
    }
    return text.empty() ? text : text + '\n';
  }

  const foreign::OfficialForm& form_;
  std::vector<std::string> labels_;
  std::vector<Guess> guesses_;
};

}  // namespace

std::string starter_map(const Starter& starter, const Vocabulary& vocabulary) {
  std::string text =
      "# A first map, made by `tongxing forms map`: what stands beside each box is a guess. Look "
      "at\n"
      "# each line. The number behind a path says how sure it is; under 0.80 the line is a "
      "comment.\n"
      "# docs/FIELD_MAPS.md says what else can stand here.\n";
  text += "form: " + in_quotes(starter.id) + '\n';
  text += StarterWriter(starter, vocabulary).fields();
  return text + '\n' + blank_entry(starter.sha256, "", starter.form);
}

}  // namespace tongxing::forms
