// SPDX-License-Identifier: GPL-3.0-or-later
// Is this the blank that the map was made for?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foreign/field.h"
#include "forms/field_map.h"

namespace tongxing::forms {

/// "text", "checkbox", "radio" …, as maps and reports have it.
std::string_view type_name(foreign::FieldType type);

std::vector<KnownField> known_fields(const foreign::OfficialForm& form);

/// SHA-256 of names, types, options and places: what a map relies on.
std::string fingerprint(const foreign::OfficialForm& form);

/// What changed, a sentence each: fields added, removed, renamed, moved, of another type, with
/// other options. At most forty.
std::vector<Message> differences(const std::vector<KnownField>& before,
                                 const std::vector<KnownField>& now);

/// Errors: M005, the file or its fields are not those the map was made for, with the differences as
/// hints (Fault::data). `sha256`: of the file as it was brought.
Result<Ok> check_blank(const FieldMap& map, const std::string& sha256,
                       const foreign::OfficialForm& form);

/// The `blank:` entry of a map for this file.
std::string blank_entry(const std::string& sha256, const std::string& edition,
                        const foreign::OfficialForm& form);

/// The map's text with its `blank:` entry replaced, or put at its end; comments elsewhere stay.
/// Error: M006, the map is JSON or written in braces (Fault::data).
Result<std::string> with_blank_entry(std::string_view text, const FieldMap& map,
                                     const std::string& entry);

}  // namespace tongxing::forms
