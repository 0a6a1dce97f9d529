// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/names.h"

namespace tongxing::page {

std::string_view name_of(TagType type) {
  switch (type) {
    case TagType::document:
      return "Document";
    case TagType::sect:
      return "Sect";
    case TagType::h1:
      return "H1";
    case TagType::h2:
      return "H2";
    case TagType::h3:
      return "H3";
    case TagType::p:
      return "P";
    case TagType::table:
      return "Table";
    case TagType::thead:
      return "THead";
    case TagType::tbody:
      return "TBody";
    case TagType::tr:
      return "TR";
    case TagType::th:
      return "TH";
    case TagType::td:
      return "TD";
    case TagType::l:
      return "L";
    case TagType::li:
      return "LI";
    case TagType::lbl:
      return "Lbl";
    case TagType::lbody:
      return "LBody";
    case TagType::toc:
      return "TOC";
    case TagType::toci:
      return "TOCI";
    case TagType::reference:
      return "Reference";
    case TagType::link:
      return "Link";
    case TagType::figure:
      return "Figure";
    case TagType::form:
      return "Form";
    case TagType::note:
      return "Note";
    case TagType::span:
      return "Span";
  }
  return "Span";
}

std::string_view name_of(Scope scope) {
  switch (scope) {
    case Scope::none:
      return "";
    case Scope::column:
      return "Column";
    case Scope::row:
      return "Row";
    case Scope::both:
      return "Both";
  }
  return "";
}

}  // namespace tongxing::page
