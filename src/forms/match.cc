// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/match.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/source.h"
#include "forms/choice.h"
#include "text/shape.h"

namespace tongxing::forms {
namespace {

using data::Value;
using foreign::Field;
using foreign::FieldType;

bool is_choice(const Field& field) {
  return field.type == FieldType::combo || field.type == FieldType::list;
}

/// A place may reach over the edge by what rounding to tenths of a millimetre adds.
constexpr auto tolerance = Length::mm(0.2);

class Matcher {
 public:
  explicit Matcher(const foreign::OfficialForm& form) : form_(form) {
    for (std::size_t i = 0; i < form.fields.size(); ++i) by_name_.emplace(form.fields[i].name, i);
  }

  void follow(const MapEntry& entry, const Value& values) {
    const bool by_name = !entry.field.empty() && (!form_.fields.empty() || !has_place(entry));
    const auto field = by_name ? by_name_.find(entry.field) : by_name_.end();
    if (by_name && field == by_name_.end()) {
      report("M002", {"the form has no field '{0}'", {{entry.field}}}, entry.where, Fault::data,
             near(entry.field));
      return;
    }
    if (by_name && !check_options(entry, form_.fields[field->second])) return;
    if (!by_name && !check_places(entry)) return;
    const Value* value = nullptr;
    if (!entry.path.empty()) {
      value = find_value(values, entry.path);
      if (value == nullptr || value->is_empty()) {
        gap(entry);
        return;
      }
    }
    Filling filling;
    filling.label = entry.label;
    filling.style = entry.style;
    filling.where = value != nullptr ? value->where : entry.where;
    if (by_name) {
      filling.name = entry.field;
      filling.field = field->second;
      const auto words = value != nullptr ? words_of(*value, filling.name)
                                          : std::optional(std::vector{entry.text});
      if (words) fill_field(std::move(filling), translated(entry, *words));
    } else {
      fill_place(std::move(filling), entry, value);
    }
  }

  void direct(const data::Entry& entry) {
    const auto field = by_name_.find(entry.key);
    if (field == by_name_.end()) {
      report("M010", {"the form has no field '{0}'", {{entry.key}}}, entry.key_where, Fault::input,
             near(entry.key));
      return;
    }
    if (entry.value.is_empty()) return;
    Filling filling;
    filling.name = entry.key;
    filling.field = field->second;
    filling.where = entry.value.where;
    if (const auto words = words_of(entry.value, filling.name))
      fill_field(std::move(filling), *words);
  }

  Result<Matched> take() {
    if (!errors_.empty()) return std::move(errors_);
    return std::move(matched_);
  }

 private:
  static bool has_place(const MapEntry& entry) {
    return entry.place || std::ranges::any_of(entry.options, [](const MapOption& option) {
             return option.place.has_value();
           });
  }

  void report(const char* code, Message what, Span where, Fault fault,
              std::vector<Message> hints = {}) {
    errors_.push_back({code, std::move(what), where, std::move(hints), fault, {}});
  }

  std::vector<Message> near(const std::string& name) const {
    std::vector<std::string> names;
    for (const auto& field : form_.fields) names.push_back(field.name);
    const auto found = nearest(name, names);
    if (!found.empty()) return {{"did you mean '{0}'?", {{found}}}};
    if (names.empty()) return {"it has no fields at all: a map places values by millimetres"};
    return {"`tongxing forms inspect` lists the fields"};
  }

  void gap(const MapEntry& entry) {
    auto& missing = matched_.missing;
    if (!entry.optional && std::ranges::find(missing, entry.path) == missing.end())
      missing.push_back(entry.path);
  }

  bool check_options(const MapEntry& entry, const Field& field) {
    bool good = true;
    for (const auto& option : entry.options) {
      const auto& wanted = option.option.empty() ? option.is : option.option;
      const bool is_off = field.type == FieldType::checkbox && yes_or_no(wanted) == false;
      if (is_off || field.editable || find_option(field, wanted) != nullptr) continue;
      report("M003",
             {"'{0}' is no option of the field '{1}': {2}",
              {{wanted}, {field.name}, {options_text(field)}}},
             option.where, Fault::data);
      good = false;
    }
    return good;
  }

  bool check_places(const MapEntry& entry) {
    bool good = true;
    const auto check = [&](const std::optional<Place>& place, Span where) {
      if (place) good = check_place(*place, where) && good;
    };
    check(entry.place, entry.where);
    for (const auto& option : entry.options) check(option.place, option.where);
    return good;
  }

  bool check_place(const Place& place, Span where) {
    if (place.page >= form_.pages.size()) {
      report("M004",
             {"page {0} is not there; the form has {1}",
              {{std::to_string(place.page + 1)}, {std::to_string(form_.pages.size())}}},
             where, Fault::data);
      return false;
    }
    const auto size = form_.pages[place.page].size;
    const auto& box = place.box;
    if (box.at.x + box.size.width <= size.width + tolerance &&
        box.at.y + box.size.height <= size.height + tolerance)
      return true;
    report("M004",
           {"the place reaches over the edge of the page, which is {0} × {1} mm",
            {{std::to_string(static_cast<int>(size.width.mm()))},
             {std::to_string(static_cast<int>(size.height.mm()))}}},
           where, Fault::data);
    return false;
  }

  /// A scalar is one word, a list several; nullopt: reported.
  std::optional<std::vector<std::string>> words_of(const Value& value, const std::string& name) {
    if (value.is_scalar()) return std::vector{value.text};
    if (value.is_list()) {
      std::vector<std::string> words;
      for (const auto& item : value.items)
        if (item.is_scalar()) words.push_back(item.text);
      if (words.size() == value.items.size()) return words;
    }
    report("M013", {"the field '{0}' takes a text or a list of texts", {{name}}}, value.where,
           Fault::input);
    return std::nullopt;
  }

  /// By the map's options: the value of the fact becomes the option's.
  static std::vector<std::string> translated(const MapEntry& entry,
                                             std::vector<std::string> words) {
    for (auto& word : words)
      for (const auto& option : entry.options)
        if (same(option.is, word) && !option.option.empty()) {
          word = option.option;
          break;
        }
    return words;
  }

  static bool same(const std::string& is, const std::string& word) {
    if (is == word) return true;
    const auto a = yes_or_no(is), b = yes_or_no(word);
    return a && b && *a == *b;
  }

  void fill_field(Filling filling, const std::vector<std::string>& words) {
    const auto& field = form_.fields[*filling.field];
    if (!can_be_filled(field, filling)) return;
    const bool several = field.type == FieldType::list && field.multi_select;
    if (words.size() != 1 && !several) {
      report("M013", {"the field '{0}' takes one value", {{field.name}}}, filling.where,
             Fault::input);
      return;
    }
    const bool good = field.type == FieldType::checkbox ? check(field, words.front(), filling)
                      : field.type == FieldType::radio  ? choose(field, words, filling)
                      : is_choice(field)                ? choose(field, words, filling)
                                                        : write(field, words.front(), filling);
    if (good) matched_.fillings.push_back(std::move(filling));
  }

  bool can_be_filled(const Field& field, const Filling& filling) {
    const bool is_seen = std::ranges::any_of(field.widgets, [](const foreign::Widget& widget) {
      return !widget.hidden && widget.box.size.width > Length() &&
             widget.box.size.height > Length();
    });
    const char* why = field.type == FieldType::signature ? "it is for a signature"
                      : field.type == FieldType::button  ? "it is a push button"
                      : field.password                   ? "it hides what is written in it"
                      : field.file_select                ? "it is for a file's name"
                      : !is_seen                         ? "it has no box that can be seen"
                                                         : nullptr;
    if (why == nullptr) return true;
    report("M014", {"the field '{0}' cannot be filled", {{field.name}}}, filling.where,
           Fault::input, {why});
    return false;
  }

  bool check(const Field& field, const std::string& word, Filling& filling) {
    if (const auto* option = find_option(field, word)) {
      filling.chosen = {option->value};
      return true;
    }
    const auto meant = yes_or_no(word);
    if (meant == false) return true;
    if (meant && field.options.size() == 1) {
      filling.chosen = {field.options.front().value};
      return true;
    }
    return no_choice(field, word, filling);
  }

  bool choose(const Field& field, const std::vector<std::string>& words, Filling& filling) {
    for (const auto& word : words) {
      const auto* option = find_option(field, word);
      if (option == nullptr && !(field.type == FieldType::combo && field.editable))
        return no_choice(field, word, filling);
      filling.chosen.push_back(option != nullptr ? option->value : word);
      if (is_button(field)) continue;
      if (!filling.text.empty()) filling.text += '\n';
      filling.text += option != nullptr && !option->label.empty() ? option->label
                      : option != nullptr                         ? option->value
                                                                  : word;
    }
    return true;
  }

  bool no_choice(const Field& field, const std::string& word, const Filling& filling) {
    report("M011", {"'{0}' is no option of the field '{1}'", {personal(word), {field.name}}},
           filling.where, Fault::input, {{"it can be: {0}", {{options_text(field)}}}});
    return false;
  }

  bool write(const Field& field, const std::string& word, Filling& filling) {
    filling.text = word;
    const auto cells = filling.style.comb;
    const auto most = cells ? cells : field.max_length;
    return !most || goes_in(word, *most, filling);
  }

  bool goes_in(const std::string& word, std::size_t most, const Filling& filling) {
    const auto length = text::to_utf32(word).size();
    if (length <= most) return true;
    report("M012",
           {"the field '{0}' takes {1} characters, and there are {2}",
            {{filling.name}, {std::to_string(most)}, {std::to_string(length)}}},
           filling.where, Fault::input, {"a value is never cut; write it shorter"});
    return false;
  }

  void fill_place(Filling filling, const MapEntry& entry, const Value* value) {
    filling.name = !entry.label.empty() ? entry.label
                   : entry.path.empty() ? entry.text
                                        : entry.path;
    const auto words =
        value != nullptr ? words_of(*value, filling.name) : std::optional(std::vector{entry.text});
    if (!words) return;
    for (const auto& word : *words) {
      auto one = filling;
      if (!entry.is_choice) {
        one.place = entry.place;
        one.text = word;
        if (one.style.comb && !goes_in(word, *one.style.comb, one)) return;
      } else if (!tick(entry, word, one)) {
        continue;
      }
      matched_.fillings.push_back(std::move(one));
    }
  }

  /// False: nothing is ticked.
  bool tick(const MapEntry& entry, const std::string& word, Filling& filling) {
    filling.mark = true;
    if (entry.options.empty()) {
      const auto meant = yes_or_no(word);
      if (!meant)
        report("M011", {"'{0}' is neither yes nor no", {personal(word)}}, filling.where,
               Fault::input);
      filling.place = entry.place;
      return meant == true;
    }
    for (const auto& option : entry.options) {
      if (!same(option.is, word)) continue;
      filling.place = option.place;
      return option.place.has_value();
    }
    report("M011", {"'{0}' is no option of the field '{1}'", {personal(word), {filling.name}}},
           filling.where, Fault::input);
    return false;
  }

  const foreign::OfficialForm& form_;
  std::map<std::string, std::size_t> by_name_;
  Matched matched_;
  Diagnostics errors_;
};

}  // namespace

const Value* find_value(const Value& root, std::string_view path) {
  if (root.is_map()) {
    if (const auto* whole = root.find(path)) return whole;
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
      const auto* part = root.find(path.substr(0, dot));
      if (part == nullptr) continue;
      if (const auto* found = find_value(*part, path.substr(dot + 1))) return found;
    }
    return nullptr;
  }
  if (!root.is_list()) return nullptr;
  const auto dot = path.find('.');
  const auto first = path.substr(0, dot);
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(first.data(), first.data() + first.size(), index);
  if (error != std::errc() || end != first.data() + first.size() || index >= root.items.size())
    return nullptr;
  if (dot == std::string_view::npos) return &root.items[index];
  return find_value(root.items[index], path.substr(dot + 1));
}

Result<Matched> match_fields(const foreign::OfficialForm& form, const FieldMap& map,
                             const Value& values) {
  Matcher matcher(form);
  for (const auto& entry : map.entries) matcher.follow(entry, values);
  return matcher.take();
}

Result<Matched> match_fields(const foreign::OfficialForm& form, const Value& values) {
  if (!values.is_map())
    return Diagnostic{.code = "M013",
                      .what = "the data is a map: names of fields and values",
                      .where = values.where};
  Matcher matcher(form);
  for (const auto& entry : values.entries) matcher.direct(entry);
  return matcher.take();
}

void add_stored_values(const foreign::OfficialForm& form, const foreign::Blank& blank,
                       std::vector<Filling>& fillings) {
  std::vector<bool> filled(form.fields.size());
  for (const auto& filling : fillings)
    if (filling.field) filled[*filling.field] = true;
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const auto& field = form.fields[i];
    const bool has_text = field.type == FieldType::text || is_choice(field);
    if (filled[i] || !has_text || field.password || field.values.empty()) continue;
    const bool shows = std::ranges::any_of(blank.looks[i], [](const auto& look) { return !!look; });
    if (shows && !blank.needs_appearances) continue;
    Filling filling;
    filling.name = field.name;
    filling.field = i;
    filling.chosen = is_choice(field) ? field.values : std::vector<std::string>();
    for (const auto& value : field.values) {
      const auto* option = is_choice(field) ? find_option(field, value) : nullptr;
      if (!filling.text.empty()) filling.text += '\n';
      filling.text += option != nullptr && !option->label.empty() ? option->label : value;
    }
    if (!filling.text.empty()) fillings.push_back(std::move(filling));
  }
}

}  // namespace tongxing::forms
