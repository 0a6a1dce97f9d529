// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/cleaning.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tongxing::foreign {
namespace {

/// Actions that run a program, send something, or work on fields (12.6.4).
constexpr std::array<std::string_view, 7> unwanted_actions = {
    "/JavaScript", "/Launch", "/SubmitForm", "/ResetForm", "/ImportData", "/Hide", "/Rendition"};

bool is_unwanted_action(QPDFObjectHandle dictionary) {
  auto kind = dictionary.getKey("/S");
  return kind.isName() &&
         std::ranges::find(unwanted_actions, kind.getName()) != unwanted_actions.end();
}

/// A dictionary of triggers (12.6.3): every value is an action.
bool is_triggers(QPDFObjectHandle value) {
  if (!value.isDictionary()) return false;
  const auto keys = value.getKeys();
  return std::ranges::all_of(keys, [&](const std::string& key) {
    auto action = value.getKey(key);
    return action.isDictionary() && action.getKey("/S").isName();
  });
}

bool all_keys(const std::string&) {
  return true;
}

}  // namespace

std::string Cleaning::text(QPDFObjectHandle object) {
  std::string out;
  put(out, object);
  return out;
}

std::string Cleaning::entries(QPDFObjectHandle dictionary,
                              const std::function<bool(const std::string&)>& wanted) {
  std::string out;
  put_entries(out, dictionary, wanted);
  return out;
}

void Cleaning::take(QPDFObjectHandle object) {
  if (seen_.insert(object.getObjectID()).second) waiting_.push_back(object);
}

/// Widgets of a form that is to lose its fields, and elements of the structure tree that stand for
/// them (14.7.4.3); attachments on pages.
bool Cleaning::is_unwanted(QPDFObjectHandle object) const {
  if (!object.isDictionary()) return false;
  if (is_named(object.getKey("/Subtype"), "/FileAttachment")) return true;
  if (is_unwanted_action(object)) return true;
  if (!without_fields_) return false;
  if (is_named(object.getKey("/Type"), "/OBJR")) return is_unwanted(object.getKey("/Obj"));
  return is_named(object.getKey("/Subtype"), "/Widget");
}

bool Cleaning::is_unwanted(QPDFObjectHandle dictionary, const std::string& key,
                           QPDFObjectHandle value) {
  if (key == "/AA") return is_triggers(value);
  if (key == "/EF") return value.isDictionary() && dictionary.getKey("/F").isString();
  if (key != "/AF") return false;
  const auto is_file = [](QPDFObjectHandle one) {
    return is_named(entry(one, "/Type"), "/Filespec") || !entry(one, "/EF").isNull();
  };
  if (!value.isArray()) return is_file(value);
  const auto items = value.getArrayAsVector();
  return std::ranges::any_of(items, is_file);
}

void Cleaning::put_entries(std::string& out, QPDFObjectHandle dictionary,
                           const std::function<bool(const std::string&)>& wanted) {
  for (const auto& key : dictionary.getKeys()) {
    auto value = dictionary.getKey(key);
    if (value.isNull() && !value.isIndirect()) continue;
    if (!wanted(key) || is_unwanted(value) || is_unwanted(dictionary, key, value)) continue;
    out += written_name(key);
    out += ' ';
    put(out, value);
  }
}

void Cleaning::put(std::string& out, QPDFObjectHandle object) {
  if (object.isIndirect()) {
    if (is_unwanted(object)) {
      out += "null";
      return;
    }
    take(object);
    out += std::to_string(object.getObjectID()) + " 0 R";
  } else if (object.isArray()) {
    out += '[';
    for (auto& item : object.getArrayAsVector()) {
      if (is_unwanted(item)) continue;
      put(out, item);
      out += ' ';
    }
    out += ']';
  } else if (object.isDictionary()) {
    out += "<<";
    put_entries(out, object, all_keys);
    out += ">>";
  } else {
    out += object.unparse();
  }
}

BlankObject Cleaning::write(QPDFObjectHandle object) {
  BlankObject written{object.getObjectID(), {}, {}};
  if (object.isStream()) {
    put_entries(written.text, object.getDict(),
                [](const std::string& key) { return key != "/Length"; });
    const auto bytes = object.getRawStreamData();
    written.stream.emplace(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
  } else if (object.isArray()) {
    written.text += '[';
    for (auto& item : object.getArrayAsVector()) {
      if (is_unwanted(item)) continue;
      put(written.text, item);
      written.text += ' ';
    }
    written.text += ']';
  } else if (object.isDictionary()) {
    written.text += "<<";
    put_entries(written.text, object, all_keys);
    written.text += ">>";
  } else {
    written.text = object.unparseResolved();
  }
  return written;
}

std::vector<BlankObject> Cleaning::finish() {
  std::vector<BlankObject> all;
  while (!waiting_.empty()) {
    const auto object = waiting_.front();
    waiting_.pop_front();
    all.push_back(write(object));
  }
  std::ranges::sort(all, {}, &BlankObject::number);
  return all;
}

}  // namespace tongxing::foreign
