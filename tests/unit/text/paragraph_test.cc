// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "support/fonts.h"
#include "text/shape.h"

using namespace tongxing;
using namespace tongxing::text;

namespace {

std::string text_of(const Line& line) {
  std::string out;
  for (const Run& run : line.runs) out += run.text;
  return out;
}

/// The lines of a paragraph that is `ems` wide, joined with bars.
std::string broken(Shaper& shaper, std::string_view utf8, double ems, Role role = Role::sans) {
  std::string out;
  for (const Line& line : shaper.paragraph({text::Span{std::string(utf8), role}}, Length::pt(10),
                                           Length::pt(10 * ems))) {
    if (!out.empty()) out += '|';
    out += text_of(line);
  }
  return out;
}

struct Case {
  const char* why;
  const char* text;
  double ems;
  const char* expected;
  Role role = Role::sans;
};

}  // namespace

TEST_CASE("lines break as a Chinese printer breaks them") {
  const FontSet fonts = tests::debian_fonts();
  Shaper shaper(fonts);
  const Case c = GENERATE(values<Case>({
      {"fits", "出入境通行证", 6, "出入境通行证"},
      {"plain", "出入境通行证申请", 4, "出入境通|行证申请"},
      {"no full stop at the start of a line", "请带原件。请带复印件。", 4,
       "请带原|件。请带|复印件。"},
      {"no comma at the start", "父亲母亲，监护人员", 4, "父亲母|亲，监护|人员"},
      {"no ideographic comma at the start", "护照身份、户口簿子", 4, "护照身|份、户口|簿子"},
      {"no closing bracket at the start", "（首次申请）换发补发证", 5, "（首次申|请）换发补|发证"},
      {"no opening bracket at the end", "出入境（换发）证件", 4, "出入境|（换发）|证件"},
      {"no opening title mark at the end", "按照《出境入境管理法》", 3,
       "按照|《出境|入境管|理法》"},
      {"a quotation may start a line", "他填写了“无”字样", 4, "他填写了|“无”字|样"},
      {"no opening quotation mark at the end", "他填写“无”字样了", 4, "他填写|“无”字|样了"},
      {"a date stays whole", "日期2027-05-01到期", 7.5, "日期2027-05-01|到期"},
      {"a date moves whole", "有效日期2027-05-01到期", 7, "有效日期|2027-05-01|到期"},
      {"a Chinese date stays whole", "出生日期2026年11月23日", 9, "出生日期|2026年11月23日"},
      {"a document number stays whole", "护照号码E12345678号", 6, "护照号码|E12345678|号"},
      {"a case number stays whole", "案件号TX-2026-00017完成", 9, "案件号|TX-2026-00017完成"},
      {"a count keeps its measure word", "一共需要3份材料", 5, "一共需要|3份材料"},
      {"a size stays whole", "尺寸为33 × 48毫米的照片", 6, "尺寸为|33 × 48毫米|的照片"},
      {"no interpunct at the start", "阿依古丽·买买提艾力", 4, "阿依古|丽·买买|提艾力"},
      {"words stay whole", "the exit-entry permit", 5, "the |exit-entry |permit"},
      {"no last line of one character", "出入境通行证", 5, "出入境通|行证"},
      {"nor of one and its full stop", "出入境通行证。", 5.5, "出入境通|行证。"},
      {"an overlong word breaks anywhere", "01234567890123456789012345", 6,
       "0123456789|0123456789|012345"},
      {"and rather after a colon or hyphen", "TX1:TX-2026-00017:3F9A61C2D07B:COVER", 10,
       "TX1:TX-2026-00017:|3F9A61C2D07B:COVER", Role::mono},
      {"a hyphenated name is broken at its hyphen, if at all",
       "Wolfeschlegelsteinhausen-Bergerdorff", 14, "Wolfeschlegelsteinhausen-|Bergerdorff",
       Role::latin},
      {"one character wider than the line", "出入", 0.5, "出|入"},
      {"nothing", "", 5, ""},
  }));
  INFO(c.why);
  CHECK(broken(shaper, c.text, c.ems, c.role) == c.expected);
}
