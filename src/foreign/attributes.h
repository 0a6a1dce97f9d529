// SPDX-License-Identifier: GPL-3.0-or-later
// A node of the field tree as the plain data of field.h.
#pragma once

#include <optional>

#include "foreign/field.h"
#include "foreign/field_tree.h"
#include "foreign/objects.h"
#include "foreign/pages.h"

namespace tongxing::foreign {

/// Nothing where /FT is none of the four that there are. Widgets on no page are left out.
std::optional<Field> describe(const FieldNode& node, const Objects& objects, const Pages& pages);

}  // namespace tongxing::foreign
