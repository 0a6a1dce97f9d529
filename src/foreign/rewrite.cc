// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/rewrite.h"

#define POINTERHOLDER_TRANSITION 4  // libqpdf 11: std::shared_ptr alone
#include <new>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>
#include <vector>

namespace tongxing::foreign {
namespace {

/// Field trees are flat: the deepest_kids seen in a real form has 8 levels.
constexpr int deepest_kids = 64;

/// More than any form has, and as much as the main program can hold: about 200 MB of objects.
constexpr std::size_t most_items = 2'000'000;

/// Numbers, texts, names … in one object, those of arrays and dictionaries inside it included.
std::size_t count_items(QPDFObjectHandle object) {
  std::size_t count = 1;
  if (object.isArray()) {
    for (int i = 0; i < object.getArrayNItems(); ++i)
      if (QPDFObjectHandle item = object.getArrayItem(i); !item.isIndirect())
        count += count_items(item);
      else
        ++count;
  } else if (object.isStream() || object.isDictionary()) {
    if (object.isStream()) object = object.getDict();
    for (const std::string& key : object.getKeys())
      if (QPDFObjectHandle item = object.getKey(key); !item.isIndirect())
        count += 1 + count_items(item);
      else
        count += 2;
  }
  return count;
}

bool is_too_large(QPDF& file) {
  std::size_t count = 0;
  for (const QPDFObjectHandle& object : file.getAllObjects())
    if ((count += count_items(object)) > most_items) return true;
  return false;
}

/// libqpdf refuses a page tree that bites its tail; the pages before the bite are good.
void cut_circles(QPDFObjectHandle node, std::set<QPDFObjGen>& above) {
  QPDFObjectHandle kids = node.getKey("/Kids");
  if (!kids.isArray() || !above.insert(node.getObjGen()).second) return;
  for (int i = kids.getArrayNItems() - 1; i >= 0; --i) {
    QPDFObjectHandle kid = kids.getArrayItem(i);
    if (!kid.isDictionary() || !kid.hasKey("/Kids")) continue;
    if (above.count(kid.getObjGen()) != 0)
      kids.eraseItem(i);
    else
      cut_circles(kid, above);
  }
}

/// Each dictionary that stands directly in the array becomes an object with a number.
void number_items(QPDF& file, QPDFObjectHandle array) {
  for (int i = 0; i < array.getArrayNItems(); ++i)
    if (QPDFObjectHandle item = array.getArrayItem(i); item.isDictionary() && !item.isIndirect())
      array.setArrayItem(i, file.makeIndirectObject(item));
}

/// PoDoFo takes UTF-16LE for something else. It is not in the standard, but there are such files.
void mend_text(QPDFObjectHandle item) {
  for (const char* key : {"/T", "/TU", "/V"})
    if (QPDFObjectHandle text = item.getKey(key);
        text.isString() && text.getStringValue().compare(0, 2, "\xFF\xFE") == 0)
      item.replaceKey(key, QPDFObjectHandle::newUnicodeString(text.getUTF8Value()));
}

void number_fields(QPDF& file, QPDFObjectHandle array, std::set<QPDFObjGen>& seen, int depth) {
  if (!array.isArray() || depth > deepest_kids) return;
  number_items(file, array);
  for (int i = 0; i < array.getArrayNItems(); ++i)
    if (QPDFObjectHandle item = array.getArrayItem(i);
        item.isDictionary() && seen.insert(item.getObjGen()).second) {
      mend_text(item);
      number_fields(file, item.getKey("/Kids"), seen, depth + 1);
    }
}

/// Widgets and fields can be spoken of by number, and pages are found without walking a tree.
bool straighten(QPDF& file) {
  if (QPDFObjectHandle pages = file.getRoot().getKey("/Pages"); pages.isDictionary()) {
    std::set<QPDFObjGen> above;
    cut_circles(pages, above);
  }
  const std::size_t count = file.getAllPages().size();
  if (count == 0) return false;
  file.pushInheritedAttributesToPage();
  file.getRoot().getKey("/Pages").replaceKey(
      "/Count", QPDFObjectHandle::newInteger(static_cast<long long>(count)));
  file.findPage(QPDFObjectHandle(file.getAllPages().front()).getObjGen());  // flattens the tree
  for (QPDFObjectHandle page : file.getAllPages())
    if (QPDFObjectHandle annotations = page.getKey("/Annots"); annotations.isArray())
      number_items(file, annotations);
  QPDFObjectHandle form = file.getRoot().getKey("/AcroForm");
  std::set<QPDFObjGen> seen;
  if (form.isDictionary()) number_fields(file, form.getKey("/Fields"), seen, 0);
  return true;
}

Rewritten rewrite_or_throw(std::string_view raw) {
  QPDF file;
  file.setSuppressWarnings(true);
  file.processMemoryFile("input", raw.data(), raw.size());
  Rewritten result;
  result.was_encrypted = file.isEncrypted();
  if (!straighten(file)) return result;
  if (is_too_large(file)) {
    result.outcome = Rewritten::Outcome::too_large;
    return result;
  }
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setPreserveEncryption(false);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  result.bytes.assign(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  result.was_repaired = file.anyWarnings();
  result.outcome = Rewritten::Outcome::done;
  return result;
}

Rewritten failed(Rewritten::Outcome why) {
  Rewritten result;
  result.outcome = why;
  return result;
}

/// Readers look for the header in the first 1024 bytes (ISO 32000-1, annex H, note 13).
Rewritten::Outcome unreadable(std::string_view raw) {
  return raw.substr(0, 1024).find("%PDF-") == std::string_view::npos ? Rewritten::Outcome::no_pdf
                                                                     : Rewritten::Outcome::damaged;
}

}  // namespace

Rewritten rewrite(std::string_view raw) noexcept {
  try {
    return rewrite_or_throw(raw);
  } catch (const QPDFExc& error) {
    const bool locked =
        error.getErrorCode() == qpdf_e_password || error.getErrorCode() == qpdf_e_unsupported;
    return failed(locked ? Rewritten::Outcome::locked : unreadable(raw));
  } catch (const std::bad_alloc&) {
    return failed(Rewritten::Outcome::too_large);
  } catch (...) {
    return failed(unreadable(raw));
  }
}

}  // namespace tongxing::foreign
