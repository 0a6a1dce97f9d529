// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/catalog.h"

#include "pdf/metadata.h"
#include "pdf/navigation.h"

namespace tongxing::pdf {

void put_catalog(std::string& out, const page::Document& document, const RootNumbers& numbers) {
  out += "<</Type/Catalog/Pages ";
  put_reference(out, numbers.pages);
  out += "/Metadata ";
  put_reference(out, numbers.metadata);
  out += "/StructTreeRoot ";
  put_reference(out, numbers.structure);
  out += "/MarkInfo<</Marked true>>/Lang";
  put_text(out, document.language);
  // No scaling: boxes for photographs and codes have sizes to keep.
  out += "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>/OutputIntents[";
  put_reference(out, numbers.output_intent);
  out += "]/PageLabels";
  put_page_labels(out, document);
  if (numbers.outline != 0) {
    out += "/Outlines ";
    put_reference(out, numbers.outline);
  }
  if (numbers.form != 0) {
    out += "/AcroForm ";
    put_reference(out, numbers.form);
  }
  out += ">>";
}

void put_page_tree(std::string& out, const std::vector<ObjectNumber>& pages) {
  out += "<</Type/Pages/Count ";
  put(out, static_cast<std::int64_t>(pages.size()));
  out += "/Kids[";
  for (const auto page : pages) {
    put_reference(out, page);
    out += ' ';
  }
  out += "]>>";
}

void put_info(std::string& out, const page::Document& document) {
  out += "<</Title";
  put_text(out, document.title);
  out += "/Producer";
  put_text(out, producer);
  out += ">>";
}

void put_image_entries(std::string& out, const page::Picture& picture) {
  out += "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width ";
  put(out, picture.width);
  out += "/Height ";
  put(out, picture.height);
  out += picture.components == 1 ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB";
  if (picture.jpeg) out += "/Filter/DCTDecode";
}

}  // namespace tongxing::pdf
