// SPDX-License-Identifier: GPL-3.0-or-later
// The file as a whole: bytes, catalog, metadata.
#include "file.h"

#include "content.h"

namespace tongxing::check {
namespace {

void check_metadata(QPDFObjectHandle root, QPDFObjectHandle trailer, Findings& findings) {
  const auto wrong = [&](const char* clause, const std::string& text) {
    findings.push_back({clause, text});
  };
  auto stream = root.getKey("/Metadata");
  if (!stream.isStream()) {
    wrong("ua 7.1", "no metadata");
    return;
  }
  const auto buffer = stream.getStreamData(qpdf_dl_all);
  const std::string xmp(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  const std::pair<const char*, const char*> needed[] = {
      {"ua 5", "<pdfuaid:part>1</pdfuaid:part>"},
      {"a 6.6.4", "<pdfaid:part>2</pdfaid:part>"},
      {"a 6.6.4", "<pdfaid:conformance>A</pdfaid:conformance>"},
      {"a 6.6.2.3", "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"},
  };
  for (const auto& [clause, text] : needed) {
    if (xmp.find(text) == std::string::npos) wrong(clause, std::string("metadata lacks ") + text);
  }
  const std::string open = "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">";
  const auto begin = xmp.find(open);
  const auto title = begin == std::string::npos
                         ? std::string()
                         : xmp.substr(begin + open.size(),
                                      xmp.find('<', begin + open.size()) - begin - open.size());
  if (title.empty()) wrong("ua 7.1", "no dc:title");
  auto info = trailer.getKey("/Info");
  if (info.isDictionary() && info.getKey("/Title").isString() &&
      info.getKey("/Title").getUTF8Value() != title) {
    wrong("a 6.6.3", "Title of Info and dc:title differ");
  }
}

}  // namespace

void check_bytes(std::string_view bytes, Findings& findings) {
  if (bytes.substr(0, 8) != "%PDF-1.7") findings.push_back({"a 6.1.2", "no %PDF-1.7 at the start"});
  const auto high = [](char c) { return static_cast<unsigned char>(c) > 127; };
  if (bytes.size() < 14 || bytes[9] != '%' || !high(bytes[10]) || !high(bytes[11]) ||
      !high(bytes[12]) || !high(bytes[13])) {
    findings.push_back({"a 6.1.2", "no comment of four high bytes in line two"});
  }
  const std::string_view end = "%%EOF\n";
  if (bytes.size() < end.size() || bytes.substr(bytes.size() - end.size()) != end) {
    findings.push_back({"a 6.1.3", "something follows %%EOF"});
  }
}

void check_catalog(QPDF& pdf, Findings& findings) {
  const auto wrong = [&](const char* clause, const std::string& text) {
    findings.push_back({clause, text});
  };
  auto root = pdf.getRoot();
  auto trailer = pdf.getTrailer();
  auto id = trailer.getKey("/ID");
  if (!id.isArray() || id.getArrayNItems() != 2) wrong("a 6.1.3", "no /ID");
  if (trailer.hasKey("/Encrypt")) wrong("a 6.1.3", "encrypted");
  auto language = root.getKey("/Lang");
  if (!language.isString() || !is_language(language.getUTF8Value())) {
    wrong("ua 7.2", "no /Lang, or none that is a language tag");
  }
  auto mark = root.getKey("/MarkInfo");
  const auto is_true = [](QPDFObjectHandle dictionary, const char* key) {
    return dictionary.isDictionary() && dictionary.getKey(key).isBool() &&
           dictionary.getKey(key).getBoolValue();
  };
  if (!is_true(mark, "/Marked")) wrong("ua 6.2", "not Marked");
  if (is_true(mark, "/Suspects")) wrong("ua 7.1", "Suspects");
  if (!is_true(root.getKey("/ViewerPreferences"), "/DisplayDocTitle")) {
    wrong("ua 7.1", "DisplayDocTitle is not set");
  }
  auto intents = root.getKey("/OutputIntents");
  if (!intents.isArray() || intents.getArrayNItems() != 1 ||
      !intents.getArrayItem(0).getKey("/S").isNameAndEquals("/GTS_PDFA1") ||
      !intents.getArrayItem(0).getKey("/DestOutputProfile").isStream()) {
    wrong("a 6.2.4.3", "no output intent with a profile");
  }
  for (const char* key : {"/OpenAction", "/AA"}) {
    if (root.hasKey(key)) wrong("a 6.5.1", std::string("the catalog has ") + key);
  }
  if (auto names = root.getKey("/Names"); names.isDictionary() && names.hasKey("/JavaScript")) {
    wrong("a 6.5.1", "JavaScript");
  }
  check_metadata(root, trailer, findings);
}

}  // namespace tongxing::check
