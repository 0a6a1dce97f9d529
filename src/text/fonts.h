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
  std::string id;                            ///< "noto-sans-cjk-sc"
  std::string family;                        ///< for people
  std::vector<std::filesystem::path> files;  ///< tried in order
  unsigned index = 0;   ///< face in a collection (Noto CJK: 2 = Simplified Chinese)
  std::string package;  ///< Debian package that brings it
  std::string licence;
};

struct FontCatalog {
  std::vector<FaceSource> faces;
  /// For each Role, indices into `faces`; the first is the role's own face.
  std::array<std::vector<std::size_t>, role_names.size()> chains;
  /// For each Role, the face that draws × and, inside a Latin word, ’ ‐ and ·: a Chinese face draws
  /// them a full em wide ("O’ Brien", SPEC 6.2). Empty: the chain does.
  std::array<std::optional<std::size_t>, role_names.size()> latin;
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

struct FontState;  // what a FontSet holds; private to text/

class FontSet {
 public:
  /// Opens every face of the chains whose file is there. FaceId is the index in catalog.faces.
  /// Errors, all of them: the first face of a chain is missing (T001) or any face is no usable font
  /// (T002), naming the Debian package (Fault::glyph); a face may not be embedded (T003: OS/2
  /// fsType, Fault::data).
  static Result<FontSet> open(const FontCatalog& catalog);
  FontSet(FontSet&&) noexcept;
  FontSet& operator=(FontSet&&) noexcept;
  ~FontSet();

  /// Faces of the catalogue, opened or not.
  std::size_t face_count() const;
  bool is_open(FaceId face) const;
  const FontCatalog& catalog() const;
  const FaceMetrics& metrics(FaceId face) const;  ///< requires is_open
  /// The catalogue entry of a face.
  const FaceSource& source(FaceId face) const;
  /// Face of the role's chain that draws `c`; nullopt: none. Never a face for U+FFFD or a character
  /// of the private use areas, whose meaning is private.
  std::optional<FaceId> face_for(Role role, char32_t c) const;
  /// Nominal advance of a glyph, 1/1000 em, rounded as /W has it.
  int advance(FaceId face, std::uint16_t glyph) const;
  /// Where a glyph leaves ink, 1/1000 em from its origin, y up: left, bottom, right, top. All 0: it
  /// leaves none.
  std::array<int, 4> ink(FaceId face, std::uint16_t glyph) const;

  /// Characters of `utf8` that no face of the role's chain has, in text order; also a combining
  /// mark that no face has together with its letter. Spaces, U+FFFC and default ignorables
  /// (joiners, variation selectors, marks of direction) never count; invalid bytes do, as U+FFFD.
  std::vector<MissingCharacter> missing(Role role, std::string_view utf8) const;

  /// The font program for `glyphs` (sorted, unique, without 0; .notdef is added). Deterministic;
  /// the first subset of a CJK face takes about 4 ms for 400 glyphs, later ones 2 ms.
  Subset subset(FaceId face, const std::vector<std::uint16_t>& glyphs) const;

  /// For a run that makes many subsets: keeps a small face, taken apart and ready, with the glyphs
  /// of `common` (say, 8,000 characters: 0.1 s and 16 MB a face) for the first face of each chain.
  /// A subset of such glyphs then takes a fraction of a millisecond and has the same bytes; any
  /// other still comes from the whole face. Call it before the set is shared with threads.
  void prepare_for_batch(std::u32string_view common);

 private:
  friend class Shaper;
  explicit FontSet(std::unique_ptr<FontState> state);
  std::unique_ptr<FontState> state_;
};

}  // namespace tongxing::text
