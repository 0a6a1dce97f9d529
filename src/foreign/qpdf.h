// SPDX-License-Identifier: GPL-3.0-or-later
// libqpdf's object model. Private to foreign/.
#pragma once

#define POINTERHOLDER_TRANSITION 4  // libqpdf 11: std::shared_ptr alone
// In C++20 clang 14 refuses JSON.hh, a class that holds a std::vector of itself. Nothing here needs
// more of it than its name.
#define JSON_HH
class JSON;

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
