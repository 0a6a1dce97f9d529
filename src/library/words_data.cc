// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/words_data.h"

#include "library/text_reader.h"

namespace tongxing::library {
namespace {

void decode_one(const std::string& id, const data::Value& value, TextReader& reader,
                WordsData& into) {
  if (!reader.need_map(value)) return;
  reader.only_keys(value, {"zh", "en", "with", "source"});
  model::Bilingual text = reader.bilingual(value);
  words::Declared declared = reader.declared(value.find("with"));
  std::vector<SourceId> sources = reader.sources(value.find("source"));
  reader.check(text, declared, value.where);
  into.phrases.emplace(id, std::move(text));
  if (!declared.empty()) into.declared.emplace(id, std::move(declared));
  if (!sources.empty()) into.sources.emplace(id, std::move(sources));
}

}  // namespace

Result<WordsData> decode_words(const data::Value& root) {
  TextReader reader;
  WordsData words;
  if (reader.need_map(root))
    for (const data::Entry& group : root.entries)
      if (reader.need_map(group.value))
        for (const data::Entry& entry : group.value.entries)
          decode_one(group.key + "." + entry.key, entry.value, reader, words);
  if (!reader.found().empty()) return reader.take();
  return words;
}

}  // namespace tongxing::library
