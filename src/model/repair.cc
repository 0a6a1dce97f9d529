// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/repair.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <array>

#include "data/characters.h"

namespace tongxing::model {

namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

/// True if the text was changed. Text that ICU refuses stays as it is: the reader checked it.
bool to_nfc(std::string& text) {
  if (is_ascii(text)) return false;
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = unorm2_getNFCInstance(&status);
  std::u16string wide(text.size() + 1, u'\0');
  std::int32_t length = 0;
  u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &length, text.data(),
                static_cast<std::int32_t>(text.size()), &status);
  if (U_FAILURE(status)) return false;
  if (unorm2_isNormalized(nfc, wide.data(), length, &status) != 0 || U_FAILURE(status))
    return false;
  std::u16string composed(static_cast<std::size_t>(length) * 3 + 1,
                          u'\0');  // NFC: factor 3 at most
  const auto used = unorm2_normalize(nfc, wide.data(), length, composed.data(),
                                     static_cast<std::int32_t>(composed.size()), &status);
  std::string out(static_cast<std::size_t>(used) * 3 + 1, '\0');
  std::int32_t bytes = 0;
  u_strToUTF8(out.data(), static_cast<std::int32_t>(out.size()), &bytes, composed.data(), used,
              &status);
  if (U_FAILURE(status)) return false;
  out.resize(static_cast<std::size_t>(bytes));
  text = std::move(out);
  return true;
}

void trim(std::string& text) {
  const auto begin = text.find_first_not_of(" \t\n");
  if (begin == std::string::npos) {
    text.clear();
    return;
  }
  text.erase(text.find_last_not_of(" \t\n") + 1);
  text.erase(0, begin);
}

bool is_prose(FactType type) {
  return type == FactType::text || type == FactType::lines || type == FactType::choice ||
         type == FactType::country || type == FactType::file;
}

bool has_kana(std::string_view text) {
  // U+3041–U+30FA: E3 81 .. to E3 83 BA; the middle dot U+30FB is E3 83 BB.
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text.substr(i, 1) != "\xE3") continue;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    const auto third = static_cast<unsigned char>(text[i + 2]);
    if (second == 0x81 || second == 0x82 || (second == 0x83 && third < 0xBB)) return true;
  }
  return false;
}

}  // namespace

std::vector<Message> repair(std::string& text, FactType type) {
  std::vector<Message> done;
  data::plain_spaces(text);  // a JSON escape may bring one after the file was mended
  trim(text);
  if (is_ascii(text)) return done;
  if (is_prose(type) ? data::narrow_letters(text) : data::narrow(text))
    done.push_back("full-width letters or digits were made plain");
  if (to_nfc(text)) done.push_back("letters and their marks were joined (Unicode NFC)");
  return done;
}

bool repair_interpunct(std::string& name) {
  constexpr std::array<std::string_view, 6> kDots{"\u2022", "\u2027", "\u30FB",
                                                  "\uFF65", "\u22C5", "\u0387"};
  if (is_ascii(name) || has_kana(name)) return false;
  bool changed = false;
  for (const auto dot : kDots)
    for (std::size_t at = 0; (at = name.find(dot, at)) != std::string::npos; changed = true)
      name.replace(at, dot.size(), "\u00B7");
  return changed;
}

}  // namespace tongxing::model
