// SPDX-License-Identifier: GPL-3.0-or-later
// HarfBuzz's objects with owners. Private to text/.
#pragma once

#include <hb-subset.h>
#include <hb.h>

#include <memory>
#include <string_view>

namespace tongxing::text {

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};

using HbBlob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_destroy>>;
using HbSet = std::unique_ptr<hb_set_t, Destroy<hb_set_destroy>>;
using HbSubsetInput = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using HbSubsetPlan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;

/// The bytes of a blob; valid as long as the blob.
inline std::string_view bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

}  // namespace tongxing::text
