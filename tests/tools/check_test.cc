// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks a good file one thing at a time; the checker must say so, by the right clause.
#include "check/check.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "check/file.h"
#include "support/pdf_sample_bytes.h"

using namespace tongxing;
using Object = QPDFObjectHandle;

namespace {

const std::string& good_file() {
  static const std::string bytes = tests::pdf_sample_bytes();
  REQUIRE(!bytes.empty());
  return bytes;
}

const std::string& good_form() {
  static const std::string bytes = tests::pdf_form_bytes();
  REQUIRE(!bytes.empty());
  return bytes;
}

check::Findings check_after(const std::function<void(QPDF&)>& damage, const std::string& bytes) {
  QPDF pdf;
  pdf.processMemoryFile("sample", bytes.data(), bytes.size());
  damage(pdf);
  check::Findings findings;
  check::check_objects(pdf, findings);
  return findings;
}

std::string listed(const check::Findings& findings) {
  std::string out;
  for (const auto& finding : findings) out += finding.clause + ": " + finding.text + "\n";
  return out;
}

// --- where things are ---

Object parse(const std::string& text) {
  return Object::parse(text);
}

Object page_of(QPDF& pdf, std::size_t i) {
  return QPDFPageDocumentHelper(pdf).getAllPages().at(i).getObjectHandle();
}

/// The `nth` structure element of a type, in reading order.
Object find(Object element, const std::string& type, int& nth) {
  if (!element.isDictionary() || !element.hasKey("/S")) return Object::newNull();
  if (element.getKey("/S").isNameAndEquals(type) && nth-- == 0) return element;
  auto kids = element.getKey("/K");
  for (auto& kid : kids.isArray() ? kids.getArrayAsVector() : std::vector{kids}) {
    if (auto found = find(kid, type, nth); !found.isNull()) return found;
  }
  return Object::newNull();
}
Object element(QPDF& pdf, const std::string& type, int nth = 0) {
  auto found = find(pdf.getRoot().getKey("/StructTreeRoot").getKey("/K"), type, nth);
  REQUIRE(found.isDictionary());
  return found;
}

Object owners(QPDF& pdf, int key) {
  auto numbers = pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
  return numbers.getArrayItem(2 * key + 1);
}

/// First object of the file that `accept`s.
Object any(QPDF& pdf, const std::function<bool(Object)>& accept) {
  for (auto& object : pdf.getAllObjects()) {
    if (object.isDictionary() && accept(object)) return object;
  }
  FAIL("nothing to break");
  return Object::newNull();
}
Object cid_font(QPDF& pdf, const std::string& subtype) {
  return any(pdf, [&](Object o) { return o.getKey("/Subtype").isNameAndEquals(subtype); });
}
Object type0(QPDF& pdf) {
  return cid_font(pdf, "/Type0");
}

std::string data(Object stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void replace(Object stream, const std::string& from, const std::string& to) {
  auto text = data(stream);
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  stream.replaceStreamData(text, Object::newNull(), Object::newNull());
}
/// In the varying stream of page `i`.
void replace(QPDF& pdf, std::size_t i, const std::string& from, const std::string& to) {
  auto contents = page_of(pdf, i).getKey("/Contents");
  replace(contents.getArrayItem(contents.getArrayNItems() - 1), from, to);
}
void append(QPDF& pdf, const std::string& operators) {
  replace(pdf, 0, "/Artifact", operators + "/Artifact");
}

struct Damage {
  const char* name;
  const char* clause;
  std::function<void(QPDF&)> apply;
};

using Damages = std::vector<Damage>;

void expect_found(const Damages& damages, const std::string& bytes = good_file()) {
  for (const auto& damage : damages) {
    const auto findings = check_after(damage.apply, bytes);
    INFO(damage.name << " should break " << damage.clause << "; found:\n" << listed(findings));
    CHECK(std::any_of(findings.begin(), findings.end(),
                      [&](const auto& finding) { return finding.clause == damage.clause; }));
  }
}

}  // namespace

TEST_CASE("the sample has no fault") {
  CHECK(listed(check::check(good_file())) == "");
  CHECK(listed(check::check(good_form())) == "");
}

TEST_CASE("faults of the bytes") {
  const auto found = [](std::string bytes) {
    check::Findings findings;
    check::check_bytes(bytes, findings);
    return listed(findings);
  };
  auto bytes = good_file();
  CHECK(found(bytes) == "");
  CHECK(found(bytes + "x") == "a 6.1.3: something follows %%EOF\n");
  bytes[5] = '2';
  CHECK(found(bytes) == "a 6.1.2: no %PDF-1.7 at the start\n");
  bytes = good_file();
  bytes[11] = 'x';
  CHECK(found(bytes) == "a 6.1.2: no comment of four high bytes in line two\n");
}

TEST_CASE("faults of catalog and metadata") {
  const auto metadata = [](const char* from, const char* to) {
    return [=](QPDF& pdf) { replace(pdf.getRoot().getKey("/Metadata"), from, to); };
  };
  const auto without = [](const char* key) {
    return [=](QPDF& pdf) { pdf.getRoot().removeKey(key); };
  };
  const auto with = [](const char* key, const char* value) {
    return [=](QPDF& pdf) { pdf.getRoot().replaceKey(key, parse(value)); };
  };
  expect_found({
      {"no Lang", "ua 7.2", without("/Lang")},
      {"Lang is a sentence", "ua 7.2", with("/Lang", "(chinese simplified)")},
      {"no MarkInfo", "ua 6.2", without("/MarkInfo")},
      {"Suspects", "ua 7.1", with("/MarkInfo", "<</Marked true/Suspects true>>")},
      {"no ViewerPreferences", "ua 7.1", without("/ViewerPreferences")},
      {"no structure tree", "ua 7.1", without("/StructTreeRoot")},
      {"no metadata", "ua 7.1", without("/Metadata")},
      {"no output intent", "a 6.2.4.3", without("/OutputIntents")},
      {"an action on opening", "a 6.5.1", with("/OpenAction", "<</S/JavaScript/JS(x)>>")},
      {"JavaScript", "a 6.5.1", with("/Names", "<</JavaScript<</Names[]>>>>")},
      {"no ID", "a 6.1.3", [](QPDF& pdf) { pdf.getTrailer().removeKey("/ID"); }},
      {"no title", "ua 7.1", metadata("dc:title", "dc:source")},
      {"no pdfaid", "a 6.6.4", metadata("<pdfaid:part>2", "<pdfaid:part>3")},
      {"conformance B", "a 6.6.4", metadata("conformance>A", "conformance>B")},
      {"no pdfuaid", "ua 5", metadata("<pdfuaid:part>1", "<pdfuaid:part>2")},
      {"no extension schema", "a 6.6.2.3", metadata("pdfaSchema:prefix", "pdfaSchema:x")},
      {"another title in Info", "a 6.6.3",
       [](QPDF& pdf) {
         pdf.getTrailer().getKey("/Info").replaceKey("/Title", Object::newUnicodeString("x"));
       }},
  });
}

TEST_CASE("faults of the structure tree") {
  const auto rename = [](const char* from, const char* to, int nth = 0) {
    return [=](QPDF& pdf) { element(pdf, from, nth).replaceKey("/S", Object::newName(to)); };
  };
  const auto without = [](const char* type, const char* key) {
    return [=](QPDF& pdf) { element(pdf, type).removeKey(key); };
  };
  expect_found({
      {"H1 becomes H3", "ua 7.4.2", rename("/H1", "/H3")},
      {"Figure without Alt", "ua 7.3", without("/Figure", "/Alt")},
      {"Figure without BBox", "pdf 14.8.5.4", without("/Figure", "/A")},
      {"TH without Scope", "ua 7.5", without("/TH", "/A")},
      {"a row lacks a cell", "ua 7.2",
       [](QPDF& pdf) { element(pdf, "/TR", 3).getKey("/K").eraseItem(0); }},
      {"ColSpan forgotten", "ua 7.2",
       [](QPDF& pdf) { element(pdf, "/TH", 15).getKey("/A").removeKey("/ColSpan"); }},
      {"a cell reaches below the table", "ua 7.2",
       [](QPDF& pdf) {
         element(pdf, "/TH", 15).getKey("/A").replaceKey("/RowSpan", Object::newInteger(2));
       }},
      {"TBody outside a table", "ua 7.2", rename("/Table", "/Sect")},
      {"LI outside L", "ua 7.2", rename("/L", "/Sect")},
      {"LI with P", "ua 7.2", rename("/LBody", "/P")},
      {"TOCI outside TOC", "ua 7.2", rename("/TOC", "/Sect")},
      {"unknown type", "ua 7.1", rename("/P", "/Absatz")},
      {"no Document", "pdf 14.8.4.2", rename("/Document", "/Sect")},
      {"Note without ID", "ua 7.9", without("/Note", "/ID")},
      {"Form without role", "pdf 14.8.5.6", without("/Form", "/A")},
      {"empty P", "ua 7.1", without("/P", "/K")},
      {"wrong parent", "pdf 14.7.2",
       [](QPDF& pdf) { element(pdf, "/P").replaceKey("/P", element(pdf, "/H2")); }},
      {"an element twice", "pdf 14.7.2",
       [](QPDF& pdf) {
         auto kids = element(pdf, "/Sect").getKey("/K");
         kids.appendItem(kids.getArrayItem(0));
       }},
      {"Lang is no tag", "ua 7.2",
       [](QPDF& pdf) { element(pdf, "/P").replaceKey("/Lang", Object::newString("english!")); }},
  });
}

TEST_CASE("faults between tree, parent tree and pages") {
  const auto key_of_page = [](int key) {
    return
        [=](QPDF& pdf) { page_of(pdf, 1).replaceKey("/StructParents", Object::newInteger(key)); };
  };
  expect_found({
      {"no parent tree", "pdf 14.7.4.4",
       [](QPDF& pdf) { pdf.getRoot().getKey("/StructTreeRoot").removeKey("/ParentTree"); }},
      {"next key in use", "pdf 14.7.2",
       [](QPDF& pdf) {
         pdf.getRoot().getKey("/StructTreeRoot").replaceKey("/ParentTreeNextKey", parse("2"));
       }},
      {"MCID that is on no page", "pdf 14.7.4",
       [](QPDF& pdf) { element(pdf, "/Note").replaceKey("/K", Object::newInteger(999)); }},
      {"content of another page", "pdf 14.7.4",
       [](QPDF& pdf) { element(pdf, "/Note").replaceKey("/Pg", page_of(pdf, 0)); }},
      {"no page", "pdf 14.7.4", [](QPDF& pdf) { element(pdf, "/Note").removeKey("/Pg"); }},
      {"two owners", "pdf 14.7.4",
       [](QPDF& pdf) {
         element(pdf, "/TD", 1).replaceKey("/K", element(pdf, "/TD", 0).getKey("/K"));
       }},
      {"two elements swapped", "pdf 14.7.4.4",
       [](QPDF& pdf) {
         auto a = element(pdf, "/TD", 0), b = element(pdf, "/TD", 1);
         auto kept = a.getKey("/K");
         a.replaceKey("/K", b.getKey("/K"));
         b.replaceKey("/K", kept);
       }},
      {"parent tree too short", "pdf 14.7.4.4", [](QPDF& pdf) { owners(pdf, 1).eraseItem(0); }},
      {"parent tree too long", "pdf 14.7.4.4",
       [](QPDF& pdf) { owners(pdf, 1).appendItem(element(pdf, "/P")); }},
      {"two pages, one key", "pdf 14.7.4.4", key_of_page(0)},
      {"key of nothing", "pdf 14.7.4.4", key_of_page(77)},
  });
}

TEST_CASE("faults of annotations") {
  const auto annotation = [](const std::function<void(Object)>& change) {
    return [=](QPDF& pdf) { change(page_of(pdf, 0).getKey("/Annots").getArrayItem(0)); };
  };
  expect_found({
      {"no OBJR", "ua 7.18.5",
       [](QPDF& pdf) {
         auto link = element(pdf, "/Link");
         auto kids = link.getKey("/K");
         kids.eraseItem(kids.getArrayNItems() - 1);
       }},
      {"annotation of no element", "ua 7.18.5",
       [](QPDF& pdf) {
         auto list = page_of(pdf, 0).getKey("/Annots");
         auto copy = list.getArrayItem(0).shallowCopy();
         list.appendItem(pdf.makeIndirectObject(copy));
       }},
      {"Link becomes Span", "ua 7.18.5",
       [](QPDF& pdf) { element(pdf, "/Link").replaceKey("/S", Object::newName("/Span")); }},
      {"no StructParent", "pdf 14.7.4.4",
       annotation([](Object o) { o.removeKey("/StructParent"); })},
      {"StructParent of another", "pdf 14.7.4.4",
       annotation([](Object o) { o.replaceKey("/StructParent", parse("5")); })},
      {"no Contents", "ua 7.18.5", annotation([](Object o) { o.removeKey("/Contents"); })},
      {"not printed", "a 6.3.2", annotation([](Object o) { o.removeKey("/F"); })},
      {"hidden", "a 6.3.2", annotation([](Object o) { o.replaceKey("/F", parse("6")); })},
      {"no Tabs", "ua 7.18.3", [](QPDF& pdf) { page_of(pdf, 0).removeKey("/Tabs"); }},
  });
}

TEST_CASE("faults of fields") {
  // In page order: name, number (a comb), address, agreed (a check box), sex (two radio buttons).
  const auto widget = [](int i, const std::function<void(Object)>& change) {
    return [=](QPDF& pdf) { change(page_of(pdf, 0).getKey("/Annots").getArrayItem(i)); };
  };
  const auto without = [&](int i, const char* key) {
    return widget(i, [=](Object o) { o.removeKey(key); });
  };
  const auto with = [&](int i, const char* key, const char* value) {
    return widget(i, [=](Object o) { o.replaceKey(key, parse(value)); });
  };
  const auto form = [](const char* key, const char* value) {
    return [=](QPDF& pdf) { pdf.getRoot().getKey("/AcroForm").replaceKey(key, parse(value)); };
  };
  const auto swap_first = [](Object list) {
    auto first = list.getArrayItem(0);
    list.setArrayItem(0, list.getArrayItem(1));
    list.setArrayItem(1, first);
  };
  expect_found(
      {
          {"no OBJR", "ua 7.18.5", [](QPDF& pdf) { element(pdf, "/Form").removeKey("/K"); }},
          {"Form becomes P", "ua 7.18.4",
           [](QPDF& pdf) { element(pdf, "/Form").replaceKey("/S", Object::newName("/P")); }},
          {"a widget and ink", "pdf 14.8.4.5",
           [](QPDF& pdf) {
             element(pdf, "/Form").replaceKey("/A", parse("<</O/PrintField/Role/tv>>"));
           }},
          {"no StructParent", "pdf 14.7.4.4", without(0, "/StructParent")},
          {"StructParent of another", "pdf 14.7.4.4", with(0, "/StructParent", "2")},
          {"no TU", "ua 7.18.1", without(0, "/TU")},
          {"no AP", "a 6.3.3", without(1, "/AP")},
          {"AP of another kind", "a 6.3.3", with(3, "/AP", "<</N<</yes 1/Off 1>>>>")},
          {"a second appearance", "a 6.3.3",
           widget(
               0,
               [](Object o) { o.getKey("/AP").replaceKey("/D", o.getKey("/AP").getKey("/N")); })},
          {"an appearance for two", "pdf 12.5.5",
           [](QPDF& pdf) {
             auto list = page_of(pdf, 0).getKey("/Annots");
             list.getArrayItem(1).replaceKey("/AP", list.getArrayItem(0).getKey("/AP"));
           }},
          {"not printed", "a 6.3.2", without(2, "/F")},
          {"an action", "a 6.4.1", with(2, "/AA", "<</F<</S/JavaScript/JS(x)>>>>")},
          {"a state without appearance", "pdf 12.5.5", with(3, "/AS", "/no")},
          {"comb without length", "pdf 12.7.4.3", without(1, "/MaxLen")},
          {"comb of several lines", "pdf 12.7.4.3", with(1, "/Ff", "16781312")},
          {"a font of nowhere", "pdf 12.7.3.3", with(0, "/DA", "(/Helv 0 Tf 0 g)")},
          {"a name with a dot", "pdf 12.7.3.2", with(0, "/T", "(a.b)")},
          {"a name twice", "pdf 12.7.3.2", with(1, "/T", "(name)")},
          {"another parent", "pdf 12.7.3.1", without(0, "/Parent")},
          {"a widget in no form", "pdf 12.7.2", form("/Fields", "[]")},
          {"no form", "pdf 12.7.2", [](QPDF& pdf) { pdf.getRoot().removeKey("/AcroForm"); }},
          {"NeedAppearances", "a 6.4.1", form("/NeedAppearances", "true")},
          {"XFA", "a 6.4.2", form("/XFA", "[]")},
          {"no font", "pdf 12.7.3.3", form("/DR", "<<>>")},
          {"two codes for one text", "pdf 9.10.3",
           [](QPDF& pdf) {
             auto fonts = pdf.getRoot().getKey("/AcroForm").getKey("/DR").getKey("/Font");
             auto map = fonts.getKey(*fonts.getKeys().begin()).getKey("/ToUnicode");
             replace(map, "><0062>", "><0061>");
           }},
          {"tabs in another order", "ua 7.18.3",
           [=](QPDF& pdf) { swap_first(page_of(pdf, 0).getKey("/Annots")); }},
      },
      good_form());
}

TEST_CASE("faults of content streams") {
  const auto add = [](const char* operators) { return [=](QPDF& pdf) { append(pdf, operators); }; };
  const auto swap = [](const char* from, const char* to) {
    return [=](QPDF& pdf) { replace(pdf, 0, from, to); };
  };

  expect_found({
      {"a rule that is neither", "ua 7.1", add("1 1 9 9 re f\n")},
      {"text that is neither", "ua 7.1", add("BT 9 9 Td[<0011>]TJ ET\n")},
      {"artifact inside tagged", "ua 7.1",
       swap("/P<</MCID 1>>BDC\n", "/P<</MCID 1>>BDC\n/Artifact BMC EMC\n")},
      {"tagged inside artifact", "ua 7.1", add("/Artifact BMC/P<</MCID 99>>BDC EMC EMC\n")},
      {"tagged inside tagged", "pdf 14.7.4", add("/P<</MCID 98>>BDC/P<</MCID 99>>BDC EMC EMC\n")},
      {"MCID twice", "pdf 14.7.4", add("/P<</MCID 0>>BDC EMC\n")},
      {"MCID of no element", "ua 7.1", add("/P<</MCID 99>>BDC EMC\n")},
      {"MCID with another tag", "pdf 14.7.4", swap("/P<</MCID", "/H2<</MCID")},
      {"glued operators", "a 6.2.2", add("fBT ET\n")},
      {"not closed", "pdf 14.6", add("/Artifact BMC\n")},
      {"closed twice", "pdf 14.6", add("EMC\n")},
      {"Q without q", "pdf 8.4.4", add("Q q\n")},
      {"30 q", "a 6.1.13",
       add("q q q q q q q q q q q q q q q q q q q q q q q q q q q q q q\n"
           "Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q\n")},
      {"Lang of a span", "ua 7.2", swap("/Lang(en)", "/Lang(e)")},
      {"an unknown font", "pdf 9.3", swap("/F0 ", "/F9 ")},
      {".notdef", "ua 7.21.8", add("/Artifact BMC BT/F0 9 Tf 9 9 Td[<0000>]TJ ET EMC\n")},
      {"comb without ActualText", "ua 7.2",
       [](QPDF& pdf) { replace(pdf, 2, "/ActualText(2019-07-04)", "/Lang(en)"); }},
  });
}

TEST_CASE("faults of fonts") {
  expect_found({
      {"no ToUnicode", "ua 7.21.7", [](QPDF& pdf) { type0(pdf).removeKey("/ToUnicode"); }},
      {"ToUnicode lacks a code", "ua 7.21.7",
       [](QPDF& pdf) {
         replace(type0(pdf).getKey("/ToUnicode"), "beginbfchar\n<", "beginbfchar\n<F");
       }},
      {"ToUnicode says U+0000", "ua 7.21.7",
       [](QPDF& pdf) { replace(type0(pdf).getKey("/ToUnicode"), "><00", "><0000><00"); }},
      {"ToUnicode says private use", "ua 7.21.7",
       [](QPDF& pdf) { replace(type0(pdf).getKey("/ToUnicode"), "><003", "><E03"); }},
      {"no subset tag", "pdf 9.6.4",
       [](QPDF& pdf) { type0(pdf).replaceKey("/BaseFont", Object::newName("/Noto")); }},
      {"not Identity-H", "ua 7.21.3.1",
       [](QPDF& pdf) { type0(pdf).replaceKey("/Encoding", Object::newName("/GBK-EUC-H")); }},
      {"a standard font", "ua 7.21.4.1",
       [](QPDF& pdf) { type0(pdf).replaceKey("/Subtype", Object::newName("/Type1")); }},
      {"widths off by 9", "ua 7.21.5",
       [](QPDF& pdf) {
         auto widths = cid_font(pdf, "/CIDFontType0").getKey("/W").getArrayItem(1);
         widths.setArrayItem(0, Object::newInteger(widths.getArrayItem(0).getIntValue() + 9));
       }},
      {"default width", "ua 7.21.5",
       [](QPDF& pdf) { cid_font(pdf, "/CIDFontType0").replaceKey("/DW", parse("500")); }},
      {"no CIDToGIDMap", "ua 7.21.3.2",
       [](QPDF& pdf) { cid_font(pdf, "/CIDFontType2").removeKey("/CIDToGIDMap"); }},
      {"CIDSet", "ua 7.21.4.2",
       [](QPDF& pdf) {
         cid_font(pdf, "/CIDFontType0")
             .getKey("/FontDescriptor")
             .replaceKey("/CIDSet", Object::newStream(&pdf, "x"));
       }},
      {"not embedded", "ua 7.21.4.1",
       [](QPDF& pdf) {
         cid_font(pdf, "/CIDFontType0").getKey("/FontDescriptor").removeKey("/FontFile3");
       }},
      {"another font's program", "ua 7.21.4.1",
       [](QPDF& pdf) {
         cid_font(pdf, "/CIDFontType0")
             .getKey("/FontDescriptor")
             .replaceKey(
                 "/FontFile3",
                 cid_font(pdf, "/CIDFontType2").getKey("/FontDescriptor").getKey("/FontFile2"));
       }},
  });
}
