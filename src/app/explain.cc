// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explain.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/template_file.h"

namespace tongxing::app {
namespace {

Diagnostic faulty(Message what, Span where) {
  return {.code = "T910", .what = std::move(what), .where = where, .fault = Fault::data};
}

model::Bilingual decode_text(const data::Value& page, std::string_view key, Diagnostics& faults) {
  const data::Value* text = page.find(key);
  const data::Value* zh = text ? text->find("zh") : nullptr;
  const data::Value* en = text ? text->find("en") : nullptr;
  if (!zh || !en || zh->text.empty() || en->text.empty()) {
    faults.push_back(faulty({"'{0}' is needed in zh and en", {{std::string(key)}}},
                            (text ? text : &page)->where));
    return {};
  }
  return {zh->text, en->text};
}

Explanation decode_page(const data::Value& page, Diagnostics& faults) {
  const std::vector<std::string> known = {"means", "matters", "do", "example"};
  for (const data::Entry& entry : page.entries)
    if (std::ranges::find(known, entry.key) == known.end())
      faults.push_back(faulty({"unknown key '{0}'", {{entry.key}}}, entry.key_where));
  Explanation found{.means = decode_text(page, "means", faults),
                    .matters = decode_text(page, "matters", faults),
                    .remedy = decode_text(page, "do", faults),
                    .example = {}};
  if (const data::Value* example = page.find("example"); example && !example->text.empty())
    found.example = example->text;
  else
    faults.push_back(faulty("an example is needed", page.where));
  return found;
}

void print_language(std::ostream& out, const Explanation& page, bool chinese) {
  const auto part = [&](const char* zh, const char* en, const model::Bilingual& text) {
    out << (chinese ? zh : en) << "\n  " << (chinese ? text.zh : text.en) << "\n";
  };
  part("含义", "What it means", page.means);
  part("窗口为何在意", "Why it matters at the counter", page.matters);
  part("怎么办", "What to do", page.remedy);
}

void print_page(std::ostream& out, const std::string& code, const Explanation& page) {
  out << code << "\n\n";
  print_language(out, page, true);
  out << '\n';
  print_language(out, page, false);
  out << "\n例 / Example\n";
  std::string_view rest = page.example;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out << "  " << rest.substr(0, end) << '\n';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

nlohmann::ordered_json bilingual(const model::Bilingual& text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

}  // namespace

Result<std::map<std::string, Explanation>> decode_explanations(const data::Value& root) {
  std::map<std::string, Explanation> pages;
  Diagnostics faults;
  for (const data::Entry& entry : root.entries) pages[entry.key] = decode_page(entry.value, faults);
  if (!faults.empty()) return faults;
  return pages;
}

namespace {

Result<std::map<std::string, Explanation>> load_pages(const Task& task) {
  TRY(const data::Value root, read_template(task, "explain.yaml"));
  return decode_explanations(root);
}

}  // namespace

ExitCode explain(const Task& task) {
  const auto pages = load_pages(task);
  if (!pages) return task.fail(pages.error());

  const std::string& code = task.options.arguments.front();
  const auto page = pages->find(code);
  if (page == pages->end()) {
    std::vector<std::string> codes;
    for (const auto& [known, unused] : *pages) codes.push_back(known);
    Diagnostic unknown{.code = "U002", .what = {"there is no code '{0}'", {{code}}}};
    if (const std::string near = nearest(code, codes); !near.empty())
      unknown.hints = {{"did you mean '{0}'?", {{near}}}};
    return task.fail({unknown});
  }
  if (task.options.json) {
    const nlohmann::ordered_json answer = {{"code", code},
                                           {"means", bilingual(page->second.means)},
                                           {"matters", bilingual(page->second.matters)},
                                           {"do", bilingual(page->second.remedy)},
                                           {"example", page->second.example}};
    task.around.out << answer.dump(2) << '\n';
  } else {
    print_page(task.around.out, code, page->second);
  }
  return ExitCode::done;
}

}  // namespace tongxing::app
