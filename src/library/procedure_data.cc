// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/procedure_data.h"

#include <algorithm>
#include <iterator>

#include "library/rule_parts.h"

namespace tongxing::library {

using data::Value;

namespace {

/// The sections of a file: its own, or those of the nearest file it is based on that has them, with
/// what `more` adds in the files between.
class Sections {
 public:
  /// `files`: the file itself, what it is based on, what that is based on …
  explicit Sections(std::vector<const Value*> files) : files_(std::move(files)) {}

  const Value* find(std::string_view key) const { return find_from(0, key); }
  const Value* base(std::string_view key) const { return find_from(1, key); }
  /// The base's additions before the file's own; empty values are left out.
  std::vector<const Value*> more(std::string_view key) const {
    std::vector<const Value*> found;
    for (const auto* file : files_) {
      const auto* map = file->find("more");
      const auto* added = map ? map->find(key) : nullptr;
      if (added && !added->is_empty()) found.insert(found.begin(), added);
      if (file->find(key)) break;
    }
    return found;
  }

 private:
  const Value* find_from(std::size_t first, std::string_view key) const {
    for (auto i = first; i < files_.size(); ++i) {
      if (const auto* value = files_[i]->find(key)) return value;
    }
    return nullptr;
  }

  std::vector<const Value*> files_;
};

class ProcedureFile {
 public:
  ProcedureFile(const ProcedureId& id, const std::vector<const Value*>& files, RuleReader& reader)
      : sections_(files), root_(*files.front()), reader_(reader) {
    procedure_.id = id;
    procedure_.where = root_.where;
  }

  model::Procedure decode() {
    reader_.only_keys(
        root_,
        {"based_on", "more",  "code",     "name",      "short",      "for",        "filed",
         "in_force", "offer", "eligible", "documents", "advisories", "presence",   "places",
         "steps",    "fee",   "term",     "validity",  "photo",      "use",        "information",
         "unstated", "forms", "letters",  "asks",      "notes",      "whom_to_ask"});
    if (const auto* more = root_.find("more"); more && reader_.need_map(*more)) {
      reader_.only_keys(*more, {"eligible", "documents", "advisories", "places", "steps", "use",
                                "information", "unstated", "forms", "letters", "asks", "notes"});
    }
    head();
    need("eligible");
    lists("eligible", [&](const Value& v, const std::string&) { gates(v); });
    offer();
    need("documents");
    lists("documents", [&](const Value& v, const std::string&) { documents(v); });
    lists("advisories", [&](const Value& v, const std::string&) {
      append(procedure_.advisories, read_advisories(v, id("advisory"), reader_));
    });
    section("presence", [&](const Value& v) {
      procedure_.presence = read_presence(v, id("presence"), reader_);
    });
    lists("places", [&](const Value& v, const std::string& more) {
      append(procedure_.places, read_places(v, id("place") + more, reader_));
    });
    lists("steps", [&](const Value& v, const std::string& more) {
      append(procedure_.steps, read_steps(v, id("step") + more, reader_));
    });
    section("fee", [&](const Value& v) { procedure_.fee = read_fee(v, reader_); });
    section("term", [&](const Value& v) { procedure_.term = read_term(v, reader_); });
    section("validity", [&](const Value& v) { procedure_.validity = read_validity(v, reader_); });
    section("photo", [&](const Value& v) { photo(v); });
    const auto texts = [&](const char* key, std::vector<model::ConditionalText>& into) {
      lists(key, [&](const Value& v, const std::string& more) {
        append(into, reader_.texts(v, id(key) + more));
      });
    };
    texts("use", procedure_.use);
    texts("information", procedure_.information);
    texts("unstated", procedure_.unstated);
    lists("forms", [&](const Value& v, const std::string&) { forms(v); });
    lists("letters", [&](const Value& v, const std::string&) { letters(v); });
    lists("asks", [&](const Value& v, const std::string&) { asks(v); });
    lists("notes",
          [&](const Value& v, const std::string&) { append(procedure_.notes, reader_.notes(v)); });
    section("whom_to_ask", [&](const Value& v) {
      procedure_.whom_to_ask = reader_.text_of(v, id("whom_to_ask"));
    });
    return std::move(procedure_);
  }

 private:
  std::string id(std::string_view section) const {
    return procedure_.id.value + "." + std::string(section);
  }

  template <class Read>
  void section(std::string_view key, Read read) {
    if (const auto* value = sections_.find(key); value && !value->is_empty()) read(*value);
  }

  /// A list and what `more` appends to it; the second argument tells their phrases apart.
  template <class Read>
  void lists(std::string_view key, Read read) {
    if (const auto* value = sections_.find(key); value && !value->is_empty()) read(*value, {});
    std::string apart = ".more";
    for (const auto* added : sections_.more(key)) {
      read(*added, apart);
      apart += ".more";
    }
  }

  template <class One>
  static void append(std::vector<One>& list, std::vector<One> more) {
    std::ranges::move(more, std::back_inserter(list));
  }

  const Value* need(std::string_view key) {
    const auto* value = sections_.find(key);
    if (const auto more = sections_.more(key); !value && !more.empty()) value = more.front();
    if (!value)
      reader_.report("R008", {"the section '{0}' is missing", {{std::string(key)}}}, root_.where);
    return value;
  }

  void head() {
    if (const auto* code = reader_.need(root_, "code")) procedure_.code = reader_.text(*code);
    if (const auto* name = reader_.need(root_, "name")) {
      reader_.text_of(*name, "procedure." + procedure_.id.value);
    }
    if (const auto* brief = reader_.need(root_, "short")) {
      reader_.text_of(*brief, "procedure." + procedure_.id.value + ".short");
    }
    if (const auto* days = need("in_force")) procedure_.in_force = reader_.in_force(*days);
    section("filed", [&](const Value& v) {
      procedure_.at_mission = reader_.choice(v, {"city", "mission"}) == 1;
    });
    section("for", [&](const Value& v) {
      procedure_.for_child = reader_.choice(v, {"applicant", "child"}) == 1;
    });
  }

  void gates(const Value& list) {
    if (!reader_.need_list(list)) return;
    for (const auto& item : list.items) {
      if (!reader_.need_map(item)) continue;
      reader_.only_keys(item, {"id", "when", "refused", "unknown", "undetermined", "ask_only",
                               "advisory", "sources", "in_force"});
      model::GateRule gate;
      gate.where = item.where;
      if (const auto* name = reader_.need(item, "id")) gate.id = reader_.text(*name);
      if (const auto* when = reader_.need(item, "when")) gate.when = reader_.condition(*when);
      if (const auto* text = reader_.need(item, "refused")) {
        gate.refused = reader_.text_of(*text, id("eligible." + gate.id));
      }
      if (const auto* text = item.find("unknown")) {
        gate.unknown = reader_.text_of(*text, id("eligible." + gate.id + ".unknown"));
      }
      if (const auto* flag = item.find("undetermined")) gate.undetermined = reader_.yes_no(*flag);
      if (const auto* code = item.find("advisory")) {
        gate.code = reader_.known<AdvisoryId>(*code, reader_.book().advisories, "advisory");
      }
      if (const auto* flag = item.find("ask_only")) gate.ask_only = reader_.yes_no(*flag);
      if (!gate.ask_only && gate.unknown.empty()) {
        reader_.report("R008", "say under 'unknown' what is open", item.where);
      }
      if (const auto* sources = reader_.need(item, "sources")) {
        gate.sources = reader_.citations(*sources);
      }
      if (const auto* days = item.find("in_force")) gate.in_force = reader_.in_force(*days);
      procedure_.eligible.push_back(std::move(gate));
    }
  }

  void offer() {
    const auto* value = need("offer");
    if (!value) return;
    if (value->is_map()) {
      one_offer(*value, sections_.base("offer"));
    } else if (reader_.need_list(*value)) {
      for (const auto& item : value->items) one_offer(item, nullptr);
    }
  }

  /// What the file's own `offer` does not say, that of its base does.
  void one_offer(const Value& map, const Value* base) {
    if (!reader_.need_map(map)) return;
    reader_.only_keys(map,
                      {"when", "first", "if_unknown", "not_offered", "undetermined", "sources"});
    if (base && !base->is_map()) base = nullptr;
    const auto find = [&](const char* key) {
      const auto* value = map.find(key);
      return value || !base ? value : base->find(key);
    };
    const auto wanted = [&](const char* key) {
      const auto* value = find(key);
      return value ? value : reader_.need(map, key);
    };
    const auto number = procedure_.offers.size() + 1;
    const auto name = id("offer") + (number == 1 ? "" : "." + std::to_string(number));
    model::OfferRule rule;
    if (const auto* when = wanted("when")) rule.when = reader_.condition(*when);
    if (const auto* flag = find("first")) rule.first = reader_.yes_no(*flag);
    if (const auto* word = find("if_unknown")) {
      rule.if_unknown = reader_.choice(*word, {"undetermined", "offer"}) == 1;
    }
    if (const auto* text = wanted("not_offered")) rule.no = reader_.text_of(*text, name + ".no");
    if (const auto* text = find("undetermined")) {
      rule.unknown = reader_.text_of(*text, name + ".unknown");
    } else if (!rule.if_unknown && rule.when.kind != model::Condition::Kind::known) {
      reader_.report("R008", "say under 'undetermined' what is open", map.where);
    }
    if (const auto* sources = wanted("sources")) rule.sources = reader_.citations(*sources);
    procedure_.offers.push_back(std::move(rule));
  }

  void documents(const Value& list) {
    if (!reader_.need_list(list)) return;
    for (const auto& item : list.items) {
      if (!reader_.need_map(item)) continue;
      model::DocumentRule rule;
      if (const auto* name = reader_.need(item, "id")) rule.id = reader_.text(*name);
      if (procedure_.document(rule.id)) {
        reader_.report("R005", {"'{0}' is given twice", {{rule.id}}}, item.where);
        continue;
      }
      if (!item.find("document") && item.find("id")) {
        rule.document =
            reader_.known<DocumentId>(*item.find("id"), reader_.book().papers, "document");
      }
      read_document(item, id(rule.id), reader_, rule);
      for (const char* key : {"because", "sources"}) reader_.need(item, key);
      if (rule.when.kind != model::Condition::Kind::always && rule.if_unknown.empty()) {
        reader_.report("R008", "a line with 'when' says under 'if_unknown' on what it hangs",
                       item.where);
      }
      if (rule.when.kind != model::Condition::Kind::always && rule.left_out.empty()) {
        reader_.report("R008", "a line with 'when' says under 'left_out' why not", item.where);
      }
      if (rule.options.size() == 1) {
        reader_.report("R008", "one option is no choice", item.where);
      }
      procedure_.documents.push_back(std::move(rule));
    }
  }

  void photo(const Value& map) {
    if (!reader_.need_map(map)) return;
    reader_.only_keys(map, {"width", "height", "head_width", "head_height", "crown", "chin",
                            "rules", "sources", "notes"});
    model::Photo photo;
    const auto one = [&](const char* key, double& into) {
      if (const auto* value = reader_.need(map, key)) into = reader_.number(*value);
    };
    const auto range = [&](const char* key, double& low, double& high) {
      const auto* value = reader_.need(map, key);
      if (!value || !reader_.need_list(*value)) return;
      if (value->items.size() != 2) {
        reader_.report("R004", "a range has two ends", value->where);
        return;
      }
      low = reader_.number(value->items[0]);
      high = reader_.number(value->items[1]);
    };
    one("width", photo.width);
    one("height", photo.height);
    one("chin", photo.chin_min);
    range("head_width", photo.head_width_min, photo.head_width_max);
    range("head_height", photo.head_height_min, photo.head_height_max);
    range("crown", photo.crown_min, photo.crown_max);
    if (const auto* rules = map.find("rules")) {
      procedure_.photo_rules = reader_.texts(*rules, id("photo"));
    }
    if (const auto* sources = reader_.need(map, "sources")) {
      photo.sources = reader_.citations(*sources);
    }
    if (const auto* notes = map.find("notes")) photo.notes = reader_.notes(*notes);
    procedure_.photo = std::move(photo);
  }

  void forms(const Value& list) {
    if (!reader_.need_list(list)) return;
    for (const auto& item : list.items) {
      if (!reader_.need_map(item)) continue;
      reader_.only_keys(item, {"form", "code", "print", "fill"});
      model::FormRule rule;
      if (const auto* form = reader_.need(item, "form")) rule.form = FormId(reader_.text(*form));
      if (const auto* code = reader_.need(item, "code")) rule.code = reader_.text(*code);
      if (const auto* print = item.find("print")) rule.copies = reader_.number(*print);
      if (const auto* fill = item.find("fill"); fill && reader_.need_map(*fill))
        for (const auto& entry : fill->entries) rule.fill.push_back(form_fill(entry));
      procedure_.forms.push_back(std::move(rule));
    }
  }

  model::FormFill form_fill(const data::Entry& entry) {
    model::FormFill fill{entry.key, {}, {}};
    if (!entry.value.is_map()) {
      fill.text = reader_.text(entry.value);
      return fill;
    }
    reader_.only_keys(entry.value, {"fact"});
    if (const auto* fact = reader_.need(entry.value, "fact")) {
      reader_.fact_type(*fact);
      fill.fact = fact->text;
    }
    return fill;
  }

  /// `documents:` of a letter or a question.
  std::vector<DocumentId> served(const Value& item) {
    std::vector<DocumentId> list;
    const auto* named = item.find("documents");
    if (!named || !reader_.need_list(*named)) return list;
    for (const auto& one : named->items) {
      list.push_back(reader_.known<DocumentId>(one, reader_.book().papers, "document"));
    }
    return list;
  }

  void letters(const Value& list) {
    if (!reader_.need_list(list)) return;
    for (const auto& item : list.items) {
      if (!reader_.need_map(item)) continue;
      reader_.only_keys(item, {"letter", "code", "whose", "when", "print", "documents"});
      model::LetterRule rule;
      rule.where = item.where;
      if (const auto* letter = reader_.need(item, "letter")) {
        rule.letter = LetterId(reader_.text(*letter));
      }
      if (const auto* code = reader_.need(item, "code")) rule.code = reader_.text(*code);
      if (const auto* whose = item.find("whose")) rule.whose = read_whose(*whose, reader_);
      if (const auto* when = item.find("when")) rule.when = reader_.condition(*when);
      if (const auto* print = item.find("print")) rule.copies = reader_.number(*print);
      rule.documents = served(item);
      procedure_.letters.push_back(std::move(rule));
    }
  }

  void asks(const Value& list) {
    if (!reader_.need_list(list)) return;
    for (const auto& item : list.items) {
      if (!reader_.need_map(item)) continue;
      reader_.only_keys(item, {"fact", "whose", "when", "decides", "documents"});
      model::AskRule rule;
      if (const auto* fact = reader_.need(item, "fact")) {
        reader_.fact_type(*fact);
        rule.fact = fact->text;
      }
      if (const auto* whose = item.find("whose")) rule.whose = read_whose(*whose, reader_);
      if (const auto* when = item.find("when")) rule.when = reader_.condition(*when);
      if (const auto* codes = reader_.need(item, "decides"); codes && reader_.need_list(*codes)) {
        for (const auto& code : codes->items) rule.decides.push_back(reader_.text(code));
      }
      rule.documents = served(item);
      procedure_.asks.push_back(std::move(rule));
    }
  }

  Sections sections_;
  const Value& root_;
  RuleReader& reader_;
  model::Procedure procedure_;
};

class CityFile {
 public:
  CityFile(const CityId& id, const Value& root, RuleReader& reader) : root_(root), reader_(reader) {
    city_.id = id;
    city_.where = root.where;
  }

  model::City decode() {
    reader_.only_keys(root_, {"name", "verified", "in_force", "places", "procedures"});
    if (const auto* name = reader_.need(root_, "name")) {
      reader_.text_of(*name, "city." + city_.id.value);
    }
    if (const auto* verified = reader_.need(root_, "verified")) {
      city_.verified = reader_.yes_no(*verified);
    }
    if (const auto* days = root_.find("in_force")) city_.in_force = reader_.in_force(*days);
    if (const auto* places = reader_.need(root_, "places")) {
      city_.places = read_places(*places, city_.id.value + ".place", reader_);
    }
    if (const auto* map = root_.find("procedures"); map && reader_.need_map(*map)) {
      for (const auto& entry : map->entries) local(entry, *map);
    }
    return std::move(city_);
  }

 private:
  void local(const data::Entry& entry, const Value& siblings) {
    const auto& book = reader_.book();
    const ProcedureId id(entry.key);
    const auto procedure = book.procedures.find(id);
    if (procedure == book.procedures.end()) {
      std::vector<std::string> names;
      for (const auto& [key, unused] : book.procedures) names.push_back(key.value);
      reader_.unknown("procedure", entry.key, names, entry.key_where);
      return;
    }
    if (!reader_.need_map(entry.value)) return;
    reader_.only_keys(entry.value,
                      {"based_on", "list", "documents", "advisories", "presence", "steps", "fee",
                       "term", "validity", "photo_rules", "unstated", "notes"});
    const Value* base = nullptr;
    if (const auto* name = entry.value.find("based_on")) {
      base = siblings.find(reader_.text(*name));
      if (!base) reader_.report("R003", {"there is no '{0}' here", {{name->text}}}, name->where);
    }
    const auto sections = base ? Sections({&entry.value, base}) : Sections({&entry.value});
    const auto prefix = city_.id.value + "." + id.value;
    city_.procedures.emplace(id, rules(sections, prefix, procedure->second));
  }

  model::LocalRules rules(const Sections& sections, const std::string& prefix,
                          const model::Procedure& procedure) {
    model::LocalRules local;
    const auto section = [&](std::string_view key, auto read) {
      if (const auto* value = sections.find(key); value && !value->is_empty()) read(*value);
    };
    section("list", [&](const Value& v) {
      local.list = static_cast<model::LocalRules::List>(reader_.choice(v, {"own", "general"}));
    });
    local.documents = documents(sections.find("documents"), prefix, procedure, local.list);
    section("advisories", [&](const Value& v) {
      local.advisories = read_advisories(v, prefix + ".advisory", reader_);
    });
    section("presence", [&](const Value& v) {
      local.presence = read_presence(v, prefix + ".presence", reader_);
    });
    section("steps",
            [&](const Value& v) { local.steps = read_steps(v, prefix + ".step", reader_); });
    section("fee", [&](const Value& v) { local.fee = read_fee(v, reader_); });
    section("term", [&](const Value& v) { local.term = read_term(v, reader_); });
    section("validity", [&](const Value& v) { local.validity = read_validity(v, reader_); });
    section("photo_rules",
            [&](const Value& v) { local.photo_rules = reader_.texts(v, prefix + ".photo"); });
    section("unstated",
            [&](const Value& v) { local.unstated = reader_.texts(v, prefix + ".unstated"); });
    section("notes", [&](const Value& v) { local.notes = reader_.notes(v); });
    return local;
  }

  /// The procedure's lines in its order, each with what the city says of it.
  std::vector<model::DocumentRule> documents(const Value* named, const std::string& prefix,
                                             const model::Procedure& procedure,
                                             model::LocalRules::List list) {
    auto lines = procedure.documents;
    if (named && !reader_.need_map(*named)) named = nullptr;
    for (auto& line : lines) {
      const auto* own = named ? named->find(line.id) : nullptr;
      if (own && !own->is_empty()) {
        read_document(*own, prefix + "." + line.id, reader_, line);
        if (list == model::LocalRules::List::own && !own->find("sources") &&
            !own->find("not_asked")) {
          reader_.report("R008", "a line of a city's own list names its sources", own->where);
        }
      } else if (!own && list == model::LocalRules::List::own) {
        line.asked = false;
        line.left_out = {};
      }
    }
    if (!named) return lines;
    for (const auto& entry : named->entries) {
      if (procedure.document(entry.key)) continue;
      std::vector<std::string> names;
      for (const auto& line : lines) names.push_back(line.id);
      reader_.unknown("line", entry.key, names, entry.key_where);
    }
    return lines;
  }

  const Value& root_;
  RuleReader& reader_;
  model::City city_;
};

}  // namespace

void decode_procedure(const ProcedureId& id, const std::vector<const Value*>& files,
                      RuleReader& reader) {
  reader.book().procedures.insert_or_assign(id, ProcedureFile(id, files, reader).decode());
}

void decode_city(const CityId& id, const Value& root, RuleReader& reader) {
  if (!reader.need_map(root)) return;
  reader.book().cities.insert_or_assign(id, CityFile(id, root, reader).decode());
}

}  // namespace tongxing::library
