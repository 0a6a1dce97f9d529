// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace tongxing::check {

std::vector<Page> pages(std::string_view bytes) {
  QPDF pdf;
  pdf.processMemoryFile("file", bytes.data(), bytes.size());
  std::vector<Page> out;
  for (auto& helper : QPDFPageDocumentHelper(pdf).getAllPages()) {
    auto page = helper.getObjectHandle();
    auto& read = out.emplace_back();
    for (auto& stream : page.getKey("/Contents").getArrayAsVector()) {
      const auto buffer = stream.getStreamData(qpdf_dl_all);
      read.contents.push_back(
          {stream.getObjGen().unparse(),
           {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()}});
    }
    auto fonts = page.getKey("/Resources").getKey("/Font");
    if (fonts.isDictionary()) read.fonts = fonts.getKeys();
  }
  return out;
}

}  // namespace tongxing::check
