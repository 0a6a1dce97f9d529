// SPDX-License-Identifier: GPL-3.0-or-later
// The faces of one run of the program: opened once, immutable, shared by all threads.
//
// The only module that knows HarfBuzz. Files are mapped, not read: a CJK collection has 19 MB, of
// which a packet touches a few hundred kilobytes.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/face.h"
#include "text/glyphs.h"

namespace tongxing::text {

/// One face as fonts/fonts.yaml declares it.
struct FaceSource {
  std::string id;                          ///< "noto-sans-cjk-sc"
  std::string family;                      ///< for people
  std::vector<std::filesystem::path> files;  ///< tried in order
  unsigned index = 0;                      ///< face in a collection (Noto CJK: 2 = Simplified Chinese)
  std::string package;                     ///< Debian package that brings it
  std::string licence;
};

struct FontCatalog {
  std::vector<FaceSource> faces;
  /// For each Role, indices into `faces`; the first is the role's own face.
  std::array<std::vector<std::size_t>, role_names.size()> chains;
};

/// What the PDF writer must know of a face. Units: 1/1000 em.
struct FaceMetrics {
  std::string postscript_name;
  bool cff = false;  ///< CFF outlines; otherwise TrueType
  int ascent = 0, descent = 0, cap_height = 0;
  std::array<int, 4> box{};  ///< FontBBox
  double italic_angle = 0;
};

/// A font program with only the glyphs asked for.
struct Subset {
  std::string program;  ///< CFF table (CIDFontType0C) or TrueType file
  /// TrueType: glyph id in `program` for each glyph asked for, in the order asked. CFF: the CID of
  /// each (CFF keeps the original face's CIDs; PDF.md section 2).
  std::vector<std::uint16_t> codes;
};

/// A character that no face of a chain has.
struct MissingCharacter {
  char32_t character = 0;
  std::size_t offset = 0;  ///< byte in the text
  bool operator==(const MissingCharacter&) const = default;
};

class FontSet {
 public:
  /// Opens the first face of each chain; later faces of a chain are opened when they are declared
  /// and present. Errors: a file of a first face is missing or is no font, naming the Debian
  /// package (Fault::glyph); a face that may not be embedded (OS/2 fsType, Fault::data).
  static Result<FontSet> open(const FontCatalog& catalog);
  FontSet(FontSet&&) noexcept;
  FontSet& operator=(FontSet&&) noexcept;
  ~FontSet();

  std::size_t face_count() const;
  const FontCatalog& catalog() const;
  const FaceMetrics& metrics(FaceId face) const;
  /// The catalogue entry of an opened face.
  const FaceSource& source(FaceId face) const;
  /// Face of the role's chain that draws `c`; nullopt: none.
  std::optional<FaceId> face_for(Role role, char32_t c) const;
  /// Nominal advance of a glyph, 1/1000 em, rounded as /W has it.
  int advance(FaceId face, std::uint16_t glyph) const;

  /// Characters of `utf8` that no face of the role's chain has. Spaces, U+FFFC and default
  /// ignorables never count.
  std::vector<MissingCharacter> missing(Role role, std::string_view utf8) const;

  /// The font program for `glyphs` (sorted, unique, without 0; .notdef is added). Deterministic.
  Subset subset(FaceId face, const std::vector<std::uint16_t>& glyphs) const;

 private:
  friend class Shaper;
  struct State;
  explicit FontSet(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tongxing::text
