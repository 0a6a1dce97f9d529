// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/letter_data.h"

#include <algorithm>
#include <array>
#include <set>

#include "library/rule_reader.h"

namespace tongxing::library {
namespace {

using data::Entry;
using data::Value;
using model::FactsTable;
using model::Letter;
using model::LetterFact;
using model::LetterText;
using model::ListOf;
using model::ListTable;
using model::ListValue;
using model::Part;
using model::PeopleTable;
using model::Signature;

class LetterReader {
 public:
  LetterReader(LetterId id, model::RuleBook& book) : reader_(book) { letter_.id = std::move(id); }

  Result<Letter> read(const Value& root) {
    if (reader_.need_map(root)) letter(root);
    if (!reader_.found().empty()) return reader_.take();
    return letter_;
  }

 private:
  void letter(const Value& root) {
    reader_.only_keys(root, {"code", "title", "copies", "status", "instruction", "with",
                             "conditions", "blocks", "signatures", "notary", "footer"});
    if (const Value* code = reader_.need(root, "code")) letter_.code = reader_.text(*code);
    if (const Value* copies = reader_.need(root, "copies"))
      letter_.copies = reader_.number(*copies);
    if (const Value* title = reader_.need(root, "title")) letter_.title = plain(*title);
    if (const Value* status = reader_.need(root, "status")) letter_.status = plain(*status);
    if (const Value* instruction = reader_.need(root, "instruction"))
      letter_.instruction = plain(*instruction);
    arguments(root.find("with"));
    if (const Value* all = root.find("conditions"); all && reader_.need_map(*all))
      for (const Entry& one : all->entries)
        letter_.conditions.emplace(one.key, reader_.condition(one.value));
    if (const Value* blocks = reader_.need(root, "blocks"); blocks && reader_.need_list(*blocks))
      for (const Value& one : blocks->items) block(one);
    if (const Value* all = reader_.need(root, "signatures"); all && reader_.need_list(*all))
      for (const Value& one : all->items) signature(one);
    if (const Value* notary = root.find("notary")) letter_.notary = plain(*notary);
    if (const Value* footer = root.find("footer"); footer && reader_.need_list(*footer))
      for (const Value& one : footer->items) note(one);
    unused(root);
  }

  void unused(const Value& root) {
    for (const auto& [name, gap] : declared_)
      if (!used_.contains(name))
        reader_.report("T102", {"no paragraph has a gap for '{0}'", {{name}}}, root.where);
    for (const auto& [name, condition] : letter_.conditions)
      if (!weighed_.contains(name))
        reader_.report("T102", {"nothing hangs on the condition '{0}'", {{name}}}, root.where);
  }

  /// A text without gaps, in a map of its own.
  model::Bilingual plain(const Value& map) {
    model::Bilingual text = reader_.bilingual(map);
    reader_.check(text, {}, map.where);
    return text;
  }

  /// A text that may use the letter's arguments; a letter declares them once for all paragraphs.
  LetterText filled(const Value& map) {
    LetterText text{reader_.bilingual(map), {}, true};
    words::Declared here;
    for (const std::string* one : {&text.zh, &text.en})
      for (const words::Gap& gap : words::gaps(*one))
        if (const auto known = declared_.find(gap.name); known != declared_.end()) {
          here.insert(*known);
          used_.insert(gap.name);
        }
    reader_.check(text, here, map.where);
    if (const Value* when = map.find("when")) text.condition = condition(*when);
    if (const Value* unless = map.find("unless")) {
      text.condition = condition(*unless);
      text.expected = false;
    }
    return text;
  }

  /// The name of one of the letter's conditions.
  std::string condition(const Value& name) {
    std::string text = reader_.text(name);
    weighed_.insert(text);
    if (!letter_.conditions.contains(text))
      reader_.report("T103", {"there is no condition '{0}' in this letter", {{text}}}, name.where);
    return text;
  }

  void arguments(const Value* with) {
    declared_ = reader_.declared(with);
    if (with != nullptr)
      for (const Entry& entry : with->entries)
        letter_.arguments.emplace(entry.key, entry.value.text);
  }

  Part part(const Value& name) {
    return static_cast<Part>(
        reader_.choice(name, {"principal", "agent", "declarant", "child", "applicant", "father",
                              "mother", "guardian", "second_guardian", "inviter", "host"}));
  }

  model::PersonValue person_value(const Value& name) {
    return static_cast<model::PersonValue>(reader_.choice(
        name, {"name", "sex", "birth_date", "document_number", "telephone", "address", "relation",
               "birth_certificate_number", "birth_place", "nationality", "nationality_at_birth",
               "settled_abroad", "passport_number", "permit_number", "email", "occupation",
               "employer", "places"}));
  }

  void block(const Value& value) {
    if (!reader_.need_map(value)) return;
    reader_.only_keys(value, {"people", "facts", "list", "paragraph"});
    if (const Value* people = value.find("people"))
      letter_.blocks.emplace_back(people_table(*people));
    if (const Value* facts = value.find("facts")) letter_.blocks.emplace_back(facts_table(*facts));
    if (const Value* list = value.find("list")) letter_.blocks.emplace_back(list_table(*list));
    if (const Value* paragraph = value.find("paragraph")) {
      reader_.only_keys(*paragraph, {"zh", "en", "when", "unless"});
      letter_.blocks.emplace_back(model::Paragraph{filled(*paragraph)});
    }
  }

  PeopleTable people_table(const Value& value) {
    PeopleTable table;
    reader_.only_keys(value, {"columns", "rows"});
    if (const Value* columns = reader_.need(value, "columns");
        columns && reader_.need_map(*columns))
      for (const Entry& entry : columns->entries) {
        Value name;
        name.kind = Value::Kind::scalar;
        name.text = entry.key;
        name.where = entry.key_where;
        table.columns.push_back({part(name), plain(entry.value)});
      }
    if (const Value* rows = reader_.need(value, "rows"); rows && reader_.need_list(*rows))
      for (const Value& row : rows->items) table.rows.push_back(people_row(row, table));
    return table;
  }

  PeopleTable::Row people_row(const Value& value, const PeopleTable& table) {
    PeopleTable::Row row{};
    if (!reader_.need_map(value)) return row;
    reader_.only_keys(value, {"value", "zh", "en", "of"});
    row.label = plain(value);
    if (const Value* what = reader_.need(value, "value")) row.value = person_value(*what);
    const Value* of = reader_.need(value, "of");
    if (of == nullptr || !reader_.need_list(*of)) return row;
    for (const Value& one : of->items) {
      row.parts.push_back(part(one));
      if (std::none_of(table.columns.begin(), table.columns.end(),
                       [&](const auto& column) { return column.part == row.parts.back(); }))
        reader_.report("T103", {"the table has no column for '{0}'", {{one.text}}}, one.where);
    }
    return row;
  }

  FactsTable facts_table(const Value& value) {
    FactsTable table;
    if (!reader_.need_list(value)) return table;
    for (const Value& row : value.items) {
      auto& cells = table.rows.emplace_back();
      if (!row.is_list()) {
        cells.push_back(fact(row));
        continue;
      }
      if (row.items.empty() || row.items.size() > 2)
        reader_.report("T101", "a row has one or two facts", row.where);
      for (const Value& cell : row.items) cells.push_back(fact(cell));
    }
    return table;
  }

  LetterFact fact(const Value& value) {
    LetterFact fact;
    if (!reader_.need_map(value)) return fact;
    reader_.only_keys(value, {"zh", "en", "of", "value", "fact", "truth", "lines"});
    fact.label = plain(value);
    if (const Value* of = value.find("of")) {
      fact.part = part(*of);
      if (const Value* what = reader_.need(value, "value")) fact.value = person_value(*what);
    } else if (const Value* truth = value.find("truth")) {
      fact.truth = condition(*truth);
    } else if (const Value* path = value.find("fact")) {
      reader_.fact_type(*path);
      fact.fact = path->text;
    }
    if (const Value* lines = value.find("lines")) fact.lines = reader_.number(*lines);
    return fact;
  }

  ListTable list_table(const Value& value) {
    ListTable table;
    if (!reader_.need_map(value)) return table;
    reader_.only_keys(value, {"of", "columns", "spare_rows", "at_least"});
    if (const Value* of = reader_.need(value, "of"))
      table.of = static_cast<ListOf>(reader_.choice(*of, {"names", "nationalities", "itinerary"}));
    if (const Value* spare = value.find("spare_rows")) table.spare_rows = reader_.number(*spare);
    if (const Value* least = value.find("at_least")) table.at_least = reader_.number(*least);
    const Value* columns = reader_.need(value, "columns");
    if (columns == nullptr || !reader_.need_list(*columns)) return table;
    for (const Value& column : columns->items) {
      if (!reader_.need_map(column)) continue;
      reader_.only_keys(column, {"value", "zh", "en"});
      if (const Value* what = reader_.need(column, "value"))
        table.columns.push_back({list_value(table.of, *what), plain(column)});
    }
    return table;
  }

  ListValue list_value(ListOf of, const Value& name) {
    const auto from = [](ListValue first, std::size_t index) {
      return static_cast<ListValue>(static_cast<std::size_t>(first) + index);
    };
    switch (of) {
      case ListOf::nationalities:
        return from(ListValue::country,
                    reader_.choice(name, {"country", "how", "since", "passport"}));
      case ListOf::itinerary:
        return from(ListValue::date,
                    reader_.choice(name, {"date", "city", "address", "transport"}));
      default:
        return from(ListValue::spelling,
                    reader_.choice(name, {"spelling", "document", "number", "issuer", "issued"}));
    }
  }

  void signature(const Value& value) {
    if (!reader_.need_map(value)) return;
    reader_.only_keys(value, {"kind", "zh", "en", "of"});
    const Value* kind = reader_.need(value, "kind");
    if (kind == nullptr) return;
    const std::size_t index = reader_.choice(*kind, {"signature", "fingerprint", "date", "stamp"});
    letter_.signatures.push_back({static_cast<Signature::Kind>(index), plain(value), {}});
    if (const Value* of = value.find("of")) letter_.signatures.back().of = part(*of);
  }

  void note(const Value& value) {
    if (!reader_.need_map(value)) return;
    reader_.only_keys(value, {"zh", "en", "source", "when", "unless"});
    letter_.footer.push_back({filled(value), reader_.sources(value.find("source"))});
  }

  RuleReader reader_;
  Letter letter_;
  words::Declared declared_;
  std::set<std::string, std::less<>> used_, weighed_;
};

}  // namespace

Result<Letter> decode_letter(LetterId id, const data::Value& root, model::RuleBook& book) {
  return LetterReader(std::move(id), book).read(root);
}

}  // namespace tongxing::library
