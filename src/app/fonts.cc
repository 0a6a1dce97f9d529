// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fonts.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "app/commands.h"
#include "library/library.h"
#include "text/shape.h"

namespace tongxing::app {
namespace {

using Json = nlohmann::ordered_json;

/// Where a face lies on this machine; empty: nowhere.
std::string found_at(const text::FaceSource& face, const World& world) {
  for (const std::filesystem::path& file : face.files)
    if (world.exists(file)) return file.string();
  return "";
}

std::vector<std::string> roles_of(const text::FontCatalog& catalog, std::size_t face) {
  std::vector<std::string> roles;
  for (std::size_t role = 0; role < catalog.chains.size(); ++role)
    for (const std::size_t index : catalog.chains[role])
      if (index == face) roles.emplace_back(text::role_names[role]);
  return roles;
}

std::string code_point(char32_t character) {
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(character));
  return name.data();
}

/// Which face draws a character in each role; roles in which none does are left out.
std::vector<std::pair<std::string, std::string>> drawn_by(const text::FontSet& fonts,
                                                          char32_t character) {
  std::vector<std::pair<std::string, std::string>> faces;
  for (std::size_t role = 0; role < text::role_names.size(); ++role)
    if (const auto face = fonts.face_for(static_cast<text::Role>(role), character))
      faces.emplace_back(text::role_names[role], fonts.source(*face).id);
  return faces;
}

/// The characters of all texts, each once, in order; spaces aside.
std::vector<char32_t> characters_of(const std::vector<std::string>& texts) {
  std::vector<char32_t> all;
  std::set<char32_t> seen;
  for (const std::string& text : texts)
    for (const char32_t character : text::to_utf32(text))
      if (character > U' ' && seen.insert(character).second) all.push_back(character);
  return all;
}

}  // namespace

ExitCode list_fonts(const Task& task) {
  const auto library = library::load(task.around.world, task.folders, task.sources);
  if (!library) return task.fail(library.error());
  Json all = Json::array();
  for (std::size_t i = 0; i < library->fonts.faces.size(); ++i) {
    const text::FaceSource& face = library->fonts.faces[i];
    const std::string file = found_at(face, task.around.world);
    all.push_back({{"id", face.id},
                   {"family", face.family},
                   {"index", face.index},
                   {"package", face.package},
                   {"licence", face.licence},
                   {"file", file.empty() ? Json(nullptr) : Json(file)},
                   {"roles", roles_of(library->fonts, i)}});
    if (!task.options.json)
      task.around.out << (file.empty() ? "-  " : "ok ") << face.id << "  " << face.family << "  ("
                      << face.package << ", " << face.licence << ")\n";
  }
  if (task.options.json) task.around.out << all.dump(2) << '\n';
  return ExitCode::done;
}

ExitCode check_fonts(const Task& task) {
  const auto library = library::load(task.around.world, task.folders, task.sources);
  if (!library) return task.fail(library.error());
  const auto fonts = text::FontSet::open(library->fonts);
  if (!fonts) return task.fail(fonts.error());
  Json all = Json::array();
  bool missing = false;
  for (const char32_t character : characters_of(task.options.arguments)) {
    const auto faces = drawn_by(*fonts, character);
    missing = missing || faces.empty();
    Json roles = Json::object();
    for (const auto& [role, face] : faces) roles[role] = face;
    const std::string name = text::to_utf8(std::u32string(1, character));
    all.push_back({{"character", name}, {"code_point", code_point(character)}, {"faces", roles}});
    if (task.options.json) continue;
    task.around.out << name << "  " << code_point(character);
    std::set<std::string> told;
    for (const auto& [role, face] : faces)
      if (told.insert(face).second) task.around.out << "  " << face;
    if (faces.empty()) task.around.out << "  " << task.report.translate("in no typeface");
    task.around.out << '\n';
  }
  if (task.options.json) task.around.out << all.dump(2) << '\n';
  return missing ? ExitCode::glyph : ExitCode::done;
}

}  // namespace tongxing::app
