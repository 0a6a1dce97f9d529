// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/names.h"

namespace tongxing::pdf {

std::string_view name_of(page::TagType type) {
  switch (type) {
    case page::TagType::document:
      return "Document";
    case page::TagType::sect:
      return "Sect";
    case page::TagType::h1:
      return "H1";
    case page::TagType::h2:
      return "H2";
    case page::TagType::h3:
      return "H3";
    case page::TagType::p:
      return "P";
    case page::TagType::table:
      return "Table";
    case page::TagType::thead:
      return "THead";
    case page::TagType::tbody:
      return "TBody";
    case page::TagType::tr:
      return "TR";
    case page::TagType::th:
      return "TH";
    case page::TagType::td:
      return "TD";
    case page::TagType::l:
      return "L";
    case page::TagType::li:
      return "LI";
    case page::TagType::lbl:
      return "Lbl";
    case page::TagType::lbody:
      return "LBody";
    case page::TagType::toc:
      return "TOC";
    case page::TagType::toci:
      return "TOCI";
    case page::TagType::reference:
      return "Reference";
    case page::TagType::link:
      return "Link";
    case page::TagType::figure:
      return "Figure";
    case page::TagType::form:
      return "Form";
    case page::TagType::note:
      return "Note";
    case page::TagType::span:
      return "Span";
  }
  return "Span";
}

std::string_view name_of(page::Scope scope) {
  switch (scope) {
    case page::Scope::column:
      return "Column";
    case page::Scope::row:
      return "Row";
    default:
      return "Both";
  }
}

}  // namespace tongxing::pdf
