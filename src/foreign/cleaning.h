// SPDX-License-Identifier: GPL-3.0-or-later
// Objects → text, without what a filled form must not carry on. Private to foreign/.
#pragma once

#include <deque>
#include <functional>
#include <set>
#include <string>

#include "foreign/blank.h"
#include "foreign/qpdf.h"

namespace tongxing::foreign {

/// Follows references from where it is told to, and writes what it finds.
class Cleaning {
 public:
  /// `without_fields`: widgets are left out, and what refers to them.
  explicit Cleaning(bool without_fields) : without_fields_(without_fields) {}

  /// The value of `object`; what it refers to is taken along.
  std::string text(QPDFObjectHandle object);
  /// The entries of a dictionary for which `wanted(key)` holds, without << >>.
  std::string entries(QPDFObjectHandle dictionary,
                      const std::function<bool(const std::string&)>& wanted);
  /// This object is written by somebody else.
  void leave_to_others(QPDFObjectHandle object) { seen_.insert(object.getObjectID()); }
  void take(QPDFObjectHandle object);
  /// All objects that were met and not left to others, by number.
  std::vector<BlankObject> finish();

 private:
  void put(std::string& out, QPDFObjectHandle object);
  void put_entries(std::string& out, QPDFObjectHandle dictionary,
                   const std::function<bool(const std::string&)>& wanted);
  bool is_unwanted(QPDFObjectHandle object) const;
  static bool is_unwanted(QPDFObjectHandle dictionary, const std::string& key,
                          QPDFObjectHandle value);
  BlankObject write(QPDFObjectHandle object);

  bool without_fields_;
  std::set<int> seen_;
  std::deque<QPDFObjectHandle> waiting_;
};

/// The name as PDF writes it.
inline std::string written_name(const std::string& name) {
  return QPDFObjectHandle::newName(name).unparse();
}
/// Null where `object` is no dictionary or has no such entry; libqpdf throws for some of these.
inline QPDFObjectHandle entry(QPDFObjectHandle object, const std::string& key) {
  return object.isDictionary() ? object.getKey(key) : QPDFObjectHandle::newNull();
}
inline bool is_named(QPDFObjectHandle object, const char* name) {
  return object.isName() && object.getName() == name;
}

}  // namespace tongxing::foreign
