// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's fonts as a catalogue, for programs that cannot read fonts/fonts.yaml.
#pragma once

#include <string>
#include <vector>

#include "text/fonts.h"

namespace tongxing::tests {

inline text::FontCatalog debian_catalog() {
  text::FontCatalog catalog;
  const std::string noto = "/usr/share/fonts/truetype/noto/";
  const std::string cjk = "/usr/share/fonts/opentype/noto/";
  const auto add = [&](std::string id, std::string file, unsigned index, std::string package) {
    text::FaceSource face;
    face.id = id;
    face.family = id;
    face.files = {file};
    face.index = index;
    face.package = package;
    catalog.faces.push_back(face);
    return catalog.faces.size() - 1;
  };
  const auto sans = add("noto-sans-cjk-sc", cjk + "NotoSansCJK-Regular.ttc", 2, "fonts-noto-cjk");
  const auto bold = add("noto-sans-cjk-sc-bold", cjk + "NotoSansCJK-Bold.ttc", 2, "fonts-noto-cjk");
  const auto song = add("noto-serif-cjk-sc", cjk + "NotoSerifCJK-Regular.ttc", 2, "fonts-noto-cjk");
  const auto song_bold =
      add("noto-serif-cjk-sc-bold", cjk + "NotoSerifCJK-Bold.ttc", 2, "fonts-noto-cjk");
  const auto mono =
      add("noto-sans-mono-cjk-sc", cjk + "NotoSansCJK-Regular.ttc", 7, "fonts-noto-cjk");
  const auto latin = add("noto-sans", noto + "NotoSans-Regular.ttf", 0, "fonts-noto-core");
  const auto latin_bold = add("noto-sans-bold", noto + "NotoSans-Bold.ttf", 0, "fonts-noto-core");
  const auto serif = add("noto-serif", noto + "NotoSerif-Regular.ttf", 0, "fonts-noto-core");
  const auto serif_bold = add("noto-serif-bold", noto + "NotoSerif-Bold.ttf", 0, "fonts-noto-core");
  const auto kai =
      add("lxgw-wenkai", "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0,
          "fonts-lxgw-wenkai");
  const auto babel = add("babelstone-han", "/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf",
                         0, "fonts-babelstone-han");
  const auto hana =
      add("hanazono-b", "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf", 0, "fonts-hanazono");
  const auto arabic =
      add("noto-sans-arabic", noto + "NotoSansArabic-Regular.ttf", 0, "fonts-noto-core");
  const auto hebrew =
      add("noto-sans-hebrew", noto + "NotoSansHebrew-Regular.ttf", 0, "fonts-noto-core");
  const auto thai = add("noto-sans-thai", noto + "NotoSansThai-Regular.ttf", 0, "fonts-noto-core");
  const auto devanagari =
      add("noto-sans-devanagari", noto + "NotoSansDevanagari-Regular.ttf", 0, "fonts-noto-core");

  const auto chain = [&](text::Role role, std::vector<std::size_t> own) {
    own.insert(own.end(), {babel, hana, arabic, hebrew, thai, devanagari});
    catalog.chains[static_cast<std::size_t>(role)] = own;
  };
  using text::Role;
  chain(Role::sans, {sans, latin});
  chain(Role::sans_bold, {bold, latin_bold});
  chain(Role::latin, {latin, sans});
  chain(Role::latin_bold, {latin_bold, bold});
  chain(Role::song, {song, serif});
  chain(Role::song_bold, {song_bold, serif_bold});
  chain(Role::latin_serif, {serif, song});
  chain(Role::latin_serif_bold, {serif_bold, song_bold});
  chain(Role::kai, {kai, song, serif});
  chain(Role::mono, {mono, sans, latin});
  catalog.latin[static_cast<std::size_t>(Role::sans)] = latin;
  catalog.latin[static_cast<std::size_t>(Role::sans_bold)] = latin_bold;
  catalog.latin[static_cast<std::size_t>(Role::song)] = serif;
  catalog.latin[static_cast<std::size_t>(Role::song_bold)] = serif_bold;
  return catalog;
}

}  // namespace tongxing::tests
