// SPDX-License-Identifier: GPL-3.0-or-later
#include "table.h"

#include <algorithm>
#include <map>
#include <vector>

namespace tongxing::check {
namespace {

std::vector<QPDFObjectHandle> elements(QPDFObjectHandle element) {
  auto kids = element.getKey("/K");
  std::vector<QPDFObjectHandle> out;
  for (auto& kid : kids.isArray() ? kids.getArrayAsVector() : std::vector{kids}) {
    if (kid.isDictionary() && kid.hasKey("/S")) out.push_back(kid);
  }
  return out;
}

int span(QPDFObjectHandle cell, const char* key) {
  auto value = attribute(cell, key);
  return value.isInteger() ? std::max(1, static_cast<int>(value.getIntValue())) : 1;
}

/// Rows of a table or of one part of it; a cell never spans from one part into the next.
void collect_rows(QPDFObjectHandle part, std::vector<std::vector<QPDFObjectHandle>>& parts) {
  parts.emplace_back();
  for (auto& kid : elements(part)) {
    if (kid.getKey("/S").isNameAndEquals("/TR")) {
      parts.back().push_back(kid);
    } else {
      collect_rows(kid, parts);
    }
  }
}

}  // namespace

QPDFObjectHandle attribute(QPDFObjectHandle element, const std::string& key) {
  auto attributes = element.getKey("/A");
  for (auto& each :
       attributes.isArray() ? attributes.getArrayAsVector() : std::vector{attributes}) {
    if (each.isDictionary() && each.hasKey(key)) return each.getKey(key);
  }
  return QPDFObjectHandle::newNull();
}

void check_table(QPDFObjectHandle table, Findings& findings) {
  std::vector<std::vector<QPDFObjectHandle>> parts;
  collect_rows(table, parts);
  int columns = -1;
  for (const auto& rows : parts) {
    std::map<std::size_t, int> from_above;  // row → cells that reach down into it
    for (std::size_t row = 0; row < rows.size(); ++row) {
      int width = from_above[row];
      for (auto& cell : elements(rows[row])) {
        const int across = span(cell, "/ColSpan"), down = span(cell, "/RowSpan");
        width += across;
        for (int k = 1; k < down; ++k) from_above[row + static_cast<std::size_t>(k)] += across;
      }
      if (columns < 0) columns = width;
      if (width != columns) {
        findings.push_back({"ua 7.2", "table (object " + std::to_string(table.getObjectID()) +
                                          "): a row has " + std::to_string(width) +
                                          " cells, the first has " + std::to_string(columns)});
      }
    }
    if (!from_above.empty() && from_above.rbegin()->first >= rows.size()) {
      findings.push_back({"ua 7.2", "table (object " + std::to_string(table.getObjectID()) +
                                        "): a cell reaches below the last row"});
    }
  }
}

}  // namespace tongxing::check
