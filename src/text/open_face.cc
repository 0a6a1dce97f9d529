// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/open_face.h"

#include <hb-ot.h>

#include <cmath>
#include <system_error>

#include "text/font_file.h"

namespace tongxing::text {
namespace {

constexpr hb_tag_t cff_tag = HB_TAG('C', 'F', 'F', ' ');

HbBlob table(hb_face_t* face, hb_tag_t tag) {
  return HbBlob(hb_face_reference_table(face, tag));
}

/// Big-endian signed 16 bits at `at`; 0 beyond the end.
std::int16_t signed16(std::string_view bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  return static_cast<std::int16_t>(byte(at) << 8 | byte(at + 1));
}

/// hb-subset would also read, close over and write the tables of layout and the character map; PDF
/// needs none of them, and without them a subset takes a third of the time.
hb_blob_t* outline_table(hb_face_t*, hb_tag_t tag, void* whole) {
  switch (tag) {
    case HB_TAG('h', 'e', 'a', 'd'):
    case HB_TAG('h', 'h', 'e', 'a'):
    case HB_TAG('h', 'm', 't', 'x'):
    case HB_TAG('m', 'a', 'x', 'p'):
    case HB_TAG('g', 'l', 'y', 'f'):
    case HB_TAG('l', 'o', 'c', 'a'):
    case cff_tag:
      return hb_face_reference_table(static_cast<hb_face_t*>(whole), tag);
    default:
      return hb_blob_get_empty();
  }
}

std::string postscript_name(hb_face_t* face) {
  char name[128];
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  std::string out;
  for (char c : std::string_view(name, size)) {
    // A PDF name; PostScript names hold printable ASCII without delimiters anyway.
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '_' || c == '.';
    if (plain) out += c;
  }
  return out.empty() ? "Font" : out;
}

/// OpenType: head bytes 36–43 xMin…yMax, hhea 4 and 6 ascender and descender, OS/2 88 sCapHeight
/// (version 2 and later), post 4 italicAngle (16.16).
FaceMetrics read_metrics(const OpenFace& open) {
  hb_face_t* face = open.face.get();
  FaceMetrics metrics;
  metrics.postscript_name = postscript_name(face);
  metrics.cff = hb_blob_get_length(table(face, cff_tag).get()) > 0;
  const HbBlob head = table(face, HB_TAG('h', 'e', 'a', 'd'));
  for (std::size_t i = 0; i < 4; ++i)
    metrics.box[i] = open.thousandths(signed16(bytes_of(head.get()), 36 + 2 * i));
  const HbBlob hhea = table(face, HB_TAG('h', 'h', 'e', 'a'));
  metrics.ascent = open.thousandths(signed16(bytes_of(hhea.get()), 4));
  metrics.descent = open.thousandths(signed16(bytes_of(hhea.get()), 6));
  const HbBlob os2 = table(face, HB_TAG('O', 'S', '/', '2'));
  const std::string_view os2_bytes = bytes_of(os2.get());
  if (signed16(os2_bytes, 0) >= 2) metrics.cap_height = open.thousandths(signed16(os2_bytes, 88));
  if (metrics.cap_height <= 0) metrics.cap_height = metrics.ascent * 4 / 5;
  const HbBlob post = table(face, HB_TAG('p', 'o', 's', 't'));
  const std::string_view post_bytes = bytes_of(post.get());
  metrics.italic_angle =
      signed16(post_bytes, 4) + static_cast<std::uint16_t>(signed16(post_bytes, 6)) / 65536.0;
  return metrics;
}

Diagnostic unusable(const FaceSource& source, const std::filesystem::path& file,
                    std::string_view why) {
  Diagnostic diagnostic;
  diagnostic.code = "T002";
  diagnostic.what =
      Message("the font file of {0} cannot be used: {1}", {{source.family}, {std::string(why)}});
  diagnostic.fault = Fault::glyph;
  diagnostic.path = file.string();
  diagnostic.hints = {Message("install the Debian package {0} again", {{source.package}})};
  return diagnostic;
}

/// Why the file is of no use; empty: it is.
std::string_view defect(hb_blob_t* blob, const FaceSource& source, hb_face_t* face) {
  if (source.index >= hb_face_count(blob)) return "it has no face of that number";
  if (hb_face_get_glyph_count(face) == 0) return "it has no glyphs";
  if (hb_face_get_glyph_count(face) > 0xFFFF) return "it has more than 65,535 glyphs";
  for (const char* tag : {"head", "hhea", "hmtx", "maxp", "cmap"})
    if (hb_blob_get_length(table(face, hb_tag_from_string(tag, 4)).get()) == 0)
      return "a table is missing";
  const bool cff = hb_blob_get_length(table(face, cff_tag).get()) > 0;
  const bool glyf = hb_blob_get_length(table(face, HB_TAG('g', 'l', 'y', 'f')).get()) > 0;
  if (!cff && !glyf) return "it has no outlines";
  return {};
}

}  // namespace

int OpenFace::thousandths(int units) const {
  if (units_per_em == 1000) return units;
  return static_cast<int>(std::lround(units * 1000.0 / units_per_em));
}

bool may_embed(std::uint16_t fs_type) {
  const bool restricted = (fs_type & 0xF) == 0x2;
  const bool no_subsetting = (fs_type & 0x100) != 0;
  const bool bitmaps_only = (fs_type & 0x200) != 0;
  return !restricted && !no_subsetting && !bitmaps_only;
}

Result<std::optional<OpenFace>> open_face(const FaceSource& source) {
  const std::filesystem::path* file = nullptr;
  for (const auto& candidate : source.files) {
    std::error_code error;
    if (std::filesystem::is_regular_file(candidate, error)) {
      file = &candidate;
      break;
    }
  }
  if (file == nullptr) return std::optional<OpenFace>();

  HbBlob blob = map_font(*file);
  if (!blob) return unusable(source, *file, "it cannot be read");
  OpenFace open;
  open.face.reset(hb_face_create(blob.get(), source.index));
  if (const auto why = defect(blob.get(), source, open.face.get()); !why.empty())
    return unusable(source, *file, why);

  const HbBlob os2 = table(open.face.get(), HB_TAG('O', 'S', '/', '2'));
  if (!may_embed(static_cast<std::uint16_t>(signed16(bytes_of(os2.get()), 8)))) {
    Diagnostic diagnostic;
    diagnostic.code = "T003";
    diagnostic.what = Message("the licence of the font {0} forbids embedding it in a document",
                              {{source.family}});
    diagnostic.fault = Fault::data;
    diagnostic.path = file->string();
    diagnostic.hints = {Message("declare another face for it in {0}", {{"fonts/fonts.yaml"}})};
    return diagnostic;
  }

  hb_face_make_immutable(open.face.get());
  open.units_per_em = hb_face_get_upem(open.face.get());
  open.font.reset(hb_font_create(open.face.get()));
  hb_font_make_immutable(open.font.get());
  open.outlines.reset(hb_face_create_for_tables(outline_table, open.face.get(), nullptr));
  hb_face_set_upem(open.outlines.get(), open.units_per_em);
  hb_face_set_glyph_count(open.outlines.get(), hb_face_get_glyph_count(open.face.get()));
  hb_face_make_immutable(open.outlines.get());
  open.metrics = read_metrics(open);
  open.file = std::move(blob);
  return std::optional<OpenFace>(std::move(open));
}

}  // namespace tongxing::text
