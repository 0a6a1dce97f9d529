// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/stationery.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "pdf/cluster.h"
#include "pdf/colour.h"
#include "pdf/content.h"

namespace tongxing::pdf {
namespace {

/// Once per run of the program, so better than per packet.
constexpr int prepared_level = 6;
constexpr std::size_t prepared_smallest = 100;

void prepare_base(Stationery::State& state, Deflater& deflater) {
  PartBuilder part(deflater);
  part.raw("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");  // four high bytes: ISO 19005-2, 6.1.2
  const auto profile = ++state.count;
  state.output_intent = ++state.count;
  part.stream(profile, "/N 3", srgb_profile(), Packing::deflated);
  auto& intent = part.object(state.output_intent);
  intent +=
      "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
      "/Info(sRGB IEC61966-2.1)/DestOutputProfile ";
  put_reference(intent, profile);
  intent += ">>";
  state.base = pdf::prepared(part.finish(++state.count));
}

/// The glyphs of each face: the given ones and those of the layers.
std::vector<GlyphCollector> collect(const text::FontSet& fonts, FixedText fixed) {
  for (const auto& background : fixed.backgrounds) {
    for (const auto& item : background.layer->items) {
      if (const auto* text = std::get_if<page::Text>(&item.draw)) fixed.add(text->run);
    }
  }
  std::vector<GlyphCollector> out(fonts.face_count());
  for (const auto& [face, glyphs] : fixed.glyphs) {
    for (const auto& [glyph, text] : glyphs) out[static_cast<std::size_t>(face)].add(glyph, text);
  }
  return out;
}

void prepare_fonts(Stationery::State& state, Deflater& deflater, const text::FontSet& fonts,
                   const FixedText& fixed) {
  auto wanted = collect(fonts, fixed);
  state.fonts.resize(wanted.size());
  for (std::size_t face = 0; face < wanted.size(); ++face) {
    if (wanted[face].empty()) continue;
    auto& prepared = state.fonts[face];
    prepared.font =
        std::make_unique<const Font>(fonts, static_cast<text::FaceId>(face), wanted[face].take());
    prepared.object = state.count + 1;
    state.count += Font::object_count;
    PartBuilder part(deflater);
    prepared.font->write(part, prepared.object, Packing::deflated);
    prepared.part = pdf::prepared(part.finish(++state.count));
  }
}

void prepare_layer(Stationery::State& state, Deflater& deflater,
                   const FixedText::Background& background, const std::vector<FaceFonts>& fonts) {
  Pictures pictures;
  Content content(fonts, background.layer->tags, background.page_height, 0, pictures);
  content.draw(background.layer->items);
  assert(pictures.all().empty());
  PreparedLayer prepared;
  prepared.layer = background.layer;
  prepared.page_height = background.page_height;
  prepared.marks = content.marks();
  prepared.fonts = content.fixed_used();
  prepared.stream = ++state.count;
  PartBuilder part(deflater);
  // What follows on the page starts from the default graphics state.
  part.stream(prepared.stream, "", "q\n" + content.operators() + "Q\n", Packing::deflated);
  prepared.part = pdf::prepared(part.finish(0));
  state.layers.push_back(std::move(prepared));
}

}  // namespace

void FixedText::add(const text::Run& run) {
  if (run.blank_box) return;
  auto& face = glyphs[run.face];
  for (std::size_t i = 0; i < run.glyphs.size();) {
    const auto cluster = cluster_at(run, i);
    for (; i < cluster.end; ++i) face.emplace(run.glyphs[i].id, share_of(cluster, run, i));
  }
}

const PreparedLayer& Stationery::State::layer(const page::Layer* layer, Length page_height) const {
  const auto found = std::find_if(layers.begin(), layers.end(), [&](const auto& prepared) {
    return prepared.layer.get() == layer && prepared.page_height == page_height;
  });
  assert(found != layers.end());
  return *found;
}

Stationery prepare(const text::FontSet& fonts, const FixedText& fixed) {
  auto state = std::make_shared<Stationery::State>();
  Deflater deflater(prepared_level, prepared_smallest);
  prepare_base(*state, deflater);
  prepare_fonts(*state, deflater, fonts, fixed);
  std::vector<FaceFonts> table;
  for (const auto& font : state->fonts) table.push_back({font.font.get(), nullptr});
  for (const auto& background : fixed.backgrounds) {
    prepare_layer(*state, deflater, background, table);
  }
  return Stationery(std::move(state));
}

}  // namespace tongxing::pdf
