// SPDX-License-Identifier: GPL-3.0-or-later
#include "check.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include "content.h"
#include "font.h"
#include "structure.h"

namespace tongxing::check {

Findings check(QPDF& pdf, std::string_view bytes) {
  Findings findings;
  if (!bytes.empty()) check_bytes(bytes, findings);
  check_catalog(pdf, findings);
  std::map<QPDFObjGen, Font> fonts;
  std::vector<QPDFObjectHandle> pages;
  std::vector<Content> contents;
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    pages.push_back(page.getObjectHandle());
    contents.push_back(read_content(page, "page " + std::to_string(pages.size()), fonts, findings));
  }
  check_structure(pdf, pages, contents, findings);
  for (const auto& [id, font] : fonts) check_used(font, pdf.getObjectByObjGen(id), findings);
  return findings;
}

}  // namespace tongxing::check
