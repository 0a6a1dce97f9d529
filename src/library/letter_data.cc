// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/letter_data.h"

#include <algorithm>
#include <set>

#include "library/text_reader.h"

namespace tongxing::library {
namespace {

using data::Entry;
using data::Value;
using model::Letter;
using model::NamesTable;
using model::Part;
using model::PeopleTable;
using model::Signature;

class LetterReader {
 public:
  explicit LetterReader(LetterId id) { letter_.id = std::move(id); }

  Result<Letter> read(const Value& root) {
    if (reader_.need_map(root)) letter(root);
    if (!reader_.found().empty()) return reader_.take();
    return letter_;
  }

 private:
  void letter(const Value& root) {
    reader_.only_keys(root, {"code", "title", "copies", "status", "instruction", "with", "blocks",
                             "signatures", "notary", "footer"});
    if (const Value* code = reader_.need(root, "code")) letter_.code = reader_.text(*code);
    if (const Value* copies = reader_.need(root, "copies"))
      letter_.copies = reader_.number(*copies);
    if (const Value* title = reader_.need(root, "title")) letter_.title = plain(*title);
    if (const Value* status = reader_.need(root, "status")) letter_.status = plain(*status);
    if (const Value* instruction = reader_.need(root, "instruction"))
      letter_.instruction = plain(*instruction);
    arguments(root.find("with"));
    if (const Value* blocks = reader_.need(root, "blocks"); blocks && reader_.need_list(*blocks))
      for (const Value& one : blocks->items) block(one);
    if (const Value* all = reader_.need(root, "signatures"); all && reader_.need_list(*all))
      for (const Value& one : all->items) signature(one);
    if (const Value* notary = root.find("notary")) letter_.notary = plain(*notary);
    if (const Value* footer = root.find("footer"); footer && reader_.need_list(*footer))
      for (const Value& one : footer->items) note(one);
    for (const auto& [name, gap] : declared_)
      if (!used_.contains(name))
        reader_.report("T102", {"no paragraph has a gap for '{0}'", {{name}}}, root.where);
  }

  /// A text without gaps, in a map of its own.
  model::Bilingual plain(const Value& map) {
    model::Bilingual text = reader_.bilingual(map);
    reader_.check(text, {}, map.where);
    return text;
  }

  /// A text that may use the letter's arguments; a letter declares them once for all paragraphs.
  model::Bilingual filled(const Value& map) {
    model::Bilingual text = reader_.bilingual(map);
    words::Declared here;
    for (const std::string* one : {&text.zh, &text.en})
      for (const words::Gap& gap : words::gaps(*one))
        if (const auto known = declared_.find(gap.name); known != declared_.end()) {
          here.insert(*known);
          used_.insert(gap.name);
        }
    reader_.check(text, here, map.where);
    return text;
  }

  void arguments(const Value* with) {
    declared_ = reader_.declared(with);
    if (with != nullptr)
      for (const Entry& entry : with->entries)
        letter_.arguments.emplace(entry.key, entry.value.text);
  }

  Part part(const Value& name) {
    return static_cast<Part>(reader_.choice(name, {"principal", "agent", "declarant", "child"}));
  }

  void block(const Value& value) {
    if (!reader_.need_map(value)) return;
    reader_.only_keys(value, {"people", "names", "paragraph"});
    if (const Value* people = value.find("people"))
      letter_.blocks.emplace_back(people_table(*people));
    if (const Value* names = value.find("names")) letter_.blocks.emplace_back(names_table(*names));
    if (const Value* paragraph = value.find("paragraph")) {
      reader_.only_keys(*paragraph, {"zh", "en"});
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
    if (const Value* what = reader_.need(value, "value"))
      row.value = static_cast<model::PersonValue>(
          reader_.choice(*what, {"name", "sex", "birth_date", "document_number", "telephone",
                                 "address", "relation", "birth_certificate_number"}));
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

  NamesTable names_table(const Value& value) {
    NamesTable table;
    reader_.only_keys(value, {"columns", "spare_rows"});
    if (const Value* spare = value.find("spare_rows")) table.spare_rows = reader_.number(*spare);
    const Value* columns = reader_.need(value, "columns");
    if (columns == nullptr || !reader_.need_list(*columns)) return table;
    for (const Value& column : columns->items) {
      if (!reader_.need_map(column)) continue;
      reader_.only_keys(column, {"value", "zh", "en"});
      const Value* what = reader_.need(column, "value");
      if (what == nullptr) continue;
      const std::size_t index =
          reader_.choice(*what, {"spelling", "document", "number", "issuer", "issued"});
      table.columns.push_back({static_cast<model::NameValue>(index), plain(column)});
    }
    return table;
  }

  void signature(const Value& value) {
    if (!reader_.need_map(value)) return;
    reader_.only_keys(value, {"kind", "zh", "en"});
    const Value* kind = reader_.need(value, "kind");
    if (kind == nullptr) return;
    const std::size_t index = reader_.choice(*kind, {"signature", "fingerprint", "date"});
    letter_.signatures.push_back({static_cast<Signature::Kind>(index), plain(value)});
  }

  void note(const Value& value) {
    if (!reader_.need_map(value)) return;
    reader_.only_keys(value, {"zh", "en", "source"});
    letter_.footer.push_back({{filled(value)}, reader_.sources(value.find("source"))});
  }

  TextReader reader_;
  Letter letter_;
  words::Declared declared_;
  std::set<std::string, std::less<>> used_;
};

}  // namespace

Result<Letter> decode_letter(LetterId id, const data::Value& root) {
  return LetterReader(std::move(id)).read(root);
}

}  // namespace tongxing::library
