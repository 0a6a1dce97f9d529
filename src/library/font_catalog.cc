// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/font_catalog.h"

#include <algorithm>
#include <map>
#include <set>

#include "library/text_reader.h"

namespace tongxing::library {
namespace {

using data::Entry;
using data::Value;

class FontReader {
 public:
  Result<text::FontCatalog> read(const Value& root) {
    if (reader_.need_map(root)) {
      reader_.only_keys(root, {"folders", "faces", "groups", "roles"});
      if (const Value* list = reader_.need(root, "folders")) folders(*list);
      if (const Value* map = reader_.need(root, "faces"); map && reader_.need_map(*map))
        for (const Entry& entry : map->entries) face(entry);
      if (const Value* map = root.find("groups"); map && reader_.need_map(*map))
        for (const Entry& entry : map->entries) group(entry);
      if (const Value* map = reader_.need(root, "roles"); map && reader_.need_map(*map))
        roles(*map);
    }
    if (!reader_.found().empty()) return reader_.take();
    return catalog_;
  }

 private:
  /// A name and whether some chain asks for it.
  struct Named {
    Span where;
    std::vector<std::size_t> faces;
    bool used = false;
  };

  void folders(const Value& list) {
    if (!reader_.need_list(list)) return;
    for (const Value& one : list.items) folders_.emplace_back(reader_.text(one));
  }

  void face(const Entry& entry) {
    const Value& map = entry.value;
    if (!reader_.need_map(map)) return;
    reader_.only_keys(map, {"family", "file", "index", "package", "licence"});
    text::FaceSource face;
    face.id = entry.key;
    if (const Value* value = reader_.need(map, "family")) face.family = reader_.text(*value);
    if (const Value* value = reader_.need(map, "file")) {
      const std::string file = reader_.text(*value);
      for (const auto& folder : folders_) face.files.push_back(folder / file);
    }
    if (const Value* value = map.find("index")) {
      const int index = reader_.number(*value);
      if (index < 0) reader_.report("T101", "the number of a face is not below 0", value->where);
      face.index = static_cast<unsigned>(std::max(index, 0));
    }
    if (const Value* value = reader_.need(map, "package")) face.package = reader_.text(*value);
    if (const Value* value = reader_.need(map, "licence")) face.licence = reader_.text(*value);
    named_[entry.key] = {entry.key_where, {catalog_.faces.size()}};
    catalog_.faces.push_back(std::move(face));
  }

  void group(const Entry& entry) {
    if (named_.contains(entry.key)) {
      reader_.report("T103", {"'{0}' is already the name of a face", {{entry.key}}},
                     entry.key_where);
      return;
    }
    Named named{entry.key_where, chain(entry.value)};
    named_[entry.key] = std::move(named);
  }

  /// The faces of a list of faces and groups, each once.
  std::vector<std::size_t> chain(const Value& list) {
    std::vector<std::size_t> faces;
    if (!reader_.need_list(list)) return faces;
    for (const Value& one : list.items)
      if (const Named* named = find(one))
        for (std::size_t face : named->faces)
          if (std::find(faces.begin(), faces.end(), face) == faces.end()) faces.push_back(face);
    return faces;
  }

  const Named* find(const Value& name) {
    const std::string written = reader_.text(name);
    const auto found = named_.find(written);
    if (found == named_.end()) {
      if (name.is_scalar())
        reader_.report("T103", {"there is no face or group '{0}'", {{written}}}, name.where);
      return nullptr;
    }
    found->second.used = true;
    return &found->second;
  }

  void roles(const Value& map) {
    for (const Entry& entry : map.entries) {
      const auto role =
          std::find(text::role_names.begin(), text::role_names.end(), std::string_view(entry.key));
      if (role == text::role_names.end()) {
        reader_.report("T103", {"there is no role '{0}'", {{entry.key}}}, entry.key_where);
        continue;
      }
      const auto index = static_cast<std::size_t>(role - text::role_names.begin());
      if (!reader_.need_map(entry.value)) continue;
      reader_.only_keys(entry.value, {"chain", "latin"});
      if (const Value* list = reader_.need(entry.value, "chain"))
        catalog_.chains[index] = chain(*list);
      if (const Value* latin = entry.value.find("latin"))
        if (const Named* named = find(*latin)) catalog_.latin[index] = named->faces.front();
    }
    for (std::size_t index = 0; index < text::role_names.size(); ++index)
      if (catalog_.chains[index].empty())
        reader_.report("T104",
                       {"the role '{0}' has no chain", {{std::string(text::role_names[index])}}},
                       map.where);
    for (const auto& [name, named] : named_)
      if (!named.used) reader_.report("T104", {"'{0}' is in no chain", {{name}}}, named.where);
  }

  TextReader reader_;
  std::vector<std::filesystem::path> folders_;
  std::map<std::string, Named> named_;
  text::FontCatalog catalog_;
};

}  // namespace

Result<text::FontCatalog> decode_font_catalog(const data::Value& root) {
  return FontReader().read(root);
}

}  // namespace tongxing::library
