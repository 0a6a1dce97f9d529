// SPDX-License-Identifier: GPL-3.0-or-later
#include <hb-subset.h>

#include <cassert>

#include "text/cff.h"
#include "text/font_state.h"

namespace tongxing::text {

Subset FontSet::subset(FaceId id, const std::vector<std::uint16_t>& glyphs) const {
  const OpenFace& face = state_->at(id);
  const HbSubsetInput input(hb_subset_input_create_or_fail());
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
  // Desubroutinised CFF is smaller as well as faster to make: subroutines serve whole fonts.
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  const HbSubsetPlan plan(hb_subset_plan_create_or_fail(face.outlines.get(), input.get()));
  assert(plan);
  const HbFace small(hb_subset_plan_execute_or_fail(plan.get()));
  assert(small);

  Subset subset;
  const hb_map_t* new_glyph = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (std::uint16_t glyph : glyphs)
    subset.codes.push_back(static_cast<std::uint16_t>(hb_map_get(new_glyph, glyph)));
  const HbBlob file(hb_face_reference_blob(small.get()));
  if (!face.metrics.cff) {
    subset.program = bytes_of(file.get());
    return subset;
  }
  const HbFace reread(hb_face_create(file.get(), 0));
  const HbBlob table(hb_face_reference_table(reread.get(), HB_TAG('C', 'F', 'F', ' ')));
  subset.program = bytes_of(table.get());
  const auto cids = cff_cids(subset.program);
  if (!cids.empty())
    for (std::uint16_t& code : subset.codes) code = cids[code];
  return subset;
}

}  // namespace tongxing::text
