// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/pieces.h"

#include <algorithm>

#include "text/characters.h"

namespace tongxing::text {
namespace {

/// One grapheme cluster and who draws it.
struct Cluster {
  std::size_t begin = 0, end = 0, span = 0;
  std::optional<FaceId> face;  ///< empty: blank box
  bool plain = false;          ///< only spaces and ignorables: any face will do
};

/// A Chinese face draws these a full em wide; inside a Latin word they are Latin.
bool belongs_to_words(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x2010 || c == 0x2011 || c == 0xB7;
}

bool is_latin_inside_word(const Pieces& p, const Cluster& cluster) {
  if (cluster.end != cluster.begin + 1 || cluster.begin == 0) return false;
  if (cluster.end >= p.characters.size() || !belongs_to_words(p.characters[cluster.begin]))
    return false;
  return is_alphabetic(p.characters[cluster.begin - 1]) && is_alphabetic(p.characters[cluster.end]);
}

std::vector<Cluster> find_clusters(const FontState& fonts, Pieces& p,
                                   const std::vector<std::size_t>& span_ends) {
  const std::size_t count = p.characters.size();
  p.cluster_start.assign(count + 1, true);
  if (!is_simple(p.characters)) {
    std::fill(p.cluster_start.begin(), p.cluster_start.end() - 1, false);
    for (std::size_t start : fonts.boundaries.clusters(p.bytes, p.characters, p.offsets))
      p.cluster_start[start] = true;
    for (std::size_t end : span_ends) p.cluster_start[end] = true;
  }
  std::vector<Cluster> clusters;
  std::size_t span = 0;
  for (std::size_t begin = 0, end = 0; begin < count; begin = end) {
    end = begin + 1;
    while (!p.cluster_start[end]) ++end;
    while (span_ends[span] <= begin) ++span;
    clusters.push_back({begin, end, span, std::nullopt, false});
  }
  return clusters;
}

bool is_plain(std::u32string_view cluster) {
  return std::ranges::all_of(cluster, [](char32_t c) { return is_space(c) || is_ignorable(c); });
}

/// The face of each cluster. Spaces and invisible characters go with what stands before them, so
/// that they do not tear words of another script apart.
void choose_faces(const FontState& fonts, const Pieces& p, const std::vector<Span>& spans,
                  std::vector<Cluster>& clusters) {
  for (Cluster& cluster : clusters) {
    const Role role = spans[cluster.span].role;
    const auto text =
        std::u32string_view(p.characters).substr(cluster.begin, cluster.end - cluster.begin);
    cluster.plain = is_plain(text);
    if (cluster.plain || text.front() == object_replacement) continue;
    cluster.face = fonts.face_for_cluster(role, text);
    if (is_latin_inside_word(p, cluster))
      if (const auto latin = fonts.latin_face(role); latin && fonts.has(*latin, text.front()))
        cluster.face = latin;
  }
  const auto lend = [&](Cluster& cluster, const Cluster& neighbour) {
    if (!cluster.plain || cluster.face || cluster.span != neighbour.span || !neighbour.face) return;
    if (fonts.has(*neighbour.face, U' ')) cluster.face = neighbour.face;
  };
  for (std::size_t i = 1; i < clusters.size(); ++i) lend(clusters[i], clusters[i - 1]);
  for (std::size_t i = clusters.size(); i-- > 1;) lend(clusters[i - 1], clusters[i]);
  for (Cluster& cluster : clusters)
    if (cluster.plain && !cluster.face)
      cluster.face =
          FaceId{static_cast<std::uint16_t>(fonts.chain(spans[cluster.span].role).front())};
}

bool is_filler(char32_t c) {
  return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

/// Fillers are ignorable to Unicode, not to HarfBuzz, and a variation selector that the face does
/// not know sends its spaces astray. Both give way to a joiner, which it hides.
void hide(const FontState& fonts, Pieces& p, const std::vector<Cluster>& clusters) {
  constexpr char32_t word_joiner = 0x2060;
  for (const Cluster& cluster : clusters) {
    if (!cluster.face) continue;
    for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
      const char32_t c = p.characters[i];
      const bool unknown_filler = is_filler(c) && !fonts.has(*cluster.face, c);
      const bool unknown_selector =
          is_selector(c) &&
          (i == cluster.begin || !fonts.has_variation(*cluster.face, p.characters[i - 1], c));
      if (unknown_filler || unknown_selector) p.drawn[i] = word_joiner;
    }
  }
}

/// The one script of a cluster; COMMON where it takes that of its neighbours.
hb_script_t shaping_script(std::u32string_view cluster) {
  for (char32_t c : cluster) {
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN)
      return script;
  }
  return HB_SCRIPT_COMMON;
}

void join(Pieces& p, const Cluster& cluster, hb_script_t script, std::uint8_t level) {
  Piece* last = p.pieces.empty() ? nullptr : &p.pieces.back();
  const bool neutral = script == HB_SCRIPT_COMMON;
  if (last != nullptr && cluster.face && !last->blank_box && last->span == cluster.span &&
      last->face == *cluster.face && last->level == level &&
      (neutral || last->script == HB_SCRIPT_COMMON || last->script == script)) {
    last->end = cluster.end;
    if (!neutral) last->script = script;
    return;
  }
  Piece piece;
  piece.begin = cluster.begin;
  piece.end = cluster.end;
  piece.span = cluster.span;
  piece.face = cluster.face.value_or(FaceId{});
  piece.script = script;
  piece.level = level;
  piece.blank_box = !cluster.face;
  p.pieces.push_back(piece);
}

}  // namespace

Pieces take_apart(const FontState& fonts, const std::vector<Span>& spans) {
  Pieces p;
  std::vector<std::size_t> span_ends;
  for (const Span& span : spans) {
    p.bytes += span.text;
    p.characters += to_utf32(span.text);
    span_ends.push_back(p.characters.size());
  }
  p.offsets = byte_offsets(p.bytes);
  if (p.offsets.size() != p.characters.size() + 1) {
    // Broken bytes met where two spans join. Made whole, they are counted alike.
    p.bytes = to_utf8(p.characters);
    p.offsets = byte_offsets(p.bytes);
  }
  p.drawn = p.characters;
  for (char32_t& c : p.drawn) c = drawn_as(c);

  std::vector<Cluster> clusters = find_clusters(fonts, p, span_ends);
  choose_faces(fonts, p, spans, clusters);
  hide(fonts, p, clusters);

  const Levels levels = bidi_levels(p.characters);
  p.base_level = levels.base;
  p.gap_before.assign(p.characters.size() + 1, false);
  std::uint8_t level = levels.base;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    const Cluster& cluster = clusters[i];
    const auto text =
        std::u32string_view(p.characters).substr(cluster.begin, cluster.end - cluster.begin);
    const bool invisible = std::ranges::all_of(text, is_ignorable);
    if (!levels.of.empty() && !(invisible && i > 0)) level = levels.of[cluster.begin];
    join(p, cluster, shaping_script(text), level);
    if (i > 0)
      p.gap_before[cluster.begin] =
          wants_gap(p.characters[clusters[i - 1].begin], p.characters[cluster.begin]);
  }
  return p;
}

}  // namespace tongxing::text
