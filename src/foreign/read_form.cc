// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign/read_form.h"

#include <algorithm>
#include <exception>

#include "foreign/attributes.h"
#include "foreign/field_tree.h"
#include "foreign/objects.h"
#include "foreign/pages.h"

namespace tongxing::foreign {
namespace {

using PoDoFo::PdfObject;

/// What a whole file is searched for.
struct Traces {
  bool scripts = false;
  bool embedded_files = false;
};

/// Dictionaries that stand inside others included. Depth is bounded: libqpdf cuts at 500 levels.
void look_for(const PdfObject& object, Traces& traces) {
  if (object.IsArray()) {
    for (const PdfObject& item : object.GetArray()) look_for(item, traces);
  } else if (object.IsDictionary()) {
    for (const auto& [key, value] : object.GetDictionary().GetKeys()) {
      if (key == PoDoFo::PdfName("S") && is_name(value, "JavaScript")) traces.scripts = true;
      if (key == PoDoFo::PdfName("JS")) traces.scripts = true;
      if (key == PoDoFo::PdfName("EF")) traces.embedded_files = true;
      look_for(*value, traces);
    }
  }
}

Xfa xfa_of(const Objects& objects, bool has_fields) {
  if (!objects.at(objects.at(objects.catalog(), "AcroForm"), "XFA")) return Xfa::none;
  return has_fields ? Xfa::hybrid : Xfa::dynamic;
}

Diagnostic no_pages(const std::filesystem::path& shown) {
  return {.code = "F031",
          .what = "the PDF is damaged and cannot be repaired",
          .hints = {"get the file again from where it was published"},
          .path = shown.string()};
}

Diagnostic only_xfa(const std::filesystem::path& shown) {
  return {.code = "F036",
          .what = "the form is made for one program alone (dynamic XFA); its pages hold no fields",
          .hints = {"ask the authority for an ordinary PDF, or print it to a flat PDF there"},
          .path = shown.string()};
}

OfficialForm read_or_throw(const Objects& objects) {
  OfficialForm form;
  Pages pages = read_pages(objects);
  for (const FieldNode& node : find_fields(objects, pages)) {
    if (is_name(node.type, "Sig") && node.value && node.value->IsDictionary())
      form.is_signed = true;
    if (auto field = describe(node, objects, pages)) form.fields.push_back(*std::move(field));
  }
  form.xfa = xfa_of(objects, !form.fields.empty());
  Traces traces;
  for (const PdfObject* object : objects.all()) look_for(*object, traces);
  form.has_scripts = traces.scripts;
  form.has_embedded_files = traces.embedded_files;
  form.pages = std::move(pages.pages);
  return form;
}

}  // namespace

Result<OfficialForm> read_form(const Normalised& file, const std::filesystem::path& shown) {
  try {
    const Objects objects(file.bytes);
    OfficialForm form = read_or_throw(objects);
    if (form.pages.empty()) return no_pages(shown);
    if (form.xfa == Xfa::dynamic) return only_xfa(shown);
    return form;
  } catch (const PoDoFo::PdfError&) {
    return no_pages(shown);
  } catch (const std::exception&) {
    return no_pages(shown);
  }
}

}  // namespace tongxing::foreign
