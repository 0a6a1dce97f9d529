// SPDX-License-Identifier: GPL-3.0-or-later
#include "font.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <regex>

namespace tongxing::check {
namespace {

std::string data(QPDFObjectHandle stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

unsigned hex(const std::string& digits) {
  return static_cast<unsigned>(std::strtoul(digits.c_str(), nullptr, 16));
}

std::map<unsigned, std::u16string> read_to_unicode(const std::string& cmap) {
  std::map<unsigned, std::u16string> out;
  static const std::regex line("<([0-9A-Fa-f]{4})><([0-9A-Fa-f]*)>");
  const auto begin = cmap.find("beginbfchar");
  if (begin == std::string::npos) return out;
  for (std::sregex_iterator it(cmap.begin() + static_cast<std::ptrdiff_t>(begin), cmap.end(), line),
       end;
       it != end; ++it) {
    std::u16string text;
    const auto digits = (*it)[2].str();
    for (std::size_t i = 0; i + 4 <= digits.size(); i += 4) {
      text += static_cast<char16_t>(hex(digits.substr(i, 4)));
    }
    out[hex((*it)[1])] = text;
  }
  return out;
}

std::map<unsigned, double> read_widths(QPDFObjectHandle w) {
  std::map<unsigned, double> out;
  for (int i = 0; w.isArray() && i + 1 < w.getArrayNItems(); i += 2) {
    auto code = static_cast<unsigned>(w.getArrayItem(i).getIntValue());
    for (auto& width : w.getArrayItem(i + 1).getArrayAsVector()) {
      out[code++] = width.getNumericValue();
    }
  }
  return out;
}

class Program {
 public:
  explicit Program(std::string bytes) : bytes_(std::move(bytes)) {
    if (FT_Init_FreeType(&library_) != 0) return;
    if (FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes_.data()),
                           static_cast<FT_Long>(bytes_.size()), 0, &face_) != 0) {
      face_ = nullptr;
      return;
    }
  }
  ~Program() {
    if (face_ != nullptr) FT_Done_Face(face_);
    if (library_ != nullptr) FT_Done_FreeType(library_);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  bool readable() const { return face_ != nullptr; }
  /// 1/1000 em; none: no such glyph. FreeType takes the glyphs of a bare CFF program by CID.
  std::optional<double> width(unsigned cid) const {
    if (FT_Load_Glyph(face_, cid, FT_LOAD_NO_SCALE) != 0) return std::nullopt;
    return static_cast<double>(face_->glyph->metrics.horiAdvance) * 1000 / face_->units_per_EM;
  }

 private:
  std::string bytes_;
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
};

QPDFObjectHandle descendant(QPDFObjectHandle font) {
  auto fonts = font.getKey("/DescendantFonts");
  return fonts.isArray() && fonts.getArrayNItems() == 1 ? fonts.getArrayItem(0)
                                                        : QPDFObjectHandle::newNull();
}

/// 0x0000, 0xFEFF and 0xFFFE stand for nothing; private use says nothing to others.
bool says_nothing(const std::u16string& text) {
  return text.empty() || std::any_of(text.begin(), text.end(), [](char16_t c) {
           return c == 0 || c == 0xFEFF || c == 0xFFFE || (c >= 0xE000 && c <= 0xF8FF);
         });
}

}  // namespace

Font read_font(QPDFObjectHandle font, Findings& findings) {
  Font out;
  out.name = font.getKey("/BaseFont").isName() ? font.getKey("/BaseFont").getName() : "?";
  const auto wrong = [&](const char* clause, const char* text) {
    findings.push_back({clause, "font " + out.name + ": " + text});
  };
  auto cid_font = descendant(font);
  if (!font.getKey("/Subtype").isNameAndEquals("/Type0") || !cid_font.isDictionary()) {
    wrong("ua 7.21.4.1", "is not a Type 0 font");
    return out;
  }
  if (!font.getKey("/Encoding").isNameAndEquals("/Identity-H")) {
    wrong("ua 7.21.3.1", "is not encoded by Identity-H");
  }
  static const std::regex tagged("/[A-Z]{6}\\+.*");
  if (!std::regex_match(out.name, tagged)) wrong("pdf 9.6.4", "has no subset tag");
  if (font.getKey("/ToUnicode").isStream()) {
    out.unicode = read_to_unicode(data(font.getKey("/ToUnicode")));
  } else {
    wrong("ua 7.21.7", "has no /ToUnicode");
  }
  out.widths = read_widths(cid_font.getKey("/W"));
  if (cid_font.getKey("/DW").isNumber())
    out.default_width = cid_font.getKey("/DW").getNumericValue();
  auto descriptor = cid_font.getKey("/FontDescriptor");
  const bool truetype = cid_font.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
  if (!descriptor.isDictionary() ||
      !descriptor.getKey(truetype ? "/FontFile2" : "/FontFile3").isStream()) {
    wrong("ua 7.21.4.1", "is not embedded");
  }
  auto map = cid_font.getKey("/CIDToGIDMap");
  if (truetype && !map.isStream() && !map.isNameAndEquals("/Identity")) {
    wrong("ua 7.21.3.2", "has no /CIDToGIDMap");
  }
  if (descriptor.isDictionary() && descriptor.hasKey("/CIDSet")) {
    wrong("ua 7.21.4.2", "has a /CIDSet, which is easily wrong");
  }
  return out;
}

void check_used(const Font& font, QPDFObjectHandle dictionary, Findings& findings) {
  const auto wrong = [&](const char* clause, unsigned code, const std::string& text) {
    findings.push_back(
        {clause, "font " + font.name + ", code " + std::to_string(code) + ": " + text});
  };
  auto cid_font = descendant(dictionary);
  auto descriptor = cid_font.isDictionary() ? cid_font.getKey("/FontDescriptor") : cid_font;
  if (!descriptor.isDictionary()) return;
  auto file = descriptor.getKey("/FontFile2");
  if (!file.isStream()) file = descriptor.getKey("/FontFile3");
  if (!file.isStream()) return;
  const Program program(data(file));
  if (!program.readable()) {
    findings.push_back({"ua 7.21.4.1", "font " + font.name + ": FreeType cannot read the program"});
    return;
  }
  for (const auto code : font.used) {
    if (code == 0) wrong("ua 7.21.8", code, ".notdef is shown");
    const auto text = font.unicode.find(code);
    if (text == font.unicode.end()) {
      wrong("ua 7.21.7", code, "not in /ToUnicode");
    } else if (says_nothing(text->second)) {
      wrong("ua 7.21.7", code, "/ToUnicode says nothing");
    }
    const auto width = program.width(code);
    if (!width) {
      wrong("ua 7.21.4.1", code, "not in the font program");
    } else if (std::abs(*width - font.width(code)) > 1) {
      wrong("ua 7.21.5", code,
            "/W says " + std::to_string(font.width(code)) + ", the program " +
                std::to_string(*width));
    }
  }
}

}  // namespace tongxing::check
