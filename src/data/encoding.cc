// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <memory>
#include <optional>

#include "data/characters.h"

namespace tongxing::data {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

bool is_utf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t units = 0;
  u_strFromUTF8(nullptr, 0, &units, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

/// nullopt where the bytes are not of this encoding.
std::optional<std::string> convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status),
                                                                     &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string wide(bytes.size() + 1, u'\0');
  const auto length =
      ucnv_toUChars(converter.get(), wide.data(), static_cast<std::int32_t>(wide.size()),
                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8(static_cast<std::size_t>(length) * 3, '\0');
  std::int32_t used = 0;
  u_strToUTF8(utf8.data(), static_cast<std::int32_t>(utf8.size()), &used, wide.data(), length,
              &status);
  if (U_FAILURE(status)) return std::nullopt;
  utf8.resize(static_cast<std::size_t>(used));
  return utf8;
}

bool unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return false;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r')
      out += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      out += '\n';
  }
  text = std::move(out);
  return true;
}

Result<Text> decode(std::string bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    const auto text = convert(bytes, "UTF-16");
    if (text) return Text{*text, {"the file was in UTF-16 and was read as such"}};
  } else if (is_utf8(bytes)) {
    return Text{std::move(bytes), {}};
  } else if (const auto text = convert(bytes, "GB18030")) {
    return Text{*text, {"the file was in GB18030 and was read as such"}};
  }
  return Diagnostic{"P012",
                    "the file is neither UTF-8 nor GB18030 text",
                    {},
                    {"save it again with the encoding UTF-8"}};
}

}  // namespace

Result<Text> to_text(std::string bytes) {
  TRY(auto text, decode(std::move(bytes)));
  if (text.utf8.starts_with(kBom)) {
    text.utf8.erase(0, kBom.size());
    text.mended.push_back("a byte order mark was taken out");
  }
  if (unify_line_ends(text.utf8)) text.mended.push_back("line ends of Windows were made plain");
  if (plain_spaces(text.utf8))
    text.mended.push_back("no-break or full-width spaces were made plain");
  return text;
}

}  // namespace tongxing::data
