// SPDX-License-Identifier: GPL-3.0-or-later
// The objects of a normalised file, PoDoFo's parser being the reader.
//
// PdfVecObjects and PdfParser alone, never PdfMemDocument: that one builds forms, dates and fonts
// of its own on the way, trusts /Count, and reads the machine's time zone (not safe in threads).
#pragma once

#include <podofo/podofo.h>

#include <optional>
#include <string>
#include <string_view>

namespace tongxing::foreign {

class Objects {
 public:
  /// Throws PoDoFo::PdfError. `bytes` is copied.
  explicit Objects(std::string_view bytes);
  Objects(const Objects&) = delete;
  Objects& operator=(const Objects&) = delete;

  /// The object itself, or what a reference leads to; null for none, null or a circle.
  const PoDoFo::PdfObject* follow(const PoDoFo::PdfObject* object) const;
  /// What stands under the key; null where `object` is no dictionary, or has it not.
  const PoDoFo::PdfObject* at(const PoDoFo::PdfObject* object, const char* key) const;
  /// The array under the key, else null; its items may be references.
  const PoDoFo::PdfArray* array_at(const PoDoFo::PdfObject* object, const char* key) const;
  /// A number, if it is one and finite.
  std::optional<double> number(const PoDoFo::PdfObject* object) const;
  std::optional<double> number_at(const PoDoFo::PdfObject* object, const char* key) const {
    return number(at(object, key));
  }
  long integer_at(const PoDoFo::PdfObject* object, const char* key, long otherwise) const;

  const PoDoFo::PdfObject* catalog() const { return catalog_; }
  const PoDoFo::PdfVecObjects& all() const { return objects_; }

 private:
  PoDoFo::PdfVecObjects objects_;
  std::optional<PoDoFo::PdfParser> parser_;
  const PoDoFo::PdfObject* catalog_ = nullptr;
};

/// The text of a string or a name in UTF-8; empty for anything else and for null.
std::string text_of(const PoDoFo::PdfObject* object);
/// The bytes of a string that is no text, /DA for one; empty for anything else and for null.
std::string text_bytes(const PoDoFo::PdfObject* object);
/// Is it a name with these bytes?
bool is_name(const PoDoFo::PdfObject* object, std::string_view name);
/// Its number; 0 for null and for what stands inside another object.
int number_of(const PoDoFo::PdfObject* object);

/// Before the first thread and the first file: PoDoFo says nothing on stderr.
void silence();

}  // namespace tongxing::foreign
