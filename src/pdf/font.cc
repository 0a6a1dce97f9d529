// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/font.h"

#include <algorithm>
#include <cassert>

#include "base/sha256.h"

namespace tongxing::pdf {
namespace {

/// /W: "[first [w w w] …]" for all widths that are not /DW (ISO 32000-1, 9.7.4.3).
std::string widths(const std::vector<FontGlyph>& by_code) {
  std::string out = "[";
  int expected = -1;  // the code that would continue the open list
  for (const auto& glyph : by_code) {
    if (glyph.width == 1000) continue;
    if (glyph.code != expected) {
      if (expected >= 0) out += ']';
      put(out, glyph.code);
      out += '[';
    } else {
      out += ' ';
    }
    put(out, glyph.width);
    expected = glyph.code + 1;
  }
  out += expected >= 0 ? "]]" : "]";
  return out;
}

/// Adobe Technical Note 5411; at most 100 lines a block.
std::string to_unicode(const std::vector<FontGlyph>& by_code) {
  std::string out =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  constexpr std::size_t block = 100;
  for (std::size_t begin = 0; begin < by_code.size(); begin += block) {
    const auto end = std::min(begin + block, by_code.size());
    put(out, static_cast<std::int64_t>(end - begin));
    out += " beginbfchar\n";
    for (std::size_t i = begin; i < end; ++i) {
      out += '<';
      put_hex4(out, by_code[i].code);
      out += "><";
      put_utf16_hex(out, by_code[i].text);
      out += ">\n";
    }
    out += "endbfchar\n";
  }
  out += "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
  return out;
}

/// "ABCDEF+Name": six capitals that differ for different glyphs (9.6.4).
std::string tagged_name(const std::string& name, const std::vector<FontGlyph>& glyphs) {
  std::string ids;
  for (const auto& glyph : glyphs) put_hex4(ids, glyph.glyph);
  const auto digest = sha256(ids);
  std::string out;
  for (std::size_t i = 0; i < 6; ++i) out += static_cast<char>('A' + digest[i] % 26);
  return out + '+' + name;
}

std::string descriptor(const text::FaceMetrics& metrics, const std::string& name,
                       ObjectNumber program) {
  std::string out = "<</Type/FontDescriptor/FontName/" + name + "/Flags 4/FontBBox[";
  for (std::size_t i = 0; i < 4; ++i) {
    if (i != 0) out += ' ';
    put(out, metrics.box[i]);
  }
  out += "]/ItalicAngle ";
  put_thousandths(out, static_cast<std::int64_t>(metrics.italic_angle * 1000));
  out += "/Ascent ";
  put(out, metrics.ascent);
  out += "/Descent ";
  put(out, metrics.descent);
  out += "/CapHeight ";
  put(out, metrics.cap_height);
  out += "/StemV 80";
  out += metrics.cff ? "/FontFile3 " : "/FontFile2 ";
  put_reference(out, program);
  return out + ">>";
}

}  // namespace

void GlyphCollector::add(std::uint16_t glyph, std::string_view text) {
  assert(glyph != 0);
  wanted_.push_back({glyph, 0, 0, std::string(text)});
}

std::vector<FontGlyph> GlyphCollector::take() {
  std::stable_sort(wanted_.begin(), wanted_.end(),
                   [](const auto& a, const auto& b) { return a.glyph < b.glyph; });
  const auto same = [](const auto& a, const auto& b) { return a.glyph == b.glyph; };
  wanted_.erase(std::unique(wanted_.begin(), wanted_.end(), same), wanted_.end());
  return std::move(wanted_);
}

Font::Font(const text::FontSet& fonts, text::FaceId face, std::vector<FontGlyph> glyphs)
    : metrics_(fonts.metrics(face)), glyphs_(std::move(glyphs)) {
  assert(!glyphs_.empty());
  std::vector<std::uint16_t> ids;
  for (const auto& glyph : glyphs_) ids.push_back(glyph.glyph);
  auto subset = fonts.subset(face, ids);
  assert(subset.codes.size() == ids.size());
  program_ = std::move(subset.program);
  name_ = tagged_name(metrics_.postscript_name, glyphs_);
  slots_.resize(static_cast<std::size_t>(ids.back() - ids.front()) + 1);
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    glyphs_[i].code = subset.codes[i];
    glyphs_[i].width = fonts.advance(face, ids[i]);
    slots_[static_cast<std::size_t>(ids[i] - ids.front())] = static_cast<std::uint16_t>(i + 1);
  }
}

const FontGlyph* Font::find(std::uint16_t glyph) const {
  const auto at = static_cast<std::size_t>(glyph) - glyphs_.front().glyph;  // wraps when below
  if (at >= slots_.size() || slots_[at] == 0) return nullptr;
  return &glyphs_[slots_[at] - 1u];
}

void Font::write(PartBuilder& part, ObjectNumber first, Packing packing) const {
  const ObjectNumber cid_font = first + 1, descriptor_object = first + 2, unicode = first + 3,
                     program = first + 4;
  auto by_code = glyphs_;
  std::sort(by_code.begin(), by_code.end(),
            [](const auto& a, const auto& b) { return a.code < b.code; });

  part.stream(unicode, "", to_unicode(by_code), Packing::deflated);
  std::string file = metrics_.cff ? "/Subtype/CIDFontType0C" : "/Length1 ";
  if (!metrics_.cff) put(file, static_cast<std::int64_t>(program_.size()));
  part.stream(program, file, program_, packing);

  part.object(descriptor_object) += descriptor(metrics_, name_, program);
  auto& descendant = part.object(cid_font);
  descendant += metrics_.cff ? "<</Type/Font/Subtype/CIDFontType0/BaseFont/"
                             : "<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/BaseFont/";
  descendant += name_;
  descendant +=
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ";
  put_reference(descendant, descriptor_object);
  descendant += "/DW 1000/W";
  descendant += widths(by_code);
  descendant += ">>";

  auto& font = part.object(first);
  font += "<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/";
  font += name_;
  if (metrics_.cff) font += "-Identity-H";
  font += "/DescendantFonts[";
  put_reference(font, cid_font);
  font += "]/ToUnicode ";
  put_reference(font, unicode);
  font += ">>";
}

}  // namespace tongxing::pdf
