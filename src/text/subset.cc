// SPDX-License-Identifier: GPL-3.0-or-later
#include <hb-subset.h>

#include <algorithm>
#include <cassert>

#include "text/cff.h"
#include "text/font_file.h"
#include "text/font_state.h"

namespace tongxing::text {
namespace {

/// A face of the given glyphs and how to find them in it.
struct Made {
  HbFace face;
  std::vector<std::uint16_t> glyphs;  ///< new ids, in the order asked
};

Made make(hb_face_t* source, const std::vector<std::uint16_t>& glyphs) {
  const HbSubsetInput input(hb_subset_input_create_or_fail());
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
  // Without subroutines CFF is smaller as well as faster to make: they serve whole fonts.
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  const HbSubsetPlan plan(hb_subset_plan_create_or_fail(source, input.get()));
  assert(plan);
  Made made;
  made.face.reset(hb_subset_plan_execute_or_fail(plan.get()));
  assert(made.face);
  const hb_map_t* new_glyph = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  made.glyphs.reserve(glyphs.size());
  for (std::uint16_t glyph : glyphs)
    made.glyphs.push_back(static_cast<std::uint16_t>(hb_map_get(new_glyph, glyph)));
  return made;
}

/// hb-subset returns a face under construction; as bytes it is one to read from.
HbFace reread(const HbFace& made) {
  const HbBlob file(hb_face_reference_blob(made.get()));
  return HbFace(hb_face_create(file.get(), 0));
}

/// The ids of `glyphs` in the ready face; empty if it lacks one of them.
std::vector<std::uint16_t> in_ready(const Ready& ready, const std::vector<std::uint16_t>& glyphs) {
  std::vector<std::uint16_t> out;
  for (std::uint16_t glyph : glyphs) {
    if (ready.glyph[glyph] == 0) return {};
    out.push_back(ready.glyph[glyph]);
  }
  return out;
}

}  // namespace

Subset FontSet::subset(FaceId id, const std::vector<std::uint16_t>& glyphs) const {
  const OpenFace& face = state_->at(id);
  const auto ready = face.ready ? in_ready(*face.ready, glyphs) : std::vector<std::uint16_t>();
  const Made made =
      ready.empty() ? make(face.outlines.get(), glyphs) : make(face.ready->face.get(), ready);
  if (!face.ready) forget_pages(face.file.get());

  Subset subset;
  subset.codes = made.glyphs;
  if (!face.metrics.cff) {
    const HbBlob file(hb_face_reference_blob(made.face.get()));
    subset.program = bytes_of(file.get());
    return subset;
  }
  const HbFace small = reread(made.face);
  const HbBlob table(hb_face_reference_table(small.get(), HB_TAG('C', 'F', 'F', ' ')));
  subset.program = bytes_of(table.get());
  if (const auto cids = cff_cids(subset.program); !cids.empty())
    for (std::uint16_t& code : subset.codes) code = cids[code];
  return subset;
}

void FontSet::prepare_for_batch(std::u32string_view common) {
  std::vector<bool> own(face_count(), false);
  for (const auto& chain : state_->catalog.chains)
    if (!chain.empty()) own[chain.front()] = true;
  for (std::size_t index = 0; index < own.size(); ++index) {
    auto& face = state_->faces[index];
    if (!own[index] || !face) continue;
    std::vector<std::uint16_t> glyphs;
    for (char32_t c : common) {
      hb_codepoint_t glyph = 0;
      if (hb_font_get_nominal_glyph(face->font.get(), c, &glyph) && glyph != 0)
        glyphs.push_back(static_cast<std::uint16_t>(glyph));
    }
    std::ranges::sort(glyphs);
    glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
    if (glyphs.empty()) continue;

    const Made made = make(face->outlines.get(), glyphs);
    Ready ready;
    ready.face.reset(hb_subset_preprocess(reread(made.face).get()));
    hb_face_make_immutable(ready.face.get());
    ready.glyph.assign(0x10000, 0);
    for (std::size_t i = 0; i < glyphs.size(); ++i) ready.glyph[glyphs[i]] = made.glyphs[i];
    face->ready = std::move(ready);
    forget_pages(face->file.get());
  }
}

}  // namespace tongxing::text
