// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/drift.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

#include "base/sha256.h"
#include "forms/map_text.h"

namespace tongxing::forms {
namespace {

constexpr std::size_t most_told = 40;
constexpr double moved_by = 0.3;  // mm

double tenths(Length length) {
  return std::round(length.mm() * 10) / 10;
}

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

bool is_at_same_place(const KnownField& a, const KnownField& b) {
  return a.page == b.page && std::abs(a.x - b.x) <= moved_by && std::abs(a.y - b.y) <= moved_by &&
         std::abs(a.width - b.width) <= moved_by && std::abs(a.height - b.height) <= moved_by;
}

std::string place(const KnownField& field) {
  return std::to_string(field.page) + " (" + number(field.x) + ", " + number(field.y) + ")";
}

class Comparison {
 public:
  std::vector<Message> run(const std::vector<KnownField>& before,
                           const std::vector<KnownField>& now) {
    std::map<std::string_view, const KnownField*> old_names, new_names;
    for (const auto& field : before) old_names.emplace(field.name, &field);
    for (const auto& field : now) new_names.emplace(field.name, &field);
    std::vector<const KnownField*> gone, come;
    for (const auto& field : before)
      if (!new_names.contains(field.name)) gone.push_back(&field);
    for (const auto& field : now)
      if (!old_names.contains(field.name)) come.push_back(&field);
    for (const auto* field : gone) {
      const auto same = std::ranges::find_if(come, [&](const KnownField* one) {
        return one->type == field->type && is_at_same_place(*one, *field);
      });
      if (same == come.end()) {
        tell({"removed: '{0}', page {1}", {{field->name}, {place(*field)}}});
      } else {
        tell({"renamed: '{0}' is now '{1}'", {{field->name}, {(*same)->name}}});
        come.erase(same);
      }
    }
    for (const auto* field : come)
      tell({"added: '{0}', page {1}", {{field->name}, {place(*field)}}});
    for (const auto& field : before)
      if (const auto found = new_names.find(field.name); found != new_names.end())
        compare(field, *found->second);
    if (told_ > most_told)
      out_.push_back({"and {0} more differences", {{std::to_string(told_ - most_told)}}});
    return std::move(out_);
  }

 private:
  void tell(Message message) {
    if (++told_ <= most_told) out_.push_back(std::move(message));
  }
  void compare(const KnownField& before, const KnownField& now) {
    if (before.type != now.type)
      tell({"of another type: '{0}' was {1} and is {2}",
            {{before.name}, {before.type}, {now.type}}});
    if (!is_at_same_place(before, now))
      tell({"moved: '{0}', from page {1} to page {2}",
            {{before.name}, {place(before)}, {place(now)}}});
    if (before.options == now.options) return;
    const auto list = [](const std::vector<std::string>& options) {
      std::string all;
      for (const auto& option : options) all += (all.empty() ? "" : ", ") + option;
      return all;
    };
    tell({"other options: '{0}' had {1} and has {2}",
          {{before.name}, {list(before.options)}, {list(now.options)}}});
  }

  std::vector<Message> out_;
  std::size_t told_ = 0;
};

}  // namespace

std::string_view type_name(foreign::FieldType type) {
  static constexpr std::array<std::string_view, 7> names = {"text", "checkbox",  "radio", "combo",
                                                            "list", "signature", "button"};
  return names[static_cast<std::size_t>(type)];
}

std::vector<KnownField> known_fields(const foreign::OfficialForm& form) {
  std::vector<KnownField> all;
  for (const auto& field : form.fields) {
    KnownField known;
    known.name = field.name;
    known.type = type_name(field.type);
    for (const auto& option : field.options) known.options.push_back(option.value);
    if (!field.widgets.empty()) {
      const auto& widget = field.widgets.front();
      known.page = static_cast<int>(widget.page) + 1;
      known.x = tenths(widget.box.at.x);
      known.y = tenths(widget.box.at.y);
      known.width = tenths(widget.box.size.width);
      known.height = tenths(widget.box.size.height);
    }
    all.push_back(std::move(known));
  }
  return all;
}

std::string fingerprint(const foreign::OfficialForm& form) {
  std::string all;
  for (const auto& field : known_fields(form)) {
    all += field.name + '\n' + field.type + '\n' + place(field) + ' ' + number(field.width) + ' ' +
           number(field.height) + '\n';
    for (const auto& option : field.options) all += '\t' + option + '\n';
  }
  return hex(sha256(all));
}

std::vector<Message> differences(const std::vector<KnownField>& before,
                                 const std::vector<KnownField>& now) {
  return Comparison().run(before, now);
}

Result<Ok> check_blank(const FieldMap& map, const std::string& sha256,
                       const foreign::OfficialForm& form) {
  if (!map.blank) return ok;
  const bool is_same = map.blank->sha256 == sha256 && (map.blank->fingerprint.empty() ||
                                                       map.blank->fingerprint == fingerprint(form));
  if (is_same) return ok;
  Diagnostic error{
      .code = "M005",
      .what = "the form is not the blank that the map was made for",
      .where = {map.blank->where.file, map.blank->where.begin, map.blank->where.begin + 5},
      .fault = Fault::data};
  if (!map.blank->edition.empty())
    error.hints.push_back({"the map is for the edition of {0}", {{map.blank->edition}}});
  auto changes = differences(map.blank->fields, known_fields(form));
  if (map.blank->fields.empty())
    changes = {"the map does not list the fields as they were"};
  else if (changes.empty())
    changes = {"the fields are the same; its pages may say something else"};
  std::ranges::move(changes, std::back_inserter(error.hints));
  error.hints.push_back("look at both, mend the map, then --accept");
  return error;
}

std::string blank_entry(const std::string& sha256, const std::string& edition,
                        const foreign::OfficialForm& form) {
  std::string out = "blank:\n  sha256: " + sha256 + "\n  fingerprint: " + fingerprint(form) + '\n';
  if (!edition.empty()) out += "  edition: " + in_quotes(edition) + '\n';
  const auto fields = known_fields(form);
  if (!fields.empty()) out += "  fields:\n";
  for (const auto& field : fields) {
    out += "    - {name: " + in_quotes(field.name) + ", type: " + field.type;
    if (field.page > 0)
      out += ", page: " + std::to_string(field.page) + ", box: [" + number(field.x) + ", " +
             number(field.y) + ", " + number(field.width) + ", " + number(field.height) + "]";
    for (std::size_t i = 0; i < field.options.size(); ++i)
      out += (i == 0 ? ", options: [" : ", ") + in_quotes(field.options[i]);
    out += field.options.empty() ? "}\n" : "]}\n";
  }
  return out;
}

Result<std::string> with_blank_entry(std::string_view text, const FieldMap& map,
                                     const std::string& entry) {
  const auto at = map.where.begin;
  if (at < text.size() && text[at] == '{')
    return Diagnostic{.code = "M006",
                      .what = "a map in braces is not written anew; YAML lines are",
                      .where = map.where,
                      .fault = Fault::data};
  std::string out(text);
  if (!map.blank) {
    if (!out.empty() && out.back() != '\n') out += '\n';
    return out + entry;
  }
  const auto begin = map.blank->where.begin;
  std::size_t end = map.blank->where.end == 0 ? out.size() : map.blank->where.end;
  // Comments and empty lines before the next key are about that key.
  while (end > begin + 1) {
    const auto line = out.rfind('\n', end - 2) + 1;
    if (line <= begin || (out[line] != '#' && out[line] != '\n')) break;
    end = line;
  }
  return out.replace(begin, end - begin, entry);
}

}  // namespace tongxing::forms
