// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/starter.h"

#include <algorithm>
#include <map>

#include "app/spoken.h"

namespace tongxing::app {
namespace {

using model::Bilingual;
using model::FactType;

Diagnostic wrong(Message what, Span where) {
  return {.code = "T911", .what = std::move(what), .where = where, .fault = Fault::data};
}

Bilingual text_of(const data::Value* value) {
  const data::Value* zh = value ? value->find("zh") : nullptr;
  const data::Value* en = value ? value->find("en") : nullptr;
  return {zh ? zh->text : "", en ? en->text : ""};
}

std::vector<std::string> decode_paths(const data::Value* list, const std::string& prefix,
                                      const model::Schema& schema, Diagnostics& faults) {
  std::vector<std::string> paths;
  if (list == nullptr) return paths;
  for (const data::Value& item : list->items) {
    if (!schema.find(prefix + item.text))
      faults.push_back(wrong({"the schema has no fact '{0}'", {{prefix + item.text}}}, item.where));
    paths.push_back(item.text);
  }
  return paths;
}

std::vector<std::string> steps_of(std::string_view path) {
  std::vector<std::string> steps;
  for (;;) {
    const std::size_t dot = path.find('.');
    steps.emplace_back(path.substr(0, dot));
    if (dot == std::string_view::npos) return steps;
    path.remove_prefix(dot + 1);
  }
}

bool take_list_mark(std::string& step) {
  if (!step.ends_with("[]")) return false;
  step.resize(step.size() - 2);
  return true;
}

/// How an answer is written, where that is not plain.
std::string form_of(const model::Declaration& fact) {
  switch (fact.type) {
    case FactType::yes_no:
      return "yes / no";
    case FactType::date:
      return "YYYY-MM-DD";
    case FactType::partial_date:
      return "YYYY-MM-DD, YYYY-MM, YYYY";
    case FactType::country:
      return "US, 美国, United States";
    case FactType::person:
      return "father, mother, …";
    case FactType::choice:
    case FactType::city: {
      std::string all;
      for (const model::Choice& choice : fact.choices)
        all += (all.empty() ? "" : " / ") + choice.id;
      return all;
    }
    default:
      return "";
  }
}

/// Writes paths as nested YAML, each leaf under its question.
class Writer {
 public:
  Writer(std::string& out, const model::Schema& schema, const Bilingual& lists)
      : out_(out), schema_(schema), lists_(lists) {}

  /// `prefix` is the declared path in front of `path`, "people.*." or empty.
  void fact(const std::string& prefix, const std::string& path, const Bilingual& who, int indent,
            const std::string& answer = "");

 private:
  void line(int depth, const std::string& text);
  void open(const std::vector<std::string>& steps, int indent);

  std::string& out_;
  const model::Schema& schema_;
  const Bilingual& lists_;
  std::vector<std::string> open_;  // steps of the group we are in
  int list_depth_ = -1;            // depth of the list we are in; -1: none
  bool first_in_list_ = false;
};

void Writer::line(int depth, const std::string& text) {
  const bool in_list = list_depth_ >= 0;
  out_.append(static_cast<std::size_t>(2 * (in_list ? list_depth_ : depth)), ' ');
  if (in_list) {
    out_ += "# ";
    out_.append(static_cast<std::size_t>(2 * (depth - list_depth_)), ' ');
  }
  out_ += text + '\n';
}

void Writer::open(const std::vector<std::string>& steps, int indent) {
  const std::vector<std::string> groups(steps.begin(), steps.end() - 1);
  std::size_t common = 0;
  while (common < groups.size() && common < open_.size() && groups[common] == open_[common])
    ++common;
  if (list_depth_ >= 0 && common < open_.size()) list_depth_ = -1;
  open_.resize(common);
  for (std::size_t i = common; i < groups.size(); ++i) {
    std::string step = groups[i];
    const int depth = indent + static_cast<int>(i);
    if (take_list_mark(step)) {
      line(depth, "# " + lists_.zh + " " + lists_.en);
      list_depth_ = depth;
      first_in_list_ = true;
    }
    line(depth, step + ":");
    open_.push_back(groups[i]);
  }
}

void Writer::fact(const std::string& prefix, const std::string& path, const Bilingual& who,
                  int indent, const std::string& answer) {
  std::vector<std::string> steps = steps_of(path);
  open(steps, indent);
  const model::Declaration* declared = schema_.find(prefix + path);
  const bool is_list = take_list_mark(steps.back());
  const int depth = indent + static_cast<int>(steps.size()) - 1 + (list_depth_ >= 0 ? 1 : 0);
  const std::string form = form_of(*declared);
  line(depth, "# " + with_who(declared->ask.zh, who.zh) + " " + with_who(declared->ask.en, who.en) +
                  (form.empty() ? "" : " (" + form + ")"));
  const std::string value = answer.empty() ? "" : " " + answer;
  if (first_in_list_) {
    line(depth - 1, "- " + steps.back() + ":" + value);
    first_in_list_ = false;
  } else {
    line(depth, steps.back() + ":" + (is_list && !value.empty() ? " [" + answer + "]" : value));
  }
}

}  // namespace

Result<Starter> decode_starter(const data::Value& root, const model::Schema& schema) {
  Diagnostics faults;
  Starter starter{.opening = text_of(root.find("opening")),
                  .lists = text_of(root.find("lists")),
                  .more = text_of(root.find("more")),
                  .packet = decode_paths(root.find("packet"), "", schema, faults),
                  .people = {},
                  .family = decode_paths(root.find("family"), "", schema, faults)};
  if (const data::Value* people = root.find("people")) {
    for (const data::Entry& entry : people->entries)
      starter.people.push_back(
          {entry.key, text_of(entry.value.find("who")),
           decode_paths(entry.value.find("facts"), "people.*.", schema, faults)});
  }
  for (const Bilingual* text : {&starter.opening, &starter.lists, &starter.more})
    if (text->zh.empty() || text->en.empty())
      faults.push_back(wrong("'opening', 'lists' and 'more' are needed in zh and en", root.where));
  if (starter.packet.empty() || starter.people.empty())
    faults.push_back(wrong("'packet' and 'people' are needed", root.where));
  if (!faults.empty()) return faults;
  return starter;
}

std::string starter_text(const Starter& starter, const model::Schema& schema,
                         const StarterAnswers& answers) {
  const std::map<std::string, std::string> known = {
      {"case", "FAMILY-1"},
      {"city", answers.city ? answers.city->value : ""},
      {"requested[]", answers.procedure ? answers.procedure->value : "auto"}};
  std::string out;
  for (const std::string& text :
       {starter.opening.zh, starter.opening.en, starter.more.zh, starter.more.en})
    out += "# " + text + '\n';
  out += '\n';
  Writer packet(out, schema, starter.lists);
  for (const std::string& path : starter.packet) {
    const auto answer = known.find(path);
    packet.fact("", path, {}, 0, answer == known.end() ? "" : answer->second);
  }
  out += "\npeople:\n";
  for (const Starter::Person& person : starter.people) {
    out += "  " + person.key + ":\n    roles: [" + person.key + "]\n";
    Writer writer(out, schema, starter.lists);
    for (const std::string& path : person.facts) writer.fact("people.*.", path, person.who, 2);
    out += '\n';
  }
  Writer family(out, schema, starter.lists);
  for (const std::string& path : starter.family) family.fact("", path, {}, 0);
  return out;
}

}  // namespace tongxing::app
