// SPDX-License-Identifier: GPL-3.0-or-later
// The field tree, walked as raw objects (ISO 32000-1, 12.7.3).
#pragma once

#include <string>
#include <vector>

#include "foreign/objects.h"
#include "foreign/pages.h"

namespace tongxing::foreign {

/// A terminal field: what it is called, what it has inherited, the boxes it has. Null: it has none.
struct FieldNode {
  std::string name;
  const PoDoFo::PdfObject* dictionary = nullptr;
  const PoDoFo::PdfObject* type = nullptr;        ///< /FT
  const PoDoFo::PdfObject* flags = nullptr;       ///< /Ff
  const PoDoFo::PdfObject* value = nullptr;       ///< /V
  const PoDoFo::PdfObject* length = nullptr;      ///< /MaxLen
  const PoDoFo::PdfObject* options = nullptr;     ///< /Opt
  const PoDoFo::PdfObject* appearance = nullptr;  ///< /DA
  const PoDoFo::PdfObject* alignment = nullptr;   ///< /Q
  const PoDoFo::PdfObject* tooltip = nullptr;     ///< /TU, the nearest
  std::vector<const PoDoFo::PdfObject*> widgets;
};

/// In the order of the tree, then what stands on pages only, in the order of pages. Fields of one
/// name and type are one. Without a name or a type a node is no field. Circles are cut.
std::vector<FieldNode> find_fields(const Objects& objects, const Pages& pages);

}  // namespace tongxing::foreign
