// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/objects.h"

#include <cmath>
#include <mutex>

#include "foreign/text_string.h"

namespace tongxing::foreign {

using PoDoFo::PdfArray;
using PoDoFo::PdfObject;

void silence() {
  static std::once_flag once;
  std::call_once(once, [] {
    PoDoFo::PdfError::EnableDebug(false);
    PoDoFo::PdfError::EnableLogging(false);
  });
}

Objects::Objects(std::string_view bytes) {
  silence();
  objects_.SetAutoDelete(true);
  parser_.emplace(&objects_, bytes.data(), static_cast<long>(bytes.size()), true);
  catalog_ = at(parser_->GetTrailer(), "Root");
}

const PdfObject* Objects::follow(const PdfObject* object) const {
  constexpr int longest_chain = 16;
  for (int i = 0; object && object->IsReference(); ++i) {
    if (i == longest_chain) return nullptr;
    object = objects_.GetObject(object->GetReference());
  }
  return object && !object->IsNull() ? object : nullptr;
}

const PdfObject* Objects::at(const PdfObject* object, const char* key) const {
  if (!object || !object->IsDictionary()) return nullptr;
  return follow(object->GetDictionary().GetKey(PoDoFo::PdfName(key)));
}

const PdfArray* Objects::array_at(const PdfObject* object, const char* key) const {
  const PdfObject* found = at(object, key);
  return found && found->IsArray() ? &found->GetArray() : nullptr;
}

std::optional<double> Objects::number(const PdfObject* object) const {
  object = follow(object);
  if (!object || !(object->IsNumber() || object->IsReal())) return std::nullopt;
  const double value = object->GetReal();
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

long Objects::integer_at(const PdfObject* object, const char* key, long otherwise) const {
  const PdfObject* found = at(object, key);
  return found && found->IsNumber() ? static_cast<long>(found->GetNumber()) : otherwise;
}

std::string text_of(const PdfObject* object) {
  if (!object) return "";
  if (object->IsName()) return name_text(object->GetName().GetName());
  if (!object->IsString() && !object->IsHexString()) return "";
  const PoDoFo::PdfString& text = object->GetString();
  const std::string_view bytes(text.GetString(), static_cast<std::size_t>(text.GetLength()));
  return text.IsUnicode() ? utf16_text(bytes) : text_string(bytes);
}

std::string text_bytes(const PdfObject* object) {
  if (!object || !(object->IsString() || object->IsHexString())) return "";
  const PoDoFo::PdfString& text = object->GetString();
  return {text.GetString(), static_cast<std::size_t>(text.GetLength())};
}

bool is_name(const PdfObject* object, std::string_view name) {
  return object && object->IsName() && object->GetName().GetName() == name;
}

int number_of(const PdfObject* object) {
  return object ? static_cast<int>(object->Reference().ObjectNumber()) : 0;
}

}  // namespace tongxing::foreign
