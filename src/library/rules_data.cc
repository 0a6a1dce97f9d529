// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/rules_data.h"

#include <algorithm>
#include <map>

#include "data/value.h"
#include "library/procedure_data.h"
#include "library/rule_reader.h"
#include "library/rules_check.h"
#include "model/derived.h"

namespace tongxing::library {

using data::Value;

namespace {

constexpr std::size_t rule_file_limit = 4u << 20;

bool is_yaml(std::string_view name) {
  return name.ends_with(".yaml");
}

/// The file `name` of the book: its id is what stands between folder and ending.
std::string id_of(std::string_view name) {
  const auto slash = name.rfind('/');
  const auto begin = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(name.substr(begin, name.size() - begin - 5));
}

void decode_source(const data::Entry& entry, RuleReader& reader) {
  if (!reader.need_map(entry.value)) return;
  reader.only_keys(entry.value,
                   {"zh", "en", "short", "published", "certainty", "nationwide", "address"});
  model::Source source{SourceId(entry.key), {}, model::Certainty::inferred, entry.value.where};
  if (const auto* published = entry.value.find("published"); published && !published->is_empty()) {
    if (const auto date = PartialDate::parse(reader.text(*published))) {
      source.published = *date;
    } else {
      reader.report("R007", {"'{0}' is no date", {{published->text}}}, published->where);
    }
  }
  if (const auto* certainty = reader.need(entry.value, "certainty")) {
    source.best = static_cast<model::Certainty>(reader.choice(
        *certainty, {"official", "published-guide", "reported", "third-party", "inferred"}));
  }
  if (const auto* flag = entry.value.find("nationwide")) source.nationwide = reader.yes_no(*flag);
  reader.text_of(entry.value, "source." + entry.key);
  if (const auto* brief = reader.need(entry.value, "short")) {
    reader.text_of(*brief, "source." + entry.key + ".short");
  }
  reader.book().sources.emplace(source.id, source);
}

void decode_paper(const data::Entry& entry, RuleReader& reader) {
  if (!reader.need_map(entry.value)) return;
  reader.only_keys(entry.value, {"code", "zh", "en", "held_by"});
  model::Paper paper{DocumentId(entry.key), {}, "papers", entry.value.where};
  if (const auto* code = reader.need(entry.value, "code")) paper.code = reader.text(*code);
  if (const auto* held = entry.value.find("held_by")) {
    paper.held_by = reader.text(*held);
    if (std::ranges::find(model::holding_kinds(), paper.held_by) == model::holding_kinds().end()) {
      std::vector<std::string> names(model::holding_kinds().begin(), model::holding_kinds().end());
      reader.unknown("proof", paper.held_by, names, held->where);
    }
  }
  reader.text_of(entry.value, "document." + entry.key);
  reader.book().papers.emplace(paper.id, paper);
}

void decode_note(const data::Entry& entry, RuleReader& reader) {
  if (!reader.need_map(entry.value)) return;
  reader.only_keys(entry.value, {"zh", "en", "positions"});
  const auto id = "note." + entry.key;
  model::Note note{model::NoteId(entry.key), {id, {}}, {}, entry.value.where};
  reader.text_of(entry.value, id);
  if (const auto* list = reader.need(entry.value, "positions"); list && reader.need_list(*list)) {
    for (const auto& item : list->items) {
      if (!reader.need_map(item)) continue;
      reader.only_keys(item, {"zh", "en", "sources"});
      const auto text = reader.text_of(item, id + "." + std::to_string(note.positions.size() + 1));
      model::Note::Position position{{text.id, {}}, {}};
      if (const auto* sources = reader.need(item, "sources")) {
        position.sources = reader.citations(*sources);
      }
      note.positions.push_back(std::move(position));
    }
    if (note.positions.size() < 2) {
      reader.report("R008", "a disagreement has at least two positions", list->where);
    }
  }
  reader.book().notes.emplace(note.id, std::move(note));
}

/// `say` has its own declared gaps (with: {who: person}): these advisories are raised by the
/// program, not by a rule that names facts.
void decode_advisory(const data::Entry& entry, RuleReader& reader) {
  if (!reader.need_map(entry.value)) return;
  reader.only_keys(entry.value, {"zh", "en", "blocking", "after_months", "say", "plain"});
  const auto id = "advisory." + entry.key;
  bool blocking = false;
  if (const auto* flag = entry.value.find("blocking")) blocking = reader.yes_no(*flag);
  reader.book().advisories.emplace(AdvisoryId(entry.key), blocking);
  if (const auto* months = entry.value.find("after_months")) {
    reader.book().old_after_months = reader.number(*months);
  }
  const auto add = [&](const Value& map, const std::string& name, bool gaps) {
    auto text = reader.bilingual(map);
    reader.check(text, reader.declared(gaps ? map.find("with") : nullptr), map.where);
    reader.phrase(name, std::move(text), map.where);
  };
  add(entry.value, id + ".title", false);
  if (const auto* text = entry.value.find("say")) add(*text, id, true);
  if (const auto* text = entry.value.find("plain")) add(*text, id + ".plain", false);
}

void decode_calendar(const std::string& year, const Value& root, RuleReader& reader) {
  if (!reader.need_map(root)) return;
  reader.only_keys(root, {"holidays", "workdays", "sources"});
  model::CalendarYear table;
  table.year = std::atoi(year.c_str());
  if (table.year < 1900 || table.year > 2200) {
    reader.report("R007", {"a calendar is named for its year, not '{0}'", {{year}}}, root.where);
    return;
  }
  const auto add = [&](const Value& one, std::set<Date>& into) {
    const auto day = reader.date(one);
    if (day.year() != table.year) {
      reader.report("R007", {"'{0}' is in another year", {{one.text}}}, one.where);
    } else if (!into.insert(day).second) {
      reader.report("R005", {"'{0}' is given twice", {{one.text}}}, one.where);
    }
  };
  if (const auto* list = reader.need(root, "holidays"); list && reader.need_list(*list)) {
    for (const auto& item : list->items) {
      if (item.is_scalar()) {
        add(item, table.holidays);
        continue;
      }
      if (!reader.need_map(item)) continue;
      reader.only_keys(item, {"from", "to"});
      const auto* from = reader.need(item, "from");
      const auto* to = reader.need(item, "to");
      if (!from || !to) continue;
      const auto first = reader.date(*from);
      const auto last = reader.date(*to);
      if (first.days_until(last) < 0 || first.days_until(last) > 31) {
        reader.report("R007", "a holiday has its first day before its last, within a month",
                      item.where);
        continue;
      }
      for (auto day = first; day <= last; day = day.plus_days(1)) table.holidays.insert(day);
    }
  }
  if (const auto* list = reader.need(root, "workdays"); list && reader.need_list(*list)) {
    for (const auto& item : list->items) {
      add(item, table.workdays);
      const auto day = Date::parse(item.text);
      if (day && !day->is_weekend()) {
        reader.report("R007", {"'{0}' is no Saturday or Sunday", {{item.text}}}, item.where);
      }
      if (day && table.holidays.contains(*day)) {
        reader.report("R007", {"'{0}' is a holiday too", {{item.text}}}, item.where);
      }
    }
  }
  if (const auto* sources = reader.need(root, "sources")) {
    table.sources = reader.citations(*sources);
  }
  reader.book().calendar.emplace(table.year, std::move(table));
}

void decode_apostille(const Value& root, RuleReader& reader) {
  if (!reader.need_map(root)) return;
  reader.only_keys(root, {"members", "sources"});
  if (const auto* list = reader.need(root, "members"); list && reader.need_list(*list)) {
    for (const auto& item : list->items) {
      const auto country = reader.text(item);
      if (country.size() != 2) {
        reader.report("R002", {"'{0}' is no country code", {{country}}}, item.where);
      }
      if (!reader.book().apostille.members.insert(country).second) {
        reader.report("R005", {"'{0}' is given twice", {{country}}}, item.where);
      }
    }
  }
  if (const auto* sources = reader.need(root, "sources")) {
    reader.book().apostille.sources = reader.citations(*sources);
  }
}

using Trees = std::map<std::string, Value>;

template <class Decode>
void each_entry(const Trees& trees, const char* name, RuleReader& reader, Decode decode) {
  const auto found = trees.find(name);
  if (found == trees.end()) {
    reader.report("R008", {"the file '{0}' is missing", {{name}}}, {});
    return;
  }
  if (!reader.need_map(found->second)) return;
  for (const auto& entry : found->second.entries) decode(entry, reader);
}

template <class Decode>
void each_file(const Trees& trees, std::string_view folder, Decode decode) {
  for (const auto& [name, root] : trees) {
    if (name.starts_with(folder)) decode(id_of(name), root);
  }
}

void decode_procedures(const Trees& trees, RuleReader& reader) {
  std::map<std::string, const Value*> by_id;
  each_file(trees, "procedures/", [&](const std::string& id, const Value& root) {
    if (!by_id.emplace(id, &root).second) {
      reader.report("R005", {"'{0}' is given twice", {{id}}}, root.where);
    }
  });
  each_file(trees, "procedures/", [&](const std::string& id, const Value& root) {
    if (!reader.need_map(root)) return;
    if (!root.find("code")) return;  // only a base for others
    std::vector<const Value*> files{&root};
    while (const auto* name = files.back()->find("based_on")) {
      const auto found = by_id.find(reader.text(*name));
      if (found == by_id.end()) {
        reader.report("R003", {"there is no procedure '{0}'", {{name->text}}}, name->where);
        break;
      }
      if (std::ranges::find(files, found->second) != files.end()) {
        reader.report("R005", {"'{0}' is based on itself", {{name->text}}}, name->where);
        break;
      }
      if (!reader.need_map(*found->second)) break;
      files.push_back(found->second);
    }
    decode_procedure(ProcedureId(id), files, reader);
    reader.book().order.emplace_back(id);
  });
}

Result<Trees> read_trees(const std::vector<RuleFile>& files, Sources& sources) {
  Trees trees;
  Diagnostics errors;
  for (const auto& file : files) {
    auto tree = data::read(file.path, file.bytes, sources);
    if (tree) {
      trees.emplace(file.name, std::move(tree->root));
      continue;
    }
    for (auto error : tree.error()) {
      error.fault = Fault::data;
      errors.push_back(std::move(error));
    }
  }
  if (!errors.empty()) return errors;
  return trees;
}

}  // namespace

Result<std::vector<RuleFile>> read_rule_files(const World& world,
                                              const std::vector<std::filesystem::path>& folders) {
  std::map<std::string, RuleFile> files;
  const auto take = [&](const std::filesystem::path& folder,
                        const std::string& name) -> Result<Ok> {
    const auto path = folder / "templates" / name;
    if (!world.exists(path)) return ok;
    TRY(auto bytes, world.read(path, rule_file_limit));
    files.insert_or_assign(name, RuleFile{name, path.string(), std::move(bytes)});
    return ok;
  };
  for (const auto& folder : folders) {
    for (const char* name :
         {"sources.yaml", "documents.yaml", "notes.yaml", "advisories.yaml", "apostille.yaml"}) {
      TRY_OK(take(folder, name));
    }
    for (const char* sub : {"procedures", "cities", "calendar"}) {
      for (const auto& name : world.list(folder / "templates" / sub)) {
        const auto path = std::string(sub) + "/" + name;
        if (is_yaml(name)) {
          TRY_OK(take(folder, path));
          continue;
        }
        for (const auto& inner : world.list(folder / "templates" / path)) {
          if (is_yaml(inner)) TRY_OK(take(folder, path + "/" + inner));
        }
      }
    }
  }
  std::vector<RuleFile> result;
  for (auto& [name, file] : files) result.push_back(std::move(file));
  return result;
}

Result<model::RuleBook> decode_rules(const std::vector<RuleFile>& files, model::Schema schema,
                                     Sources& sources, const HexDigest& digest) {
  TRY(const auto trees, read_trees(files, sources));
  model::RuleBook book;
  book.schema = std::move(schema);
  RuleReader reader(book);
  each_entry(trees, "sources.yaml", reader, decode_source);
  each_entry(trees, "documents.yaml", reader, decode_paper);
  each_entry(trees, "notes.yaml", reader, decode_note);
  each_entry(trees, "advisories.yaml", reader, decode_advisory);
  if (const auto found = trees.find("apostille.yaml"); found != trees.end()) {
    decode_apostille(found->second, reader);
  }
  each_file(trees, "calendar/", [&](const std::string& year, const Value& root) {
    decode_calendar(year, root, reader);
  });
  decode_procedures(trees, reader);
  each_file(trees, "cities/", [&](const std::string& city, const Value& root) {
    decode_city(CityId(city), root, reader);
  });
  check_rules(reader);
  auto errors = reader.take();
  if (!errors.empty()) {
    std::ranges::stable_sort(errors, {}, [](const Diagnostic& one) {
      return std::pair(one.where.file, one.where.begin);
    });
    // A section that a second file is based on was read twice.
    errors.erase(std::unique(errors.begin(), errors.end()), errors.end());
    return errors;
  }
  std::string all;
  for (const auto& file : files) all += file.name + "\n" + file.bytes + "\n";
  book.sha256 = digest(all);
  return book;
}

}  // namespace tongxing::library
