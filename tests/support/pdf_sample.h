// SPDX-License-Identifier: GPL-3.0-or-later
// A small document with one of everything that the PDF writer can write. The people are invented.
#pragma once

#include "page/document.h"
#include "pdf/pdf.h"
#include "text/fonts.h"

namespace tongxing::tests {

struct PdfSample {
  page::Document document;
  pdf::FixedText fixed;
};

/// `name` is the applicant's; other names give other glyphs beside the same fixed text.
PdfSample pdf_sample(const text::FontSet& fonts, std::string_view name = "𠮷小雨");

/// As many pages as a packet has: the same, `copies` times over.
PdfSample pdf_sample_packet(const text::FontSet& fonts, std::string_view name, int copies);

/// A page with one field of every kind to fill in.
PdfSample pdf_form_sample(const text::FontSet& fonts);

}  // namespace tongxing::tests
