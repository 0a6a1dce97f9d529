// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/pinyin.h"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

using namespace tongxing::words;

// Readings as any dictionary of surnames has them, typed by hand.
TEST_CASE("a surname takes its reading as a surname") {
  const auto [surname, expected] = GENERATE(table<const char*, const char*>({
      {"林", "LIN"},       {"米", "MI"},          {"单", "SHAN"},     {"仇", "QIU"},
      {"曾", "ZENG"},      {"解", "XIE"},         {"华", "HUA"},      {"任", "REN"},
      {"查", "ZHA"},       {"区", "OU"},          {"翟", "ZHAI"},     {"朴", "PIAO"},
      {"缪", "MIAO"},      {"吕", "LYU"},         {"闾", "LYU"},      {"种", "CHONG"},
      {"秘", "BI"},        {"员", "YUN"},         {"繁", "PO"},       {"冼", "XIAN"},
      {"逄", "PANG"},      {"盛", "SHENG"},       {"葛", "GE"},       {"宁", "NING"},
      {"沈", "SHEN"},      {"余", "YU"},          {"许", "XU"},       {"薛", "XUE"},
      {"阮", "RUAN"},      {"那", "NA"},          {"尉迟", "YUCHI"},  {"万俟", "MOQI"},
      {"欧阳", "OUYANG"},  {"司马", "SIMA"},      {"诸葛", "ZHUGE"},  {"单于", "CHANYU"},
      {"澹台", "TANTAI"},  {"长孙", "ZHANGSUN"},  {"令狐", "LINGHU"}, {"夏侯", "XIAHOU"},
      {"皇甫", "HUANGFU"}, {"上官", "SHANGGUAN"}, {"贾", "JIA"},      {"石", "SHI"},
      {"车", "CHE"},       {"卜", "BU"},          {"哈", "HA"},       {"过", "GUO"},
      {"句", "GOU"},       {"牟", "MU"},          {"宓", "MI"},       {"佴", "NAI"},
      {"晁", "CHAO"},      {"臧", "ZANG"},        {"於", "YU"},       {"应", "YING"},
      {"钻", "ZUAN"},      {"都", "DU"},          {"祭", "ZHAI"},     {"黑", "HE"},
      {"能", "NAI"},       {"盖", nullptr},       {"覃", nullptr},    {"乐", nullptr},
  }));
  INFO(surname);
  const auto spelled = derive_pinyin(surname, "明");
  if (expected == nullptr) {
    CHECK_FALSE(spelled);  // two readings are alive among families
  } else {
    REQUIRE(spelled);
    CHECK(spelled->surname == expected);
    CHECK(spelled->given == "MING");
  }
}

TEST_CASE("syllables of the given name are joined, without apostrophes") {
  const auto [given, expected] = GENERATE(table<const char*, const char*>({
      {"晓雯", "XIAOWEN"}, {"艾玛", "AIMA"},   {"西安", "XIAN"},   {"天娥", "TIANE"},
      {"建国", "JIANGUO"}, {"国", "GUO"},      {"绿", "LYU"},      {"女", "NYU"},
      {"略", "LUE"},       {"虐", "NUE"},      {"旅", "LYU"},      {"语嫣", "YUYAN"},
      {"雪君", "XUEJUN"},  {"宇轩", "YUXUAN"}, {"子涵", "ZIHAN"},  {"欣怡", "XINYI"},
      {"梓萱", "ZIXUAN"},  {"浩然", "HAORAN"}, {"曦", "XI"},       {"单", "DAN"},
      {"任", "REN"},       {"强", "QIANG"},    {"为民", "WEIMIN"}, {"兴华", "XINGHUA"},
      {"仲和", "ZHONGHE"}, {"少奇", "SHAOQI"}, {"俊杰", "JUNJIE"}, {"娜", "NA"},
      {"𬭎", "HONG"},    {"䶮", "YAN"},
  }));
  INFO(given);
  const auto spelled = derive_pinyin("王", given);
  REQUIRE(spelled);
  CHECK(spelled->surname == "WANG");
  CHECK(spelled->given == expected);
}

TEST_CASE("rather no proposal than a guess") {
  CHECK_FALSE(derive_pinyin("㼆", "明"));  // in no table of readings
  CHECK_FALSE(derive_pinyin("王", "𠮷"));
  CHECK_FALSE(derive_pinyin("王", "晟"));  // SHENG or CHENG: ask the family
  CHECK_FALSE(derive_pinyin("王", "艾A"));
  CHECK_FALSE(derive_pinyin("", "阿卜杜拉·买买提"));  // spelled by its own language
  CHECK_FALSE(derive_pinyin("Miller", "Emma"));
  CHECK_FALSE(derive_pinyin("", ""));
  CHECK_FALSE(derive_pinyin("王", "\xFF"));
  CHECK_FALSE(derive_pinyin("王 ", "明"));
}

TEST_CASE("a single name is spelled as what it is") {
  CHECK(derive_pinyin("", "扎西")->given == "ZHAXI");
  CHECK(derive_pinyin("", "扎西")->surname.empty());
  CHECK(derive_pinyin("林", "")->surname == "LIN");
}

TEST_CASE("several threads spell at once") {
  std::vector<int> right(4, 0);
  std::vector<std::thread> threads;
  for (int& count : right)
    threads.emplace_back([&count] {
      for (int i = 0; i < 200; ++i) {
        const auto spelled = derive_pinyin("单", "晓雯");
        count += spelled && spelled->surname == "SHAN" && spelled->given == "XIAOWEN";
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(right == std::vector<int>(4, 200));
}
