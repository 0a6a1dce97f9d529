// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fonts.h"

#include <algorithm>
#include <cassert>

#include "text/characters.h"
#include "text/font_state.h"
#include "text/shape.h"

namespace tongxing::text {
namespace {

Diagnostic not_installed(const FaceSource& source, std::string_view role) {
  Diagnostic diagnostic;
  diagnostic.code = "T001";
  diagnostic.what = Message("the font {0} is not installed; it draws the role {1}",
                            {{source.family}, {std::string(role)}});
  diagnostic.fault = Fault::glyph;
  if (!source.files.empty()) diagnostic.path = source.files.front().string();
  diagnostic.hints = {Message("install it: apt install {0}", {{source.package}})};
  return diagnostic;
}

/// × belongs to numbers, in every language (SPEC 6.2).
constexpr char32_t multiplication = 0xD7;

bool draws_nothing(char32_t c) {
  return is_space(c) || is_ignorable(c) || c == object_replacement;
}

}  // namespace

Result<FontSet> FontSet::open(const FontCatalog& catalog) {
  auto state = std::make_unique<FontState>();
  state->catalog = catalog;
  state->faces.resize(catalog.faces.size());
  Diagnostics errors;

  std::vector<bool> wanted(catalog.faces.size(), false);
  for (const auto& chain : catalog.chains)
    for (std::size_t face : chain) wanted[face] = true;
  for (const auto& face : catalog.latin)
    if (face) wanted[*face] = true;

  for (std::size_t i = 0; i < catalog.faces.size(); ++i) {
    if (!wanted[i]) continue;
    auto opened = open_face(catalog.faces[i]);
    if (opened) {
      state->faces[i] = *std::move(opened);
    } else {
      errors.insert(errors.end(), opened.error().begin(), opened.error().end());
      wanted[i] = false;  // said already
    }
  }
  for (std::size_t role = 0; role < role_names.size(); ++role) {
    const auto& chain = catalog.chains[role];
    if (chain.empty() || state->faces[chain.front()] || !wanted[chain.front()]) continue;
    errors.push_back(not_installed(catalog.faces[chain.front()], role_names[role]));
    wanted[chain.front()] = false;
  }
  if (!errors.empty()) return errors;
  return FontSet(std::move(state));
}

FontSet::FontSet(std::unique_ptr<FontState> state) : state_(std::move(state)) {}
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;
FontSet::~FontSet() = default;

std::size_t FontSet::face_count() const {
  return state_->faces.size();
}
const FontCatalog& FontSet::catalog() const {
  return state_->catalog;
}
bool FontSet::is_open(FaceId face) const {
  return state_->faces[static_cast<std::size_t>(face)].has_value();
}
const FaceMetrics& FontSet::metrics(FaceId face) const {
  return state_->at(face).metrics;
}
const FaceSource& FontSet::source(FaceId face) const {
  return state_->catalog.faces[static_cast<std::size_t>(face)];
}

std::optional<FaceId> FontSet::face_for(Role role, char32_t c) const {
  const auto nominal = state_->nominal(role, c);
  return nominal ? std::optional(nominal->face) : std::nullopt;
}

int FontSet::advance(FaceId face, std::uint16_t glyph) const {
  const OpenFace& open = state_->at(face);
  return open.thousandths(hb_font_get_glyph_h_advance(open.font.get(), glyph));
}

std::array<int, 4> FontSet::ink(FaceId face, std::uint16_t glyph) const {
  const OpenFace& open = state_->at(face);
  hb_glyph_extents_t box{};
  if (!hb_font_get_glyph_extents(open.font.get(), glyph, &box) || box.width == 0) return {};
  return {open.thousandths(box.x_bearing), open.thousandths(box.y_bearing + box.height),
          open.thousandths(box.x_bearing + box.width), open.thousandths(box.y_bearing)};
}

std::vector<MissingCharacter> FontSet::missing(Role role, std::string_view utf8) const {
  const std::u32string characters = to_utf32(utf8);
  const std::vector<std::size_t> offsets = byte_offsets(utf8);
  std::vector<MissingCharacter> found;

  const bool simple = is_simple(characters);
  const std::vector<std::size_t> starts =
      simple ? std::vector<std::size_t>() : state_->boundaries.clusters(utf8, characters, offsets);
  std::size_t next = 0;
  for (std::size_t begin = 0, end = 0; begin < characters.size(); begin = end) {
    end = begin + 1;
    if (!simple) end = ++next < starts.size() ? starts[next] : characters.size();
    const auto cluster = std::u32string_view(characters).substr(begin, end - begin);
    if (state_->face_for_cluster(role, cluster)) continue;
    const std::size_t before = found.size();
    for (std::size_t i = begin; i < end; ++i)
      if (!draws_nothing(characters[i]) && !state_->nominal(role, characters[i]))
        found.push_back({characters[i], offsets[i]});
    if (found.size() == before) {  // each has a face, but none has all: name the first mark
      std::size_t mark = std::min(begin + 1, end - 1);
      while (mark + 1 < end && draws_nothing(characters[mark])) ++mark;
      found.push_back({characters[mark], offsets[mark]});
    }
  }
  return found;
}

bool FontState::has(FaceId face, char32_t c) const {
  const auto& open = faces[static_cast<std::size_t>(face)];
  hb_codepoint_t glyph = 0;
  return open && hb_font_get_nominal_glyph(open->font.get(), c, &glyph) && glyph != 0;
}

bool FontState::has_variation(FaceId face, char32_t c, char32_t selector) const {
  const auto& open = faces[static_cast<std::size_t>(face)];
  hb_codepoint_t glyph = 0;
  return open && hb_font_get_variation_glyph(open->font.get(), c, selector, &glyph);
}

std::optional<FaceId> FontState::latin_face(Role role) const {
  const auto& face = catalog.latin[static_cast<std::size_t>(role)];
  if (!face || !faces[*face]) return std::nullopt;
  return FaceId{static_cast<std::uint16_t>(*face)};
}

std::optional<Nominal> FontState::nominal(Role role, char32_t c) const {
  return coverage[static_cast<std::size_t>(role)].get(c, [&](char32_t) -> std::optional<Nominal> {
    if (is_private(c) || c == replacement) return std::nullopt;
    const auto in = [&](std::size_t index) -> std::optional<Nominal> {
      hb_codepoint_t glyph = 0;
      if (!faces[index] || !hb_font_get_nominal_glyph(faces[index]->font.get(), c, &glyph) ||
          glyph == 0)
        return std::nullopt;
      return Nominal{FaceId{static_cast<std::uint16_t>(index)}, static_cast<std::uint16_t>(glyph)};
    };
    if (c == multiplication)
      if (const auto latin = latin_face(role))
        if (const auto nominal = in(static_cast<std::size_t>(*latin))) return nominal;
    for (std::size_t index : chain(role))
      if (const auto nominal = in(index)) return nominal;
    return std::nullopt;
  });
}

std::optional<FaceId> FontState::face_for_cluster(Role role, std::u32string_view cluster) const {
  const char32_t first = cluster.front();
  if (cluster.size() == 1) {
    if (const auto found = nominal(role, first)) return found->face;
    if (!draws_nothing(first)) return std::nullopt;
    return FaceId{static_cast<std::uint16_t>(chain(role).front())};
  }
  for (char32_t c : cluster)
    if (!draws_nothing(c) && !nominal(role, c)) return std::nullopt;
  std::optional<FaceId> all;  // the first that has all characters
  for (std::size_t index : chain(role)) {
    const FaceId face{static_cast<std::uint16_t>(index)};
    if (!faces[index] ||
        !std::ranges::all_of(cluster, [&](char32_t c) { return draws_nothing(c) || has(face, c); }))
      continue;
    if (!all) all = face;
    if (!is_selector(cluster[1]) || has_variation(face, first, cluster[1])) return face;
  }
  return all;
}

}  // namespace tongxing::text
