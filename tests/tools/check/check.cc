// SPDX-License-Identifier: GPL-3.0-or-later
#include "check.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include "content.h"
#include "file.h"
#include "font.h"
#include "form.h"
#include "structure.h"

namespace tongxing::check {

void check_objects(QPDF& pdf, Findings& findings) {
  check_catalog(pdf, findings);
  std::map<QPDFObjGen, Font> fonts;
  std::vector<QPDFObjectHandle> pages;
  std::vector<Content> contents;
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    pages.push_back(page.getObjectHandle());
    contents.push_back(read_content(page, "page " + std::to_string(pages.size()), fonts, findings));
  }
  const auto widgets = check_structure(pdf, pages, contents, findings);
  check_form(pdf, pages, widgets, findings);
  for (const auto& [id, font] : fonts) check_used(font, pdf.getObjectByObjGen(id), findings);
}

Findings check(std::string_view bytes) {
  QPDF pdf;
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  Findings findings;
  check_bytes(bytes, findings);
  check_objects(pdf, findings);
  return findings;
}

}  // namespace tongxing::check
