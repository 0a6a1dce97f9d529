// SPDX-License-Identifier: GPL-3.0-or-later
// podofo_reads FILE.pdf PAGES: PoDoFo, which will carry our pages into other documents, opens the
// file, finds that many pages, and on each of them resources and content it can read.
#include <podofo/podofo.h>

#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
  using namespace PoDoFo;
  if (argc != 3) return 2;
  PdfError::EnableDebug(false);
  PdfError::EnableLogging(false);
  try {
    PdfMemDocument document(argv[1]);
    const int pages = document.GetPageCount();
    if (pages != std::atoi(argv[2])) {
      std::cout << pages << " pages\n";
      return 1;
    }
    for (int i = 0; i < pages; ++i) {
      const auto* page = document.GetPage(i);
      if (page == nullptr || page->GetResources() == nullptr ||
          !page->GetResources()->GetDictionary().HasKey("Font")) {
        std::cout << "page " << i + 1 << " has no fonts\n";
        return 1;
      }
      // Each operator with its operands.
      PdfContentsTokenizer tokens(document.GetPage(i));
      EPdfContentsType type;
      const char* keyword = nullptr;
      PdfVariant operand;
      int shown = 0;
      while (tokens.ReadNext(type, keyword, operand)) {
        if (type == ePdfContentsType_Keyword && std::string(keyword) == "TJ") ++shown;
      }
      if (shown == 0) {
        std::cout << "page " << i + 1 << " shows no text\n";
        return 1;
      }
    }
  } catch (const PdfError& error) {
    std::cout << "PoDoFo: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
