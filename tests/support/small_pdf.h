// SPDX-License-Identifier: GPL-3.0-or-later
// PDFs of a few objects, written by hand in tests.
#pragma once

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace tongxing::test {

/// Object 1 is the catalog, 2 the page tree; what follows is the test's. A correct cross-reference
/// table is added.
class SmallPdf {
 public:
  /// `catalog`: what stands in it beside /Type and /Pages.
  explicit SmallPdf(const std::string& catalog, const std::string& pages = "") {
    add("<< /Type /Catalog /Pages 2 0 R " + catalog + " >>");
    add(pages.empty() ? "<< /Type /Pages /Kids [3 0 R] /Count 1 >>" : pages);
  }

  /// Gives its number: 3, 4, …
  int add(const std::string& object) {
    objects_.push_back(object);
    return static_cast<int>(objects_.size());
  }

  std::string bytes() const {
    std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      char line[32];
      std::snprintf(line, sizeof line, "%010zu 00000 n \n", file.size());
      table += line;
      file += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects_.size() + 1), at = std::to_string(file.size());
    return file + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size +
           " /Root 1 0 R >>\nstartxref\n" + at + "\n%%EOF\n";
  }

 private:
  std::vector<std::string> objects_;
};

/// A page of 200 by 100 points whose annotations and other entries are given.
inline std::string small_page(const std::string& annotations, const std::string& more = "") {
  return "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Annots [" + annotations + "] " +
         more + " >>";
}

}  // namespace tongxing::test
